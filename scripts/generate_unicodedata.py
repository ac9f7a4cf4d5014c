#!/usr/bin/env python3
"""Writes runtime/src/stdlib/unicodedata_tables.inc and unicodedata_names.inc: what the module unicodedata tells, from the Python that
runs it (3.13). Which aliases and named sequences there may be is known from Perl's Unicode data."""
import pathlib
import re
import subprocess
import sys
import unicodedata
import zlib
from fractions import Fraction

PAGE_BITS = 7
WIDTH = 120


def wrapped(items):
    lines, line = [], "   "
    for item in items:
        if len(line) + len(item) + 2 > WIDTH:
            lines.append(line)
            line = "   "
        line += f" {item},"
    return lines + [line]


def array(kind, name, items):
    return [f"constexpr {kind} {name}[] = {{", *wrapped(items), "};"]


def property_tables():
    """One record for each kind of character, pages of records' numbers, and where each page is."""
    records, pages, starts = {}, {}, []
    for first in range(0, sys.maxunicode + 1, 1 << PAGE_BITS):
        page = []
        for code in range(first, first + (1 << PAGE_BITS)):
            char = chr(code)
            record = (unicodedata.category(char), unicodedata.bidirectional(char), unicodedata.combining(char),
                      unicodedata.east_asian_width(char), unicodedata.mirrored(char))
            page.append(records.setdefault(record, len(records)))
        starts.append(pages.setdefault(tuple(page), len(pages)))
    rows = ['{"%s", "%s", %d, "%s", %d}' % record for record in records]
    numbers = [str(number) for page in pages for number in page]
    return (array("Record", "records", rows) + array("std::uint16_t", "pages", numbers)
            + array("std::uint16_t", "page_of", [str(start) for start in starts]))


def decomposition_tables():
    """Each character that can be taken apart: into which characters, in which manner, and whether they make it up again."""
    rows, parts, tags = [], [], {"": 0}
    for code in range(sys.maxunicode + 1):
        text = unicodedata.decomposition(chr(code))
        if not text:
            continue
        tag, codes = "", text.split()
        if codes[0].startswith("<"):
            tag = codes.pop(0)
        composes = not tag and len(codes) == 2 and unicodedata.normalize("NFC", "".join(chr(int(c, 16)) for c in codes)) == chr(code)
        rows.append(f"{{0x{code:x}, {len(parts)}, {len(codes)}, {tags.setdefault(tag, len(tags))}, {int(composes)}}}")
        parts += [f"0x{int(c, 16):x}" for c in codes]
    return (array("char const*", "tags", [f'"{tag}"' for tag in tags]) + array("Decomposition", "decompositions", rows)
            + array("char32_t", "parts", parts))


def number_table():
    rows = []
    for code in range(sys.maxunicode + 1):
        value = unicodedata.numeric(chr(code), None)
        if value is None:
            continue
        exact = Fraction(value).limit_denominator(1000)
        assert exact.numerator / exact.denominator == value
        rows.append(f"{{0x{code:x}, {unicodedata.decimal(chr(code), -1)}, {unicodedata.digit(chr(code), -1)}, "
                    f"{exact.numerator}, {exact.denominator}}}")
    return array("Number", "numbers", rows)


def other_names():
    """Names of sequences and further names of characters: pairs of a text and its name."""
    listed = subprocess.run(["perl", "-e", 'print do "unicore/Name.pl"'], capture_output=True, text=True, check=True).stdout
    for name in dict.fromkeys(re.findall(r"^[0-9A-F]{4,}(?: [0-9A-F]{4,})*\n(.+)$", listed, re.MULTILINE)):
        try:
            text = unicodedata.lookup(name)
        except KeyError:
            continue
        if len(text) > 1 or unicodedata.name(text, None) != name:
            yield text, name


def name_tables():
    """The names, a line each with how far the character is from the one before; ranges whose names have the code are apart."""
    lines, ranges, last = [], [], 0
    for code in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(code), None)
        if name is None or name.startswith("HANGUL SYLLABLE "):
            continue
        if name.endswith(f"-{code:04X}"):
            prefix = name[:-len(f"{code:04X}")]
            if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == prefix:
                ranges[-1][1] = code
            else:
                ranges.append([code, code, prefix])
            continue
        lines.append(f"{code - last:x} {name}")
        last = code
    lines += [f"={','.join(f'{ord(char):x}' for char in text)} {name}" for text, name in other_names()]
    text = "\n".join(lines).encode("ascii")
    packed = zlib.compress(text, 9)
    padded = packed + bytes(-len(packed) % 8)
    words = [f"0x{int.from_bytes(padded[i:i + 8], 'little'):x}" for i in range(0, len(padded), 8)]
    rows = [f'{{0x{first:x}, 0x{end:x}, "{prefix}"}}' for first, end, prefix in ranges]
    return ([f"constexpr std::size_t packed_size = {len(packed)}, text_size = {len(text)};"] + array("std::uint64_t", "packed", words)
            + array("NamedRange", "ranges", rows))


def main():
    folder = pathlib.Path(__file__).parent.parent / "runtime/src/stdlib"
    head = ["// Written by scripts/generate_unicodedata.py."]
    lines = [*head, f'constexpr char const* version = "{unicodedata.unidata_version}";', f"constexpr int page_bits = {PAGE_BITS};"]
    tables = property_tables() + decomposition_tables() + number_table()
    (folder / "unicodedata_tables.inc").write_text("\n".join(lines + tables) + "\n")
    (folder / "unicodedata_names.inc").write_text("\n".join(head + name_tables()) + "\n")


if __name__ == "__main__":
    main()
