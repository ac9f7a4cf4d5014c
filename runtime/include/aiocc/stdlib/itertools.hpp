// The module itertools: iterators that give their items when asked.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::itertools {

extern Type accumulate_type AIOCC_PY_CLASS("accumulate");
extern Type batched_type AIOCC_PY_CLASS("batched");
extern Type chain_type AIOCC_PY_CLASS("chain");
extern Type combinations_type AIOCC_PY_CLASS("combinations");
extern Type combinations_with_replacement_type AIOCC_PY_CLASS("combinations_with_replacement");
extern Type compress_type AIOCC_PY_CLASS("compress");
extern Type count_type AIOCC_PY_CLASS("count");
extern Type cycle_type AIOCC_PY_CLASS("cycle");
extern Type dropwhile_type AIOCC_PY_CLASS("dropwhile");
extern Type filterfalse_type AIOCC_PY_CLASS("filterfalse");
extern Type groupby_type AIOCC_PY_CLASS("groupby");
extern Type grouper_type AIOCC_PY_CLASS("_grouper");
extern Type islice_type AIOCC_PY_CLASS("islice");
extern Type pairwise_type AIOCC_PY_CLASS("pairwise");
extern Type permutations_type AIOCC_PY_CLASS("permutations");
extern Type product_type AIOCC_PY_CLASS("product");
extern Type repeat_type AIOCC_PY_CLASS("repeat");
extern Type starmap_type AIOCC_PY_CLASS("starmap");
extern Type takewhile_type AIOCC_PY_CLASS("takewhile");
extern Type tee_type AIOCC_PY_CLASS("_tee");
extern Type zip_longest_type AIOCC_PY_CLASS("zip_longest");

/// Return a count object whose .__next__() method returns consecutive values.
AIOCC_PY("def count(start: int = 0, step: int = 1) -> Iterator[int]", retains)
Result<Object> count(Int const& start, Int const& step);
AIOCC_PY("def count(start: object = 0, step: object = 1) -> Iterator[object]", retains)
Result<Object> count(Object const& start, Object const& step);
/// Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.
AIOCC_PY("def cycle[T](iterable: Iterable[T], /) -> Iterator[T]", retains)
Result<Object> cycle(Object const& iterable);
/// repeat(object [,times]) -> create an iterator which returns the object for the specified number of times.
AIOCC_PY("def repeat[T](object: T, times: object = ...) -> Iterator[T]", retains)
Result<Object> repeat(Object const& object, Object const& times);
AIOCC_PY("def repeat.__length_hint__(self, /) -> int")
Result<Int> length_hint_of_repeat(Object const& self);

/// Return series of accumulated sums (or other binary function results).
AIOCC_PY("def accumulate(iterable: Iterable[int], /) -> Iterator[int]", retains)
inline Result<Object> accumulate_ints(Object const& iterable);
AIOCC_PY("def accumulate(iterable: Iterable[float], /) -> Iterator[float]", retains)
inline Result<Object> accumulate_floats(Object const& iterable);
AIOCC_PY("def accumulate[T](iterable: Iterable[T], func: Callable[[T, T], T], /) -> Iterator[T]", retains)
inline Result<Object> accumulate(Object const& iterable, Object const& function);
AIOCC_PY("def accumulate(iterable: object, func: object = None, *, initial: object = None) -> Iterator[object]",
         retains)
Result<Object> accumulate(Object const& iterable, Object const& function, Object const& initial);
inline Result<Object> accumulate_ints(Object const& iterable) { return accumulate(iterable, None, None); }
inline Result<Object> accumulate_floats(Object const& iterable) { return accumulate(iterable, None, None); }
inline Result<Object> accumulate(Object const& iterable, Object const& function) {
  return accumulate(iterable, function, None);
}
/// Batch data into tuples of length n. The last batch may be shorter than n.
AIOCC_PY("def batched[T](iterable: Iterable[T], n: object, *, strict: object = False) -> Iterator[tuple[T, ...]]",
         retains)
Result<Object> batched(Object const& iterable, Object const& n, Object const& strict);
/// Return a chain object whose .__next__() method returns elements from the first iterable until it is exhausted.
AIOCC_PY("def chain[T](*iterables: Iterable[T]) -> Iterator[T]", retains)
Result<Object> chain(Arguments iterables);
/// Alternative chain() constructor taking a single iterable argument that evaluates lazily.
AIOCC_PY("def chain.from_iterable[T](iterable: Iterable[Iterable[T]], /) -> Iterator[T]", staticmethod, retains)
Result<Object> chain_from_iterable(Object const& iterable);
/// Return overlapping pairs of values from the input iterable.
AIOCC_PY("def pairwise[T](iterable: Iterable[T], /) -> Iterator[tuple[T, T]]", retains)
Result<Object> pairwise(Object const& iterable);
/// Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.
AIOCC_PY("def starmap(function: object, iterable: object, /) -> Iterator[object]", retains)
Result<Object> starmap(Object const& function, Object const& iterable);
/// Return a zip_longest object whose .__next__() method returns a tuple.
AIOCC_PY(
    "def zip_longest[A, B, F](first: Iterable[A], second: Iterable[B], /, *, fillvalue: F = None) -> Iterator[tuple[A "
    "| F, B | F]]",
    retains)
inline Result<Object> zip_longest(Object const& first, Object const& second, Object const& fillvalue);
AIOCC_PY("def zip_longest(*iterables: object, fillvalue: object = None) -> Iterator[object]", retains)
Result<Object> zip_longest(Arguments iterables, Object const& fillvalue);
inline Result<Object> zip_longest(Object const& first, Object const& second, Object const& fillvalue) {
  return zip_longest(Arguments({first, second}), fillvalue);
}

/// Return data elements corresponding to true selector elements.
AIOCC_PY("def compress[T](data: Iterable[T], selectors: object) -> Iterator[T]", retains)
Result<Object> compress(Object const& data, Object const& selectors);
/// Drop items from the iterable while predicate(item) is true.
AIOCC_PY("def dropwhile[T](predicate: Callable[[T], object], iterable: Iterable[T], /) -> Iterator[T]", retains)
Result<Object> dropwhile(Object const& predicate, Object const& iterable);
/// Return those items of iterable for which function(item) is false.
AIOCC_PY("def filterfalse[T](function: Callable[[T], object] | None, iterable: Iterable[T], /) -> Iterator[T]", retains)
Result<Object> filterfalse(Object const& function, Object const& iterable);
/// Return successive entries from an iterable as long as the predicate evaluates to true for each entry.
AIOCC_PY("def takewhile[T](predicate: Callable[[T], object], iterable: Iterable[T], /) -> Iterator[T]", retains)
Result<Object> takewhile(Object const& predicate, Object const& iterable);
/// islice(iterable, stop) and islice(iterable, start, stop[, step]): the items at those positions.
AIOCC_PY("def islice[T](iterable: Iterable[T], /, *args: object) -> Iterator[T]", retains)
Result<Object> islice(Object const& iterable, Arguments args);
AIOCC_PY("def islice(*args: object) -> Iterator[object]", retains)
Result<Object> islice(Arguments args);
/// make an iterator that returns consecutive keys and groups from the iterable
AIOCC_PY("def groupby[T](iterable: Iterable[T], /) -> Iterator[tuple[T, Iterator[T]]]", retains)
inline Result<Object> groupby(Object const& iterable);
AIOCC_PY("def groupby[T, K](iterable: Iterable[T], key: Callable[[T], K]) -> Iterator[tuple[K, Iterator[T]]]", retains)
inline Result<Object> groupby_key(Object const& iterable, Object const& key);
AIOCC_PY("def groupby(iterable: object, key: object = None) -> Iterator[object]", retains)
Result<Object> groupby(Object const& iterable, Object const& key);
inline Result<Object> groupby(Object const& iterable) { return groupby(iterable, None); }
inline Result<Object> groupby_key(Object const& iterable, Object const& key) { return groupby(iterable, key); }
/// Returns a tuple of n independent iterators.
AIOCC_PY("def tee[T](iterable: Iterable[T], n: object = 2, /) -> tuple[Iterator[T], ...]", retains)
Result<Object> tee(Object const& iterable, Object const& n);
AIOCC_PY("def _tee.__copy__(self, /) -> object", retains)
Object copy_of_tee(Object const& self);

/// Return successive r-length combinations of elements in the iterable.
AIOCC_PY("def combinations[T](iterable: Iterable[T], r: object) -> Iterator[tuple[T, ...]]", retains)
Result<Object> combinations(Object const& iterable, Object const& r);
/// Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.
AIOCC_PY("def combinations_with_replacement[T](iterable: Iterable[T], r: object) -> Iterator[tuple[T, ...]]", retains)
Result<Object> combinations_with_replacement(Object const& iterable, Object const& r);
/// Return successive r-length permutations of elements in the iterable.
AIOCC_PY("def permutations[T](iterable: Iterable[T], r: object = None) -> Iterator[tuple[T, ...]]", retains)
Result<Object> permutations(Object const& iterable, Object const& r);
/// Cartesian product of input iterables. Equivalent to nested for-loops.
AIOCC_PY("def product[A, B](first: Iterable[A], second: Iterable[B], /) -> Iterator[tuple[A, B]]", retains)
inline Result<Object> product(Object const& first, Object const& second);
AIOCC_PY(
    "def product[A, B, C](first: Iterable[A], second: Iterable[B], third: Iterable[C], /) -> Iterator[tuple[A, B, C]]",
    retains)
inline Result<Object> product(Object const& first, Object const& second, Object const& third);
AIOCC_PY("def product[T](*iterables: Iterable[T], repeat: object = 1) -> Iterator[tuple[T, ...]]", retains)
Result<Object> product(Arguments iterables, Object const& repeat);
inline Result<Object> product(Object const& first, Object const& second) {
  return product(Arguments({first, second}), Int(1));
}
inline Result<Object> product(Object const& first, Object const& second, Object const& third) {
  return product(Arguments({first, second, third}), Int(1));
}

}  // namespace aiocc::itertools
