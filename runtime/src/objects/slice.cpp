// Slices: the type, and fitting one to a sequence.
#include "aiocc/objects/slice.hpp"

#include <algorithm>

#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/tuple.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

constexpr std::int64_t unbounded = Int::small_max;

// A bound as 64 bits, saturated; `fallback` where it's left out.
Result<std::int64_t> bound_value(Object const& bound, std::int64_t fallback) {
  if (!bound.bound() || bound.is(None)) return fallback;
  if (bound.is_small_int()) return bound.small();
  if (!detail::has_index(bound))
    return raise_error(type_error_type, "slice indices must be integers or None or have an __index__ method");
  Int value = PASS(operators::index(bound));
  if (value.is_small_int()) return value.small();
  return value > Int(0) ? unbounded : -unbounded;
}

std::int64_t clamp_bound(std::int64_t bound, std::int64_t length, std::int64_t least, std::int64_t most) {
  if (bound < 0) bound += length;
  return std::clamp(bound, least, most);
}

// As bound_value, of any size: what `indices` needs.
Result<Int> big_bound(Object const& bound, Int const& fallback, Int const& length, Int const& least, Int const& most) {
  if (bound.is(None)) return fallback;
  if (!detail::has_index(bound))
    return raise_error(type_error_type, "slice indices must be integers or None or have an __index__ method");
  Int value = PASS(operators::index(bound));
  if (value < Int(0)) {
    value = value + length;
    return value < least ? least : value;
  }
  return value > most ? most : value;
}

Result<Object> repr_slice(Object const& self) {
  auto slice = self.as<SliceObject>();
  StrBuilder text;
  text.append_ascii("slice(");
  text.append(PASS(operators::repr(slice->start)));
  text.append_ascii(", ");
  text.append(PASS(operators::repr(slice->stop)));
  text.append_ascii(", ");
  text.append(PASS(operators::repr(slice->step)));
  text.append_ascii(")");
  return text.finish();
}

Object as_tuple(Object const& slice) {
  auto parts = slice.as<SliceObject>();
  return pack_tuple(parts->start, parts->stop, parts->step);
}

Result<Object> compare_slices(Object const& left, Object const& right, CompareOp op) {
  if (type_of(left) != &slice_type || type_of(right) != &slice_type) return NotImplemented;
  return tuple_type.slots.compare(as_tuple(left), as_tuple(right), op);
}

Result<std::int64_t> hash_slice(Object const& self) { return operators::hash(as_tuple(self)); }

Result<Object> construct_slice(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(detail::no_keywords("slice", names));
  PASS(detail::argument_range("slice", count, 1, 3));
  if (count == 1) return Slice(None, args[0]);
  return Slice(args[0], args[1], count == 3 ? args[2] : None);
}

}  // namespace

constinit Type slice_type(
    "slice", &object_type, sizeof(SliceObject),
    {.dealloc = detail::dealloc_object<SliceObject>,
     .traverse = detail::traverse_members<&SliceObject::start, &SliceObject::stop, &SliceObject::step>,
     .repr = repr_slice,
     .hash = hash_slice,
     .compare = compare_slices,
     .construct = construct_slice,
     .members = members<slice_type>});

Result<SliceBounds> slice_bounds(Object const& slice, std::int64_t length) {
  auto parts = slice.as<SliceObject>();
  return slice_bounds(parts->start, parts->stop, parts->step, length);
}

Result<SliceBounds> slice_bounds(Object const& start, Object const& stop, Object const& step, std::int64_t length) {
  SliceBounds bounds{};
  bounds.step = PASS(bound_value(step, 1));
  if (bounds.step == 0) return raise_error(value_error_type, "slice step cannot be zero");
  bool forward = bounds.step > 0;
  std::int64_t least = forward ? 0 : -1;
  std::int64_t most = forward ? length : length - 1;
  // Where left out, a bound is an end of the sequence; no clamping may wrap it.
  std::int64_t first = PASS(bound_value(start, forward ? 0 : unbounded));
  std::int64_t last = PASS(bound_value(stop, forward ? unbounded : -unbounded));
  bounds.start = clamp_bound(first, length, least, most);
  bounds.stop = clamp_bound(last, length, least, most);
  if (forward && bounds.start < bounds.stop)
    bounds.count = (bounds.stop - bounds.start - 1) / bounds.step + 1;
  else if (!forward && bounds.stop < bounds.start)
    bounds.count = (bounds.start - bounds.stop - 1) / -bounds.step + 1;
  return bounds;
}

Result<Tuple<Int, Int, Int>> Slice::indices(Object const& length_argument) const {
  Int length = PASS(operators::index(length_argument));
  if (length < Int(0)) return raise_error(value_error_type, "length should not be negative");
  Int step = Int(1);
  if (!get()->step.is(None)) {
    if (!detail::has_index(get()->step))
      return raise_error(type_error_type, "slice indices must be integers or None or have an __index__ method");
    step = PASS(operators::index(get()->step));
  }
  if (step == Int(0)) return raise_error(value_error_type, "slice step cannot be zero");
  bool forward = step > Int(0);
  Int least = forward ? Int(0) : Int(-1);
  Int most = forward ? length : length - Int(1);
  Int start = PASS(big_bound(get()->start, forward ? least : most, length, least, most));
  Int stop = PASS(big_bound(get()->stop, forward ? most : least, length, least, most));
  return Tuple<Int, Int, Int>::of(start, stop, step);
}

namespace builtins {

Slice slice(Object const& stop) { return Slice(None, stop, None); }
Slice slice(Object const& start, Object const& stop, Object const& step) { return Slice(start, stop, step); }

}  // namespace builtins

}  // namespace aiocc
