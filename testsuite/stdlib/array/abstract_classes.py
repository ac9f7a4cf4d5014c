"""Arrays among the abstract classes, and in sequence patterns."""
import array
import collections.abc as abc

numbers = array.array("b", b"abc")
for name in ("Sequence", "MutableSequence", "Collection", "Buffer", "Hashable", "Mapping"):
    print(name, isinstance(numbers, getattr(abc, name)), issubclass(array.array, getattr(abc, name)))
match numbers:
    case (first, *rest):
        print(first, rest)
