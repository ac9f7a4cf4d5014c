"""A pattern or a template, read character by character; an escape is read with its backslash."""

from re._errors import PatternError

OCTAL_DIGITS = frozenset("01234567")
HEXADECIMAL_DIGITS = frozenset("0123456789abcdefABCDEF")
DECIMAL_DIGITS = frozenset("0123456789")
ASCII_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Source:
    """`next` is what comes next, None at the end."""

    def __init__(self, text):
        self.is_text = isinstance(text, str)
        self.given = text
        self.text = text if self.is_text else str(text, "latin1")
        self.index = 0
        self.next = None
        self._advance()

    def _advance(self):
        place = self.index
        text = self.text
        if place >= len(text):
            self.next = None
            return
        char = text[place]
        place += 1
        if char == "\\":
            if place >= len(text):
                raise PatternError("bad escape (end of pattern)", self.given, len(text) - 1)
            char += text[place]
            place += 1
        self.index = place
        self.next = char

    def match(self, char):
        """Reads `char` if it comes next."""
        if char == self.next:
            self._advance()
            return True
        return False

    def get(self):
        """Reads what comes next."""
        char = self.next
        self._advance()
        return char

    def get_while(self, most, charset):
        """Reads up to `most` characters of the set."""
        result = ""
        while len(result) < most and self.next in charset:
            result += self.get()
        return result

    def get_until(self, terminator, what):
        """Reads a name and the character that ends it."""
        result = ""
        while True:
            char = self.get()
            if char is None:
                if not result:
                    raise self.error("missing " + what)
                raise self.error(f"missing {terminator}, unterminated name", len(result))
            if char == terminator:
                if not result:
                    raise self.error("missing " + what, 1)
                return result
            result += char

    def tell(self):
        """The place of what comes next."""
        return self.index - len(self.next or "")

    def seek(self, place):
        """Goes back to a place that `tell` gave."""
        self.index = place
        self._advance()

    def error(self, msg, offset=0):
        """An error so many characters before what comes next."""
        if not self.is_text:
            msg = msg.encode("ascii", "backslashreplace").decode("ascii")
        return PatternError(msg, self.given, self.tell() - offset)

    def check_group_name(self, name, offset):
        """Raises unless the name, which ends `offset` characters before what comes next, may be a group's."""
        if not (self.is_text or name.isascii()):
            raise self.error(f"bad character in group name {name!a}", len(name) + offset)
        if not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", len(name) + offset)
