"""What several parts of unittest use: reprs, names of classes, differences of unordered sequences."""

from collections import Counter
from _support import module_names

_MAX_LENGTH = 80
_PLACEHOLDER_LENGTH = 12
_BEGIN_LENGTH = 5
_END_LENGTH = 5
_COMMON_LENGTH = 5
_DIFFERENCE_LENGTH = _MAX_LENGTH - (_BEGIN_LENGTH + _PLACEHOLDER_LENGTH + _COMMON_LENGTH + _PLACEHOLDER_LENGTH + _END_LENGTH)


def _shorten(text, prefix_length, suffix_length):
    skipped = len(text) - prefix_length - suffix_length
    if skipped > _PLACEHOLDER_LENGTH:
        return f"{text[:prefix_length]}[{skipped} chars]{text[len(text) - suffix_length:]}"
    return text


def _common_prefix(texts):
    shortest = min(texts)
    longest = max(texts)
    for index, char in enumerate(shortest):
        if char != longest[index]:
            return shortest[:index]
    return shortest


def _common_shorten_repr(*args):
    """The reprs of values that are compared, long ones shortened where they agree."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = _common_prefix(texts)
    length = len(prefix)
    common_length = _MAX_LENGTH - (longest - length + _BEGIN_LENGTH + _PLACEHOLDER_LENGTH)
    if common_length > _COMMON_LENGTH:
        prefix = _shorten(prefix, _BEGIN_LENGTH, common_length)
        return tuple([prefix + text[length:] for text in texts])
    prefix = _shorten(prefix, _BEGIN_LENGTH, _COMMON_LENGTH)
    return tuple([prefix + _shorten(text[length:], _DIFFERENCE_LENGTH, _END_LENGTH) for text in texts])


def safe_repr(obj, short=False):
    """repr(), or object's where that fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    is_too_long = short and len(text) >= _MAX_LENGTH
    return f"{text[:_MAX_LENGTH]} [truncated]..." if is_too_long else text


def strclass(cls):
    """The class's name with its module's."""
    return f"{cls.__module__}.{cls.__qualname__}"


def unorderable_list_difference(expected, actual):
    """(missing, unexpected) of two lists whose items may be unorderable; both lose their items."""
    missing = []
    for item in reversed(expected):
        if item in actual:
            actual.remove(item)
        else:
            missing.append(item)
    expected.clear()
    return missing, actual


def _count_diff_all_purpose(actual, expected):
    """(count in the first, count in the second, item) where the counts differ; items needn't be hashable."""
    first = list(actual)
    second = list(expected)
    absent = object()
    result = []
    for position, item in enumerate(first):
        if item is absent:
            continue
        in_first = 0
        for index in range(position, len(first)):
            if first[index] == item:
                in_first += 1
                first[index] = absent
        in_second = 0
        for index, other in enumerate(second):
            if other == item:
                in_second += 1
                second[index] = absent
        if in_first != in_second:
            result.append((in_first, in_second, item))
    for position, item in enumerate(second):
        if item is absent:
            continue
        in_second = 0
        for index in range(position, len(second)):
            if second[index] == item:
                in_second += 1
                second[index] = absent
        result.append((0, in_second, item))
    return result


def _count_diff_hashable(actual, expected):
    """As `_count_diff_all_purpose`, for hashable items."""
    first = Counter(actual)
    second = Counter(expected)
    result = []
    for item, count in first.items():
        other = second.get(item, 0)
        if count != other:
            result.append((count, other, item))
    for item, count in second.items():
        if item not in first:
            result.append((0, count, item))
    return result


def names_of(obj):
    """The names of what a class or module has, sorted, as dir() gives them."""
    if not isinstance(obj, type):
        return sorted(set(module_names(obj)))
    found = set()
    for cls in obj.__mro__:
        found.update(cls.__dict__)
    return sorted(found)


def sorted_list_difference(expected, actual):
    """What two sorted lists have each alone, without repetitions."""
    alone = [item for item in expected if item not in actual], [item for item in actual if item not in expected]
    return tuple([list(dict.fromkeys(items)) for items in alone])
