"""tomllib: documents, their values, and what's wrong with others."""
import io
import tomllib
from decimal import Decimal

DOCUMENT = '''
# A comment.
title = "TOML \\u00e9 \\t tab"
literal = 'C:\\path'
lines = """
one
two \\
     continued"""
quotes = """"x""""
raw_lines = \'\'\'
first
'second' \'\'\'
"quoted key" = 1
dotted.key.'with space' = true
numbers = [1, -2, +3, 0xdead_beef, 0o17, 0b101, 1_000]
floats = [1.5, -0.0, 1e3, 6.626e-34, inf, -inf]
times = [1979-05-27T07:32:00Z, 1979-05-27 00:32:00.999999-07:00, 1979-05-27T07:32:00, 1979-05-27, 07:32:00.5]
nested = [[1, 2], ["a", {x = 1, y.z = "deep"}], []]
empty = {}

[server]
host = "localhost"  # behind a value
[server.limits]
connections = 10

[[items]]
name = "first"
[items.detail]
size = 1
[[items]]
name = "second"
[[items.parts]]
id = 1
[[items.parts]]
id = 2
'''
document = tomllib.loads(DOCUMENT)
for key, value in document.items():
    print(f"{key}: {value!r}")
print(tomllib.loads("x = 1.10", parse_float=Decimal), tomllib.loads(""), tomllib.loads("a = 1\r\nb = 2"))
print(tomllib.load(io.BytesIO(b'name = "\xc3\xa9"')), tomllib.loads("x = nan")["x"] != 0)

WRONG = [
    "a = 1\na = 2", "a =", "a", "= 1", "[a", "[a]\n[a]", "[a]\n[[a]]", "[[a]]\n[a]", "a = [1,", "a = [1 2]", "a = {b = 1", "a = {b = 1,}",
    "a = {b = 1}\n[a]", "a = {b = 1}\na.c = 1", "[a.b]\n[a]\nb.c = 1", "a = \"x", "a = 'x", 'a = """x', 'a = "\\q"', 'a = "\\u12"',
    'a = "\\ud800"', "a = 1979-02-30", "a = 01", "a = 1__2", "a = .5", "a = tru", "a = 1 b = 2", "a = 1 #\x00", 'a = "\x01"', "[]",
    "a = {x = 1, x.y = 2}", "a = 1\n[a.b]", "a = []\n[[a]]", "a = 1\rb = 2", "a.b = 1\na.b.c = 2",
]
for text in WRONG:
    try:
        print("accepted", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), "->", error)
for function in (lambda: tomllib.loads(b"a = 1"), lambda: tomllib.load(io.StringIO("a = 1")), lambda: tomllib.loads("a = 1.5", parse_float=lambda text: {})):
    try:
        print(function())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(issubclass(tomllib.TOMLDecodeError, ValueError), tomllib.TOMLDecodeError.__module__)
