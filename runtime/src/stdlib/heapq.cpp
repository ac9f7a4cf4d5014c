// heapq: the heap itself, in a list's words.
#include "aiocc/stdlib/heapq.hpp"

#include "../objects/sequence.hpp"
#include "less.hpp"

namespace aiocc::heapq {

namespace {

Raised changed_size() { return raise_error(runtime_error_type, "list changed size during iteration"); }

/// Moves the item at `position` towards the root until its parent isn't greater. Comparisons may change the list.
Result<void> rise(ListObject* heap, std::size_t first, std::size_t position) {
  std::size_t const size = heap->items().size();
  while (position > first) {
    std::size_t const parent = (position - 1) / 2;
    bool const less = PASS(aiocc::detail::item_less(heap->items()[position], heap->items()[parent]));
    if (heap->items().size() != size) return changed_size();
    if (!less) break;
    std::swap(heap->items()[position], heap->items()[parent]);
    position = parent;
  }
  return {};
}

/// Moves the item at `position` down to a leaf, the lesser child up each time, then back up: fewer comparisons than looking at it on the
/// way (CPython: siftup).
Result<void> sink(ListObject* heap, std::size_t position) {
  std::size_t const size = heap->items().size(), start = position;
  while (position < size / 2) {
    std::size_t child = 2 * position + 1;
    if (child + 1 < size) {
      bool const left_is_less = PASS(aiocc::detail::item_less(heap->items()[child], heap->items()[child + 1]));
      if (heap->items().size() != size) return changed_size();
      child += !left_is_less;
    }
    std::swap(heap->items()[position], heap->items()[child]);
    position = child;
  }
  return rise(heap, start, position);
}

Raised empty_heap() { return raise_error(index_error_type, "index out of range"); }

}  // namespace

namespace detail {

Result<void> push(ListObject* heap, Object item) {
  Object kept = Object::share(heap);
  heap->items().push_back(std::move(item));
  return rise(heap, 0, heap->items().size() - 1);
}

Result<Object> pop(ListObject* heap) {
  if (heap->items().empty()) return empty_heap();
  Object kept = Object::share(heap);
  Object last = std::move(heap->items().back());
  heap->items().pop_back();
  if (heap->items().empty()) return last;
  Object least = std::exchange(heap->items().front(), std::move(last));
  PASS(sink(heap, 0));
  return least;
}

Result<Object> push_pop(ListObject* heap, Object item) {
  if (heap->items().empty()) return item;
  bool const heap_has_less = PASS(aiocc::detail::item_less(heap->items().front(), item));
  if (heap->items().empty()) return empty_heap();
  if (!heap_has_less) return item;
  Object kept = Object::share(heap);
  Object least = std::exchange(heap->items().front(), std::move(item));
  PASS(sink(heap, 0));
  return least;
}

Result<Object> replace(ListObject* heap, Object item) {
  if (heap->items().empty()) return empty_heap();
  Object kept = Object::share(heap);
  Object least = std::exchange(heap->items().front(), std::move(item));
  PASS(sink(heap, 0));
  return least;
}

Result<void> heapify(ListObject* heap) {
  Object kept = Object::share(heap);
  for (std::size_t i = heap->items().size() / 2; i-- > 0;) PASS(sink(heap, i));
  return {};
}

}  // namespace detail

}  // namespace aiocc::heapq
