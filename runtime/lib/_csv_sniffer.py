"""Guesses the dialect of a text of comma-separated values."""

import re
from csv import QUOTE_MINIMAL, Dialect, Error, reader
from io import StringIO

# Quoted values between delimiters, at a line's beginning, at its end, and alone.
_QUOTED = [
    re.compile(pattern, re.DOTALL | re.MULTILINE) for pattern in (
        r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
        r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
        r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
        r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
    )
]
_CHUNK = 10
_LEAST_CONSISTENCY = 0.9
_ROWS = 20


def _count(counts, key):
    counts[key] = counts.get(key, 0) + 1


class Sniffer:
    """Guesses what a text's delimiter and quotes are, and whether it has a header."""

    def __init__(self):
        # Of several possible delimiters the first of these.
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A dialect for the text."""
        quote, doubles, delimiter, skips_space = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skips_space = self._by_frequency(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doubles
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skips_space
        return dialect

    def _by_quotes(self, data, delimiters):
        """What stands around quoted values: the quote, whether it's doubled, the delimiter, whether spaces follow that."""
        for pattern in _QUOTED:
            matches = list(pattern.finditer(data))
            if matches:
                break
        else:
            return "", False, None, 0
        quotes, found, spaces = {}, {}, 0
        for match in matches:
            groups = match.groupdict()
            _count(quotes, groups["quote"])
            delimiter = groups.get("delim")
            if delimiter is None:
                continue
            if delimiters is None or delimiter in delimiters:
                _count(found, delimiter)
            spaces += bool(groups["space"])
        quote = max(quotes, key=quotes.get)
        delimiter, skips_space = "", 0
        if found:
            delimiter = max(found, key=found.get)
            skips_space = found[delimiter] == spaces
            if delimiter == "\n":
                delimiter = ""
        return quote, self._doubles_quotes(data, re.escape(delimiter), quote), delimiter, skips_space

    @staticmethod
    def _doubles_quotes(data, delimiter, quote):
        inner = rf"[^{delimiter}\n]*"
        pattern = rf"(({delimiter})|^)\W*{quote}{inner}{quote}{inner}{quote}\W*(({delimiter})|$)"
        return bool(re.search(pattern, data, re.MULTILINE))

    def _by_frequency(self, data, delimiters):
        """A character that's as often in most lines."""
        lines = [line for line in data.split("\n") if line]
        frequencies = {chr(code): {} for code in range(127)}
        found = {}
        for start in range(0, len(lines), _CHUNK):
            for line in lines[start:start + _CHUNK]:
                for letter, counts in frequencies.items():
                    _count(counts, line.count(letter))
            total = float(min(start + _CHUNK, len(lines)))
            found = self._consistent(frequencies, total, delimiters)
            if len(found) == 1:
                return self._with_space(lines, next(iter(found)))
        if not found:
            return "", 0
        for letter in self.preferred:
            if letter in found:
                return self._with_space(lines, letter)
        return self._with_space(lines, max((mode, letter) for letter, mode in found.items())[1])

    @staticmethod
    def _with_space(lines, delimiter):
        return delimiter, lines[0].count(delimiter) == lines[0].count(f"{delimiter} ")

    @staticmethod
    def _consistent(frequencies, total, delimiters):
        """The characters whose most frequent count is in almost all lines: all of them, if that can be."""
        modes = {}
        for letter, counts in frequencies.items():
            items = list(counts.items())
            if len(items) == 1 and items[0][0] == 0 or not items:
                continue
            mode = max(items, key=lambda item: item[1])
            modes[letter] = (mode[0], 2 * mode[1] - sum(count for _, count in items))
        consistency = 1.0
        while consistency >= _LEAST_CONSISTENCY:
            found = {
                letter: mode for letter, mode in modes.items()
                if mode[0] > 0 and mode[1] > 0 and mode[1] / total >= consistency and (delimiters is None or letter in delimiters)
            }
            if found:
                return found
            consistency -= 0.01
        return {}

    def has_header(self, sample):
        """Whether the first row differs from the others in kind or in length."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = {column: None for column in range(len(header))}
        for number, row in enumerate(rows):
            if number > _ROWS:
                break
            if len(row) != len(header):
                continue
            for column, known in list(kinds.items()):
                kind = _kind(row[column])
                if known is None:
                    kinds[column] = kind
                elif kind != known:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            elif kind is None:
                votes += 1
            else:
                votes += 1 if _kind(header[column]) is not complex else -1
        return votes > 0


def _kind(text):
    """complex for a number, else the length."""
    try:
        complex(text)
        return complex
    except (ValueError, OverflowError):
        return len(text)


Sniffer.__module__ = "csv"
