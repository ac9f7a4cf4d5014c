# What re finds: searching, groups, places, iteration, and the objects that tell.
import copy
import re


def show(match):
    if match is None:
        print(None)
        return
    print(match, match.span(), match.groups(), match.groupdict(), match.lastindex, match.lastgroup, match.regs)


log = """2024-03-01 12:00:01 INFO  server started on port 8080
2024-03-01 12:00:07 WARN  slow query: 1532 ms (users)
2024-03-02 00:13:44 ERROR connection lost to 10.0.0.12:5432
not a log line
2024-03-02 00:13:59 INFO  reconnected"""

line = re.compile(r"^(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>[A-Z]+)\s+(?P<text>.*)$", re.MULTILINE)
for m in line.finditer(log):
    print(m["date"], m.group("time", 3), m.start("text"), m.end(), m[4][:12])
print(line.groups, dict(line.groupindex), line.flags, line.pattern == line.pattern)
print(re.findall(r"\d+(?:\.\d+){3}(?::(\d+))?", log), re.findall(r"(\d+) ms \((\w+)\)", log), re.findall(r"[A-Z]{4,}", log))
print([w.span() for w in re.finditer(r"\bs\w+", log)])

# Beginnings, ends, everything.
for text in ("abc", "abcd", "xabc", "ab\n", "", "abc\n"):
    print([bool(f(r"abc?$", text)) for f in (re.match, re.search, re.fullmatch)], re.search(r"\Aab", text), re.search(r"c\Z", text))
print(re.findall("^", "a\nb\n", re.M), [m.start() for m in re.finditer("^", "a\nb\n", re.M)], [m.start() for m in re.finditer("$", "a\nb\n")])
print([m.start() for m in re.finditer("(?m)$", "a\nb\n")], re.findall(".", "a\nb"), re.findall(".", "a\nb", re.S))

# Parts of the text.
p = re.compile(r"^b|b")
print(p.search("abab", 1), p.match("abab", 1), p.search("abab", 2, 3), p.search("abab", -5, 100), p.search("abab", 3, 1))
print(re.compile("$").search("abc", 0, 2), re.compile(r"(?<=a)b").match("ab", 1), re.compile(r"\bb").match("ab", 1))
m = p.search("abab", 1, 3)
print(m.pos, m.endpos, m.string, m.re is p, m.start(), m.end())

# Groups that took no part, nested and repeated ones.
show(re.match(r"(a)|(b)", "b"))
show(re.match(r"((a)(b)?)+", "aab"))
show(re.match(r"(?P<outer>x(?P<inner>y))z?", "xy"))
show(re.match(r"(?:(\w)(\d))*", "a1b2c"))
show(re.match(r"(?=(\w+))(\w)", "word"))
show(re.search(r"(?P<quote>['\"])(.*?)(?P=quote)", "say 'a\"b' and"))
show(re.match(r"(<)?(\w+@\w+)(?(1)>|$)", "<me@here>"))
show(re.match(r"(<)?(\w+@\w+)(?(1)>|$)", "<me@here"))
show(re.match(r"(?P<a>x)?(?(a)y|z)", "z"))
m = re.match(r"(\d+)(?:-(\d+))?", "12")
print(m.group(), m.group(1), m.group(2), m.groups("none"), m.groupdict(), m.start(2), m.end(2), m.span(2), m[0], m[1], m[2])
print(bool(m), copy.copy(m) is m, copy.deepcopy(m) is m, copy.deepcopy(m.re) is m.re)

# Greedy, lazy, possessive, atomic.
for pattern in ("<.*>", "<.*?>", "a{2,3}", "a{2,3}?", "a{2}", "a{,2}", "a{2,}", "a{", "a{,", "x{1", "a++a", "a*+", "a?+a", "(?>a+)a", "(?>a|ab)c", "a{1,2}+a"):
    found = re.search(pattern, "aaa<b><c>abc a{, a{ x{1")
    print(pattern, found and found.span())

# Around.
print(re.findall(r"(?<=\$)\d+", "$5 7 $12"), re.findall(r"(?<!\$)\b\d+", "$5 7 $12"), re.findall(r"\w+(?=!)", "hi! you hey!"), re.findall(r"\b\w+\b(?!!)", "hi! you hey!"))
print(re.findall(r"(?<=ab|cd)e", "abe cde xe"), re.split(r"(?<=,)", "a,b,c"))

# Empty matches.
print(re.findall("x*", "axb"), re.findall("", "ab"), re.findall("a|", "aab"), re.findall(r"\b|\w+", "a bc"), [m.span() for m in re.finditer("b*?", "abb")])
print(re.split("x*", "axbc"), re.split("(x)|b", "axbc"), re.split(r"\s*", "a b"), re.split(",", ""), re.split("", "ab"), re.split(r"[,;]", "a,b;c", maxsplit=1), re.split("(,)", "a,b,c", maxsplit=-1))

# Objects.
print(re.compile("a"), re.compile("a'b\n", re.I | re.X), re.compile(b"a"), re.compile("x" * 250), repr(re.match("x+", "x" * 80)))
print(re.compile("a") is re.compile("a"), re.compile("a", re.I) == re.compile("a", re.I), re.compile("a") == re.compile("a", re.I), re.compile("a") == re.compile(b"a"), re.compile("a") == "a", hash(re.compile("b")) == hash(re.compile("b")))
print(type(m), type(p), re.Match, re.Pattern, isinstance(m, re.Match), isinstance(p, re.Pattern), re.Pattern[str])
print(re.compile(re.compile("q")), re.escape("a.b*c [x]-y\n#é_"), re.escape(b"a.b"), re.escape(""), re.match(re.escape("1+1=2?"), "1+1=2?"))
re.purge()


class Text(str):
    def __getitem__(self, key):
        return "overridden"


found = re.search("b+", Text("abbc"))
print(found.group(), type(found.group()), type(found.string).__name__)


def tokens(text):
    kinds = [("number", r"\d+(\.\d*)?"), ("name", r"[A-Za-z_]\w*"), ("sign", r"[-+*/=()]"), ("space", r"\s+"), ("other", r".")]
    for m in re.finditer("|".join(f"(?P<{name}>{pattern})" for name, pattern in kinds), text):
        if m.lastgroup != "space":
            yield m.lastgroup, m.group()


print(list(tokens("x1 = 3.5*(y - 2) ?")))
