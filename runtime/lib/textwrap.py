"""Wrapping, filling, indenting and dedenting of text."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "
_SPACES = {ord(char): " " for char in _WHITESPACE}

# A dash of at least two hyphens may follow these, besides letters, digits and underscores.
_BEFORE_DASH = frozenset("!\"'&.,?")


def _is_word(char):
    return char.isalnum() or char == "_"


def _is_letter(char):
    return _is_word(char) and not char.isdecimal()


def _is_before_dash(char):
    return _is_word(char) or char in _BEFORE_DASH


def _dash_end(text, place):
    """Where a dash that begins here ends; -1 where there is none between two words."""
    end = place
    size = len(text)
    while end < size and text[end] == "-":
        end += 1
    if end - place < 2 or end == size or not _is_word(text[end]):
        return -1
    if place == 0 or not _is_before_dash(text[place - 1]):
        return -1
    return end


def _breaks_at_hyphen(text, place):
    """Whether a line may end after the hyphen at `place`: between letters, two of them or `a-b-` before it."""
    if place < 2 or not _is_letter(text[place - 1]):
        return False
    before = text[place - 2]
    if not _is_letter(before) and not (before == "-" and place >= 3 and _is_letter(text[place - 3])):
        return False
    after = place + 1
    size = len(text)
    if after >= size or not _is_letter(text[after]):
        return False
    if after + 1 < size and _is_letter(text[after + 1]):
        return True
    return after + 2 < size and text[after + 1] == "-" and _is_letter(text[after + 2])


def _word_end(text, start):
    """Where the piece of a word that begins at `start` ends."""
    size = len(text)
    place = start + 1
    while place < size:
        char = text[place]
        if char in _WHITESPACE:
            return place
        if char == "-":
            if _breaks_at_hyphen(text, place) and place - start >= 1:
                return place + 1
            if _dash_end(text, place) >= 0:
                return place
        place += 1
    return size


class TextWrapper:
    """Wraps text; the options are attributes."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.fix_sentence_endings = fix_sentence_endings

    def _munge_whitespace(self, text):
        expanded = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return expanded.translate(_SPACES) if self.replace_whitespace else expanded

    def _split(self, text):
        """Words and runs of whitespace; hyphenated words in pieces."""
        chunks = []
        place = 0
        size = len(text)
        by_hyphens = self.break_on_hyphens
        while place < size:
            start = place
            if text[place] in _WHITESPACE:
                while place < size and text[place] in _WHITESPACE:
                    place += 1
            elif by_hyphens:
                place = _dash_end(text, start)
                if place < 0:
                    place = _word_end(text, start)
            else:
                while place < size and text[place] not in _WHITESPACE:
                    place += 1
            chunks.append(text[start:place])
        return chunks

    def _fix_sentence_endings(self, chunks):
        """Two spaces after a full stop that ends a word in lower case."""
        for place, chunk in enumerate(chunks):
            if chunk == " " and place and _ends_sentence(chunks[place - 1]):
                chunks[place] = "  "

    def _handle_long_word(self, reversed_chunks, current, length, width):
        """A chunk that no line can hold: broken at the width, or alone on its line."""
        if not self.break_long_words:
            if not current:
                current.append(reversed_chunks.pop())
            return
        chunk = reversed_chunks.pop()
        end = width - length if width >= 1 else 1
        if self.break_on_hyphens and end < len(chunk):
            before, hyphen, _ = chunk[:end].rpartition("-")
            # Not within hyphens that the chunk begins with.
            end = len(before) + 1 if hyphen and before.strip("-") else end
        current.append(chunk[:end])
        reversed_chunks.append(chunk[end:])

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        # As a stack.
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].strip() == "":
                chunks.pop()
            current, length = self._take_line(chunks, width)
            if self.drop_whitespace and current and current[-1].strip() == "":
                length -= len(current[-1])
                current.pop()
            if not current:
                continue
            if self._has_room(lines, chunks, length, width):
                lines.append(indent + "".join(current))
            else:
                self._end_with_placeholder(lines, current, length, width, indent)
                break
        return lines

    def _take_line(self, chunks, width):
        """The chunks that fit on one line."""
        current = []
        length = 0
        while chunks:
            size = len(chunks[-1])
            if length + size > width:
                break
            current.append(chunks.pop())
            length += size
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, current, length, width)
            length = sum(map(len, current))
        return current, length

    def _has_room(self, lines, chunks, length, width):
        """Whether the line can stand as it is: not the last that's allowed, or everything is on it."""
        if self.max_lines is None or len(lines) + 1 < self.max_lines:
            return True
        is_all = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
        return is_all and length <= width

    def _end_with_placeholder(self, lines, current, length, width, indent):
        while current:
            if current[-1].strip() and length + len(self.placeholder) <= width:
                current.append(self.placeholder)
                lines.append(indent + "".join(current))
                return
            length -= len(current[-1])
            current.pop()
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines of the wrapped text, without line ends."""
        pieces = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(pieces)
        return self._wrap_chunks(pieces)

    def fill(self, text):
        """The wrapped text as one str."""
        return "\n".join(self.wrap(text))


def _ends_sentence(chunk):
    end = len(chunk)
    if end and chunk[end - 1] in "\"'":
        end -= 1
    return end >= 2 and chunk[end - 1] in ".!?" and "a" <= chunk[end - 2] <= "z"


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph, each at most `width` long."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph wrapped at `width`."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text on one line of at most `width`, the end left out where it's longer."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def _indentation(line):
    end = 0
    while end < len(line) and line[end] in " \t":
        end += 1
    return line[:end]


def dedent(text):
    """Removes the whitespace that all lines begin with; lines of spaces become empty."""
    lines = text.split("\n")
    margin = None
    for place, line in enumerate(lines):
        indent = _indentation(line)
        if len(indent) == len(line):
            lines[place] = ""
            continue
        if margin is None:
            margin = indent
        elif not indent.startswith(margin):
            common = 0
            for first, second in zip(margin, indent):
                if first != second:
                    break
                common += 1
            margin = margin[:common]
    if margin:
        size = len(margin)
        lines = [line[size:] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Puts `prefix` before the lines that aren't blank, or those that `predicate` accepts."""
    is_chosen = str.strip if predicate is None else predicate
    return "".join([prefix + line if is_chosen(line) else line for line in text.splitlines(True)])
