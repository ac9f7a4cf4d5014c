# Flags, letters and digits of all scripts, and bytes.
import re

print(repr(re.I), str(re.I), f"{re.M}", re.I.name, re.I.value, int(re.S), re.I | re.M, re.A | re.I, ~re.I, re.I & re.M, re.NOFLAG, re.RegexFlag(0), re.I | 4096, re.I in (re.I | re.M))
print(list(re.RegexFlag), re.RegexFlag["X"], re.IGNORECASE is re.I, type(re.I), isinstance(re.I, int), re.DEBUG, re.T if hasattr(re, "T") else "no T")
for pattern, flags in (("a", 0), ("a", re.A), ("(?i)a", 0), ("(?aix)a", 0), (b"a", 0), (b"(?i)a", re.L), ("(?s-i:a)", re.I), ("a", re.U | re.S)):
    print(re.compile(pattern, flags), re.compile(pattern, flags).flags)

text = "Straße ΣΊΣΥΦΟΣ naïve Ωmega ١٢٣ x² 数字 тест_1 \u2003end \x1c|\x85|\xa0 K ſ İı ﬆ"
for flags in (0, re.A, re.I, re.A | re.I):
    print(re.findall(r"\w+", text, flags), re.findall(r"\d", text, flags), len(re.findall(r"\s", text, flags)), len(re.findall(r"\S", text, flags)), len(re.findall(r"\b", text, flags)))
    print(re.findall(r"[^\W\d_]+", text, flags), re.findall("[a-z]+", text, flags), re.findall(r"[\s\d]+", text, flags), len(re.findall(r"[^\s]", text, flags)), len(re.findall(r"[\S]", text, flags)))
for pattern in ("STRASSE", "straße", "σίσυφος", "ΩMEGA", "k", "s", "i", "I", "ı", "ﬅ", "[k-s]", "[^k]", "ТЕСТ", "[а-я]+", "é", "\\xdf", "ẞ"):
    print(pattern, [m.span() for m in re.finditer(pattern, text, re.I)][:6])
print(re.findall(r"\N{SNOWMAN}|\N{LATIN SMALL LETTER E WITH ACUTE}", "a☃é"), re.search(r"[\N{DIGIT ONE}-\N{DIGIT THREE}]+", "0123456"))
print(re.findall("(?a:\\w)+", "aé"), re.findall("(?u:\\w+)", "aé", re.A), re.findall("(?i:a)b", "AbAB"), re.findall("(?-i:a)b", "aBAB", re.I), re.findall("(?s:.)", "\n"), re.findall("(?m:^)a", "b\na"))
print(re.match("\U0001f600+", "\U0001f600\U0001f600"), re.search("[\U0001f600-\U0001f64f]", "a\U0001f601"), re.findall(".", "a\U0001f600é"), re.search("\ud800", "x\ud800"), re.findall("[\ud800-\udfff]", "a\udc80"))
print(re.search("é", "cafe\u0301"), re.search("(é|ж)", "ABж", re.I), re.search("\xff", "\u0178", re.I), re.search("\u0178", "\xff", re.I))

verbose = re.compile(r"""
    (?P<number> [+-]? \d+ )   # a number
    \s* (?P<unit> [a-z]+ | \# | [ ] )   # its unit, a hash sign or a blank
    """, re.VERBOSE | re.IGNORECASE)
print(verbose.match("+12 KG").groupdict(), verbose.match("5#").groups(), verbose.match("5 ").groups(), verbose.flags, verbose.groupindex)
print(re.findall(r"(?x) a b # comment", "ab a b"), re.findall("(?x:a b) c", "ab cabc"), re.match(r"(?x)[ #]+", " # "))

data = b"GET /index.html HTTP/1.1\r\nHost: example.org\r\nX: caf\xc3\xa9 \xff\r\n\r\nbody"
print(re.match(rb"(\w+) (\S+) HTTP/(\d)\.(\d)\r\n", data).groups(), re.findall(rb"^(\w+): (.*)\r$", data, re.M), re.search(rb"[\x80-\xff]+", data), re.split(rb"\r\n", data, maxsplit=1)[0])
print(re.search(b"CAF", data, re.I), re.search(b"\xE9", b"\xc9", re.I), re.findall(rb"\w", b"\xe9a"), re.match(b"a.c", b"a\nc", re.S), re.match(rb"\x61\142", b"ab"))
print(re.match(b"a", bytearray(b"abc")), re.findall(b"b+", memoryview(b"abbc")), re.sub(b"b", b"x", bytearray(b"abc")), re.search(b"c", bytearray(b"abc")).group())

# A nest that can't be gone through in Python's recursion, a pattern of many words, and much backtracking that ends.
words = ["w%d" % i for i in range(5000)]
found = re.search("|".join(sorted(words, reverse=True)), "xx w4321 w17")
print(found, len(re.findall("|".join(words[::-1]), " ".join(words))), re.match("(" * 60 + "a" + ")" * 60, "a").groups()[-1])
print(re.match(r"(a|b)*c", "ab" * 50000), re.match(r"(?:a|b)*c", "ab" * 50000 + "c").end(), len(re.findall(r"(?:(?:ab)+)", "ab" * 100000)[0]))
print(re.match(r"(x+x+)+y", "x" * 20), re.search(r"a{70000}", "a" * 70001).end(), re.search(r"(?:ab){3,70000}c", "ab" * 66000 + "c").end())
