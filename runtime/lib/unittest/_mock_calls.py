"""What mocks keep of their calls, and values that equal everything or nothing else."""


class InvalidSpecError(Exception):
    """A mock was given as the spec of another one."""


def check_typos(options):
    """RuntimeError for what is taken for a misspelt option."""
    for typo in ("autospect", "auto_spec", "set_spec"):
        if typo in options:
            raise RuntimeError(f"{typo!r} might be a typo; use unsafe=True if this is intended")


class _SentinelObject:
    """A value with a name."""

    def __init__(self, name):
        self.name = name

    def __reduce__(self):
        return repr(self)

    def __repr__(self):
        return "sentinel." + self.name


class _Sentinel:
    """Has a value for each name that's asked for, always the same one."""

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        made = _SentinelObject(name)
        setattr(self, name, made)
        return made

    def __reduce__(self):
        return "sentinel"


class _ANY:
    """Equal to everything."""

    def __repr__(self):
        return "<ANY>"

    def __ne__(self, other):
        return False

    def __eq__(self, other):
        return True


ANY = _ANY()
sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


def _parts_of(value, name=""):
    """(name, args, kwargs) of what has any of them in this order; None where it has more."""
    rest = list(value)
    if len(rest) > 3:
        return None
    if len(rest) == 3 or (rest and isinstance(rest[0], str)):
        name = rest.pop(0)
    if len(rest) == 2:
        return name, rest[0], rest[1]
    if not rest:
        return name, (), {}
    return (name, rest[0], {}) if isinstance(rest[0], tuple) else (name, (), rest[0])


def _format_call(name, args, kwargs):
    shown = list(map(repr, args))
    shown += [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(shown)})"


class _Call(tuple):
    """One call as a tuple (name, args, kwargs), or (args, kwargs) for `two`.

    Its attributes and results are calls on what it gives: `call.method(1).other`. Those that weren't called are no `from_kall`.
    """

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        parts = _parts_of(value, name)
        if parts is None:
            parts = (name, (), {})
        return tuple.__new__(cls, parts[1:] if two else parts)

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_from_kall = from_kall
        self._mock_parent = parent
        self._mock_name = name

    @property
    def args(self):
        return tuple.__getitem__(self, -2)

    @property
    def kwargs(self):
        return tuple.__getitem__(self, -1)

    __hash__ = None

    def __eq__(self, other):
        if not hasattr(other, "__len__"):
            return NotImplemented
        parent, other_parent = self._mock_parent, getattr(other, "_mock_parent", None)
        if parent and other_parent and parent != other_parent:
            return False
        parts = _parts_of(other)
        if parts is None:
            return False
        name = self._called_name()
        # The other's arguments come first, since they may be ANY.
        return (not name or parts[0] == name) and parts[1:] == (self.args, self.kwargs)

    def __ne__(self, other):
        is_equal = _Call.__eq__(self, other)
        return is_equal if is_equal is NotImplemented else not is_equal

    def _called_name(self):
        return "" if len(self) == 2 else tuple.__getitem__(self, 0)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=self._mock_name + "." + attr, parent=self, from_kall=False)

    def __getattribute__(self, attr):
        # `call.count` and `call.__getitem__` are calls, too.
        if attr in tuple.__dict__:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    def __call__(self, /, *args, **kwargs):
        name = self._mock_name
        if name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((name, args, kwargs), name=name + "()", parent=self)

    def __repr__(self):
        name = self._called_name() if self._mock_from_kall else self._mock_name
        label = "call"
        if name:
            label += name if name.startswith("()") else "." + name
        return _format_call(label, self.args, self.kwargs) if self._mock_from_kall else label

    def call_list(self):
        """This call and those that its object comes from, the first one first."""
        before = [] if self._mock_parent is None else self._mock_parent.call_list()
        return _CallList([*before, self] if self._mock_from_kall else before)


class _CallList(list):
    """Calls; `in` finds several in a row too."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        starts = range(len(self) - len(value) + 1)
        return any([self[start:start + len(value)] == value for start in starts])

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


call = _Call(from_kall=False)


def problem_with(expected):
    """The first error among expected calls: some didn't fit their signature. None without any."""
    for each in expected:
        if isinstance(each, Exception):
            return each
    return None


def missing_calls(expected, made):
    """Those of the expected calls that weren't made as often, and those made that nobody expected."""
    unexpected = list(made)
    missing = []
    for each in expected:
        if each in unexpected:
            unexpected.remove(each)
        else:
            missing.append(each)
    return missing, unexpected


def has_call(made, expected):
    """Whether some call equals the expected one, whose parts are compared first: they may be ANY."""
    for each in made:
        if len(each) == len(expected) and all([want == got for want, got in zip(expected, each)]):
            return True
    return False
