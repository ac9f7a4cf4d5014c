"""Tuples whose items have names too, as the system's calls return them."""


def named(name, fields):
    """A class of such tuples; its name says its module too."""
    def make(cls, values, *rest):
        values = tuple(values)
        if len(values) < len(fields):
            raise TypeError(f"{name}() takes an at least {len(fields)}-sequence ({len(values)}-sequence given)")
        return tuple.__new__(cls, values[:len(fields)])

    def represent(self):
        return f"{name}({', '.join(f'{field}={value!r}' for field, value in zip(fields, self))})"

    module, _, short = name.rpartition(".")
    attributes = {"__slots__": (), "__module__": module, "__new__": make, "__repr__": represent,
                  "__match_args__": tuple(fields), "n_sequence_fields": len(fields)}
    for i, field in enumerate(fields):
        attributes[field] = property(lambda self, i=i: self[i])
    return type(short, (tuple,), attributes)
