"""The body of an enumeration as it runs: it notes members in order and gives `auto()` its values."""

import builtins

from enum._naming import is_descriptor, is_dunder, is_internal_class, is_private, is_sunder, split_names

_NOT_GIVEN = object()


class nonmember:
    """Keeps a value of the class body from becoming a member."""

    __module__ = "enum"

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value of the class body a member that wouldn't be one, such as a function."""

    __module__ = "enum"

    def __init__(self, value):
        self.value = value


class auto:
    """The next value, as `_generate_next_value_` says."""

    __module__ = "enum"

    def __init__(self, value=_NOT_GIVEN):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


_ALLOWED_SUNDERS = frozenset({
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
    "_use_args_", "_member_names_", "_member_map_", "_value2member_map_",
})


class EnumDict(dict):
    """The namespace that an enumeration's body runs in."""

    __module__ = "enum"

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        # The members' names as keys, in order; their values; names that become no members.
        self._member_names, self._last_values, self._ignore = {}, [], []
        # What gives `auto()` its values, and whether it did.
        self._generate_next_value, self._auto_called = None, False

    def __setitem__(self, key, value):
        cls_name = self._cls_name
        if cls_name is not None and is_private(cls_name, key):
            pass
        elif is_sunder(key):
            value = self._set_sunder(key, value)
        elif is_dunder(key):
            key = "_order_" if key == "__order__" else key
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member):
            value = self._add_member(key, value.value)
        elif not is_descriptor(value) and not (cls_name is not None and is_internal_class(cls_name, value)):
            value = self._add_member(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _ALLOWED_SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            self._ignore = value = split_names(value) if isinstance(value, str) else list(value)
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _add_member(self, key, value):
        if key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        if isinstance(value, tuple) and not isinstance(value, auto):
            value = self._resolve_parts(key, value)
        else:
            value = self._auto_value(key, value) if isinstance(value, auto) else value
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _resolve_parts(self, key, value):
        """A tuple with the values of the `auto()`s in it; these count as last values, else the tuple does."""
        if not any([isinstance(part, auto) for part in value]):
            self._last_values.append(value)
            return value
        parts = []
        for part in value:
            if isinstance(part, auto):
                part = self._auto_value(key, part)
                self._last_values.append(part)
            parts.append(part)
        try:
            return type(value)(parts)
        except TypeError:
            return type(value)(*parts)

    def _auto_value(self, key, placeholder):
        if placeholder.value is _NOT_GIVEN:
            placeholder.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return placeholder.value

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        """As a dict's, but by way of the checks of `__setitem__`."""
        if hasattr(members, "keys"):
            members = [(name, members[name]) for name in members.keys()]
        for source in (members, more_members.items()):
            for name, value in source:
                self[name] = value

    def set_directly(self, attributes):
        """Attributes of the class, which none of the checks are for."""
        super().update(attributes)
