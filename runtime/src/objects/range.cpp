// The range type and its operations; all of them work for ints of any size.
#include "aiocc/objects/range.hpp"

#include "aiocc/objects/lazy_iterators.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/tuple.hpp"
#include "hashing.hpp"
#include "iterator_members.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

RangeObject* range_of(Object const& self) noexcept { return self.as<RangeObject>(); }
bool is_range(Object const& value) noexcept { return type_of(value) == &range_type; }

// Ceiling of the distance over the step, at least 0. `step` isn't zero.
Int length_of(Int const& start, Int const& stop, Int const& step) {
  Int zero(0);
  Int distance = step > zero ? stop - start : start - stop;
  if (distance <= zero) return zero;
  Int stride = step > zero ? step : -step;
  return floor_divide(distance - Int(1), stride).value() + Int(1);
}

Int item_at(RangeObject const* range, Int const& position) { return range->start + position * range->step; }

bool is_int(Object const& value) noexcept {
  return value.is_small_int() || type_of(value) == &int_type || type_of(value) == &bool_type;
}

// A bool's value too; `value` is one of is_int's.
Int as_int(Object const& value) {
  if (type_of(value) == &bool_type) return Int(value.is(True) ? 1 : 0);
  return word_cast<Int>(value);
}

bool holds_int(RangeObject const* range, Int const& value) {
  bool forward = range->step > Int(0);
  bool inside = forward ? range->start <= value && value < range->stop : range->stop < value && value <= range->start;
  return inside && modulo(value - range->start, range->step).value() == Int(0);
}

Result<Object> repr_range(Object const& self) {
  auto range = range_of(self);
  StrBuilder text;
  text.append_ascii("range(");
  text.append(PASS(operators::repr(range->start)));
  text.append_ascii(", ");
  text.append(PASS(operators::repr(range->stop)));
  if (range->step != Int(1)) {
    text.append_ascii(", ");
    text.append(PASS(operators::repr(range->step)));
  }
  text.append_ascii(")");
  return text.finish();
}

// Ranges are equal where their items are: what decides is the length, the first item and the step, as far as they matter.
Object identity_of(RangeObject const* range) {
  if (range->length == Int(0)) return pack_tuple(range->length, None, None);
  if (range->length == Int(1)) return pack_tuple(range->length, range->start, None);
  return pack_tuple(range->length, range->start, range->step);
}

Result<Object> compare_ranges(Object const& left, Object const& right, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_range(left) || !is_range(right)) return NotImplemented;
  return operators::detail::compare_slow(identity_of(range_of(left)), identity_of(range_of(right)), op);
}

Result<std::int64_t> hash_range(Object const& self) { return operators::hash(identity_of(range_of(self))); }
Result<bool> truth_range(Object const& self) { return range_of(self)->length != Int(0); }

Result<std::int64_t> length_of_range(Object const& self) {
  std::int64_t length = 0;
  if (range_of(self)->length.to_int64(length)) return length;
  return raise_error(overflow_error_type, "Python int too large to convert to C ssize_t");
}

Result<Object> get_item_of_range(Object const& self, Object const& index) { return word_cast<Range>(self).at(index); }
Result<Object> range_contains(Object const& self, Object const& value) {
  return box(PASS(word_cast<Range>(self).contains(value)));
}
Result<Object> iter_range(Object const& self) { return detail::make_range_iterator(word_cast<Range>(self)); }

struct RangeIterator : HeapObject {
  RangeIterator(Type* type, Int first, Int stride, Int count)
      : HeapObject(type), next(std::move(first)), step(std::move(stride)), left(std::move(count)) {}
  Int next;
  Int step;
  Int left;
};

Result<bool> next_of_range(Object const& self, Object& item) {
  auto iterator = self.as<RangeIterator>();
  if (iterator->left == Int(0)) return false;
  iterator->left = iterator->left - Int(1);
  item = iterator->next;
  iterator->next = iterator->next + iterator->step;
  return true;
}

Result<Object> length_hint_of_range_iterator(NativeCall const& call) { return call.args[0].as<RangeIterator>()->left; }

Result<Object> reduce_range_iterator(NativeCall const& call) {
  auto iterator = call.args[0].as<RangeIterator>();
  Int const stop = iterator->next + iterator->left * iterator->step;
  Object const rest = PASS(aiocc::call(box(range_type), iterator->next, stop, iterator->step));
  return pack_tuple(detail::iter_function(), pack_tuple(rest), None);
}

/// The state is how many items have been given.
Result<Object> set_state_of_range_iterator(NativeCall const& call) {
  Int skipped = PASS(operators::index(call.args[1]));
  auto iterator = call.args[0].as<RangeIterator>();
  if (skipped < Int(0)) skipped = Int(0);
  if (skipped > iterator->left) skipped = iterator->left;
  iterator->next = iterator->next + skipped * iterator->step;
  iterator->left = iterator->left - skipped;
  return None;
}

template <Type& type>
constexpr Slots iterator_slots() {
  return {.dealloc = detail::dealloc_object<RangeIterator>,
          .iter = detail::iter_self,
          .next = next_of_range,
          .members = detail::iterator_members<type, length_hint_of_range_iterator, reduce_range_iterator,
                                              set_state_of_range_iterator>};
}

extern Type range_iterator_type, long_range_iterator_type;
constinit Type range_iterator_type("range_iterator", &object_type, sizeof(RangeIterator),
                                   iterator_slots<range_iterator_type>());
// CPython's name for one whose ints don't fit in a machine word.
constinit Type long_range_iterator_type("longrange_iterator", &object_type, sizeof(RangeIterator),
                                        iterator_slots<long_range_iterator_type>());

Object make_iterator(Int const& first, Int const& step, Int const& count) {
  Int last = first + count * step;
  bool small = first.is_small_int() && step.is_small_int() && last.is_small_int();
  return Object::adopt(new RangeIterator(small ? &range_iterator_type : &long_range_iterator_type, first, step, count));
}

}  // namespace

Raised detail::zero_step() { return raise_error(value_error_type, "range() arg 3 must not be zero"); }

constinit Type range_type("range", &object_type, sizeof(RangeObject),
                          {.dealloc = detail::dealloc_object<RangeObject>,
                           .repr = repr_range,
                           .hash = hash_range,
                           .truth = truth_range,
                           .length = length_of_range,
                           .compare = compare_ranges,
                           .get_item = get_item_of_range,
                           .contains = range_contains,
                           .iter = iter_range,
                           .members = members<range_type>});

namespace detail {

Object make_range_iterator(Range const& range) {
  RangeObject* object = range.get();
  return make_iterator(object->start, object->step, object->length);
}

Object make_range_reverse_iterator(Range const& range) {
  RangeObject* object = range.get();
  return make_iterator(item_at(object, object->length - Int(1)), -object->step, object->length);
}

}  // namespace detail

Range Range::make(Int start, Int stop, Int step) {
  Int length = length_of(start, stop, step);
  auto object = new RangeObject(std::move(start), std::move(stop), std::move(step), std::move(length));
  return word_cast<Range>(Object::adopt(object));
}

Range reversed_range(Range const& range) {
  RangeObject const* const object = range.get();
  return Range::make(item_at(object, object->length - Int(1)), object->start - object->step, -object->step);
}

Result<Int> Range::at(Int const& index) const {
  Int position = index < Int(0) ? index + get()->length : index;
  if (position < Int(0) || position >= get()->length)
    return raise_error(index_error_type, "range object index out of range");
  return item_at(get(), position);
}

Result<Range> Range::at(Slice const& slice) const {
  RangeObject* range = get();
  Tuple<Int, Int, Int> bounds = PASS(slice.indices(range->length));
  return make(item_at(range, bounds.get<0>()), item_at(range, bounds.get<1>()), range->step * bounds.get<2>());
}

Result<Object> Range::at(Object const& index) const {
  if (type_of(index) == &slice_type) return at(word_cast<Slice>(index));
  if (!detail::has_index(index))
    return raise_error(type_error_type,
                       std::string("range indices must be integers or slices, not ") + type_of(index)->name);
  return at(PASS(operators::index(index)));
}

Result<Int> Range::length() const { return Int(PASS(length_of_range(*this))); }

Result<bool> Range::contains(Object const& key) const {
  if (is_int(key)) return holds_int(get(), as_int(key));
  bool found = false;
  PASS(detail::for_each(*this, [&](Object const& item) -> Result<bool> {
    found = PASS(detail::item_equals(item, key));
    return !found;
  }));
  return found;
}

Result<Int> Range::index(Object const& value) const {
  if (is_int(value)) {
    Int number = as_int(value);
    if (holds_int(get(), number)) return floor_divide(number - get()->start, get()->step);
    Str text = PASS(operators::repr(value));
    return raise_error(value_error_type, text.utf8() + " is not in range");
  }
  Int position(0);
  bool found = false;
  PASS(detail::for_each(*this, [&](Object const& item) -> Result<bool> {
    found = PASS(detail::item_equals(item, value));
    if (!found) position = position + Int(1);
    return !found;
  }));
  if (!found) return raise_error(value_error_type, "sequence.index(x): x not in sequence");
  return position;
}

Result<Int> Range::count(Object const& value) const {
  if (is_int(value)) return Int(holds_int(get(), as_int(value)) ? 1 : 0);
  std::int64_t count = 0;
  PASS(detail::for_each(*this, [&](Object const& item) -> Result<bool> {
    if (PASS(detail::item_equals(item, value))) ++count;
    return true;
  }));
  return Int(count);
}

namespace builtins {

Range range(Int const& stop) { return Range::make(Int(0), stop, Int(1)); }
Range range(Int const& start, Int const& stop) { return Range::make(start, stop, Int(1)); }

Result<Range> range(Int const& start, Int const& stop, Int const& step) {
  if (step == Int(0)) return aiocc::detail::zero_step();
  return Range::make(start, stop, step);
}

Result<Range> range(Object const& start, Object const& stop, Object const& step) {
  Int first = PASS(operators::index(start));
  if (!stop.bound()) return range(first);
  Int last = PASS(operators::index(stop));
  if (!step.bound()) return range(first, last);
  return range(first, last, PASS(operators::index(step)));
}

}  // namespace builtins

namespace detail {

BigRange* make_big_range(Int const& start, Int const& stop, Int const& step) {
  return new BigRange{start, step, Range::make(start, stop, step).get()->length};
}

void free_big_range(BigRange* range) noexcept { delete range; }

Int next_of(BigRange* range) {
  if (range->left == Int(0)) return {};
  range->left = range->left - Int(1);
  return std::exchange(range->next, range->next + range->step);
}

}  // namespace detail

}  // namespace aiocc
