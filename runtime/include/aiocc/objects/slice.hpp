// slice objects, and what sequences make of a subscript.
#pragma once

#include <cstddef>
#include <cstdint>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

template <class... T>
class Tuple;

struct SliceObject : HeapObject {
  SliceObject(Object start_value, Object stop_value, Object step_value)
      : HeapObject(&slice_type),
        start(std::move(start_value)),
        stop(std::move(stop_value)),
        step(std::move(step_value)) {}
  Object start;
  Object stop;
  Object step;
};

/// A slice applied to a sequence: `count` elements from `start`, `step` apart. `stop` is as `slice.indices` gives it.
struct SliceBounds {
  std::int64_t start;
  std::int64_t stop;
  std::int64_t step;
  std::int64_t count;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("slice") Slice : public Object {
 public:
  constexpr Slice() noexcept = default;
  Slice(Object start, Object stop, Object step = None)
      : Slice(word_cast<Slice>(Object::adopt(new SliceObject(std::move(start), std::move(stop), std::move(step))))) {}
  static bool accepts(Object const& value) noexcept { return type_of(value) == &slice_type; }
  SliceObject* get() const noexcept { return as<SliceObject>(); }

  AIOCC_PY_PROPERTY("start: object")
  Object start() const { return get()->start; }
  AIOCC_PY_PROPERTY("stop: object")
  Object stop() const { return get()->stop; }
  AIOCC_PY_PROPERTY("step: object")
  Object step() const { return get()->step; }
  /// The start, stop and step that this slice has in a sequence of `length` items.
  AIOCC_PY("def indices(self, length: object, /) -> tuple[int, int, int]")
  Result<Tuple<Int, Int, Int>> indices(Object const& length) const;
};

/// Fits a slice to a sequence of `length` items; ValueError for a zero step, TypeError for bounds without `__index__`.
Result<SliceBounds> slice_bounds(Object const& slice, std::int64_t length);
/// The slice `[start:stop:step]` of constants or locals that are unbound or None where left out.
Result<SliceBounds> slice_bounds(Object const& start, Object const& stop, Object const& step, std::int64_t length);

namespace builtins {
AIOCC_PY("def slice(stop: object, /) -> slice", retains)
Slice slice(Object const& stop);
AIOCC_PY("def slice(start: object, stop: object, step: object = None, /) -> slice", retains)
Slice slice(Object const& start, Object const& stop, Object const& step);
}  // namespace builtins

}  // namespace aiocc
