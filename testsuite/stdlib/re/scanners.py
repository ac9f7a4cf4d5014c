"""Pattern.scanner: a tokenizer's loop, empty matches, parts of a text."""
import re
from collections import namedtuple

Token = namedtuple("Token", ["type", "value"])
pattern = re.compile("|".join([r"(?P<NAME>[a-zA-Z_][a-zA-Z_0-9]*)", r"(?P<NUM>\d+)", r"(?P<EQ>=)", r"(?P<WS>\s+)"]))


def tokens(text):
    scanner = pattern.scanner(text)
    for match in iter(scanner.match, None):
        yield Token(match.lastgroup, match.group())


for token in tokens("foo = 42"):
    print(token)
print([token.value for token in tokens("foo ? 42")])

scanner = pattern.scanner("  x1 !! y2")
print(scanner.pattern is pattern, type(scanner).__name__, type(scanner).__module__)
print(scanner.search().span(), scanner.match(), scanner.search(), scanner.match())

for text in ("", "aab", "baa"):
    scanner = re.compile("a*").scanner(text)
    print([match.span() for match in iter(scanner.search, None)])
    scanner = re.compile("a*").scanner(text)
    print([match.span() for match in iter(scanner.match, None)])

scanner = re.compile(rb"\w").scanner(b"abcdef", 2, 4)
print([match[0] for match in iter(scanner.search, None)], re.compile("x").scanner("abc", 3, 1).search())
try:
    re.compile("x").scanner(b"x")
except TypeError as error:
    print(error)
