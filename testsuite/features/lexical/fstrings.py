# f-strings of Python 3.12: quotes reused, comments, lines, nesting, `=`, conversions, awaits, and what is a brace.
import asyncio

x = 5
words = ["a", "b"]
d = {"key": "value"}
print(f"{d["key"]} {'nested' + f"{x}"} {f"{f"{f"{x}"}"}"}")
print(f"{
    x  # a comment with } and "
    + 1
}")
print(f'''{
    "\n".join(words)
}''')
print(f"{x=} {x = } { x=!s} {x=:>4} {x!r:>{x + 1}} {x + 1=}")
print(f"{{}} {{{x}}} }}{{ {x}}}")
print(f"{x:{'>'}{x}} {x:{x}.{1}f} {3.14159:{8}.{2}f}|{'r':{'*'}^{9}}|")
print(f"{'\n'.join(words)!r} {'\\'} {"\N{BULLET}"} \N{GREEK SMALL LETTER ALPHA} {x:\x3e4}")
print(rf"\n{x}\{x}" fr"\d", f"a" "b{x}" f"{x}", "c" f"{x}d" 'e')
print(f"{lambda_ if (lambda_ := (lambda y: y * 2)(x)) else 0} {(lambda y: y + 1)(x)} {[i for i in range(3)]} {({'a': 1})}")
print(f"{x!s}{x!r}{x!a}{'é'!a} {x:,} {1234567:,} {True} {None!r:>6}")
print(f"{x:=+5} {x != 4} {x == 5} {x >= 5} {(y := 3)} {y}")
print(f"{'a' 'b'} {*words, 'c'} {x,} {x if x else 'no'} {not x} {-x} {~x} {x ** 2}")
print(f"\
{x}\
", f"""
{x:
>4}
""")
print(F"{x}", fR"{x}\t", Rf"{x}\t", f"{'''triple'''}" f'{"""other"""}')
print(f"{d['key'][0]:{d["key"][1]}>4}" if False else f"{d['key'][0]:{'v'}>4}")
try:
    f"{x:q}"
except ValueError as error:
    print(error)
try:
    f"{d['missing']}"
except KeyError as error:
    print(error)


class Spec:
    def __format__(self, spec):
        return f"<{spec}>"


print(f"{Spec()} {Spec():} {Spec():{x}{x}} {Spec()!r:.4}"[:40])


async def get(value):
    await asyncio.sleep(0)
    return value


async def main():
    print(f"{await get(1)} {await get(2)=} {x:{await get(4)}} {[await get(i) for i in range(2)]} {(await get('k'))!r:>5}")


asyncio.run(main())
