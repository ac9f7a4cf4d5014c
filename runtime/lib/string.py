"""Sets of characters, templates, and the machinery of `str.format`."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
    "printable", "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word capitalised; without `sep`, words are joined by single spaces."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


# Regular expressions come with templates that have patterns of their own.
_defers_imports = True

# Templates.

_NAME_START = frozenset("_" + ascii_letters)
_NAME_REST = frozenset("_" + ascii_letters + digits)

_no_mapping = {}


class _PatternOfClass:
    """The class's own regular expression, made when it's asked for."""

    def __get__(self, instance, owner):
        return _pattern(owner)


class _FlagsOfClass:
    """Those that patterns are compiled with where a class says nothing else."""

    def __get__(self, instance, owner):
        return _flags()


class Template:
    """Text with `$name` and `${name}` to be replaced; `$$` is a dollar sign. Subclasses may change what names look like."""

    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _FlagsOfClass()
    pattern = _PatternOfClass()
    # Whether names are found by the pattern.
    _has_own_pattern = False

    def __init_subclass__(cls):
        super().__init_subclass__()
        if any([name in cls.__dict__ for name in ("idpattern", "braceidpattern", "flags", "pattern")]):
            cls._has_own_pattern = True
        if cls._has_own_pattern:
            cls.pattern = _pattern(cls)

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """The template in pieces: text before, kind, name, the placeholder as it's written, and its place, after the delimiter where it's invalid.
        The kind is "named", "escaped", "invalid" or "end"."""
        if self._has_own_pattern:
            return self._pieces_by_pattern()
        return self._pieces_by_delimiter()

    def _pieces_by_delimiter(self):
        text = self.template
        delimiter = self.delimiter
        width = len(delimiter)
        start = 0
        while True:
            place = text.find(delimiter, start)
            if place < 0:
                yield text[start:], "end", None, "", len(text)
                return
            before = text[start:place]
            after = place + width
            if text.startswith(delimiter, after):
                yield before, "escaped", delimiter, delimiter * 2, place
                start = after + width
                continue
            name, end = self._read_name(text, after)
            if name is None:
                yield before, "invalid", None, delimiter, after
                start = after
            else:
                yield before, "named", name, text[place:end], place
                start = end

    def _pieces_by_pattern(self):
        text = self.template
        start = 0
        for match in self.pattern.finditer(text):
            before = text[start:match.start()]
            start = match.end()
            name = match.group("named") or match.group("braced")
            if name is not None:
                yield before, "named", name, match.group(), match.start()
            elif match.group("escaped") is not None:
                yield before, "escaped", self.delimiter, match.group(), match.start()
            elif match.group("invalid") is not None:
                yield before, "invalid", None, match.group(), match.start("invalid")
            else:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        yield text[start:], "end", None, "", len(text)

    def _read_name(self, text, start):
        """The name after a delimiter, braced or not, and where it ends; None where there is none."""
        is_braced = text.startswith("{", start)
        begin = start + 1 if is_braced else start
        end = begin
        while end < len(text) and text[end] in (_NAME_REST if end > begin else _NAME_START):
            end += 1
        if end == begin:
            return None, start
        name = text[begin:end]
        if not is_braced:
            return name, end
        if text.startswith("}", end):
            return name, end + 1
        return None, start

    def _invalid(self, place):
        before = self.template[:place]
        # The last line is the one that the place is on, however lines end.
        lines = before.splitlines(keepends=True) or [""]
        column = place - len(before) + len(lines[-1]) if before else 1
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def substitute(self, mapping=_no_mapping, /, **kws):
        """The text with all names replaced; KeyError for a missing one."""
        if mapping is _no_mapping:
            mapping = kws
        elif kws:
            mapping = _Both(kws, mapping)
        parts = []
        for before, kind, name, written, place in self._pieces():
            parts.append(before)
            if kind == "named":
                parts.append(str(mapping[name]))
            elif kind == "escaped":
                parts.append(name)
            elif kind == "invalid":
                self._invalid(place)
        return "".join(parts)

    def safe_substitute(self, mapping=_no_mapping, /, **kws):
        """The text with the known names replaced; everything else stays."""
        if mapping is _no_mapping:
            mapping = kws
        elif kws:
            mapping = _Both(kws, mapping)
        parts = []
        for before, kind, name, written, place in self._pieces():
            parts.append(before)
            if kind == "named":
                try:
                    parts.append(str(mapping[name]))
                except KeyError:
                    parts.append(written)
            else:
                parts.append(name if kind == "escaped" else written)
        return "".join(parts)

    def is_valid(self):
        """Whether `substitute` can't fail for the template's form."""
        for before, kind, name, written, place in self._pieces():
            if kind == "invalid":
                return False
        return True

    def get_identifiers(self):
        """The names, each once, in order."""
        names = []
        for before, kind, name, written, place in self._pieces():
            if kind == "named" and name not in names:
                names.append(name)
        return names


# A program that names one of these attributes gets the regular expressions by the function of its name.


def _pattern(cls):
    """The regular expression that finds the class's placeholders: its own text, or one from what its names look like."""
    import re
    own = cls.__dict__.get("pattern")
    if own is None or isinstance(own, _PatternOfClass):
        delimiter = re.escape(cls.delimiter)
        name = cls.idpattern
        braced = cls.braceidpattern or name
        own = f"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))"
    return re.compile(own, re.VERBOSE | (_flags() if cls.flags is None else cls.flags))


def _idpattern(cls):
    return _pattern(cls)


def _braceidpattern(cls):
    return _pattern(cls)


def _flags():
    import re
    return re.IGNORECASE


class _Both:
    """Looks in one mapping, then in the other."""

    def __init__(self, first, second):
        self.first = first
        self.second = second

    def __getitem__(self, key):
        if key in self.first:
            return self.first[key]
        return self.second[key]


# Formatter.


class Formatter:
    """What `str.format` does, in steps that a subclass can change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text = _Run(self, args, kwargs, used).text(format_string, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion not in _CONVERSIONS:
            raise ValueError(f"Unknown conversion specifier {conversion!s}")
        return _CONVERSIONS[conversion](value)

    def parse(self, format_string):
        """The format string in pieces: (literal text, field name, format spec, conversion); None without a field."""
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object that a field names, and the key that was looked up."""
        key, steps = _split_field_name(field_name)
        found = self.get_value(key, args, kwargs)
        for is_attribute, name in steps:
            found = getattr(found, name) if is_attribute else found[name]
        return found, key


_CONVERSIONS = {"s": str, "r": repr, "a": ascii}


class _Run:
    """One call of `vformat`: which arguments were used, and the number of the next field that has none."""

    def __init__(self, formatter, args, kwargs, used):
        self.formatter = formatter
        self.args = args
        self.kwargs = kwargs
        self.used = used
        # None where fields are numbered by hand.
        self.next_number = 0

    def text(self, format_string, depth):
        """The format string with its fields replaced; `depth` more levels of fields in fields are allowed."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, field, spec, conversion in self.formatter.parse(format_string):
            parts.append(literal)
            if field is not None:
                value, key = self.formatter.get_field(self.numbered(field), self.args, self.kwargs)
                self.used.add(key)
                value = self.formatter.convert_field(value, conversion)
                parts.append(self.formatter.format_field(value, self.text(spec, depth - 1)))
        return "".join(parts)

    def numbered(self, field):
        """The field's name, with a number where it begins with none."""
        first = _split_field_name(field)[0]
        is_manual = isinstance(first, int)
        if first != "" and not is_manual:
            return field
        if self.next_number if is_manual else self.next_number is None:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        if is_manual:
            self.next_number = None
            return field
        self.next_number += 1
        return f"{self.next_number - 1}{field}"


def _parse_format(text):
    """Generates the pieces of a format string."""
    literal = []
    start = 0
    size = len(text)
    while start < size:
        place = start
        while place < size and text[place] != "{" and text[place] != "}":
            place += 1
        if place == size:
            yield text[start:], None, None, None
            return
        char = text[place]
        literal = text[start:place]
        if place + 1 < size and text[place + 1] == char:
            # A doubled brace stands for one, and ends the piece.
            yield literal + char, None, None, None
            start = place + 2
            continue
        if char == "}":
            raise ValueError("Single '}' encountered in format string")
        if place + 1 == size:
            raise ValueError("Single '{' encountered in format string")
        name, spec, conversion, start = _read_field(text, place + 1)
        yield literal, name, spec, conversion


def _read_field(text, start):
    """Name, format spec and conversion of the field that begins here, and where the text goes on."""
    size = len(text)
    place = start
    is_index = False
    while place < size:
        char = text[place]
        if char == "[":
            is_index = True
        elif char == "]":
            is_index = False
        elif not is_index:
            if char == "{":
                raise ValueError("unexpected '{' in field name")
            if char == "}" or char == ":" or char == "!":
                break
        place += 1
    else:
        raise ValueError("expected '}' before end of string")
    name = text[start:place]
    conversion = None
    if char == "!":
        if place + 1 == size:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[place + 1]
        place += 2
        if place < size and text[place] != ":" and text[place] != "}":
            raise ValueError("expected ':' after conversion specifier")
    if place < size and text[place] == "}":
        return name, "", conversion, place + 1
    place += 1
    begin = place
    depth = 1
    while place < size:
        if text[place] == "{":
            depth += 1
        elif text[place] == "}":
            depth -= 1
            if depth == 0:
                return name, text[begin:place], conversion, place + 1
        place += 1
    raise ValueError("unmatched '{' in format spec")


def _number_or_text(text):
    return int(text) if text.isdecimal() and text.isascii() else text


def _split_field_name(name):
    """The first part of a field name, and an iterator over (is it an attribute, name or index)."""
    place = 0
    while place < len(name) and name[place] not in ".[":
        place += 1
    return _number_or_text(name[:place]), _field_parts(name, place)


def _field_parts(name, place):
    while place < len(name):
        char = name[place]
        if char == ".":
            end = place + 1
            while end < len(name) and name[end] not in ".[":
                end += 1
            if end == place + 1:
                raise ValueError("Empty attribute in format string")
            yield True, name[place + 1:end]
            place = end
        elif char == "[":
            end = name.find("]", place)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            if end == place + 1:
                raise ValueError("Empty attribute in format string")
            yield False, _number_or_text(name[place + 1:end])
            place = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
