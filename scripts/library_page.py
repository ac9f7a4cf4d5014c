#!/usr/bin/env python3
"""Writes docs/library.md: the modules of the standard library that are written in Python, and what they leave out.

    scripts/library_page.py          # writes the page
    scripts/library_page.py --check  # exits 1, and says so, where the page isn't up to date

Both stand in the docstring of each module of runtime/lib: its first sentence, and the paragraph that begins with "Left out:".
"""
import ast
import re

from generated_page import ROOT, write_or_check

LIBRARY = ROOT / "runtime" / "lib"
PAGE = ROOT / "docs" / "library.md"
LEFT_OUT = re.compile(r"Left out: (.*?)(?:\n\n|\Z)", re.S)


def modules():
    for path in sorted(LIBRARY.rglob("*.py")):
        parts = path.relative_to(LIBRARY).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        if parts[0] != "test" and not any(part.startswith("_") for part in parts):
            yield ".".join(parts), path


def in_a_cell(text):
    return " ".join(text.split()).replace("|", "\\|")


def row(name, path):
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    left_out = LEFT_OUT.search(docstring)
    return f"| `{name}` | {in_a_cell(docstring.partition(chr(10) * 2)[0])} | {in_a_cell(left_out[1]) if left_out else ''} |"


def page():
    lines = [
        "# The standard library in Python",
        "",
        "Written by scripts/library_page.py from the modules in runtime/lib. [What Python code can use](supported.md) lists what is native. A name",
        "that a module of ours lacks and CPython's has is a compile-time error; what else is left out says so by an exception.",
        "",
        "| module | what it is | what is left out |",
        "| --- | --- | --- |",
        *(row(name, path) for name, path in modules()),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    write_or_check(PAGE, page())
