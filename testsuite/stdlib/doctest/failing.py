"""Examples that don't hold, and how they're reported."""
import doctest
import sys

# What reports name the file.
__file__ = "failing.py"


def wrong():
    """
    >>> 1 + 1
    3
    >>> print("a\\nb")
    a
    c
    >>> 5
    >>> x = 5
    6
    >>> True
    1
    >>> print("x")
    Traceback (most recent call last):
    ValueError: none
    """


def lines():
    """
    >>> print("a\\nb\\nc\\n\\ne")
    a
    x
    c
    <BLANKLINE>
    e
    """


def right():
    """
    >>> 2
    2
    """


# Without the tracebacks, in which CPython's own files have a part.
print(doctest.testmod())
for flags in (doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF):
    doctest.run_docstring_examples(lines, globals(), name="lines", optionflags=flags)
print(doctest.testmod(optionflags=doctest.REPORT_ONLY_FIRST_FAILURE | doctest.DONT_ACCEPT_TRUE_FOR_1, report=False))
print(doctest.testmod(optionflags=doctest.FAIL_FAST))
try:
    doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as failure:
    print(failure.example.source, failure.got, failure.test.name)
for wrong_argument in (5, "doctest"):
    try:
        doctest.testmod(wrong_argument)
    except TypeError as error:
        print(error)

parser = doctest.DocTestParser()
TEXT = """
Some text.
    >>> a = 1
    >>> def f():
    ...     return 1
    ...
    >>> f()   # doctest: +ELLIPSIS, -SKIP
    1

    More text.
    >>> # a comment
    >>> 1/0
    Traceback (most recent call last):
      somewhere
    ZeroDivisionError: x
      y
"""
for example in parser.get_examples(TEXT):
    print(repr(example.source), repr(example.want), repr(example.exc_msg), example.lineno, example.indent, example.options)
print(len(parser.parse(TEXT)), parser.get_doctest(TEXT, {}, "text", "file", 3))
for text in (">>>1", "  >>> 1\n 2\n", ">>> 1 # doctest: +NONE", ">>> # doctest: +ELLIPSIS\n5", "  >>> 1\n ... 2\n", "  >>> 1\n  ...2\n"):
    try:
        print(parser.get_examples(text))
    except ValueError as error:
        print(error)
checker = doctest.OutputChecker()
for want, got, flags in [
    ("1\n", "1\n", 0), ("1\n", "2\n", 0), ("1\n", "True\n", 0), ("0\n", "False\n", doctest.DONT_ACCEPT_TRUE_FOR_1),
    ("a ... b\n", "a xx b\n", doctest.ELLIPSIS), ("a...\n", "abc\n", doctest.ELLIPSIS), ("...b\n", "abc\n", doctest.ELLIPSIS),
    ("a...b...c\n", "aXbYc\n", doctest.ELLIPSIS), ("a  b\n", "a b\n", doctest.NORMALIZE_WHITESPACE), ("<BLANKLINE>\n", "\n", 0),
    ("<BLANKLINE>\n", "\n", doctest.DONT_ACCEPT_BLANKLINE),
]:
    print(checker.check_output(want, got, flags))
print(doctest.TestResults(1, 2), tuple(doctest.TestResults(1, 2, skipped=3)), doctest.register_optionflag("MINE"))
sys.exit(doctest.testmod(report=False).failed)
