# Copies of itertools' iterators, shallow, deep and pickled: each goes on where its original stands.
import copy
import functools
import itertools
import operator
import pickle
import sys
import warnings
from collections import UserString

warnings.simplefilter("ignore", DeprecationWarning)


def makers():
    yield "count", lambda: itertools.count(3)
    yield "count by", lambda: itertools.count(1.5, 0.5)
    yield "big count", lambda: itertools.count(1 << 70)
    yield "repeat", lambda: itertools.repeat("x", 5)
    yield "cycle", lambda: itertools.cycle([1, 2, 3])
    yield "chain", lambda: itertools.chain([1, 2], "ab", (3,))
    yield "from_iterable", lambda: itertools.chain.from_iterable([[1, 2], [3, 4]])
    yield "accumulate", lambda: itertools.accumulate([1, 2, 3, 4])
    yield "accumulate from", lambda: itertools.accumulate([1, 2, 3], operator.mul, initial=10)
    yield "compress", lambda: itertools.compress("abcdef", [1, 0, 1, 0, 1, 1])
    yield "dropwhile", lambda: itertools.dropwhile(operator.not_, [0, 0, 1, 0, 2])
    yield "takewhile", lambda: itertools.takewhile(bool, [1, 2, 3, 0, 4])
    yield "filterfalse", lambda: itertools.filterfalse(bool, [0, 1, "", 2, []])
    yield "islice", lambda: itertools.islice(range(30), 2, 20, 3)
    yield "starmap", lambda: itertools.starmap(pow, [(2, 3), (3, 2), (10, 2)])
    yield "zip_longest", lambda: itertools.zip_longest("abc", [1], fillvalue="-")
    yield "combinations", lambda: itertools.combinations("abcd", 2)
    yield "with replacement", lambda: itertools.combinations_with_replacement("abc", 2)
    yield "permutations", lambda: itertools.permutations("abc", 2)
    yield "product", lambda: itertools.product("ab", [1, 2])


def rest(iterator):
    return list(itertools.islice(iterator, 4))


for name, make in makers():
    for steps in (0, 1, 3, 40):
        shown = []
        for copied in (copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))):
            iterator = make()
            for _ in range(steps):
                next(iterator, None)
            other = copied(iterator)
            shown.append(rest(other))
        print(name, steps, shown[1], shown[0] == shown[1] == shown[2], rest(iterator) == shown[2] or "shared")

print(itertools.count(2).__reduce__(), itertools.count(2, 2).__reduce__(), itertools.repeat(1).__reduce__())
print(itertools.accumulate([]).__reduce__()[2], itertools.islice([], 1, 5).__reduce__()[1][1:])

for choice in (itertools.combinations("abc", 5), itertools.permutations("abc", 5), itertools.combinations_with_replacement("", 2)):
    print(list(copy.copy(choice)), list(choice), list(copy.copy(choice)))
print(list(itertools.islice("abcde", 3, sys.maxsize)), list(itertools.islice("abc", 0, None, sys.maxsize)), itertools.repeat(1, sys.maxsize))

groups = itertools.groupby("aabbc")
print(next(groups)[0])
key, group = next(groups)
print(next(group))
other = copy.deepcopy(groups)
print([(key, list(group)) for key, group in other])
key, group = next(itertools.groupby([1, 1, 2]))
print(list(copy.deepcopy(group)))

combined = itertools.combinations("abcd", 2)
combined.__setstate__((1, 2))
print(list(combined))
for iterator, state in [
    (itertools.combinations("abc", 2), 1), (itertools.cycle([1]), (1, 2)), (itertools.chain(), ([1], [2])), (itertools.permutations("ab"), ()),
]:
    try:
        iterator.__setstate__(state)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, type(iterator).__name__)


class Numbered:
    ids = itertools.count()

    def __init__(self):
        self.next_id = itertools.count(10)


numbered = Numbered()
next(numbered.next_id)
print(next(copy.deepcopy(numbered).next_id), next(numbered.next_id))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    copy.copy(itertools.count())
    print([str(each.message) for each in caught], caught[0].category.__name__)


@functools.lru_cache
def cached(x):
    return x * 2


print(pickle.loads(pickle.dumps(cached)) is cached, copy.deepcopy(cached) is cached, cached.__reduce__())

# Not what the fast `text += more` is.
print(hasattr(str, "__iadd__"), "__iadd__" in dir(str), hasattr(list, "__iadd__"), hasattr(UserString, "maketrans"))
