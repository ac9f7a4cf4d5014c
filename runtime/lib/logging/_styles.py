"""The three ways to write formats of records: `%(name)s`, `{name}`, `${name}`."""

from string import Formatter as StrFormatter, Template


class PercentStyle:
    """Formats as `%` does; the base of the others."""

    default_format, asctime_format = "%(message)s", "%(asctime)s"
    # What a format has that shows the time.
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._defaults = defaults
        self._fmt = fmt if fmt else self.default_format

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        """ValueError where no field is in the format."""
        if not _has_percent_field(self._fmt):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        own = record.__dict__
        return {**self._defaults, **own} if self._defaults else own

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")


def _has_percent_field(fmt):
    """Whether there's a `%(name)...d` with a conversion of numbers or text."""
    start = fmt.find("%(")
    while start >= 0:
        end = fmt.find(")", start)
        if fmt[start + 2:end].replace("_", "a").isalnum() and _is_conversion(fmt, end + 1):
            return True
        start = fmt.find("%(", start + 2)
    return False


def _is_conversion(fmt, place):
    """Whether flags, a width, a precision and a letter are there, all but the letter optional."""
    while place < len(fmt) and fmt[place] in "#0+ -":
        place += 1
    place = _skip_width(fmt, place)
    if fmt[place:place + 1] == ".":
        after = _skip_width(fmt, place + 1)
        if after == place + 1:
            return False
        place = after
    return fmt[place:place + 1].lower() in tuple("diouxefgcrsa%")


def _skip_width(fmt, place):
    """After a star or a number."""
    return place + 1 if fmt[place:place + 1] == "*" else _skip_digits(fmt, place)


class StrFormatStyle(PercentStyle):
    """Formats as `str.format` does."""

    default_format, asctime_format = "{message}", "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        try:
            has_fields = any([_checked_field(*parts) for _, *parts in StrFormatter().parse(self._fmt)])
        except ValueError as error:
            raise ValueError(f"invalid format: {error}")
        if not has_fields:
            raise ValueError("invalid format: no fields")


def _checked_field(name, spec, conversion):
    """Whether there's a field; ValueError for a wrong one."""
    if name and not _is_field_name(name):
        raise ValueError(f"invalid field name/expression: {name!r}")
    if conversion and conversion not in "rsa":
        raise ValueError(f"invalid conversion: {conversion!r}")
    if spec and not _is_format_spec(spec):
        raise ValueError(f"bad specifier: {spec!r}")
    return bool(name)


def _is_field_name(text):
    """A number or a name, attributes and indices after it."""
    place = 0
    while place < len(text) and text[place] not in ".[":
        place += 1
    first = text[:place]
    if not (first.isidentifier() or first.isdecimal()):
        return False
    while place < len(text):
        if text[place] == ".":
            end = place + 1
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
        elif text[place] == "[":
            end = text.find("]", place) + 1
        else:
            return False
        if end <= place + 1:
            return False
        place = end
    return True


def _is_format_spec(spec):
    """[[fill]align][+- ][#][0][width][,_][.precision][type], a nested field for width or precision."""
    place = 0
    if len(spec) > 1 and spec[1] in "<>=^":
        place = 2
    elif spec[0] in "<>=^":
        place = 1
    if spec[place:place + 1] in ("+", "-", " "):
        place += 1
    if spec[place:place + 1] == "#":
        place += 1
    if spec[place:place + 1] == "0":
        place += 1
    place = _skip_count(spec, place)
    if spec[place:place + 1] in (",", "_"):
        place += 1
    if spec[place:place + 1] == ".":
        after = _skip_count(spec, place + 1)
        if after == place + 1:
            return False
        place = after
    if place < len(spec) and spec[place] in "bcdefgnosxEFGX%":
        place += 1
    return place == len(spec)


def _skip_count(spec, place):
    """After a number or `{name}`."""
    if spec[place:place + 1] == "{":
        end = spec.find("}", place)
        return end + 1 if end > place + 1 else place
    return _skip_digits(spec, place)


def _skip_digits(text, place):
    while place < len(text) and text[place].isdecimal():
        place += 1
    return place


class StringTemplateStyle(PercentStyle):
    """Formats as `string.Template` does."""

    default_format, asctime_format = "${message}", "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, fmt, *, defaults=None):
        PercentStyle.__init__(self, fmt, defaults=defaults)
        self._tpl = Template(self._fmt)

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))

    def usesTime(self):
        return "$asctime" in self._fmt or PercentStyle.usesTime(self)

    def validate(self):
        problem = None
        if not self._tpl.is_valid():
            problem = "bare '$' not allowed"
        elif not self._tpl.get_identifiers():
            problem = "no fields"
        if problem is not None:
            raise ValueError(f"invalid format: {problem}")


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

# The styles by their marks, with what basicConfig() uses.
_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _check_style(style):
    if style not in _STYLES:
        raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
