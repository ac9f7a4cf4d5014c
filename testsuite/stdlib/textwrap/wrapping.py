# Wrapping, filling, dedenting and indenting with every option.
import textwrap
from textwrap import TextWrapper, dedent, fill, indent, shorten, wrap

text = "The quick-brown fox jumps -- over the lazy dog.  It's a well-known story---isn't it? Antidisestablishmentarianism!"
for width in (1, 5, 10, 20, 40, 70):
    print(width, wrap(text, width))
for options in [
    {"initial_indent": "* ", "subsequent_indent": "  "}, {"break_long_words": False}, {"break_on_hyphens": False},
    {"fix_sentence_endings": True}, {"max_lines": 2}, {"max_lines": 2, "placeholder": "~"}, {"drop_whitespace": False},
    {"expand_tabs": False}, {"replace_whitespace": False}, {"tabsize": 4}, {"max_lines": 1, "placeholder": "..."},
]:
    print(options, wrap("one\ttwo  three four-five\nsix. Seven, eight-nine-ten e.g. this a-b-c", 14, **options))
for sample in ["", "   ", "a", "--foo --bar-baz", "x" * 30, "and/or \u00e9t\u00e9-ici \u4e2d\u6587", "a\x0bb c\u00a0d", "use the -n option, or --no-x"]:
    print(repr(fill(sample, 8)))
for bad in [lambda: wrap("x", 0), lambda: wrap("x y z", 5, max_lines=1, placeholder="......"), lambda: wrap("x", -1)]:
    try:
        print(bad())
    except ValueError as e:
        print(e)
print(shorten("Hello   world, how  are you?", 20), shorten("Hello world", 5), shorten("Hello world", 11), shorten("Hello world!", 10, placeholder="..."))
print(repr(dedent("""
    first
      second
    \tthird

   \t
    last""")), repr(dedent("  a\n\tb\n")), repr(dedent("")), repr(dedent("   \n  \n")))
print(repr(indent("a\n\n  b\n \nc", "> ")), repr(indent("a\n\nb", "# ", lambda line: True)))
wrapper = TextWrapper(width=12)
print(wrapper.wrap("spam and eggs and more spam"), wrapper.fill("x y z"))
wrapper.width = 6
wrapper.initial_indent = "- "
print(wrapper.wrap("spam and eggs"), textwrap.__all__)
