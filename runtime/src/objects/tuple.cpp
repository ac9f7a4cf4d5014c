// The tuple type and its operations.
#include "aiocc/objects/tuple.hpp"

#include <algorithm>
#include <bit>
#include <memory>
#include <new>

#include "aiocc/objects/list.hpp"
#include "core.hpp"
#include "hashing.hpp"
#include "list_words.hpp"
#include "native_instance.hpp"
#include "sequence.hpp"

namespace aiocc {

using detail::tuple_words;

namespace {

std::size_t bytes_of(std::size_t size) noexcept { return sizeof(TupleObject) + size * sizeof(Object); }

TupleObject* allocate_tuple(std::size_t size) {
  void* memory = detail::allocate_object(bytes_of(size));
  auto tuple = new (memory) TupleObject(size);
  std::uninitialized_default_construct_n(tuple->items(), size);
  return tuple;
}

Object empty_tuple() {
  static TupleObject* const empty = [] {
    TupleObject* tuple = allocate_tuple(0);
    tuple->references = immortal_references;
    return tuple;
  }();
  return Object::share(empty);
}

void dealloc_tuple(HeapObject* self) noexcept {
  auto tuple = static_cast<TupleObject*>(self);
  Type* const type = tuple->type;
  if (type != &tuple_type) detail::clear_fields(tuple);
  // From the last to the first, as in CPython.
  for (std::size_t index = tuple->size; index-- > 0;) std::destroy_at(tuple->items() + index);
  if (type != &tuple_type) return detail::release_derived(tuple, type, bytes_of(tuple->size));
  detail::release_object(tuple, bytes_of(tuple->size));
}

void traverse_tuple(HeapObject* self, Visitor& visit) {
  for (Object const& item : static_cast<TupleObject*>(self)->words()) visit(item);
}

Result<Object> repr_tuple(Object const& self) {
  bool single = self.as<TupleObject>()->size == 1;
  return detail::repr_sequence(self, "(", single ? ",)" : ")", tuple_words);
}

// The xxHash variant that CPython documents for tuples.
Result<std::int64_t> hash_tuple(Object const& self) {
  constexpr std::uint64_t prime_1 = 11400714785074694791u;
  constexpr std::uint64_t prime_2 = 14029467366897019727u;
  constexpr std::uint64_t prime_5 = 2870177450012600261u;
  auto tuple = self.as<TupleObject>();
  std::uint64_t sum = prime_5;
  for (std::size_t i = 0; i < tuple->size; ++i) {
    auto lane = static_cast<std::uint64_t>(PASS(detail::hash_key(tuple->items()[i])));
    sum = std::rotl(sum + lane * prime_2, 31) * prime_1;
  }
  sum += tuple->size ^ (prime_5 ^ 3527539u);
  // -1 isn't a hash.
  return sum == ~std::uint64_t{0} ? std::int64_t{1546275796} : static_cast<std::int64_t>(sum);
}

Result<bool> truth_tuple(Object const& self) { return self.as<TupleObject>()->size != 0; }
Result<std::int64_t> length_tuple(Object const& self) {
  return static_cast<std::int64_t>(self.as<TupleObject>()->size);
}

Result<Object> compare_tuples(Object const& left, Object const& right, CompareOp op) {
  if (!is_instance(left, tuple_type) || !is_instance(right, tuple_type)) return NotImplemented;
  return detail::compare_sequences(left, right, op, tuple_words);
}

Result<Object> add_tuples(Object const& left, Object const& right) {
  if (!is_instance(left, tuple_type)) return NotImplemented;
  if (!is_instance(right, tuple_type)) return detail::concatenate_other(left, right);
  return left.as<TupleObject>()->concatenate(right.as<TupleObject>());
}

Result<Object> multiply_tuple(Object const& left, Object const& right) {
  bool tuple_is_left = is_instance(left, tuple_type);
  Object const& tuple = tuple_is_left ? left : right;
  Object const& count = tuple_is_left ? right : left;
  if (!detail::has_index(count)) return detail::multiply_by_other(tuple, count, tuple_is_left);
  return tuple.as<TupleObject>()->repeat(count);
}

Result<Object> get_item_of_tuple(Object const& self, Object const& index) {
  return self.as<TupleObject>()->get_item(index);
}
Result<Object> tuple_contains(Object const& self, Object const& value) {
  return box(PASS(self.as<TupleObject>()->contains(value)));
}
Result<Object> iter_tuple(Object const& self) { return detail::make_tuple_iterator(self); }

Result<Object> construct_tuple(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  // An `__init__` of a derived class may have other parameters.
  if (!detail::has_init(type)) PASS(detail::no_keywords("tuple", names));
  std::size_t const positional = count - (names ? names->names.size() : 0);
  PASS(detail::argument_range("tuple", positional, 0, 1));
  Object const plain = PASS(builtins::tuple(positional ? args[0] : Object()));
  return type == &tuple_type ? plain : detail::make_derived_tuple(type, plain.as<TupleObject>()->words());
}

constexpr Slots tuple_slots() {
  Slots slots{.dealloc = dealloc_tuple,
              .traverse = traverse_tuple,
              .repr = repr_tuple,
              .hash = hash_tuple,
              .truth = truth_tuple,
              .length = length_tuple,
              .compare = compare_tuples,
              .get_item = get_item_of_tuple,
              .contains = tuple_contains,
              .iter = iter_tuple,
              .construct = construct_tuple,
              .members = members<tuple_type>};
  slots.binary[static_cast<std::size_t>(BinaryOp::Add)] = add_tuples;
  slots.binary[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply_tuple;
  return slots;
}

}  // namespace

constinit Type tuple_type("tuple", &object_type, sizeof(TupleObject), tuple_slots(), "builtins",
                          /*python_may_derive=*/true);

namespace detail {

Object make_derived_tuple(Type* type, std::span<Object const> items) {
  auto const tuple = new (allocate_derived(type, bytes_of(items.size()))) TupleObject(items.size());
  tuple->type = type;
  std::uninitialized_copy(items.begin(), items.end(), tuple->items());
  return Object::adopt(tuple);
}

Raised tuple_index_error() { return raise_error(index_error_type, "tuple index out of range"); }

std::span<Object const> tuple_words(Object const& tuple) { return tuple.as<TupleObject>()->words(); }

}  // namespace detail

TupleObject* make_tuple_object(std::size_t size) { return allocate_tuple(size); }

Object make_tuple(std::span<Object const> items) {
  if (items.empty()) return empty_tuple();
  TupleObject* tuple = allocate_tuple(items.size());
  std::copy(items.begin(), items.end(), tuple->items());
  return Object::adopt(tuple);
}

Result<Object> TupleObject::get_item(Object const& index) {
  if (type_of(index) == &slice_type) {
    SliceBounds bounds = PASS(slice_bounds(index, static_cast<std::int64_t>(size)));
    if (bounds.count == static_cast<std::int64_t>(size) && bounds.step == 1 && type == &tuple_type)
      return Object::share(this);
    if (bounds.count == 0) return empty_tuple();
    TupleObject* result = allocate_tuple(static_cast<std::size_t>(bounds.count));
    for (std::int64_t i = 0; i < bounds.count; ++i) result->items()[i] = items()[bounds.start + i * bounds.step];
    return Object::adopt(result);
  }
  if (!detail::has_index(index))
    return raise_error(type_error_type,
                       std::string("tuple indices must be integers or slices, not ") + type_of(index)->name);
  std::int64_t position = PASS(detail::subscript(index));
  if (!detail::wrap_position(position, size)) return detail::tuple_index_error();
  return items()[position];
}

Result<Int> TupleObject::index(Object const& value, Object const& start, Object const& stop) {
  auto length = static_cast<std::int64_t>(size);
  std::int64_t first = PASS(detail::search_bound(start, length));
  std::int64_t last = PASS(detail::search_bound(stop, length));
  std::int64_t position = PASS(detail::find_item(Object::share(this), value, first, last, tuple_words));
  if (position < 0) return raise_error(value_error_type, "tuple.index(x): x not in tuple");
  return Int(position);
}

Result<Int> TupleObject::count(Object const& value) {
  return detail::count_items(Object::share(this), value, tuple_words);
}

Result<bool> TupleObject::contains(Object const& value) {
  return PASS(detail::find_item(Object::share(this), value, 0, static_cast<std::int64_t>(size), tuple_words)) >= 0;
}

Result<Object> TupleObject::repeat(Object const& count) {
  std::int64_t times = PASS(detail::repeat_count(count));
  if (times == 0 || size == 0) return empty_tuple();
  if (times == 1 && type == &tuple_type) return Object::share(this);
  if (!detail::has_room_for(size, static_cast<std::size_t>(times))) return detail::memory_error();
  TupleObject* result = allocate_tuple(size * static_cast<std::size_t>(times));
  for (std::size_t at = 0; at < result->size; at += size) std::copy_n(items(), size, result->items() + at);
  return Object::adopt(result);
}

Object TupleObject::concatenate(TupleObject* other) {
  if (other->size == 0 && type == &tuple_type) return Object::share(this);
  if (size == 0 && other->type == &tuple_type) return Object::share(other);
  TupleObject* result = allocate_tuple(size + other->size);
  std::copy_n(items(), size, result->items());
  std::copy_n(other->items(), other->size, result->items() + size);
  return Object::adopt(result);
}

namespace builtins {

TupleOf<Object> tuple() { return word_cast<TupleOf<Object>>(empty_tuple()); }

Result<TupleOf<Object>> tuple(Object const& iterable) {
  if (!iterable.bound()) return tuple();
  if (type_of(iterable) == &tuple_type) return word_cast<TupleOf<Object>>(iterable);
  Object list = PASS(list_from(iterable));
  return word_cast<TupleOf<Object>>(make_tuple(detail::list_words(list)));
}

}  // namespace builtins

}  // namespace aiocc
