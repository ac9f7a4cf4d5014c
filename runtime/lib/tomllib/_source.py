"""The text of a document and the place where its reading is."""

import string

BLANKS = frozenset(" \t")
KEY_LETTERS = frozenset(string.ascii_letters + string.digits + "-_")
# Control characters but the tab.
_CONTROLS = frozenset([chr(code) for code in range(32)] + ["\x7f"]) - {"\t"}
ILLEGAL_IN_COMMENT = ILLEGAL_IN_LINE = _CONTROLS
ILLEGAL_IN_LINES = _CONTROLS - {"\n"}


class TOMLDecodeError(ValueError):
    """The text is no valid TOML."""

    __module__ = "tomllib"


class Source:
    """Reads from `place` on."""

    def __init__(self, text):
        self.text = text
        self.place = 0

    def error(self, message, place=None):
        """The exception for what's wrong at a place."""
        place = self.place if place is None else place
        if place >= len(self.text):
            return TOMLDecodeError(f"{message} (at end of document)")
        line = self.text.count("\n", 0, place) + 1
        column = place + 1 if line == 1 else place - self.text.rindex("\n", 0, place)
        return TOMLDecodeError(f"{message} (at line {line}, column {column})")

    @property
    def next(self):
        """The character at the place; empty at the end."""
        return self.text[self.place:self.place + 1]

    def starts(self, text):
        return self.text.startswith(text, self.place)

    def skip(self, letters):
        """Goes on to the first character that isn't among these."""
        while self.place < len(self.text) and self.text[self.place] in letters:
            self.place += 1

    def skip_blanks(self):
        self.skip(BLANKS)

    def skip_comment(self):
        """A comment up to its line's end, if there's one."""
        if self.next != "#":
            return
        self.place += 1
        end = self.text.find("\n", self.place)
        self.check_letters(len(self.text) if end < 0 else end, ILLEGAL_IN_COMMENT, "Found invalid character")

    def check_letters(self, end, illegal, message):
        """Goes on to the end, unless a character up to there is illegal."""
        for place in range(self.place, end):
            if self.text[place] in illegal:
                raise self.error(f"{message} {self.text[place]!r}", place)
        self.place = end

    def skip_lines(self):
        """Blanks, ends of lines and comments."""
        while True:
            before = self.place
            self.skip(BLANKS | {"\n"})
            self.skip_comment()
            if self.place == before:
                return

    def bare_key(self):
        """The letters of a key without quotes."""
        start = self.place
        self.skip(KEY_LETTERS)
        return self.text[start:self.place]
