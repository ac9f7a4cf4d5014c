#!/usr/bin/env python3
"""Writes docs/language.md: each feature of the language with the tests that prove it, and what aiocc refuses.

    scripts/language_page.py          # writes the page
    scripts/language_page.py --check  # exits 1, and says so, where the page isn't up to date

A feature is a folder of testsuite/features; a test's first line says what it proves. What is refused is what
transpiler/ reports as unsupported.
"""
import re

from generated_page import ROOT, write_or_check

FEATURES = ROOT / "testsuite" / "features"
PAGE = ROOT / "docs" / "language.md"
REPORT = re.compile(r'\b(?:unsupported|fail_unsupported|report_unsupported)\((?:[^;"]|\n)*?"((?:[^"\\]|\\.)*)"', re.M)


def first_line(test):
    line = test.read_text(encoding="utf-8-sig", errors="replace").splitlines()[0]
    return line.strip("# \"").rstrip(".")


def tests_of(feature):
    for path in sorted(feature.iterdir()):
        program = path / "main.py" if path.is_dir() else path
        if program.suffix == ".py" and program.exists() and path.name != "Inputs":
            yield path.stem, program


def feature_rows():
    for feature in sorted(path for path in FEATURES.iterdir() if path.is_dir()):
        for name, program in tests_of(feature):
            link = program.relative_to(ROOT).as_posix()
            yield f"| {feature.name.replace('_', ' ')} | {first_line(program).replace('|', chr(92) + '|')} | [{name}](../{link}) |"


def refusals():
    found = set()
    for path in sorted((ROOT / "transpiler").rglob("*.cpp")):
        # What the emitter writes into programs refuses nothing.
        if "emit" in path.parts:
            continue
        found.update(match[1].replace('\\"', '"') for match in REPORT.finditer(path.read_text(encoding="utf-8")))
    # Text that goes on with a name.
    return sorted(each + "...`" if each.count("`") % 2 else each for each in found)


def page():
    lines = [
        "# The language",
        "",
        "Written by scripts/language_page.py from the tests and from the compiler. Every test is a program whose output, errors and exit code",
        "are those of CPython 3.13, with inferred types and with `--types=dynamic`.",
        "",
        "| feature | what is proved | test |",
        "| --- | --- | --- |",
        *feature_rows(),
        "",
        "## What is refused",
        "",
        "Each is a compile-time error, `[unsupported-construct]`, with its place.",
        "",
        *(f"- {each}" for each in refusals()),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    write_or_check(PAGE, page())
