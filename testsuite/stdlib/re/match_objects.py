# Match objects: groups by number and name, places, templates, copies, and what isn't there; searches within searches.
import copy
import re

m = re.search(r"(?P<word>\w+)-(\d+)?(?P<rest>x)?", "  abc-12 ")
print(m, m.re.pattern, m.string, m.pos, m.endpos, m.regs, m.lastindex, m.lastgroup)
print(m.group(), m.group(0), m.group("word"), m.group(1, 2, "rest"), m["word"], m[2], m[True])
print(m.groups(), m.groups("-"), m.groups(default=0), m.groupdict(), m.groupdict(default=1))
print(m.start(), m.end(), m.span(), m.start("rest"), m.end(3), m.span("rest"), m.span(2))
print(m.expand(r"<\g<word>:\2:\3>"), m.expand("plain"), m.expand(r"\\n\n"))
print(copy.copy(m) is m, copy.deepcopy(m) is m, bool(m), m == m, m != copy.copy(m), hash(m) == hash(m))
print(type(m), re.Match, isinstance(m, re.Match), type(m).__name__, type(m).__qualname__, type(m).__module__, re.Match[str])


class Index:
    def __index__(self):
        return 2


print(m[Index()], m.group(Index()))
for bad in (9, -1, 10**30, "no", None, 1.0, [], {}, b"word"):
    for get in (lambda: m[bad], lambda: m.group(bad), lambda: m.start(bad), lambda: m.group(0, bad)):
        try:
            print(get())
        except Exception as e:
            print(type(e).__name__, e, end="; ")
    print()
for change in (lambda: setattr(m, "pos", 1), lambda: setattr(m, "other", 1), lambda: delattr(m, "string"), lambda: re.Match(), lambda: len(m)):
    try:
        print(change())
    except Exception as e:
        print(type(e).__name__)
b = re.match(rb"(a)|(b)", bytearray(b"b!"))
print(b, b.groups(), b.group(), b.lastindex, b.string, b.expand(rb"[\2]"))


class Text(str):
    pass


text = Text("one two")
m = re.match("one two", text)
print(type(m.string), type(m.group()), m.string is text)
plain = "one two"
print(re.match("one two", plain).group() is plain)

# Searches while another one goes on.
p = re.compile(r"\w")
print(p.sub(lambda m: "".join(p.findall(m.group() * 2)) + str(len(p.sub("-", "abc"))), "a b é ж 😀x"))
it = p.finditer("ab cd")
print(next(it).group(), [m.group() for m in p.finditer("xyz")], next(it).group(), [m.span() for m in it], list(it))
print([m.span() for m in re.finditer("", "aé")], [m.span() for m in re.finditer("x*", "axbxx")], re.sub("x*", "-", "axbxx"))
print(re.sub("(a)|b", lambda m: m.group(1), "abab"), re.subn("b", lambda m: None, "abab"))
for repl in (lambda m: 1, b"x"):
    try:
        print(re.sub("b", repl, "abab"))
    except TypeError as e:
        print(e)
print(re.sub("b", Text("X"), "abab"), type(re.sub("b", Text("X"), "abab")), type(re.sub("z", "", text)))
print(re.sub(r"(\w)(\d)?", r"<\1\2\g<0>>", "a1 b"), re.sub(rb"(\w)", rb"[\1]", b"a b"), re.sub(b"a", b"", bytearray(b"banana")))
print(re.split(r"(,)|;", "a,b;c"), re.split(",", "a,b,c", maxsplit=1), re.split("", "ab"), re.split(b",", b"a,b"))
print(re.findall("(a)(b)?", "abaab"), re.findall("(a)?b", "abb"), re.findall(b"a", b"aXa"), re.findall("ж", "жаж"), re.findall("", ""))
for pos, end in ((0, 3), (-5, 2), (2, 100), (3, 1), (Index(), 5)):
    print(p.findall("abcdef", pos, end), p.search("abcdef", pos, end), [m.pos for m in p.finditer("abcdef", pos, end)])
for call in (lambda: p.search(b"a"), lambda: p.search(1), lambda: p.findall(None), lambda: p.finditer([]), lambda: p.search("a", "b"),
             lambda: re.search(b"a", "a"), lambda: p.sub("", 1), lambda: p.split(b""), lambda: p.scanner(1), lambda: p.search("a", 1.5),
             lambda: p.sub("x", "y", "z"), lambda: p.match("a", pos=10**30)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(p.sub("-", "abc", count=2), p.sub("-", "abc", -1), p.subn("-", "abc", True), p.split("a b c", -1), p.split("a b c", 2))
s = re.compile("a|b").scanner("xab", 1)
print(s.match(), s.search(), s.match(), s.search())
