"""Names that `collections` has had, and that moved to collections.abc."""
import collections

for name in ("Mapping", "MutableMapping", "Sequence", "MutableSequence", "chain", "eq"):
    try:
        print(getattr(collections, name))
    except AttributeError as error:
        print(error)
try:
    from collections import Mapping
except ImportError as error:
    print(str(error).partition(" (")[0])
    from collections.abc import Mapping
print(Mapping)
print(collections.MutableSequence)
