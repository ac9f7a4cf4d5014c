# Numbers of all forms, strings of all prefixes, implicit concatenation, escapes and names of characters.
print(0, 00, 0_0, 1_000_000, 0xFF, 0xdead_beef, 0X1f, 0o17, 0O7_7, 0b1010, 0B1_1, 10 ** 30, 0xFFFFFFFFFFFFFFFFFFFF)
print(1., .5, 1.5e3, 1E-3, 1e+10, 1_0.0_1e1_0, 0e0, 1e400, 5e-324, 0.1 + 0.2, 00.5, 09.5, 1e5.real, 1 .real, 1..imag)
print(-0.0, --1, +-+1, ~-1, not-1, 2**-1, -2**2, 1if 1else 2, [0x1for x in (1,)], 1_2if 1 else 3)
print("a" 'b' """c""" '''d''' r"\e" "\x41\u0042\U00000043\103\0".__len__(), b"a" b'\x00\xff' rb"\x" Rb"\y" bR'\z' BR"\w" b"\101")
print("\N{LATIN SMALL LETTER E WITH ACUTE} \N{snowman} \N{DIGIT ONE}\N{HANGUL SYLLABLE GA}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{LINE FEED}|\N{no-break space}|\N{EM DASH}")
print(u"u", U"U", R"\R", "\a\b\f\n\r\t\v\\\'\"".encode(), "\
joined", 'it''s', "tab	in", """multi
line \
joined
""")
print("é" "ü" "日本" "😀", len("😀"), "\ud800".encode("utf-8", "surrogatepass"), ascii("é日😀"))
print((1, 2) , (1,), (), ( ), [1,], {1,}, {1: 2,}, [[]], ((())), (((1))))
x = 1; y = 2;
if x: print("one line"); print("two")
while x: x = 0; break
else: print("not reached")
for z in 1, 2, *[3, 4]: print(z, end=" ")
print(
    "arguments"

    # a comment between
    , "over",

    "lines",
)
total = 1 + \
    2 + \
 3
print(total, 1 if total else \
      2)
if (total
        > 5 and
    True):
          print("odd indentation")
if True:
 print("one space")
 if True:
	 print("a tab after a space")
class Empty: pass
def one(): return 1
class Dotted: a = 1; b = 2
print(one(), Dotted.a, Dotted.b, Empty.__name__)

print("form feed above")
print(... is Ellipsis, None, __debug__, True is not False, 1 < 2 < 3 != 4 == 4 >= 3 <= 3 > 2)
print(1 if True else 2 if True else 3, (lambda: (yield))().__class__.__name__, *[1], *(2,), *{3: 4}, sep="-")
μ = 1
变量 = 2
naïve_ñ = μ + 变量
print(naïve_ñ)
def match(case): return case
type = match(5); match = match(6); case = 7; _ = 8
print(type, match, case, _)
match: int = 9
match[0] if False else print(match)
print(match, case)
