"""Lines of a configuration file: sections, options, values that go on, comments."""

from configparser._errors import (
    DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError, MultilineContinuationError, ParsingError,
)


class Syntax:
    """How a parser's files are written."""

    def __init__(self, delimiters, comment_prefixes, inline_comment_prefixes, allow_no_value, empty_lines_in_values, strict, unnamed):
        self.delimiters = tuple(delimiters)
        self.comment_prefixes = tuple(comment_prefixes or ())
        self.inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self.allow_no_value = allow_no_value
        self.empty_lines_in_values = empty_lines_in_values
        self.strict = strict
        # The name of what stands before the first section; None where nothing may.
        self.unnamed = unnamed

    def without_comment(self, line):
        """The line without the spaces around it and without comments; None where it's only a comment."""
        end = len(line)
        for prefix in self.inline_comment_prefixes:
            place = line.find(prefix)
            while place >= 0:
                if place == 0 or line[place - 1].isspace():
                    end = min(end, place)
                    break
                place = line.find(prefix, place + 1)
        value = line[:end].strip()
        if line.strip().startswith(self.comment_prefixes):
            return None
        return value if value or end == len(line) else None

    def split(self, line):
        """(name, value) of an option, value None where it has none; None for what is no option."""
        places = [(line.find(mark), mark) for mark in self.delimiters if mark in line]
        if not places:
            return (line, None) if self.allow_no_value else None
        # The first one in the line; of two at one place, the one that is named first.
        place, mark = min(places, key=lambda found: found[0])
        return line[:place].rstrip(), line[place + len(mark):].strip()


class Reader:
    """Puts what a file has into a parser's sections."""

    def __init__(self, parser, syntax, sections, defaults, source):
        self._parser = parser
        self._syntax = syntax
        self._sections = sections
        self._defaults = defaults
        self._source = source
        self._seen = set()
        self._section = None
        self._name = None
        self._option = None
        self._indent = 0
        self._errors = []

    def read(self, lines):
        if self._syntax.unnamed is not None:
            self._begin_section(self._syntax.unnamed, 0)
        try:
            for number, line in enumerate(lines, 1):
                self._read_line(number, line)
        finally:
            self._join_values()
        if self._errors:
            raise ParsingError(self._source).combine(self._errors)

    def _read_line(self, number, line):
        text = self._syntax.without_comment(line)
        if not text:
            if not self._syntax.empty_lines_in_values:
                # What's behind an empty line is no more of the value.
                self._indent = float("inf")
            elif text is not None and self._is_in_value():
                self._section[self._option].append("")
            return
        indent = len(line) - len(line.lstrip())
        if self._section is not None and self._option and indent > self._indent:
            if self._section[self._option] is None:
                raise MultilineContinuationError(self._source, number, line)
            self._section[self._option].append(text)
            return
        self._indent = indent
        self._read_statement(number, line, text)

    def _is_in_value(self):
        return self._section is not None and self._option and self._section[self._option] is not None

    def _read_statement(self, number, line, text):
        end = text.rfind("]")
        if text[0] == "[" and end > 1:
            self._begin_section(text[1:end], number)
            return
        if self._section is None:
            raise MissingSectionHeaderError(self._source, number, line)
        found = self._syntax.split(text)
        if found is None:
            self._errors.append(ParsingError(self._source, number, line))
            return
        name, value = found
        if not name:
            self._errors.append(ParsingError(self._source, number, line))
        self._option = self._parser.optionxform(name.rstrip())
        if self._syntax.strict and (self._name, self._option) in self._seen:
            raise DuplicateOptionError(self._name, self._option, self._source, number)
        self._seen.add((self._name, self._option))
        self._section[self._option] = None if value is None else [value]

    def _begin_section(self, name, number):
        self._name = name
        self._option = None
        if name in self._sections:
            if self._syntax.strict and name in self._seen:
                raise DuplicateSectionError(name, self._source, number)
            self._section = self._sections[name]
            self._seen.add(name)
        elif name == self._parser.default_section:
            self._section = self._defaults
        else:
            self._section = self._parser._make_section(name)
            self._seen.add(name)

    def _join_values(self):
        """Lines become values, without the empty ones at the end."""
        parser = self._parser
        for name, options in [(parser.default_section, self._defaults), *self._sections.items()]:
            for option, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[option] = parser._interpolation.before_read(parser, name, option, value)
