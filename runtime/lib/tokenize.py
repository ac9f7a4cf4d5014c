"""The tokens of Python's source text.

Left out: most of the errors in numbers that the compiler tells of.
"""

import re
from builtins import open as _builtin_open
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from io import TextIOWrapper

import token
from token import *
from token import (
    COMMENT, DEDENT, ENCODING, ENDMARKER, ERRORTOKEN, EXACT_TOKEN_TYPES, FSTRING_END, FSTRING_MIDDLE, FSTRING_START, INDENT, NAME, NEWLINE,
    NL, NUMBER, OP, STRING, tok_name,
)

__all__ = token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open", "TokenError"]

cookie_re = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
blank_re = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)", re.ASCII)

_number = re.compile(
    r"0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+"
    r"|(?:[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?"
    r"|[0-9](?:_?[0-9])*[eE][-+]?[0-9](?:_?[0-9])*[jJ]?|[0-9](?:_?[0-9])*[jJ]?")
_name = re.compile(r"[^\W\d]\w*")
_string_begin = re.compile(r"(?i:(br|rb|fr|rf|b|r|f|u)?)('''|\"\"\"|'|\")")
_operator = re.compile("|".join(re.escape(each) for each in sorted(EXACT_TOKEN_TYPES, key=len, reverse=True)))
_gap = re.compile(r"(?:[ \t\f]|\\\r?\n)*")
_indent = re.compile(r"[ \t\f]*")
_comment = re.compile(r"#[^\r\n]*")
_line_end = re.compile(r"\r?\n|\r")
_OPENING, _CLOSING = "([{", ")]}"


class TokenError(Exception):
    """A text can't be cut into tokens."""


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    """A token: its kind, its text, where it begins and ends, and the lines that it's in."""

    def __repr__(self):
        kind = f"{self.type} ({tok_name[self.type]})"
        return f"TokenInfo(type={kind}, string={self.string!r}, start={self.start!r}, end={self.end!r}, line={self.line!r})"

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class _Text:
    """An f-string that is open: its quotes, and the depth of brackets at which its fields are."""

    def __init__(self, quotes, is_raw):
        self.quotes = quotes
        self.is_raw = is_raw
        # For each open field the depth of brackets outside of it, and whether its format has begun.
        self.fields = []


class _Tokenizer:
    """Goes through a text."""

    def __init__(self, text):
        self._text = text
        self._place = 0
        self._starts = [0]
        for match in re.finditer("\n", text):
            self._starts.append(match.end())
        self._row = 1
        self._brackets = []
        self._indents = [(0, 0)]
        self._texts = []
        self._at_line_start = True

    def _position(self, place):
        """The row and column; the row is the current one or one behind it."""
        row = self._row
        while row < len(self._starts) and self._starts[row] <= place:
            row += 1
        return row, place - self._starts[row - 1]

    def _lines(self, first, last):
        end = self._starts[last] if last < len(self._starts) else len(self._text)
        return self._text[self._starts[first - 1]:end]

    def _token(self, kind, end, string=None):
        start = self._position(self._place)
        self._row = start[0]
        string = self._text[self._place:end] if string is None else string
        stop = self._position(end)
        if kind in (NEWLINE, NL):
            # The end of a line belongs to it.
            stop = (start[0], start[1] + max(end - self._place, 1))
            line = self._lines(start[0], start[0])
        else:
            line = self._lines(start[0], stop[0])
            self._row = stop[0]
        self._place = end
        return TokenInfo(kind, string, start, stop, line)

    def tokens(self):
        zero = self._text.find("\0")
        if zero >= 0:
            raise TokenError("source code cannot contain null bytes", (1, 0))
        while self._place < len(self._text):
            if self._texts and self._is_in_text():
                yield from self._text_part()
            elif self._at_line_start:
                yield from self._line_start()
            else:
                yield from self._next()
        yield from self._end()

    def _is_in_text(self):
        fields = self._texts[-1].fields
        return not fields or fields[-1][1] and len(self._brackets) == fields[-1][0] + 1

    # Lines.

    def _line_start(self):
        end = _indent.match(self._text, self._place).end()
        following = self._text[end:end + 1]
        if following in ("#", "\n", "\r", "") or self._brackets:
            self._at_line_start = False
            self._place = end
            if not self._brackets:
                yield from self._blank_line()
            return
        self._at_line_start = False
        width, other = self._width(self._text[self._place:end])
        if width > self._indents[-1][0]:
            self._indents.append((width, other))
            yield self._token(INDENT, end)
        else:
            self._place = end
            while width < self._indents[-1][0]:
                self._indents.pop()
                if width > self._indents[-1][0]:
                    row, _ = self._position(end)
                    line = self._lines(row, row).rstrip("\r\n")
                    raise IndentationError(
                        "unindent does not match any outer indentation level", ("<string>", row, len(line) + 1, line, None, None))
                yield self._dedent(end)

    def _dedent(self, place):
        position = self._position(place)
        return TokenInfo(DEDENT, "", position, position, self._lines(position[0], position[0]))

    @staticmethod
    def _width(space):
        """With tabs of eight, and of one."""
        width = other = 0
        for letter in space:
            if letter == " ":
                width, other = width + 1, other + 1
            elif letter == "\t":
                width, other = (width // 8 + 1) * 8, other + 1
            else:
                width = other = 0
        return width, other

    def _blank_line(self):
        match = _comment.match(self._text, self._place)
        if match:
            yield self._token(COMMENT, match.end())
        match = _line_end.match(self._text, self._place)
        if match:
            yield self._token(NL, match.end())
        elif self._text[self._place - 1:self._place] not in ("\n", ""):
            position = self._position(self._place)
            if self._lines(position[0], position[0]).strip():
                yield TokenInfo(NL, "", position, (position[0], position[1] + 1), self._lines(position[0], position[0]))
        self._at_line_start = True

    # What isn't a text.

    def _next(self):
        gap = _gap.match(self._text, self._place)
        if gap.end() > self._place:
            self._place = gap.end()
            return
        text, place = self._text, self._place
        letter = text[place]
        if letter == "#":
            yield self._token(COMMENT, _comment.match(text, place).end())
        elif letter in "\r\n":
            end = _line_end.match(text, place).end()
            yield self._token(NL if self._brackets else NEWLINE, end)
            self._at_line_start = not self._brackets
        elif letter == "\\":
            self._fail_at_backslash()
        elif match := _string_begin.match(text, place):
            yield from self._string(match)
        elif letter.isdigit() and letter.isascii() or letter == "." and text[place + 1:place + 2].isdigit():
            yield self._number_token()
        elif match := _name.match(text, place):
            yield self._token(NAME, match.end())
        else:
            yield self._operator_token()

    def _fail_at_backslash(self):
        row, column = self._position(self._place)
        if self._place + 1 >= len(self._text):
            raise TokenError("unexpected EOF in multi-line statement", (row, column + 2))
        raise TokenError("unexpected character after line continuation character", (row, column + 2))

    def _number_token(self):
        end = _number.match(self._text, self._place).end()
        following = self._text[end:end + 1]
        if following == "_" or following.isalpha() and not re.match(r"and|else|for|if|in|is|not|or", self._text[end:]):
            row, column = self._position(end)
            kind = {"x": "hexadecimal", "o": "octal", "b": "binary"}.get(self._text[self._place + 1:self._place + 2].lower(), "decimal")
            raise TokenError(f"invalid {kind} literal", (row, column + (following == "_")))
        return self._token(NUMBER, end)

    def _operator_token(self):
        match = _operator.match(self._text, self._place)
        end = match.end() if match else self._place + 1
        string = self._text[self._place:end]
        if self._texts and self._texts[-1].fields:
            depth, _ = self._texts[-1].fields[-1]
            if len(self._brackets) == depth + 1:
                string, end = self._field_operator(string, end)
        if string in _OPENING:
            self._brackets.append((string, self._position(self._place)))
        elif string in _CLOSING and self._brackets:
            self._brackets.pop()
        return self._token(OP, end)

    def _field_operator(self, string, end):
        """In a field of an f-string a colon begins the format, and a brace ends it."""
        text = self._texts[-1]
        if string[0] == ":":
            text.fields[-1] = (text.fields[-1][0], True)
            return ":", self._place + 1
        if string[0] == "!" and string != "!=":
            return "!", self._place + 1
        if string == "}":
            text.fields.pop()
        return string, end

    # Texts.

    def _string(self, match):
        prefix = (match.group(1) or "").lower()
        quotes = match.group(2)
        if "f" in prefix:
            self._texts.append(_Text(quotes, "r" in prefix))
            yield self._token(FSTRING_START, match.end())
            return
        place = match.end()
        while not self._text.startswith(quotes, place):
            letter = self._text[place:place + 1]
            if letter == "" or len(quotes) == 1 and letter in "\r\n":
                self._fail_in_string(quotes, place)
            place += 2 if letter == "\\" else 1
            if letter == "\\" and self._text[place - 1:place + 1] == "\r\n":
                place += 1
        yield self._token(STRING, place + len(quotes))

    def _fail_in_string(self, quotes, place):
        row, column = self._position(self._place)
        if len(quotes) == 3:
            raise TokenError("EOF in multi-line string", (row, column + 1))
        last, _ = self._position(min(place, len(self._text)))
        raise TokenError(f"unterminated string literal (detected at line {last})", (row, column + 1))

    def _text_part(self):
        """A piece of an f-string: plain text, the beginning of a field, or the end."""
        text = self._texts[-1]
        in_format = bool(text.fields)
        start = place = self._place
        while True:
            letter = self._text[place:place + 1]
            if letter == "" or len(text.quotes) == 1 and letter in "\r\n" and not in_format:
                self._fail_in_text(text, place)
            if not in_format and self._text.startswith(text.quotes, place):
                break
            if in_format and (letter == "}" or letter in "\r\n" and len(text.quotes) == 1):
                break
            if letter in "{}":
                if in_format or self._text[place + 1:place + 2] != letter:
                    break
                # Two of them stand for one.
                yield self._token(FSTRING_MIDDLE, place + 1)
                self._place = start = place = place + 2
                continue
            if letter == "\\" and not text.is_raw and self._text.startswith("\\N{", place):
                # A character by its name ends the piece.
                place = self._text.find("}", place) + 1 or len(self._text)
                yield self._token(FSTRING_MIDDLE, place)
                start = place
                continue
            place += 2 if letter == "\\" and self._text[place + 1:place + 2] not in ("{", "}") else 1
        if place > start or in_format and self._text[place] == "}" and self._text[place - 1] == "}":
            yield self._token(FSTRING_MIDDLE, place)
        yield from self._behind_text(text, place, in_format)

    def _behind_text(self, text, place, in_format):
        letter = self._text[place]
        if letter == "{":
            text.fields.append((len(self._brackets), False))
            self._brackets.append(("{", self._position(place)))
            yield self._token(OP, place + 1)
        elif in_format:
            text.fields.pop()
            self._brackets.pop()
            yield self._token(OP, place + 1)
        elif letter == "}":
            row, column = self._position(place)
            raise TokenError("f-string: single '}' is not allowed", (row, column + 1))
        else:
            self._texts.pop()
            yield self._token(FSTRING_END, place + len(text.quotes))

    def _fail_in_text(self, text, place):
        row, column = self._position(self._place)
        if len(text.quotes) == 3:
            raise TokenError("unterminated triple-quoted f-string literal (detected at line %d)" % row, (row, column + 1))
        raise TokenError(f"unterminated f-string literal (detected at line {row})", (row, column + 1))

    # The end.

    def _end(self):
        size = len(self._text)
        row, column = self._position(size)
        if self._brackets:
            if column:
                yield TokenInfo(NL, "", (row, column), (row, column + 1), self._lines(row, row))
            if self._texts:
                raise TokenError("unexpected EOF in multi-line statement", (row, column + 1 if column else 0))
            raise TokenError("unexpected EOF in multi-line statement", (row - (column == 0), 0) if column == 0 else (row, column + 1))
        if not self._at_line_start and size:
            yield TokenInfo(NEWLINE, "", (row, column), (row, column + 1), self._lines(row, row))
        last = row if column == 0 else row + 1
        for _ in self._indents[1:]:
            yield TokenInfo(DEDENT, "", (last, 0), (last, 0), "")
        yield TokenInfo(ENDMARKER, "", (last, 0), (last, 0), "")


def generate_tokens(readline):
    """The tokens of a text whose lines `readline` gives."""
    yield from _Tokenizer(_all_of(readline, "")).tokens()


def _all_of(readline, end):
    lines = []
    while True:
        try:
            line = readline()
        except StopIteration:
            break
        if not line:
            break
        lines.append(line)
    return end.join(lines)


def tokenize(readline):
    """The tokens of bytes whose lines `readline` gives; the first tells the encoding."""
    encoding, consumed = detect_encoding(readline)
    yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), "")
    data = b"".join([*consumed, _all_of(readline, b"")])
    yield from _Tokenizer(data.decode("utf-8" if encoding == "utf-8-sig" else encoding)).tokens()


def _normal_name(name):
    start = name[:12].lower().replace("_", "-")
    if start == "utf-8" or start.startswith("utf-8-"):
        return "utf-8"
    if start in ("latin-1", "iso-8859-1", "iso-latin-1") or start.startswith(("latin-1-", "iso-8859-1-", "iso-latin-1-")):
        return "iso-8859-1"
    return name


def detect_encoding(readline):
    """The encoding that the first two lines tell, and what was read of them."""
    filename = getattr(getattr(readline, "__self__", None), "name", None)
    begins_with_mark = False

    def next_line():
        try:
            return readline()
        except StopIteration:
            return b""

    def found(line):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            message = "invalid or missing encoding declaration"
            raise SyntaxError(message if filename is None else f"{message} for {filename!r}")
        match = cookie_re.match(text)
        if not match:
            return None
        name = _normal_name(match.group(1))
        try:
            codec = lookup(name)
        except LookupError:
            raise SyntaxError(f"unknown encoding: {name}" if filename is None else f"unknown encoding for {filename!r}: {name}")
        if begins_with_mark:
            if name != "utf-8":
                raise SyntaxError("encoding problem: utf-8" if filename is None else f"encoding problem for {filename!r}: utf-8")
            name += "-sig"
        return name

    first = next_line()
    default = "utf-8"
    if first.startswith(BOM_UTF8):
        begins_with_mark = True
        first = first[3:]
        default = "utf-8-sig"
    if not first:
        return default, []
    encoding = found(first)
    if encoding:
        return encoding, [first]
    if not blank_re.match(first):
        return default, [first]
    second = next_line()
    if not second:
        return default, [first]
    return found(second) or default, [first, second]


def open(filename):
    """A file of source text, in the encoding that it tells."""
    buffer = _builtin_open(filename, "rb")
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = "r"
        return text
    except:
        buffer.close()
        raise


class _Untokenizer:
    """Puts tokens together, where they stood."""

    def __init__(self):
        self._parts = []
        self._row, self._column = 1, 0
        self._encoding = None

    def _gap_to(self, start):
        row, column = start
        if row < self._row or row == self._row and column < self._column:
            raise ValueError(f"start ({row},{column}) precedes previous end ({self._row},{self._column})")
        if row > self._row:
            self._parts.append("\\\n" * (row - self._row))
            self._column = 0
        self._parts.append(" " * (column - self._column))

    def whole(self, tokens):
        indents = []
        starts_line = False
        tokens = iter(tokens)
        for each in tokens:
            if len(each) == 2:
                self._simple(each, tokens)
                break
            kind, string, start, end, line = each
            if kind == ENCODING:
                self._encoding = string
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(string)
                continue
            if kind == DEDENT:
                indents.pop()
                self._row, self._column = end
                continue
            if kind in (NEWLINE, NL):
                starts_line = True
            elif starts_line and indents:
                if start[1] >= len(indents[-1]):
                    self._parts.append(indents[-1])
                    self._column = len(indents[-1])
                starts_line = False
            elif kind == FSTRING_MIDDLE:
                string, end = _doubled(string, end)
            self._gap_to(start)
            self._parts.append(string)
            self._row, self._column = end
            if kind in (NEWLINE, NL):
                self._row += 1
                self._column = 0
        return "".join(self._parts)

    def _simple(self, first, rest):
        """Without places: words are set apart by spaces."""
        indents = []
        starts_line = first[0] in (NEWLINE, NL)
        was_string = False
        for kind, string, *_ in [first, *rest]:
            if kind == ENCODING:
                self._encoding = string
                continue
            if kind in (NAME, NUMBER):
                string += " "
            if kind == STRING:
                if was_string:
                    string = " " + string
                was_string = True
            else:
                was_string = False
            if kind == INDENT:
                indents.append(string)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                starts_line = True
            elif starts_line and indents:
                self._parts.append(indents[-1])
                starts_line = False
            elif kind == FSTRING_MIDDLE:
                string = _doubled(string, (0, 0))[0]
            self._parts.append(string)


def _doubled(string, end):
    """Braces of an f-string's text are doubled again."""
    if "{" not in string and "}" not in string:
        return string, end
    doubled = string.replace("{", "{{").replace("}", "}}")
    return doubled, (end[0], end[1] + len(doubled) - len(string))


def untokenize(iterable):
    """A text with these tokens; bytes, where the first tells an encoding."""
    writer = _Untokenizer()
    text = writer.whole(iterable)
    return text if writer._encoding is None else text.encode(writer._encoding)
