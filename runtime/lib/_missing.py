"""What stands for a module that aiocc lacks, or a name of a module, where an import is compiled with --defer-unsupported."""


def _raises(name):
    """A method that fails as the import would have."""
    def method(self, *args, **kwargs):
        raise self._error()
    method.__name__ = name
    return method


class Missing:
    """Raises the import's error at its first use: of a member, as a function, a base class, a sequence, ..."""

    def __init__(self, module, name=None):
        self._module = module
        self._name = name

    def _error(self):
        if self._name is None:
            return ModuleNotFoundError(f"No module named {self._module!r}", name=self._module)
        return ImportError(f"cannot import name {self._name!r} from {self._module!r} (unknown location)", name=self._module)

    def __getattr__(self, name):
        # Whoever asks whether an object has one of these asks it of all objects that come along.
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        raise self._error()


for _name in ("call", "mro_entries", "instancecheck", "subclasscheck", "bool", "len", "iter", "getitem", "contains", "enter", "or", "add", "radd",
              "mul", "rmul", "sub", "rsub", "neg", "lt", "le", "gt", "ge", "index", "int", "float", "str", "repr"):
    setattr(Missing, f"__{_name}__", _raises(f"__{_name}__"))
