// The cycle collector: trial deletion over the objects that can refer to others (CPython's design, without its list of objects: they are found
// by walking the pages that `allocate_object` hands out).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aiocc/objects/traversal.hpp"

namespace aiocc {

namespace detail {

struct CollectorState {
  /// `gc.enable()`.
  bool enabled = true;
  /// A collection runs; none begins meanwhile.
  bool collecting = false;
  /// A collection is due at the next place where any code may run.
  bool due = false;
  /// As `gc.set_threshold` takes them. The first sets how much garbage is worth a collection.
  std::int64_t thresholds[3] = {2000, 10, 10};
  std::int64_t debug_flags = 0;
  /// Memory taken when the last collection ended.
  std::size_t memory_after = 0;
  std::uint64_t collections = 0;
  std::uint64_t collected = 0;
  /// Exceptions that keep coroutine frames (`keep_passed_frame`).
  std::size_t exceptions_with_frames = 0;
};
extern CollectorState collector;

/// Collects all cycles; how many objects were unreachable, as CPython counts them.
std::int64_t collect() noexcept;
/// Collects if that is due: called where any code may run.
AIOCC_COLD void collect_if_due() noexcept;
/// The allocator has taken a new page: collects what can be collected without running Python code, if enough has been allocated.
void page_taken() noexcept;

/// Every live object that may refer to others, in the order of their memory.
std::vector<HeapObject*> tracked_objects();
/// Whether the collector looks at objects of the type.
bool is_container(HeapObject const* object) noexcept;
/// Shows all counted references of an object to `visit`.
void traverse_object(HeapObject* object, Visitor& visit);

/// Remembers the age of objects with finalisers, which are called in that order.
void remember_finalizable(HeapObject* object);
void forget_finalizable(HeapObject* object) noexcept;

}  // namespace detail

}  // namespace aiocc
