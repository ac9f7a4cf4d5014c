// The deque type and its iterators.
#include "../objects/constructor_arguments.hpp"
#include "../objects/core.hpp"
#include "../objects/iterator_members.hpp"
#include "../objects/native_instance.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "aiocc/stdlib/collections.hpp"
#include "deque_words.hpp"

namespace aiocc::collections {

using detail::deque_words;

namespace {

DequeObject* deque_of(Object const& self) noexcept { return self.as<DequeObject>(); }
bool is_deque(Object const& value) noexcept { return is_instance(value, deque_type); }

Result<Object> construct_deque(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(aiocc::detail::make_native<DequeObject>(type, deque_type));
}

Result<void> init_deque(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"iterable", "maxlen"};
  Object given[2];
  PASS(aiocc::detail::constructor_arguments("deque", parameters, 0, args, count, names, given));
  std::int64_t limit = -1;
  if (given[1].bound() && !given[1].is(None)) {
    if (!is_instance(given[1], int_type)) return raise_error(type_error_type, "an integer is required");
    limit = PASS(aiocc::detail::size_argument(given[1]));
    if (limit < 0) return raise_error(value_error_type, "maxlen must be non-negative");
  }
  DequeObject* deque = deque_of(self);
  deque->clear();
  deque->limit = limit;
  if (given[0].bound()) PASS(deque->extend(given[0], false));
  return {};
}

/// A deque of the same limit with none of the items.
Object empty_like(DequeObject const* deque) {
  auto result = new DequeObject;
  result->limit = deque->limit;
  return Object::adopt(result);
}

Object plain_copy(DequeObject const* deque) {
  Object copy = empty_like(deque);
  for (std::size_t i = 0; i < deque->count; ++i) deque_of(copy)->append(deque->at(i));
  return copy;
}

Result<Object> repr_deque(Object const& self) {
  aiocc::detail::ReprGuard guard(self.heap());
  if (guard.repeated()) return Str::from_utf8("[...]");
  Object list = PASS(list_from(self));
  StrBuilder text;
  text.append_utf8(aiocc::detail::plain_name(type_of(self)));
  text.append_ascii("(");
  text.append(PASS(operators::repr(list)));
  if (deque_of(self)->limit >= 0) text.append_ascii(", maxlen=" + std::to_string(deque_of(self)->limit));
  text.append_ascii(")");
  return text.finish();
}

Result<Object> compare_deques(Object const& left, Object const& right, CompareOp op) {
  if (!is_deque(left) || !is_deque(right)) return NotImplemented;
  std::uint64_t const versions[] = {deque_of(left)->version, deque_of(right)->version};
  Object result = PASS(aiocc::detail::compare_sequences(left, right, op, deque_words));
  if (deque_of(left)->version != versions[0] || deque_of(right)->version != versions[1])
    return raise_error(runtime_error_type, "deque mutated during iteration");
  return result;
}

Result<Object> add_deques(Object const& left, Object const& right) {
  if (!is_deque(left)) return NotImplemented;
  if (!is_deque(right))
    return raise_error(type_error_type,
                       std::string("can only concatenate deque (not \"") + type_of(right)->name + "\") to deque");
  Object result = PASS(detail::copy_deque(left));
  PASS(deque_of(result)->extend(right, false));
  return result;
}

Result<Object> extend_in_place(Object const& left, Object const& right) {
  PASS(deque_of(left)->extend(right, false));
  return left;
}

Result<Object> repeat_in_place(Object const& left, Object const& right) {
  if (!aiocc::detail::has_index(right)) return aiocc::detail::multiply_by_other(left, right);
  std::int64_t times = PASS(aiocc::detail::repeat_count(right));
  DequeObject* deque = deque_of(left);
  auto const size = static_cast<std::int64_t>(deque->count);
  if (size == 0) return left;
  if (size > 1 && times > PTRDIFF_MAX / size) return aiocc::detail::memory_error();
  // More would only push out the same items.
  if (deque->limit >= 0) times = std::min(times, deque->limit / size + 1);
  if (!aiocc::detail::has_room_for(deque->count, static_cast<std::size_t>(times))) return aiocc::detail::memory_error();
  auto const words = deque_words(left);
  std::vector<Object> const items(words.begin(), words.end());
  if (times == 0) deque->clear();
  for (std::int64_t i = 1; i < times; ++i)
    for (Object const& item : items) deque->append(item);
  return left;
}

Result<Object> multiply_deque(Object const& left, Object const& right) {
  bool const deque_is_left = is_deque(left);
  Object const& deque = deque_is_left ? left : right;
  Object const& count = deque_is_left ? right : left;
  if (!aiocc::detail::has_index(count)) return aiocc::detail::multiply_by_other(deque, count);
  Object copy = PASS(detail::copy_deque(deque));
  return repeat_in_place(copy, count);
}

Result<bool> truth_deque(Object const& self) { return deque_of(self)->count != 0; }
Result<std::int64_t> length_deque(Object const& self) { return static_cast<std::int64_t>(deque_of(self)->count); }
Result<Object> get_item_of_deque(Object const& self, Object const& index) { return deque_of(self)->get_item(index); }
Result<void> set_item_of_deque(Object const& self, Object const& index, Object const* value) {
  return value ? deque_of(self)->set_item(index, *value) : deque_of(self)->delete_item(index);
}
Result<Object> deque_contains(Object const& self, Object const& value) {
  return box(PASS(deque_of(self)->contains(value)));
}
Result<Object> iter_deque(Object const& self) { return detail::make_deque_iterator(self); }

void traverse_deque(HeapObject* self, Visitor& visit) {
  auto deque = static_cast<DequeObject*>(self);
  for (std::size_t i = 0; i < deque->count; ++i) visit(deque->at(i));
}

void clear_deque(HeapObject* self) noexcept { static_cast<DequeObject*>(self)->clear(); }

/// Made again by its limit, and its items.
Result<Object> reduce_deque(NativeCall const& call) {
  Object const& self = call.args[0];
  Object const limit = PASS(operators::get_attr(self, "maxlen"_s));
  Object const args = limit.is(None) ? aiocc::make_tuple({}) : pack_tuple(aiocc::make_tuple({}), limit);
  Object const state = PASS(call_method(self, "__getstate__"_s));
  return pack_tuple(box(*type_of(self)), args, state, PASS(get_iter(self)));
}

constexpr Slots deque_slots() {
  Slots slots{.dealloc = aiocc::detail::dealloc_native<DequeObject, deque_type>,
              .traverse = traverse_deque,
              .clear = clear_deque,
              .weak_references = aiocc::detail::forget_weak_references,
              .repr = repr_deque,
              .hash = aiocc::detail::unhashable,
              .truth = truth_deque,
              .length = length_deque,
              .compare = compare_deques,
              .get_item = get_item_of_deque,
              .set_item = set_item_of_deque,
              .contains = deque_contains,
              .iter = iter_deque,
              .construct = construct_deque,
              .init = init_deque,
              .members = aiocc::detail::members_with_reduce<deque_type, reduce_deque>};
  slots.binary[static_cast<std::size_t>(BinaryOp::Add)] = add_deques;
  slots.binary[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply_deque;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Add)] = extend_in_place;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Multiply)] = repeat_in_place;
  return slots;
}

struct DequeIterator : HeapObject {
  DequeIterator(Type* iterator_type, Object iterated)
      : HeapObject(iterator_type),
        version(iterated.as<DequeObject>()->version),
        left(iterated.as<DequeObject>()->count),
        deque(std::move(iterated)) {}
  std::uint64_t version;
  std::size_t left;
  Object deque;
};

template <bool from_the_end>
Result<bool> next_of_deque(Object const& self, Object& item) {
  auto iterator = self.as<DequeIterator>();
  DequeObject const* deque = deque_of(iterator->deque);
  if (deque->version != iterator->version) {
    iterator->left = 0;
    return raise_error(runtime_error_type, "deque mutated during iteration");
  }
  if (iterator->left == 0) return false;
  item = deque->at(from_the_end ? iterator->left - 1 : deque->count - iterator->left);
  --iterator->left;
  return true;
}

Result<Object> length_hint_of_iterator(NativeCall const& call) {
  return Int(static_cast<std::int64_t>(call.args[0].as<DequeIterator>()->left));
}

/// The deque, and how many items have been given.
Result<Object> reduce_iterator(NativeCall const& call) {
  auto iterator = call.args[0].as<DequeIterator>();
  std::size_t const given = deque_of(iterator->deque)->count - iterator->left;
  return pack_tuple(box(*iterator->type), pack_tuple(iterator->deque, Int(static_cast<std::int64_t>(given))));
}

/// What those two make.
Result<Object> construct_iterator(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"deque", "index"};
  Object given[2];
  PASS(aiocc::detail::constructor_arguments(type->name, parameters, 2, args, count, names, given));
  if (!given[0].bound() || !is_deque(given[0]))
    return raise_error(type_error_type, std::string("argument 1 must be collections.deque, not ") +
                                            (given[0].bound() ? type_of(given[0])->name : "NoneType"));
  std::int64_t const skipped = given[1].bound() ? PASS(aiocc::detail::size_argument(given[1])) : 0;
  auto* const made = new DequeIterator(type, given[0]);
  made->left -= std::min(made->left, static_cast<std::size_t>(std::max<std::int64_t>(skipped, 0)));
  return Object::adopt(made);
}

template <Type& type>
constexpr Slots iterator_slots(NextSlot next) {
  return {.dealloc = aiocc::detail::dealloc_object<DequeIterator>,
          .traverse = aiocc::detail::traverse_members<&DequeIterator::deque>,
          .iter = aiocc::detail::iter_self,
          .next = next,
          .construct = construct_iterator,
          .members = aiocc::detail::iterator_members<type, length_hint_of_iterator, reduce_iterator, nullptr>};
}

extern Type iterator_type, reverse_iterator_type;
constinit Type iterator_type("collections._deque_iterator", &object_type, sizeof(DequeIterator),
                             iterator_slots<iterator_type>(next_of_deque<false>), "collections");
constinit Type reverse_iterator_type("collections._deque_reverse_iterator", &object_type, sizeof(DequeIterator),
                                     iterator_slots<reverse_iterator_type>(next_of_deque<true>), "collections");

}  // namespace

constinit Type deque_type("collections.deque", &object_type, sizeof(DequeObject), deque_slots(), "collections",
                          /*python_may_derive=*/true);

namespace detail {

Object make_deque_iterator(Object deque) { return Object::adopt(new DequeIterator(&iterator_type, std::move(deque))); }
Object make_deque_reverse_iterator(Object deque) {
  return Object::adopt(new DequeIterator(&reverse_iterator_type, std::move(deque)));
}

Result<Object> copy_deque(Object const& deque) {
  Type* type = type_of(deque);
  if (type == &deque_type) return plain_copy(deque_of(deque));
  if (deque_of(deque)->limit < 0) return call(box(*type), deque);
  return call(box(*type), deque, Int(deque_of(deque)->limit));
}

}  // namespace detail

template <class T>
Result<Deque<T>> make_deque(Object const& iterable, Object const& maxlen) {
  Object deque = Object::adopt(new DequeObject);
  Object const args[] = {iterable, maxlen};
  PASS(init_deque(deque, args, 2, nullptr));
  return word_cast<Deque<T>>(deque);
}
template Result<Deque<Object>> make_deque(Object const&, Object const&);

}  // namespace aiocc::collections
