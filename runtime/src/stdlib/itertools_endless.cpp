// itertools' iterators that needn't end: count, cycle, repeat.
#include "aiocc/objects/float.hpp"
#include "aiocc/stdlib/itertools.hpp"
#include "iterator_slots.hpp"
#include "itertools_copies.hpp"

namespace aiocc {
// Weak: null in programs that use none.
extern Type complex_type [[gnu::weak]];
}  // namespace aiocc

namespace aiocc::itertools {

namespace {

struct CountObject : HeapObject {
  CountObject(Object first, Object distance)
      : HeapObject(&count_type), value(std::move(first)), step(std::move(distance)) {}
  Object value;
  Object step;
};

struct CycleObject : HeapObject {
  explicit CycleObject(Iteration items) : HeapObject(&cycle_type), source(std::move(items)) {}
  Iteration source;
  /// What the source has given; read again and again when it's exhausted.
  std::vector<Object> saved;
  std::size_t position = 0;
  bool exhausted = false;
  /// Made again behind its first pass: the rest of the source has been saved already.
  bool only_reads = false;
};

struct RepeatObject : HeapObject {
  RepeatObject(Object repeated, std::int64_t times)
      : HeapObject(&repeat_type), object(std::move(repeated)), left(times) {}
  Object object;
  /// Negative: for ever.
  std::int64_t left;
};

Result<bool> next_of_count(Object const& self, Object& item) {
  auto iterator = self.as<CountObject>();
  Object next = PASS(operators::add(iterator->value, iterator->step));
  item = std::exchange(iterator->value, std::move(next));
  return true;
}

Result<Object> repr_count(Object const& self) {
  auto iterator = self.as<CountObject>();
  StrBuilder text;
  text.append_ascii("count(");
  text.append(PASS(operators::repr(iterator->value)));
  bool const by_one = iterator->step.bits() == Int(1).bits() || iterator->step.is(True);
  if (!by_one) {
    text.append_ascii(", ");
    text.append(PASS(operators::repr(iterator->step)));
  }
  text.append_ascii(")");
  return text.finish();
}

Result<bool> next_of_cycle(Object const& self, Object& item) {
  auto iterator = self.as<CycleObject>();
  if (!iterator->exhausted) {
    if (PASS(iterator->source.next(item))) {
      if (!iterator->only_reads) iterator->saved.push_back(item);
      return true;
    }
    iterator->exhausted = true;
    iterator->source = Iteration();
  }
  if (iterator->saved.empty()) return false;
  item = iterator->saved[iterator->position];
  if (++iterator->position == iterator->saved.size()) iterator->position = 0;
  return true;
}

Result<bool> next_of_repeat(Object const& self, Object& item) {
  auto iterator = self.as<RepeatObject>();
  if (iterator->left == 0) return false;
  if (iterator->left > 0) --iterator->left;
  item = iterator->object;
  return true;
}

Result<Object> repr_repeat(Object const& self) {
  auto iterator = self.as<RepeatObject>();
  StrBuilder text;
  text.append_ascii("repeat(");
  text.append(PASS(operators::repr(iterator->object)));
  if (iterator->left >= 0) text.append_ascii(", " + std::to_string(iterator->left));
  text.append_ascii(")");
  return text.finish();
}

// Copies.

Result<Object> reduce_count(NativeCall const& call) {
  auto iterator = call.args[0].as<CountObject>();
  bool const by_one = iterator->step.bits() == Int(1).bits() && is_instance(iterator->value, int_type);
  if (by_one) return reduction(call.args[0], pack_tuple(iterator->value));
  return reduction(call.args[0], pack_tuple(iterator->value, iterator->step));
}

Result<Object> reduce_repeat(NativeCall const& call) {
  auto iterator = call.args[0].as<RepeatObject>();
  if (iterator->left < 0) return reduction(call.args[0], pack_tuple(iterator->object));
  return reduction(call.args[0], pack_tuple(iterator->object, Int(iterator->left)));
}

/// An exhausted one goes on in what it has saved.
Result<Object> reduce_cycle(NativeCall const& call) {
  auto iterator = call.args[0].as<CycleObject>();
  Object const saved = Object::adopt(aiocc::make_list_object(iterator->saved));
  if (!iterator->exhausted) {
    Object const source = PASS(shared_iterator(iterator->source));
    return reduction(call.args[0], pack_tuple(source), pack_tuple(saved, box(iterator->only_reads)));
  }
  Object const rest = PASS(get_iter(saved));
  Object skipped;
  for (std::size_t i = 0; i < iterator->position; ++i) PASS(next(rest, skipped));
  return reduction(call.args[0], pack_tuple(rest), pack_tuple(saved, True));
}

Result<Object> set_state_of_cycle(NativeCall const& call) {
  auto iterator = call.args[0].as<CycleObject>();
  auto const parts = PASS(parts_of_state(call.args[1], 2, 2));
  if (!is_instance(parts[0], list_type) || !is_instance(parts[1], int_type))
    return raise_error(type_error_type, "state is not a tuple of a list and a number");
  iterator->only_reads = PASS(operators::truth(parts[1]));
  iterator->saved = parts[0].as<ListObject>()->items();
  iterator->position = 0;
  return None;
}

/// Whether `value` is a number as PyNumber_Check sees it.
bool is_number(Object const& value) noexcept {
  Type* type = type_of(value);
  detail::ensure_ready(type);
  bool const is_complex = &complex_type && is_instance(value, complex_type);
  return type->slots.index || type->slots.to_int || type->slots.to_float || is_complex;
}

}  // namespace

constinit Type count_type("itertools.count", &object_type, sizeof(CountObject),
                          detail::iterator_slots<CountObject, count_type, &CountObject::value, &CountObject::step>(
                              next_of_count, repr_count, members_with_reduce<count_type, reduce_count>),
                          "itertools");
constinit Type cycle_type("itertools.cycle", &object_type, sizeof(CycleObject),
                          detail::iterator_slots<CycleObject, cycle_type, &CycleObject::source, &CycleObject::saved>(
                              next_of_cycle, nullptr,
                              members_with_reduce<cycle_type, reduce_cycle, set_state_of_cycle>),
                          "itertools");
constinit Type repeat_type("itertools.repeat", &object_type, sizeof(RepeatObject),
                           detail::iterator_slots<RepeatObject, repeat_type, &RepeatObject::object>(
                               next_of_repeat, repr_repeat, members_with_reduce<repeat_type, reduce_repeat>),
                           "itertools");

Result<Object> count(Int const& start, Int const& step) { return Object::adopt(new CountObject(start, step)); }

Result<Object> count(Object const& start, Object const& step) {
  if (!is_number(start) || !is_number(step)) return raise_error(type_error_type, "a number is required");
  bool const is_counting = is_instance(start, int_type) && (step.bits() == Int(1).bits() || step.is(True));
  Object first = is_counting ? PASS(operators::index(start)) : start;
  return Object::adopt(new CountObject(std::move(first), step));
}

Result<Object> cycle(Object const& iterable) {
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new CycleObject(std::move(items)));
}

Result<Object> repeat(Object const& object, Object const& times) {
  std::int64_t left = -1;
  if (times.bound()) left = std::max<std::int64_t>(PASS(detail::ssize_argument(times)), 0);
  return Object::adopt(new RepeatObject(object, left));
}

Result<Int> length_hint_of_repeat(Object const& self) {
  std::int64_t left = self.as<RepeatObject>()->left;
  if (left < 0) return raise_error(type_error_type, "len() of unsized object");
  return Int(left);
}

}  // namespace aiocc::itertools
