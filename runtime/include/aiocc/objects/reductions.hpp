// The builtins that make one value of an iterable: len, sum, min, max, any, all, sorted.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

namespace detail {
Result<Object> sorted_list(Object const& iterable, Object const& key, bool reverse);
Result<double> sum_floats(Object const& floats, double start);
/// The least, or (`op` is Gt) the greatest item.
Result<Object> best_item(Object const& iterable, CompareOp op, Object const& key, Object const& fallback);
Result<Object> best_argument(Arguments args, CompareOp op, Object const& key, Object const& fallback);
}  // namespace detail

namespace builtins {

/// Return the number of items in a container.
template <class T>
AIOCC_PY("def len[T](obj: list[T], /) -> int")
Int len(List<T> const& object) noexcept { return object.length(); }
template <class T>
AIOCC_PY("def len[T](obj: tuple[T, ...], /) -> int")
Int len(TupleOf<T> const& object) noexcept { return object.length(); }
template <class K, class V>
AIOCC_PY("def len[K, V](obj: dict[K, V], /) -> int")
Int len(Dict<K, V> const& object) noexcept { return object.length(); }
template <class T>
AIOCC_PY("def len[T](obj: set[T], /) -> int")
Int len(Set<T> const& object) noexcept { return object.length(); }
AIOCC_PY("def len(obj: str, /) -> int")
inline Int len(Str const& object) noexcept { return object.len(); }
AIOCC_PY("def len(obj: object, /) -> int")
Result<Int> len(Object const& object);

/// Return the sum of a 'start' value (default: 0) plus an iterable of numbers
AIOCC_PY("def sum(iterable: list[int], /) -> int")
Int sum(List<Int> const& iterable);
AIOCC_PY("def sum(iterable: list[float], /, start: float) -> float")
inline Result<double> sum(List<double> const& iterable, double start) { return detail::sum_floats(iterable, start); }
AIOCC_PY("def sum(iterable: Iterable[int], /, start: int = 0) -> int")
AIOCC_PY("def sum(iterable: Iterable[bool], /, start: int = 0) -> int")
AIOCC_PY("def sum(iterable: Iterable[float], /, start: int = 0) -> float | int")
AIOCC_PY("def sum(iterable: Iterable[float], /, start: float) -> float")
AIOCC_PY("def sum(iterable: object, /, start: object = 0) -> object", retains)
Result<Object> sum(Object const& iterable, Object const& start = Int(0));

/// With a single iterable argument, return its smallest item.
AIOCC_PY("def min(a: int, b: int, /) -> int", retains)
inline Int min(Int const& a, Int const& b) { return b < a ? b : a; }
AIOCC_PY("def min(a: float, b: float, /) -> float")
inline double min(double a, double b) noexcept { return b < a ? b : a; }
AIOCC_PY("def min(a: int, b: int, c: int, /) -> int", retains)
inline Int min(Int const& a, Int const& b, Int const& c) { return min(min(a, b), c); }
AIOCC_PY("def min(a: float, b: float, c: float, /) -> float")
inline double min(double a, double b, double c) noexcept { return min(min(a, b), c); }
template <class T>
AIOCC_PY("def min[T](iterable: list[T], /) -> T", retains)
Result<T> min(List<T> const& iterable) {
  return from_object<T>(PASS(detail::best_item(iterable, CompareOp::Lt, None, Object())));
}
AIOCC_PY("def min[T](iterable: Iterable[T], /, *, key: Callable[[T], object] | None = None) -> T", retains)
inline Result<Object> min(Object const& iterable, Object const& key = None) {
  return detail::best_item(iterable, CompareOp::Lt, key, Object());
}
AIOCC_PY("def min(*args: object, key: object = None, default: object = ...) -> object", retains)
inline Result<Object> min(Arguments args, Object const& key = None, Object const& fallback = Object()) {
  return detail::best_argument(args, CompareOp::Lt, key, fallback);
}

/// With a single iterable argument, return its biggest item.
AIOCC_PY("def max(a: int, b: int, /) -> int", retains)
inline Int max(Int const& a, Int const& b) { return b > a ? b : a; }
AIOCC_PY("def max(a: float, b: float, /) -> float")
inline double max(double a, double b) noexcept { return b > a ? b : a; }
AIOCC_PY("def max(a: int, b: int, c: int, /) -> int", retains)
inline Int max(Int const& a, Int const& b, Int const& c) { return max(max(a, b), c); }
AIOCC_PY("def max(a: float, b: float, c: float, /) -> float")
inline double max(double a, double b, double c) noexcept { return max(max(a, b), c); }
template <class T>
AIOCC_PY("def max[T](iterable: list[T], /) -> T", retains)
Result<T> max(List<T> const& iterable) {
  return from_object<T>(PASS(detail::best_item(iterable, CompareOp::Gt, None, Object())));
}
AIOCC_PY("def max[T](iterable: Iterable[T], /, *, key: Callable[[T], object] | None = None) -> T", retains)
inline Result<Object> max(Object const& iterable, Object const& key = None) {
  return detail::best_item(iterable, CompareOp::Gt, key, Object());
}
AIOCC_PY("def max(*args: object, key: object = None, default: object = ...) -> object", retains)
inline Result<Object> max(Arguments args, Object const& key = None, Object const& fallback = Object()) {
  return detail::best_argument(args, CompareOp::Gt, key, fallback);
}

/// Return True if bool(x) is True for any x in the iterable.
AIOCC_PY("def any(iterable: Iterable[object], /) -> bool")
Result<bool> any(Object const& iterable);
/// Return True if bool(x) is True for all values x in the iterable.
AIOCC_PY("def all(iterable: Iterable[object], /) -> bool")
Result<bool> all(Object const& iterable);

/// Return a new list containing all items from the iterable in ascending order.
template <class T>
AIOCC_PY(
    "def sorted[T](iterable: list[T], /, *, key: Callable[[T], object] | None = None, reverse: bool = False) -> "
    "list[T]",
    retains)
Result<List<T>> sorted(List<T> const& iterable, Object const& key = None, bool reverse = false) {
  return word_cast<List<T>>(PASS(detail::sorted_list(iterable, key, reverse)));
}
AIOCC_PY(
    "def sorted[T](iterable: Iterable[T], /, *, key: Callable[[T], object] | None = None, reverse: object = False) -> "
    "list[T]",
    retains)
Result<List<Object>> sorted(Object const& iterable, Object const& key, Object const& reverse);

}  // namespace builtins

}  // namespace aiocc
