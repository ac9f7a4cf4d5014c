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

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """`%(name)s` stands for another option of the section."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._expand(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

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

    def _expand(self, parser, option, parts, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            place = rest.find("%")
            if place < 0:
                parts.append(rest)
                return
            if place > 0:
                parts.append(rest[:place])
                rest = rest[place:]
            mark = rest[1:2]
            if mark == "%":
                parts.append("%")
                rest = rest[2:]
                continue
            if mark != "(":
                raise InterpolationSyntaxError(option, section, f"'%' must be followed by '%' or '(', found: {rest!r}")
            end = rest.find(")")
            if end < 3 or rest[end + 1:end + 2] != "s":
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
            name = parser.optionxform(rest[2:end])
            rest = rest[end + 2:]
            try:
                value = values[name]
            except KeyError:
                raise InterpolationMissingOptionError(option, section, raw, name) from None
            if "%" in value:
                self._expand(parser, option, parts, value, section, values, depth + 1)
            else:
                parts.append(value)


class ExtendedInterpolation(Interpolation):
    """`${name}` stands for another option of the section, `${section:name}` for one of another section."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._expand(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

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

    def _expand(self, parser, option, parts, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            place = rest.find("$")
            if place < 0:
                parts.append(rest)
                return
            if place > 0:
                parts.append(rest[:place])
                rest = rest[place:]
            mark = rest[1:2]
            if mark == "$":
                parts.append("$")
                rest = rest[2:]
                continue
            if mark != "{":
                raise InterpolationSyntaxError(option, section, f"'$' must be followed by '$' or '{{', found: {rest!r}")
            end = rest.find("}")
            if end < 3:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
            path = rest[2:end].split(":")
            rest = rest[end + 1:]
            where, name, value = self._find(parser, option, section, path, raw, rest, values)
            if "$" in value:
                inner = values if where == section else dict(parser.items(where, raw=True))
                self._expand(parser, name, parts, value, where, inner, depth + 1)
            else:
                parts.append(value)

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
