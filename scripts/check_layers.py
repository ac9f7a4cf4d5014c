#!/usr/bin/env python3
"""Proves the include table of transpiler/: each folder includes only what stands beside it here. Exits 1 with a line for each breach."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSPILER = ROOT / "transpiler"

TABLE = {
    "support": "",
    "diagnostics": "support",
    "syntax": "support",
    "frontend": "syntax diagnostics support",
    "bindings": "support",
    "semantics": "syntax bindings diagnostics support",
    "ir": "syntax bindings support",
    "build_ir": "semantics syntax ir bindings diagnostics support",
    "types": "ir bindings diagnostics syntax support",
    "passes": "ir types bindings diagnostics support",
    "emit": "ir types bindings diagnostics syntax support",
    "driver": "emit passes types build_ir ir semantics bindings frontend syntax diagnostics support",
    "binding_generator": "support syntax frontend diagnostics",
}

# Outside libraries, and the only files that may include them, by the start of their path.
LIBRARIES = {
    "tree_sitter/": ("frontend/",),
    "clang/": ("binding_generator/",),
    "llvm/": ("binding_generator/", "frontend/unicode_names"),
    "aiocc/": (),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def breaches_of(path, folder):
    allowed = set(TABLE[folder].split()) | {folder}
    text = path.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        target = match[2]
        line = text.count("\n", 0, match.start(2)) + 1
        where = f"{path.relative_to(ROOT)}:{line}"
        first = target.split("/")[0]
        if "/" not in target and match[1] == '"':
            yield f'{where}: "{target}" needs its folder: "{folder}/{target}"'
        elif first in TABLE and first not in allowed:
            yield f"{where}: {folder}/ may not include {first}/"
        for prefix, users in LIBRARIES.items():
            if target.startswith(prefix) and not path.relative_to(TRANSPILER).as_posix().startswith(users):
                yield f"{where}: {folder}/ may not include <{prefix}...>"


def main():
    breaches = []
    for folder in sorted(path for path in TRANSPILER.iterdir() if path.is_dir()):
        if folder.name not in TABLE:
            breaches.append(f"{folder.relative_to(ROOT)}: the include table doesn't know this folder")
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".cpp", ".hpp", ".def", ".inc"}:
                breaches += breaches_of(path, folder.name)
    print(*breaches, sep="\n", end="\n" if breaches else "")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
