# Replacing: templates, functions, counts.
import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", count=2), re.subn("a", "", "banana"), re.subn("z", "", "banana"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world again now"), re.sub(r"(?P<y>\d+)-(?P<m>\d+)", r"\g<m>/\g<y>\g<0>", "2024-03"))
print(re.sub("(a)|b", r"[\1]", "ab"), re.sub("x*", "-", "abxd"), re.sub("x*", "-", ""), re.sub("^", "> ", "a\nb", flags=re.M))
print(re.sub("b", lambda m: m.group().upper() + str(m.start()), "abcb"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 x3"))
print(repr(re.sub("a", r"\n\t\\\101\0", "xax")), re.sub("a", "\\g<0>\\g<0>", "a"), re.sub("(.)", r"\g<1>0", "ab"), re.sub("(.)", r"\1\1", "ab"))
print(re.sub("a", r"\.\-", "a"), re.sub("a", ".", "aXa"), re.sub(".", lambda m: None, "abc") == "")
print(re.sub(b"a(.)", rb"\1!", b"abac"), re.sub(b"a", lambda m: b"<" + m[0] + b">", b"xa"), re.split(b",", b"a,b"), re.findall(rb"\w", b"a\xe9b"))
print(re.compile("[aeiou]").sub("", "education"), re.compile(r"(\s)\s*").sub(r"\1", "a  b \n c"), re.compile("o").subn("0", "foo", 1))
print(re.match(r"(\w)(\d)?", "a").expand(r"<\1|\2|\g<1>>"), re.match("(?P<x>a)", "a").expand("\\g<x>\\x".replace("\\x", "!")))


def camel_to_snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def fill(template, **values):
    return re.sub(r"\{\{\s*(\w+)(?:\|(\w+))?\s*\}\}", lambda m: getattr(values[m[1]], m[2])() if m[2] else values[m[1]], template)


print(camel_to_snake("HTTPServerError"), camel_to_snake("simpleName"), fill("{{ a }}-{{b|upper}}!", a="x", b="y"))
print(re.sub(r"(?i)WORLD", "there", "hello World"), re.sub(r"\s+", " ", "  many \t\n spaces ").strip(), re.sub("é", "e", "café é"))

for template in (r"\2", r"\g<2>", r"\g<x>", r"\g<1", r"\g<>", r"\g", r"\q", "\\", r"\g<1a>", r"\400", r"\g<-1>", r"\99", r"\g< 1>"):
    try:
        print(template, re.sub("(a)", template, "a"))
    except (re.error, IndexError) as error:
        print(template, type(error).__name__, error)
for call in (lambda: re.sub("a", 5, "a"), lambda: re.sub("a", lambda m: 5, "xa"), lambda: re.sub("a", b"b", "a"), lambda: re.sub(b"a", "b", b"a"),
             lambda: re.sub("a", "b", b"a"), lambda: re.sub(b"a", b"b", "a"), lambda: re.sub("a", "b", None), lambda: re.sub("a", lambda: 1, "a"),
             lambda: re.sub("a", "b", "c", 1, 2, 3), lambda: re.sub("a", "b"), lambda: re.sub("a", lambda m: 1 / 0, "a")):
    try:
        print(call())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
