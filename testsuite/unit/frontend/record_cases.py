#!/usr/bin/env python3
"""Writes into syntax_errors.inc and ast_dumps.inc what CPython says of the sources in them. Run it with CPython 3.13.

A case is R"py(source)py", R"txt(expected)txt". To add one, write it with an empty expectation.
"""
import ast
import pathlib
import re
import subprocess
import sys
import tempfile

CASE = re.compile(r'R"py\((.*?)\)py", R"txt\((.*?)\)txt"', re.S)


def syntax_error(source, folder):
    path = pathlib.Path(folder) / "t.py"
    path.write_text(source, encoding="utf-8")
    result = subprocess.run([sys.executable, "-W", "ignore", str(path)], capture_output=True, text=True, check=False)
    return result.stderr.replace(str(path), "t.py")


def dump(source, _):
    return ast.dump(ast.parse(source), indent=2, include_attributes=True) + "\n"


def record(name, expectation):
    path = pathlib.Path(__file__).with_name(name)
    text = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        text = CASE.sub(lambda case: f'R"py({case[1]})py", R"txt({expectation(case[1], folder)})txt"', text)
    path.write_text(text, encoding="utf-8")


record("syntax_errors.inc", syntax_error)
record("ast_dumps.inc", dump)
