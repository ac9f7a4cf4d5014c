"""Files of sections with options, as Windows' INI files are."""

import io
import os
from collections import ChainMap
from collections.abc import MutableMapping

from configparser._errors import (
    DuplicateOptionError, DuplicateSectionError, Error, InterpolationDepthError, InterpolationError, InterpolationMissingOptionError,
    InterpolationSyntaxError, MissingSectionHeaderError, MultilineContinuationError, NoOptionError, NoSectionError, ParsingError,
)
from configparser._interpolation import MAX_INTERPOLATION_DEPTH, BasicInterpolation, ExtendedInterpolation, Interpolation
from configparser._reading import Reader, Syntax
from configparser._views import ConverterMapping, SectionProxy

__all__ = (
    "NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError", "InterpolationDepthError",
    "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError",
    "MultilineContinuationError", "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation", "ExtendedInterpolation",
    "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION",
)

DEFAULTSECT = "DEFAULT"


class _UnnamedSection:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _UnnamedSection()

# Stand for a fallback that wasn't given, and for a value that isn't there.
_UNSET = object()
_ABSENT = object()
_default_dict = dict


class RawConfigParser(MutableMapping):
    """Sections and their options. Values may be anything, and are what they are."""

    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT,
                 interpolation=_UNSET, converters=_UNSET, allow_unnamed_section=False):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._syntax = Syntax(delimiters, comment_prefixes, inline_comment_prefixes, allow_no_value, empty_lines_in_values, strict,
                              UNNAMED_SECTION if allow_unnamed_section else None)
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        if interpolation is None:
            interpolation = Interpolation()
        if not isinstance(interpolation, Interpolation):
            raise TypeError("interpolation= must be None or an instance of Interpolation; got an object of type "
                            f"{type(interpolation)}")
        self._interpolation = interpolation
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def optionxform(self, optionstr):
        """The form in which an option's name is kept."""
        return optionstr.lower()

    def _make_section(self, name):
        section = self._sections[name] = self._dict()
        self._proxies[name] = SectionProxy(self, name)
        return section

    # Sections and options.

    def defaults(self):
        """The options that every section has."""
        return self._defaults

    def sections(self):
        """The names of the sections, without the default one."""
        return list(self._sections.keys())

    def add_section(self, section):
        """Adds a section without options."""
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._make_section(section)

    def has_section(self, section):
        """Whether there's such a section; the default one isn't counted."""
        return section in self._sections

    def _own_options(self, section):
        """A section's options without the defaults; these for no section."""
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section) from None
        return self._sections[section]

    def options(self, section):
        """The names of a section's options, then the defaults'."""
        if not self.has_section(section):
            raise NoSectionError(section) from None
        merged = self._sections[section].copy()
        merged.update(self._defaults)
        return [*merged]

    def has_option(self, section, option):
        """Whether a section, or the default one, has the option."""
        try:
            own = self._own_options(section)
        except NoSectionError:
            return False
        option = self.optionxform(option)
        return option in own or option in self._defaults

    def set(self, section, option, value=None):
        """Sets an option."""
        text = self._interpolation.before_set(self, section, option, value) if value else value
        self._own_options(section)[self.optionxform(option)] = text

    def remove_option(self, section, option):
        """Removes an option; whether it was there."""
        own, name = self._own_options(section), self.optionxform(option)
        is_there = name in own
        if is_there:
            del own[name]
        return is_there

    def remove_section(self, section):
        """Removes a section; whether it was there."""
        is_there = self.has_section(section)
        if is_there:
            del self._proxies[section], self._sections[section]
        return is_there

    # Reading.

    def read(self, filenames, encoding=None):
        """Reads files, those that can be opened: their names."""
        names = [filenames] if isinstance(filenames, (str, bytes, os.PathLike)) else filenames
        encoding = io.text_encoding(encoding)
        opened = []
        for name in names:
            try:
                with open(name, encoding=encoding) as lines:
                    self._read(lines, name)
            except OSError:
                continue
            opened.append(os.fspath(name) if isinstance(name, os.PathLike) else name)
        return opened

    def read_file(self, f, source=None):
        """Reads lines; `source` names them in error messages."""
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        """Reads a str."""
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        """Takes sections from a dict of dicts."""
        strict = self._syntax.strict
        taken = set()
        for section, options in dictionary.items():
            name = section if section is UNNAMED_SECTION else str(section)
            try:
                self.add_section(name)
            except (DuplicateSectionError, ValueError):
                if name in taken and strict:
                    raise
            taken.add(name)
            self._take_options(name, options, source if strict else None)

    def _take_options(self, section, options, source):
        """Sets the options; where there's a source, none may have the name of another."""
        names = set()
        for option, value in options.items():
            name = self.optionxform(str(option))
            if name in names and source is not None:
                raise DuplicateOptionError(section, name, source)
            names.add(name)
            self.set(section, name, None if value is None else str(value))

    def _read_defaults(self, defaults):
        self._defaults.update({self.optionxform(name): value for name, value in defaults.items()})

    def _read(self, lines, source):
        Reader(self, self._syntax, self._sections, self._defaults, source).read(lines)

    # Values.

    def _values_of(self, section, vars):
        """Where a section's options are looked up."""
        own = self._sections.get(section)
        if own is None:
            if section != self.default_section:
                raise NoSectionError(section) from None
            own = {}
        given = {self.optionxform(name): None if value is None else str(value) for name, value in (vars or {}).items()}
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """An option's value; `vars` come before the section's options."""
        try:
            values = self._values_of(section, vars)
            name = self.optionxform(option)
            if name not in values:
                raise NoOptionError(name, section)
        except (NoSectionError, NoOptionError):
            if fallback is not _UNSET:
                return fallback
            raise
        value = values[name]
        if value is None or raw:
            return value
        return self._interpolation.before_get(self, section, name, value, values)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """The value converted. A fallback isn't."""
        if fallback is not _UNSET:
            kwargs["fallback"] = _ABSENT
        value = self.get(section, option, raw=raw, vars=vars, **kwargs)
        return fallback if value is _ABSENT else conv(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    @property
    def converters(self):
        return self._converters

    def items(self, section=_UNSET, raw=False, vars=None):
        """The sections; of one section, (option, value) with the defaults."""
        if section is _UNSET:
            return super().items()
        merged = self._defaults.copy()
        if section in self._sections:
            merged.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section) from None
        names = [*merged]
        for name, value in (vars or {}).items():
            merged[self.optionxform(name)] = value
        interpolation = Interpolation() if raw else self._interpolation
        return [(name, interpolation.before_get(self, section, name, merged[name], merged)) for name in names]

    def popitem(self):
        """Takes the first section out."""
        if not self._sections:
            raise KeyError
        name = self.sections()[0]
        section = self[name]
        del self[name]
        return name, section

    def _validate_value_types(self, *, section="", option="", value=""):
        for what, name in (("section names", section), ("option keys", option)):
            if not isinstance(name, str):
                raise TypeError(f"{what} must be strings")
        is_left_out = not value and self._syntax.allow_no_value
        if not is_left_out and not isinstance(value, str):
            raise TypeError("option values must be strings")

    # Writing.

    def write(self, fp, space_around_delimiters=True):
        """Writes the sections to a file; comments aren't kept."""
        delimiter = self._syntax.delimiters[0]
        if space_around_delimiters:
            delimiter = f" {delimiter} "
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults, delimiter)
        if UNNAMED_SECTION in self._sections and self._sections[UNNAMED_SECTION]:
            self._write_section(fp, UNNAMED_SECTION, self._sections[UNNAMED_SECTION], delimiter)
        for section, options in self._sections.items():
            if section is not UNNAMED_SECTION:
                self._write_section(fp, section, options, delimiter)

    def _write_section(self, fp, name, options, delimiter):
        lines = [] if name is UNNAMED_SECTION else [f"[{name}]"]
        for option, value in options.items():
            value = self._interpolation.before_write(self, name, option, value)
            is_left_out = value is None and self._syntax.allow_no_value
            text = str(value).replace("\n", "\n\t")
            lines.append(str(option) if is_left_out else f"{option}{delimiter}{text}")
        fp.write("".join([f"{line}\n" for line in [*lines, ""]]))

    # As a mapping from names to sections.

    def __getitem__(self, key):
        if key in self:
            return self._proxies[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        is_there = key in self
        if is_there and self._proxies[key] is value:
            return
        if is_there:
            self._own_options(key).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections.keys()


class ConfigParser(RawConfigParser):
    """Sections and their options, which are strs and may refer to others."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        """Sets an option to a str."""
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        """Adds a section, whose name must be a str."""
        self._validate_value_types(section=section)
        super().add_section(section)

    def _read_defaults(self, defaults):
        # The defaults aren't checked for references to what isn't there.
        self._interpolation, kept = Interpolation(), self._interpolation
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = kept
