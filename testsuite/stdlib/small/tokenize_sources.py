import io, token, tokenize
from tokenize import generate_tokens, untokenize, TokenError, detect_encoding
SOURCES = [
    "a $ b\n", "x = 'abc", "(a,\n", "'''abc", "if x:\n  a\n b\n", "a\\\nb\n", "a \\", "1_0__\n", "é = 1\n", "f'a{b!r:>{w}}c{{x}}'", "# c",
    "x # c", "\n\n", "  # c\n\nx\n", "f'{x", "f'''a\n{b}\nc'''\n", "a\tb\n\f c\n", "a!=b; c->d := **= ...\n", "rb'x' B\"\\\"\"\n",
    "x = 1e5 + 0x1F + 1j + .5 + 1. + 0b11\n", "'a\\\nb'\n", "if 1:\n\tif 2:\n\t\tx\ny\n", "1if 2else 3\n", ")", "a\r\nb\r\n", "f'{x=}'",
    "class A:\n  def f(self):\n    pass\n\n  # c\nx\n", "f'\\N{DIGIT ONE}{{'",
]
for source in SOURCES:
    print(repr(source))
    try:
        for each in generate_tokens(io.StringIO(source).readline):
            print("  ", tokenize.tok_name[each.type], repr(each.string), each.start, each.end, repr(each.line), token.tok_name[each.exact_type])
    except (TokenError, IndentationError) as error:
        print("  ", type(error).__name__, error.args)
text = "def f(x):\n    return [x,  'y'] # z\n\nif f:\n    f(f'{1}')\n"
tokens = list(generate_tokens(io.StringIO(text).readline))
print(untokenize(tokens) == text, repr(untokenize([each[:2] for each in tokens])), tokens[0])
print(list(tokenize.tokenize(io.BytesIO(b"# -*- coding: latin-1 -*-\nx = '\xe9'\n").readline))[3:6])
for data in (b"", b"\xef\xbb\xbfx", b"#!/usr/bin\n# coding: utf8\n", b"# coding: nope\n", b"\xff\n", b"\xef\xbb\xbf# coding: latin-1\n"):
    try:
        print(detect_encoding(io.BytesIO(data).readline))
    except SyntaxError as error:
        print(error)
