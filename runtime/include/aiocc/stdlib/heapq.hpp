// The module heapq: lists kept so that their least item comes first.
#pragma once

#include <type_traits>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/list.hpp"

namespace aiocc::heapq {

namespace detail {
Result<void> push(ListObject* heap, Object item);
Result<Object> pop(ListObject* heap);
Result<Object> push_pop(ListObject* heap, Object item);
Result<Object> replace(ListObject* heap, Object item);
Result<void> heapify(ListObject* heap);
}  // namespace detail

/// Push item onto heap, maintaining the heap invariant.
template <class T>
AIOCC_PY("def heappush[T](heap: list[T], item: T, /) -> None", stores)
Result<void> heappush(List<T> const& heap, std::type_identity_t<T> item) {
  return detail::push(heap.get(), to_object<T>(std::move(item)));
}
/// Pop the smallest item off the heap, maintaining the heap invariant.
template <class T>
AIOCC_PY("def heappop[T](heap: list[T], /) -> T")
Result<T> heappop(List<T> const& heap) { return from_object<T>(PASS(detail::pop(heap.get()))); }
/// Push item on the heap, then pop and return the smallest item from the heap.
template <class T>
AIOCC_PY("def heappushpop[T](heap: list[T], item: T, /) -> T", stores, retains)
Result<T> heappushpop(List<T> const& heap, std::type_identity_t<T> item) {
  return from_object<T>(PASS(detail::push_pop(heap.get(), to_object<T>(std::move(item)))));
}
/// Pop and return the current smallest value, and add the new item.
template <class T>
AIOCC_PY("def heapreplace[T](heap: list[T], item: T, /) -> T", stores)
Result<T> heapreplace(List<T> const& heap, std::type_identity_t<T> item) {
  return from_object<T>(PASS(detail::replace(heap.get(), to_object<T>(std::move(item)))));
}
/// Transform list into a heap, in-place, in O(len(heap)) time.
template <class T>
AIOCC_PY("def heapify[T](heap: list[T], /) -> None")
Result<void> heapify(List<T> const& heap) { return detail::heapify(heap.get()); }

/// Find the n largest elements in a dataset.
AIOCC_PY("def nlargest[T](n: object, iterable: Iterable[T], key: object = None) -> list[T]", retains)
Result<List<Object>> nlargest(Object const& n, Object const& iterable, Object const& key);
/// Find the n smallest elements in a dataset.
AIOCC_PY("def nsmallest[T](n: object, iterable: Iterable[T], key: object = None) -> list[T]", retains)
Result<List<Object>> nsmallest(Object const& n, Object const& iterable, Object const& key);
/// Merge multiple sorted inputs into a single sorted output.
AIOCC_PY("def merge(*iterables: object, key: object = None, reverse: object = False) -> Iterator[object]", retains)
Result<Object> merge(Arguments iterables, Object const& key, Object const& reverse);

}  // namespace aiocc::heapq
