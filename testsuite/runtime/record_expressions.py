#!/usr/bin/env python3
"""Records what CPython makes of each expression in expressions/*.txt, behind an arrow on the same line."""
import math
import pathlib
import random
import sys
import warnings


def shown(expression):
    try:
        return repr(eval(expression, {"math": math, "random": random}))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    assert sys.version_info[:2] == (3, 13), "record with CPython 3.13"
    warnings.simplefilter("ignore")
    for path in sorted(pathlib.Path(__file__).parent.glob("expressions/*.txt")):
        lines = []
        for line in path.read_text(encoding="utf-8", errors="surrogatepass").splitlines():
            expression = line.partition("  ->  ")[0].rstrip()
            is_expression = expression and not expression.startswith("#")
            lines.append(f"{expression}  ->  {shown(expression)}" if is_expression else expression)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="surrogatepass")


main()
