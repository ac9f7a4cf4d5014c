"""Patterns of paths as regular expressions, and what fnmatch takes."""
import fnmatch
import glob
from pathlib import PurePosixPath

PATTERNS = (
    "foo", "foo/bar", "*", "?", "*.txt", "**", "**/", "**/*", "foo/**/bar", "a/**", "**/a", "a**b", "**a/b", ".*", "*/.x", "[!a]*", "[a/b]",
    "a/./b", "a//b", "/abs/*", "", "./*", "[", "[]", "[!]a]", "**/**", "**/**/x", "a/**/**", "*a*b*", "***", "?*", "a/*/", "**/*.py", "[.]a",
    "[/]x", "[^a]", "[a-c]x", "[z-a]",
)
for pattern in PATTERNS:
    for recursive in (False, True):
        for hidden in (False, True):
            print(pattern, recursive, hidden, glob.translate(pattern, recursive=recursive, include_hidden=hidden))
for seps in (None, "/", "/\\", ["/", "\\"], ["."], ".", "x.", "-/"):
    print(seps, glob.translate("foo\\bar/*.x/**", seps=seps, recursive=True), glob.translate("*", seps=seps))


def attempt(function, *args):
    try:
        print(function.__name__, args, function(*args))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


path = PurePosixPath("a")
for match in (fnmatch.fnmatch, fnmatch.fnmatchcase):
    for args in (("a", b"*"), (b"a", "*"), (path, "*"), ("a", path), (1, "*"), ("a", 1), (bytearray(b"a"), b"*"), (b"ab", b"a?")):
        attempt(match, *args)
for args in ((["a"], b"*"), ([b"a"], "*"), ([], b"*"), ([path], "*"), (["a", b"b"], "*"), (["a", "b"], path), (["a"], 1)):
    attempt(fnmatch.filter, *args)
attempt(glob.translate, b"a")
attempt(glob.translate, path)
