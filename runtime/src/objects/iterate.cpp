// Iteration and unpacking.
#include "aiocc/objects/iterate.hpp"

#include "aiocc/stdlib/operator.hpp"
#include "core.hpp"
#include "iterator_members.hpp"

namespace aiocc {
namespace {

/// Iterates over what has `__getitem__` but no `__iter__`: 0, 1, ... until IndexError.
struct SequenceIterator : HeapObject {
  Object sequence;
  std::int64_t position = 0;
};

Result<bool> sequence_next(Object const& self, Object& item) {
  auto iterator = self.as<SequenceIterator>();
  if (!iterator->sequence.bound()) return false;
  Object sequence = iterator->sequence;
  Result<Object> result = operators::get_item(sequence, Object::small_int(iterator->position));
  if (result) {
    ++iterator->position;
    item = std::move(result).value();
    return true;
  }
  if (!error_is(index_error_type) && !error_is(stop_iteration_type)) return raised;
  take_error();
  iterator->sequence.reset();
  return false;
}

Result<Object> iter_of_iterator(Object const& self) { return self; }

extern Type sequence_iterator_type;

/// Sequences without a length leave the hint open, and any state is right for them.
Result<Object> sequence_length_hint(NativeCall const& call) {
  auto iterator = call.args[0].as<SequenceIterator>();
  if (!iterator->sequence.bound()) return Int(0);
  if (!detail::ready_type(iterator->sequence)->slots.length) return NotImplemented;
  std::int64_t const left = PASS(operators::length(iterator->sequence)) - iterator->position;
  return Int(std::max<std::int64_t>(left, 0));
}

Result<Object> reduce_sequence_iterator(NativeCall const& call) {
  auto iterator = call.args[0].as<SequenceIterator>();
  return detail::reduction_at(detail::iter_function(), iterator->sequence, iterator->position, make_tuple({}));
}

Result<Object> set_state_of_sequence_iterator(NativeCall const& call) {
  std::int64_t const wanted = PASS(detail::position_of_state(call.args[1]));
  auto iterator = call.args[0].as<SequenceIterator>();
  if (iterator->sequence.bound()) iterator->position = std::max<std::int64_t>(wanted, 0);
  return None;
}

constinit Type sequence_iterator_type(
    "iterator", &object_type, sizeof(SequenceIterator),
    {.dealloc = detail::dealloc_object<SequenceIterator>,
     .traverse = detail::traverse_members<&SequenceIterator::sequence>,
     .iter = iter_of_iterator,
     .next = sequence_next,
     .members = detail::iterator_members<sequence_iterator_type, sequence_length_hint, reduce_sequence_iterator,
                                         set_state_of_sequence_iterator>});

// An iterator's end may be a StopIteration, too; what that holds is in `state.stop_value`.
Result<bool> next_by(NextSlot slot, Object const& iterator, Object& item) {
  Result<bool> more = slot(iterator, item);
  if (more || !error_is(stop_iteration_type)) return more;
  Object value = take_error().as<StopIteration>()->value;
  if (!value.is(None)) state.stop_value = std::move(value);
  return false;
}

Raised raise_too_few(std::size_t expected, std::size_t got, bool at_least) {
  return detail::raise_format(value_error_type, "not enough values to unpack (expected {}{}, got {})",
                              at_least ? "at least " : "", expected, got);
}

Raised raise_too_many(std::size_t expected, Object const& source) {
  // CPython 3.13 tells the number for sized built-ins only from 3.14 on.
  (void)source;
  return detail::raise_format(value_error_type, "too many values to unpack (expected {})", expected);
}

Result<Iteration> iterate_for_unpacking(Object const& object) {
  Type* type = detail::ready_type(object);
  if (!type->slots.iter && !type->slots.get_item)
    return detail::raise_format(type_error_type, "cannot unpack non-iterable {} object", type->name);
  return iterate(object);
}

}  // namespace

Result<Object> get_iter(Object const& object) {
  Type* type = detail::ready_type(object);
  if (type->slots.iter) {
    Object iterator = PASS(type->slots.iter(object));
    if (detail::ready_type(iterator)->slots.next) return iterator;
    return detail::raise_format(type_error_type, "iter() returned non-iterator of type '{}'",
                                detail::type_name(iterator));
  }
  // Built-in types with subscripts and without a length are no sequences.
  bool const is_sequence = type->slots.get_item && (type->is_user_class || type->slots.length);
  if (!is_sequence) return detail::raise_format(type_error_type, "'{}' object is not iterable", type->name);
  return detail::make_sequence_iterator(object);
}

Result<void> detail::ask_length_hint(Object const& iterable) {
  Type const* type = type_of(iterable);
  if (type->is_user_class || type == &sequence_iterator_type) PASS(operator_::length_hint(iterable, Int(0)));
  return {};
}

Object detail::make_sequence_iterator(Object sequence) {
  auto iterator = new SequenceIterator;
  iterator->type = &sequence_iterator_type;
  iterator->sequence = std::move(sequence);
  return Object::adopt(iterator);
}

Result<bool> next(Object const& iterator, Object& item) {
  NextSlot slot = detail::ready_type(iterator)->slots.next;
  if (!slot)
    return detail::raise_format(type_error_type, "'{}' object is not an iterator", detail::type_name(iterator));
  return next_by(slot, iterator, item);
}

bool Iteration::start_range(RangeObject const* range) noexcept {
  // All numbers from start to stop must be small, so that none of them needs a check.
  if (!range->start.is_small_int() || !range->stop.is_small_int() || !range->step.is_small_int() ||
      !range->length.is_small_int())
    return false;
  position_ = range->start.small();
  step_ = range->step.small();
  left_ = range->length.small();
  return true;
}

Result<Iteration> iterate(Object const& iterable) {
  Iteration loop;
  Type const* type = type_of(iterable);
  if (type == &list_type)
    loop.kind_ = Iteration::Kind::List;
  else if (type == &tuple_type)
    loop.kind_ = Iteration::Kind::Tuple;
  else if (type == &range_type && loop.start_range(iterable.as<RangeObject>()))
    loop.kind_ = Iteration::Kind::Range;
  if (loop.kind_ != Iteration::Kind::Finished) {
    loop.source_ = iterable;
    return loop;
  }
  loop.source_ = PASS(get_iter(iterable));
  loop.kind_ = Iteration::Kind::Iterator;
  return loop;
}

Result<bool> Iteration::next_of_iterator(Object& item) {
  NextSlot const slot = source_.heap()->type->slots.next;
  // The class may have lost its `__next__` since.
  if (!slot) [[unlikely]]
    return detail::raise_format(type_error_type, "'{}' object is not iterable", detail::type_name(source_));
  if (PASS(next_by(slot, source_, item))) return true;
  // Nobody asks a loop what its iterator returned.
  state.stop_value.reset();
  kind_ = Kind::Finished;
  return false;
}

Result<void> unpack(Object const& object, std::size_t count, Object* targets) {
  Type* const type = detail::ready_type(object);
  // Named tuples too, unless they're iterated over in their own way.
  bool const is_tuple =
      type == &tuple_type || (type->slots.iter == tuple_type.slots.iter && is_subtype(type, &tuple_type));
  if (is_tuple && object.as<TupleObject>()->size == count) [[likely]] {
    for (std::size_t i = 0; i < count; ++i) targets[i] = object.as<TupleObject>()->items()[i];
    return {};
  }
  Iteration loop = PASS(iterate_for_unpacking(object));
  for (std::size_t i = 0; i < count; ++i)
    if (!PASS(loop.next(targets[i]))) return raise_too_few(count, i, false);
  Object extra;
  if (PASS(loop.next(extra))) return raise_too_many(count, object);
  return {};
}

Result<void> unpack_starred(Object const& object, std::size_t before, std::size_t after, Object* targets) {
  Iteration loop = PASS(iterate_for_unpacking(object));
  for (std::size_t i = 0; i < before; ++i)
    if (!PASS(loop.next(targets[i]))) return raise_too_few(before + after, i, true);
  ListObject* rest = make_list_object();
  targets[before] = Object::adopt(rest);
  Object item;
  while (PASS(loop.next(item))) rest->items().push_back(std::move(item));
  if (rest->items().size() < after) return raise_too_few(before + after, before + rest->items().size(), true);
  for (std::size_t i = after; i > 0; --i) {
    targets[before + i] = std::move(rest->items().back());
    rest->items().pop_back();
  }
  return {};
}

Result<Object> list_from(Object const& iterable) {
  ListObject* list = make_list_object();
  Object result = Object::adopt(list);
  PASS(list->extend(iterable));
  return result;
}

}  // namespace aiocc
