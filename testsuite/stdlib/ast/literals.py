"""The values of literals, and what isn't one."""
import re
from ast import literal_eval

TEXTS = [
    "1", "-1", "+1", "1.5", "1e3", "1j", "1+2j", "-1-2j", "0x1F", "0b101", "0o17", "1_000", "00", "'a'", '"a"', "'''a\nb'''", "'a' 'b'",
    "b'a'", "b'a' b'b'", "r'\\n'", "'\\n\\x41\\u00e9\\N{BULLET}\\101'", "u'x'", "rb'\\x'", "[]", "[1,]", "(1,)", "()", "(1)", "1,2", "1,",
    "{}", "{1:2,}", "{1, 2}", "set()", "{'a':[1,{'b':(None,True)}]}", "...", "  1", "\t1", "1\n\n", "1e400", ".5", "1 # c", "(\n1,\n2\n)",
    "'\\ud800'", "b'\\xff'", "-1.5e-3j",
    # What's more than a literal.
    "--1", "1j+2", "1+2", "f'x'", "set(1)", "Ellipsis", "x", "foo()", "[x]", "a.b", "a[1]", "1 if 2 else 3", "lambda: 1", "[i for i in x]",
    "1 < 2", "not True", "~1", "2**3", "-'a'", "-True", "{**{}}", "[*[1]]", "-[1]", "'a' + 'b'", "True+1j", "await x", "(x := 1)",
    "__import__('os')", "{1:2}|{}", "'a'.upper()", "nan", "'%s' % 1", "{x: 1}", "1 is 2", "(*1,)", "f(*a, b=1, **c)", "{i: i for i in x}",
    # What's no expression.
    "01", "1__0", "0x", "1a", "'a' b'b'", "b'é'", "'\\x4'", "", "1;2", "x=1", "[1", "(", "]", "[1 2]", "{1:}", "{1:2,3}", "*a", "1 +",
    "'abc", '"""a', "1 2", "import os", "@", "$", "[1,\n2", "yield", "x := 1", "1_", "[,]", "1,,2", "{'a':1 'b':2}", "f(", "print 1",
    "a if b", "1 not 2", "lambda x", "\x00", "(1]",
]
for text in TEXTS + [b"1", 5, None]:
    try:
        value = literal_eval(text)
        print(repr(value), type(value).__name__)
    except SyntaxError as error:
        print(repr(text), "SyntaxError", error)
    except (ValueError, TypeError) as error:
        print(repr(text), type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))
for text in ("{[]: 1}", "{[]}"):
    try:
        literal_eval(text)
    except TypeError as error:
        print(error)
settings = literal_eval(str({"name": "x", "sizes": (1, 2.5), "nested": {"on": True, "off": None}}))
print(settings["sizes"], settings["nested"])
