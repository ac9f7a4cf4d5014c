"""References in values to other values."""

from configparser._errors import (
    InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError, NoOptionError, NoSectionError,
)

MAX_INTERPOLATION_DEPTH = 10


class Interpolation:
    """Values are what they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    before_read = before_write = before_set


def _expanded(interpolation, parser, section, option, rest, values, depth):
    """The text with what its references stand for.

    Those begin with the two characters `_marks`; the first of these twice stands for itself. `_reference` reads one: it gives the section
    and option to blame for what's in the value, the value, and the text behind.
    """
    mark, opening = interpolation._marks
    raw = parser.get(section, option, raw=True, fallback=rest)
    if depth > MAX_INTERPOLATION_DEPTH:
        raise InterpolationDepthError(option, section, raw)
    parts = []
    while mark in rest:
        place = rest.find(mark)
        parts.append(rest[:place])
        rest = rest[place:]
        if rest[1:2] == mark:
            parts.append(mark)
            rest = rest[2:]
            continue
        if rest[1:2] != opening:
            raise InterpolationSyntaxError(option, section, f"{mark!r} must be followed by {mark!r} or {opening!r}, found: {rest!r}")
        where, name, value, rest = interpolation._reference(parser, option, section, rest, raw, values)
        if mark in value:
            inner = values if where == section else dict(parser.items(where, raw=True))
            value = _expanded(interpolation, parser, where, name, value, inner, depth + 1)
        parts.append(value)
    parts.append(rest)
    return "".join(parts)


class BasicInterpolation(Interpolation):
    """`%(name)s` stands for another option of the section."""

    _marks = "%("

    def before_get(self, parser, section, option, value, defaults):
        return _expanded(self, parser, section, option, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = value.replace("%%", "")
        place = 0
        left = ""
        while place < len(rest):
            end = rest.find(")s", place) if rest.startswith("%(", place) else -1
            if end > place + 2 and ")" not in rest[place:end]:
                place = end + 2
                continue
            left += rest[place]
            place += 1
        if "%" in left:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {left.find('%')}")
        return value

    def _reference(self, parser, option, section, rest, raw, values):
        end = rest.find(")")
        if end < 3 or rest[end + 1:end + 2] != "s":
            raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
        name = parser.optionxform(rest[2:end])
        try:
            return section, option, values[name], rest[end + 2:]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(Interpolation):
    """`${name}` stands for another option of the section, `${section:name}` for one of another section."""

    _marks = "${"

    def before_get(self, parser, section, option, value, defaults):
        return _expanded(self, parser, section, option, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = value.replace("$$", "")
        left = ""
        while rest:
            end = rest.find("}") if rest.startswith("${") else -1
            if end > 2:
                rest = rest[end + 1:]
                continue
            left += rest[0]
            rest = rest[1:]
        if "$" in left:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {left.find('$')}")
        return value

    def _reference(self, parser, option, section, rest, raw, values):
        end = rest.find("}")
        if end < 3:
            raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
        path = rest[2:end].split(":")
        rest = rest[end + 1:]
        return *self._find(parser, option, section, path, raw, rest, values), rest

    def _find(self, parser, option, section, path, raw, rest, values):
        """Section, name and value of what a path stands for."""
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                return section, name, values[name]
            if len(path) == 2:
                name = parser.optionxform(path[1])
                return path[0], name, parser.get(path[0], name, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")


for _class in (Interpolation, BasicInterpolation, ExtendedInterpolation):
    _class.__module__ = "configparser"
