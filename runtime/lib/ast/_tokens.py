"""The tokens of an expression, and what's wrong with them."""

import unicodedata

NAME, NUMBER, STRING, OPERATOR, END = range(5)

_OPERATORS = (
    "**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":=", "->", "...", "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")",
    "[", "]", "{", "}", ",", ":", ".", ";", "=",
)
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_DIGITS = {"x": ("hexadecimal", "0123456789abcdefABCDEF"), "o": ("octal", "01234567"), "b": ("binary", "01")}
_PREFIXES = {"", "r", "u", "b", "br", "rb", "f", "fr", "rf"}


class Token:
    """One token: its kind, text, and place in the text; for a STRING, prefix and contents."""

    __slots__ = ("kind", "text", "begin", "end", "prefix", "contents")

    def __init__(self, kind, text, begin, prefix="", contents=""):
        self.kind = kind
        self.text = text
        self.begin = begin
        self.end = begin + len(text)
        self.prefix = prefix
        self.contents = contents


class Source:
    """A text, and SyntaxErrors for its places."""

    def __init__(self, text):
        self.text = text

    def line_of(self, place):
        return self.text.count("\n", 0, place) + 1

    def error(self, message, begin, end=None):
        """SyntaxError for the text between two places; `end` None leaves the end open."""
        line_begin = self.text.rfind("\n", 0, begin) + 1
        line_end = self.text.find("\n", begin)
        line = self.text[line_begin:] if line_end < 0 else self.text[line_begin:line_end]
        number = self.line_of(begin)
        last = 0 if end is None else end - line_begin + 1
        return SyntaxError(message, ("<unknown>", number, begin - line_begin + 1, line, number, last))


def _is_name_start(letter):
    return letter.isidentifier()


class Tokenizer:
    """Cuts a text into tokens."""

    def __init__(self, source):
        self._source = source
        self._text = source.text
        self._place = 0
        # (bracket, place)
        self.open = []

    def tokens(self):
        found = []
        while True:
            token = self._next()
            found.append(token)
            if token.kind == END:
                return found

    def _skip_blanks(self):
        """Up to the next token; True at the end of the expression's line."""
        text = self._text
        while self._place < len(text):
            letter = text[self._place]
            if letter in " \t\f":
                self._place += 1
            elif letter == "#":
                end = text.find("\n", self._place)
                self._place = len(text) if end < 0 else end
            elif letter == "\\" and text[self._place + 1:self._place + 2] == "\n":
                self._place += 2
            elif letter == "\n":
                if not self.open and self._place and not text[self._place:].isspace() and not text[:self._place].isspace():
                    return self._is_rest_blank()
                self._place += 1
            else:
                return False
        return True

    def _is_rest_blank(self):
        """What follows the line's end may be comments and blank lines only."""
        place = self._place
        for line in self._text[place:].split("\n"):
            stripped = line.strip()
            if stripped and not stripped.startswith("#"):
                self._place += 1
                return False
        self._place = len(self._text)
        return True

    def _next(self):
        if self._skip_blanks():
            return Token(END, "", self._place)
        text = self._text
        begin = self._place
        letter = text[begin]
        if letter.isdigit() and letter.isascii() or (letter == "." and text[begin + 1:begin + 2].isdigit()):
            return self._number(begin)
        if _is_name_start(letter):
            end = begin + 1
            while end < len(text) and ("a" + text[end]).isidentifier():
                end += 1
            if text[end:end + 1] in ("'", '"') and end < len(text) and text[begin:end].lower() in _PREFIXES:
                return self._string(begin, end)
            self._place = end
            return Token(NAME, unicodedata.normalize("NFKC", text[begin:end]), begin)
        if letter in "'\"":
            return self._string(begin, begin)
        for operator in _OPERATORS:
            if text.startswith(operator, begin):
                self._place = begin + len(operator)
                self._match_bracket(operator, begin)
                return Token(OPERATOR, operator, begin)
        if letter == "\\":
            raise self._source.error("unexpected character after line continuation character", begin + 1, begin + 1)
        if not letter.isascii():
            name = f"U+{ord(letter):04X}"
            kind = "non-printable" if not letter.isprintable() else ""
            message = f"invalid {kind} character {name}" if kind else f"invalid character '{letter}' ({name})"
            raise self._source.error(message, begin, begin + 1)
        raise self._source.error("invalid syntax", begin, begin + 1)

    def _match_bracket(self, operator, begin):
        if operator in ("(", "[", "{"):
            self.open.append((operator, begin))
        elif operator in _CLOSERS:
            if not self.open:
                raise self._source.error(f"unmatched '{operator}'", begin, begin)
            bracket, place = self.open.pop()
            if bracket != _CLOSERS[operator]:
                line = self._source.line_of(place)
                where = "" if line == self._source.line_of(begin) else f" on line {line}"
                raise self._source.error(f"closing parenthesis '{operator}' does not match opening parenthesis '{bracket}'{where}", begin, begin)

    # Numbers.

    def _digits(self, place, digits):
        """Behind the digits at `place`, single underscores between them."""
        text = self._text
        while place < len(text) and (text[place] in digits or (text[place] == "_" and text[place + 1:place + 2] in digits
                                                              and text[place + 1:place + 2])):
            place += 1
        return place

    def _check_number_end(self, begin, end, kind):
        """No letter or underscore may follow, but for those of keywords: `1if x`."""
        text = self._text
        if text[end:end + 1] == "_":
            raise self._source.error(f"invalid {kind} literal", end, end)
        rest = text[end:end + 1]
        if not rest or not (rest.isidentifier()):
            return
        for keyword in ("and", "else", "for", "if", "in", "is", "not", "or"):
            if text.startswith(keyword, end):
                return
        raise self._source.error(f"invalid {kind} literal", end - 1, end - 1)

    def _number(self, begin):
        text = self._text
        base = text[begin + 1:begin + 2].lower()
        if text[begin] == "0" and base in _DIGITS and base:
            name, digits = _DIGITS[base]
            first = begin + 2 + (text[begin + 2:begin + 3] == "_")
            end = self._digits(first, digits)
            if end == first:
                raise self._source.error(f"invalid {name} literal", begin + 1, begin + 1)
            if text[end:end + 1].isdigit():
                raise self._source.error(f"invalid digit '{text[end]}' in {name} literal", end, end)
            self._check_number_end(begin, end, name)
            return self._take(NUMBER, begin, end)
        end = self._digits(begin, "0123456789")
        is_whole = True
        if text[end:end + 1] == ".":
            is_whole = False
            end = self._digits(end + 1, "0123456789")
        if text[end:end + 1] in ("e", "E"):
            exponent = end + 1 + (text[end + 1:end + 2] in ("+", "-") and end + 1 < len(text))
            if text[exponent:exponent + 1].isdigit():
                is_whole = False
                end = self._digits(exponent, "0123456789")
        if text[end:end + 1] in ("j", "J"):
            self._check_number_end(begin, end + 1, "imaginary")
            return self._take(NUMBER, begin, end + 1)
        self._check_number_end(begin, end, "decimal")
        if is_whole and text[begin] == "0" and text[begin:end].strip("0_"):
            message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
            raise self._source.error(message, begin, begin + 1)
        return self._take(NUMBER, begin, end)

    def _take(self, kind, begin, end):
        self._place = end
        return Token(kind, self._text[begin:end], begin)

    # Strings.

    def _string(self, begin, quote_place):
        text = self._text
        quote = text[quote_place]
        if text.startswith(quote * 3, quote_place):
            quote *= 3
        place = quote_place + len(quote)
        while not text.startswith(quote, place):
            if place >= len(text) or (len(quote) == 1 and text[place] == "\n"):
                kind = "unterminated triple-quoted string literal" if len(quote) == 3 else "unterminated string literal"
                last = self._source.line_of(min(place, len(text)) if len(quote) == 1 else len(text.rstrip("\n")))
                raise self._source.error(f"{kind} (detected at line {last})", begin, begin)
            place += 2 if text[place] == "\\" else 1
        token = Token(STRING, text[begin:place + len(quote)], begin, text[begin:quote_place].lower(), text[quote_place + len(quote):place])
        self._place = place + len(quote)
        return token
