// The builtins that give items one by one: enumerate, zip, map, filter, reversed.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/range.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

extern Type enumerate_type, zip_type, map_type, filter_type, reversed_type;

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("enumerate", subclassable) Enumerate : public Object {};
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("zip", subclassable) Zip : public Object {};
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("map", subclassable) Map : public Object {};
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("filter", subclassable) Filter : public Object {};
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("reversed", subclassable) Reversed : public Object {};

namespace detail {
Result<Object> make_enumerate(Object const& iterable, Int const& start);
}  // namespace detail

/// The same ints from the last to the first.
Range reversed_range(Range const& range);

namespace builtins {

/// Return an enumerate object.
AIOCC_PY("def enumerate[T](iterable: Iterable[T], start: int = 0) -> Iterator[tuple[int, T]]", retains,
         loop(enumerated))
inline Result<Object> enumerate(Object const& iterable, Int const& start = 0) {
  return detail::make_enumerate(iterable, start);
}
AIOCC_PY("def enumerate[T](iterable: Iterable[T], start: object = 0) -> Iterator[tuple[int, T]]", retains)
Result<Object> enumerate(Object const& iterable, Object const& start);

/// The zip object yields n-length tuples, where n is the number of iterables.
AIOCC_PY("def zip[A, B](first: Iterable[A], second: Iterable[B], /) -> Iterator[tuple[A, B]]", retains, loop(zipped))
Result<Object> zip(Object const& first, Object const& second);
AIOCC_PY("def zip[A, B, C](first: Iterable[A], second: Iterable[B], third: Iterable[C], /) -> Iterator[tuple[A, B, C]]",
         retains, loop(zipped))
Result<Object> zip(Object const& first, Object const& second, Object const& third);
AIOCC_PY("def zip[T](*iterables: Iterable[T], strict: object = False) -> Iterator[tuple[T, ...]]", retains)
Result<Object> zip(Arguments iterables, Object const& strict = False);
inline Result<Object> zip(Object const& first, Object const& second) { return zip(Arguments({first, second})); }
inline Result<Object> zip(Object const& first, Object const& second, Object const& third) {
  return zip(Arguments({first, second, third}));
}

/// Make an iterator that computes the function using arguments from each of the iterables.
AIOCC_PY("def map[T, R](function: Callable[[T], R], iterable: Iterable[T], /) -> Iterator[R]", retains)
Result<Object> map(Object const& function, Object const& iterable);
AIOCC_PY("def map(*args: object) -> Iterator[object]", retains)
Result<Object> map(Arguments args);
inline Result<Object> map(Object const& function, Object const& iterable) {
  return map(Arguments({function, iterable}));
}

/// Return an iterator yielding those items of iterable for which function(item) is true.
AIOCC_PY("def filter[T](function: Callable[[T], object] | None, iterable: Iterable[T], /) -> Iterator[T]", retains)
Result<Object> filter(Object const& function, Object const& iterable);

/// Return a reverse iterator over the values of the given sequence.
template <class T>
AIOCC_PY("def reversed[T](object: list[T], /) -> Iterator[T]", retains)
Object reversed(List<T> const& sequence) { return sequence.reversed(); }
AIOCC_PY("def reversed(object: range, /) -> Iterator[int]", retains, loop(reversed_range))
inline Object reversed(Range const& sequence) { return sequence.reversed(); }
AIOCC_PY("def reversed(object: object, /) -> Iterator[object]", retains)
Result<Object> reversed(Object const& sequence);

}  // namespace builtins

}  // namespace aiocc
