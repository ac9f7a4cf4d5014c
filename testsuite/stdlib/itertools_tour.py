import itertools
from itertools import (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"

for case in [
    lambda: count(), lambda: count(5), lambda: count(5, 2), lambda: count(1.5, -0.5), lambda: count(3, True), lambda: count(True),
    lambda: count("a"), lambda: count(1, "b"), lambda: count(1, 2, 3), lambda: count(start=2, step=3), lambda: count(stop=3),
    lambda: cycle(), lambda: cycle([1], 2), lambda: cycle(iterable=[1]), lambda: cycle(5),
    lambda: repeat("x"), lambda: repeat("x", 3), lambda: repeat(object=1, times=2), lambda: repeat("x", -4), lambda: repeat(), lambda: repeat(1, "a"), lambda: repeat(1, 2, 3), lambda: repeat(1, None),
    lambda: accumulate(), lambda: accumulate(3), lambda: accumulate([1], None, 3), lambda: list(accumulate([1, "a"])),
    lambda: batched([1], 0), lambda: batched([1]), lambda: batched([1], "a"), lambda: list(batched("abcde", 2, strict=True)),
    lambda: chain(1), lambda: list(chain(1)), lambda: chain(a=1), lambda: chain.from_iterable(3), lambda: list(chain.from_iterable([1, 2])), lambda: chain.from_iterable(),
    lambda: combinations([1]), lambda: combinations([1], -1), lambda: combinations([1], "a"), lambda: combinations(1, 1), lambda: combinations_with_replacement([1], -2),
    lambda: permutations([1], "a"), lambda: permutations([1], -1), lambda: permutations(), lambda: permutations([1], None, 2),
    lambda: compress([1]), lambda: compress(1, [1]), lambda: compress([1], 1), lambda: dropwhile(1), lambda: dropwhile(None, 3), lambda: list(dropwhile(None, [3])),
    lambda: filterfalse(), lambda: takewhile(1, 2, 3), lambda: list(takewhile(3, [1])), lambda: groupby(), lambda: groupby(3), lambda: groupby([1], foo=2), lambda: list(groupby([1], 5)),
    lambda: islice([1]), lambda: islice([1], -1), lambda: islice([1], "a"), lambda: islice([1], 1, -2), lambda: islice([1], -1, 5), lambda: islice([1], "a", 5), lambda: islice([1], 0, 5, 0), lambda: islice([1], 0, 5, "x"), lambda: islice([1], 1, 2, 3, 4), lambda: islice(), lambda: islice(3, 1), lambda: islice([1], 1, stop=3),
    lambda: pairwise(), lambda: pairwise(1), lambda: pairwise([1], [2]), lambda: product(1), lambda: product([1], repeat=-1), lambda: product([1], repeat="a"), lambda: product([1], foo=1),
    lambda: starmap(pow), lambda: list(starmap(pow, [1])), lambda: starmap(pow, 1), lambda: list(starmap(pow, [[2, 3], (4, 2)])),
    lambda: tee(1), lambda: tee([1], -1), lambda: tee([1], "a"), lambda: tee(), lambda: tee([1], 0), lambda: zip_longest(1),
]:
    r = attempt(case)
    print(r if isinstance(r, (str, list, tuple)) or type(r) in (count, repeat) else type(r))

for x in (count, cycle, repeat, accumulate, batched, chain, combinations, combinations_with_replacement, compress, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, starmap, takewhile, zip_longest):
    print(x, x.__name__, x.__module__, x.__qualname__)
print(type(tee([])[0]), tee.__name__)

print(list(islice(count(10, 3), 5)), list(islice(count(0.5, 0.25), 3)), list(islice(count(2**62 - 1), 3)))
print(list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat(1, 3)), list(repeat(1, 0)))
print(list(accumulate(range(5))), list(accumulate([])), list(accumulate([], initial=4)), list(accumulate([3, 1, 2], max)), list(accumulate("abc", initial="z")), list(accumulate([1, 2], func=lambda a, b: a * 10 + b)))
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched(range(4), 2, strict=True)))
print(list(chain("ab", [], (1, 2))), list(chain()), list(chain.from_iterable(["x", [1]])))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)), list(combinations([], 0)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 2)), list(combinations_with_replacement("", 0)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations("ab", 3)), list(permutations("ab", 0)), len(list(permutations(range(6)))))
print(list(product("ab", [1, 2])), list(product([1, 2], repeat=3)), list(product()), list(product("ab", [])), list(product("ab", repeat=0)))
print(list(compress("abcdef", [1, 0, 1])), list(compress([1], [])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda x: x % 2, range(6))))
print([(k, list(g)) for k, g in groupby("aabbbca")], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda v: v % 2)])
gs = [g for _, g in groupby("aab")]
print([list(g) for g in gs])
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 2)), list(islice("abcdefg", None)), list(islice("abc", 1, 10, 5)), list(islice(iter("abc"), 5, 2)))
it = iter(range(10))
print(list(islice(it, 2, 2)), list(it))
it = iter(range(10))
print(list(islice(it, 0, 5, 3)), list(it))
print(list(pairwise("abcd")), list(pairwise("a")), list(zip_longest("abc", [1], [], fillvalue=None)), list(zip_longest()))
a, b, c = tee(iter("xyz"), 3)
print(next(a), next(a), list(b), list(a), list(c))
a = tee(range(200))
print(sum(a[0]), sum(a[1]))
x, = tee([1, 2, 3], 1)
next(x)
y, z = tee(x)
print(list(y), list(z), y is x)
