# What isn't a regular expression, in CPython's words and at its places.
import re

patterns = r"""
( ) (() a) ((a)
[ [a [^ [] []] [^] [b-a] [\d-z] [a-\w] [z-\x41]
* + ? a** a*** a+* a{2}{3} a{3,2} ^* $+ (*) (?:+) a|* {1} a{99999999999} (?:a*)* a?+? x{5,3}y
\ a\ \q \y \x \x1 \xg \u12 \U0011 \U00110000 \400 [\400] [\q] \8 \1 (a)\2 (\1) (a\1) [\8] \00 \07 \N{ \N \N{} \N{NO_SUCH_NAME} [\N{SNOWMAN}-\N{COMET}]
(?P<a>x)(?P<a>y) (?P<1a>x) (?P<a (?P<>x) (?P=a) (?P=1) (?P (?Px (?P= (?P=a (?P<a>(?P=a)) (?P<a-b>x)
(? (?z) (?a-a:x) (?-) (?i (?i- (?iu (?-i) (?i-i:x) (?au:x) (?L) (?-a:x) (?iz) (?i-z:x) (?ix:a a(?i) (?i)a|(?i)b (a(?i)b) (?i-:a)
(?#abc (?<a) (?<=a*) (?<!a|bc) (?<=(a)\1) (?<=a{2}) (?<=a{1,2}) (?<= (?! (?=a (?> (?>a (?<=(?:ab|cd)) (?<=^a)
(?(1)a) (a)(?(1)b|c|d) (?(x)a) (?(0)a) (?(1 (?(a)(?(1)b) (a)(?(1)b (?(-1)a) (?() (a)(?(2)b)
(?s)x (?x)a (?P<n>a)(?(n)b) x(?#c)y
""".split()
for pattern in patterns + ["a\n(b", "(?x)\n a #\n [", "a\\", "(?x)(a b\n#)\n", " * ", "é(", "[é-a]", "(?P<é>a)", "(?P<a b>x)"]:
    try:
        compiled = re.compile(pattern)
        print(repr(pattern), "fine", compiled.groups, compiled.flags)
    except (re.error, OverflowError) as error:
        if isinstance(error, re.PatternError):
            print(repr(pattern), "|", error, "|", error.msg, error.pattern == pattern, error.pos, error.lineno, error.colno)
        else:
            print(repr(pattern), type(error).__name__, error)
for pattern in (b"(", b"\\u1234", b"(?u)a", b"(?L)a", b"(?La:a)", b"[\xff-\x80]", b"(?P<\xe9>a)", b"a\n*b(", b"\\N{x}"):
    try:
        print(pattern, "fine", re.compile(pattern).flags)
    except re.error as error:
        print(pattern, "|", error, error.pos)

print(re.error is re.PatternError, re.PatternError.__mro__, re.PatternError("m").pos, re.PatternError("m", "abc", 1))
calls = (
    lambda: re.compile("a", re.L), lambda: re.compile("a", re.A | re.U), lambda: re.compile(b"a", re.U), lambda: re.compile(b"a", re.A | re.L),
    lambda: re.compile(re.compile("a"), re.I), lambda: re.compile(5), lambda: re.compile(None), lambda: re.compile([1]), lambda: re.match("a", 5),
    lambda: re.match("a", None), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.findall("a", ["a"]), lambda: re.match("(a)", "a").group(2),
    lambda: re.match("(a)", "a").group("x"), lambda: re.match("a", "a")[-1], lambda: re.match("a", "a")[1.5], lambda: re.match("a", "a").start(1),
    lambda: re.match("a", "a").span("n"), lambda: re.search("a"), lambda: re.match("x", "y").group(), lambda: re.split("a", "b", maxsplit="c"), lambda: re.escape(5),
)
for call in calls:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
