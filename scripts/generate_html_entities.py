#!/usr/bin/env python3
"""Writes runtime/lib/html/_entity_table.py: HTML's named characters, as the Python that runs this knows them."""
import html.entities
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def table(name, entities):
    words = " ".join(f"{entity}:{'+'.join(f'{ord(c):X}' for c in text)}" for entity, text in entities)
    lines = textwrap.wrap(words, 130, break_long_words=False, break_on_hyphens=False)
    return f'{name} = """\n' + "\n".join(lines) + '\n"""\n'


def main():
    old = ((name, chr(number)) for name, number in html.entities.name2codepoint.items())
    text = '"""HTML\'s named characters, by scripts/generate_html_entities.py: names and code points."""\n\n'
    text += table("NAMES_OF_HTML4", old) + "\n" + table("NAMES_OF_HTML5", html.entities.html5.items())
    (ROOT / "runtime/lib/html/_entity_table.py").write_text(text)


if __name__ == "__main__":
    main()
