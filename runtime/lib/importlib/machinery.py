"""What describes modules."""

__all__ = ["ModuleSpec", "SOURCE_SUFFIXES", "BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
# A compiled program loads no extensions.
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of files that are modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """A module's name and where it's from. Programs that are compiled have no loaders."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.origin = name, origin
        self.loader, self.loader_state = loader, loader_state
        # Only packages have submodules.
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._cached, self._set_fileattr = None, False

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, value):
        self._cached = value

    @property
    def parent(self):
        """The package that it's in, or that it is."""
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        """Whether the origin is a file."""
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{self.__class__.__name__}({', '.join(parts)})"

    def __eq__(self, other):
        try:
            return all([getattr(self, name) == getattr(other, name) for name in _COMPARED])
        except AttributeError:
            return NotImplemented


_COMPARED = ("name", "loader", "origin", "submodule_search_locations", "cached", "has_location")
