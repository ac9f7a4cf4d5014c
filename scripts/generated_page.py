"""What the scripts that write a page of docs/ have in common: they write it, or with `--check` compare it."""
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_or_check(page, text):
    """Exits 1, and says which script to run, where `--check` is asked for and the page isn't up to date."""
    if sys.argv[1:] != ["--check"]:
        page.write_text(text, encoding="utf-8")
    elif not page.exists() or page.read_text(encoding="utf-8") != text:
        sys.exit(f"{page.relative_to(ROOT)} isn't up to date: run scripts/{Path(sys.argv[0]).name}")
