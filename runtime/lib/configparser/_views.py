"""Sections as mappings, and the methods that convert values."""

from collections.abc import MutableMapping


class SectionProxy(MutableMapping):
    """One section of a parser: a mapping from options to values."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for conversion in parser.converters:
            setattr(self, "get" + conversion, self._getter(conversion))

    def _getter(self, conversion):
        method = getattr(self._parser, "get" + conversion)

        def get(option, fallback=None, **kwargs):
            return self.get(option, fallback, _impl=method, **kwargs)

        return get

    # Both are for reading only.
    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def __repr__(self):
        return f"<Section: {self._name}>"

    def _options(self):
        parser = self._parser
        return parser.defaults() if self._name == parser.default_section else parser.options(self._name)

    def __iter__(self):
        return iter(self._options())

    def __len__(self):
        return len(self._options())

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __getitem__(self, key):
        if key in self:
            return self._parser.get(self._name, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        is_own = key in self and self._parser.remove_option(self._name, key)
        if not is_own:
            raise KeyError(key)

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """The option's value, or `fallback`."""
        if _impl is None:
            _impl = self._parser.get
        return _impl(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The conversions that a parser has: `converters["int"]` is what `getint` does."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {}
        for name in dir(parser):
            conversion = name[3:] if name.startswith("get") else ""
            if conversion and callable(getattr(parser, name)):
                self._data[conversion] = None

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        name = "get" + key if isinstance(key, str) and key else ""
        if not name:
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if name == "get":
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        parser = self._parser

        def get(section, option, **kwargs):
            return parser._get_conv(section, option, value, **kwargs)

        get.converter = value
        setattr(parser, name, get)
        for proxy in parser.values():
            setattr(proxy, name, proxy._getter(key))

    def __delitem__(self, key):
        if not key or not isinstance(key, str):
            raise KeyError(key)
        name = "get" + key
        del self._data[key]
        for owner in [self._parser, *self._parser.values()]:
            if name in owner.__dict__:
                delattr(owner, name)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)


SectionProxy.__module__ = ConverterMapping.__module__ = "configparser"
