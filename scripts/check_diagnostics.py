#!/usr/bin/env python3
"""Proves that some test provokes each diagnostic of the catalogue. Exits 1 with a line for each one that none does."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "transpiler" / "diagnostics" / "catalogue.def"
ENTRY = re.compile(r"^AIOCC_DIAGNOSTIC\((\w+),", re.M)

# Python's own errors, which carry no code.
PYTHON_ERRORS = {"IndentationError", "SyntaxError", "TabError"}
# What only a bug of aiocc provokes.
UNPROVOKED = {"InternalError"}


def traces(name):
    """How a test shows that it provoked the diagnostic: in the text form, or in JSON."""
    if name in PYTHON_ERRORS:
        return [f"{name}:"]
    code = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()
    return [f"[{code}]", f'"{code}"']


def main():
    names = set(ENTRY.findall(CATALOGUE.read_text(encoding="utf-8"))) - UNPROVOKED
    tests = [path for path in (ROOT / "testsuite").rglob("*") if path.suffix in {".py", ".test", ".err", ".cpp"}]
    text = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in tests)
    missing = sorted(name for name in names if not any(trace in text for trace in traces(name)))
    for name in missing:
        print(f"{CATALOGUE.relative_to(ROOT)}: no test provokes {name} {traces(name)[0]}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
