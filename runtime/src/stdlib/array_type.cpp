// The type array: slots, subscripts, construction.
#include "../objects/constructor_arguments.hpp"
#include "../objects/core.hpp"
#include "../objects/iterator_members.hpp"
#include "../objects/native_instance.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/slice.hpp"
#include "array_items.hpp"

namespace aiocc::array {
namespace {

ArrayObject* array_of(Object const& self) noexcept { return self.as<ArrayObject>(); }
bool is_array(Object const& value) noexcept { return Array::accepts(value); }
std::string quoted_type(Object const& value) { return "\"" + std::string(type_of(value)->name) + "\""; }

Result<Object> repr(Object const& self) {
  ArrayObject const* array = array_of(self);
  StrBuilder text;
  text.append_utf8(aiocc::detail::plain_name(type_of(self)));
  text.append_ascii(std::string("('") + array->kind->code + "'");
  if (array->count() != 0) {
    text.append_ascii(", ");
    Object const items = array->kind->is_text() ? Object(PASS(static_cast<Array const&>(self).tounicode()))
                                                : Object(static_cast<Array const&>(self).tolist());
    text.append(PASS(operators::repr(items)));
  }
  text.append_ascii(")");
  return text.finish();
}

Result<bool> truth(Object const& self) { return !array_of(self)->data.empty(); }
Result<std::int64_t> length(Object const& self) { return static_cast<std::int64_t>(array_of(self)->count()); }

Result<Object> compare(Object const& left, Object const& right, CompareOp op) {
  if (!is_array(left) || !is_array(right)) return NotImplemented;
  std::size_t const sizes[] = {array_of(left)->count(), array_of(right)->count()};
  bool const is_equality = op == CompareOp::Eq || op == CompareOp::Ne;
  if (is_equality && sizes[0] != sizes[1]) return box(op == CompareOp::Ne);
  for (std::size_t i = 0; i < std::min(sizes[0], sizes[1]); ++i) {
    Object const items[] = {item_at(array_of(left), i), item_at(array_of(right), i)};
    bool const is_equal = PASS(operators::test_equal(items[0], items[1]));
    if (is_equal) continue;
    if (is_equality) return box(op == CompareOp::Ne);
    return operators::detail::compare_slow(items[0], items[1], op);
  }
  return box(aiocc::detail::holds_in_order(sizes[0], sizes[1], op));
}

Result<Object> contains(Object const& self, Object const& value) {
  for (std::size_t i = 0; i < array_of(self)->count(); ++i) {
    bool const is_equal = PASS(aiocc::detail::item_equals(item_at(array_of(self), i), value));
    if (is_equal) return True;
  }
  return False;
}

Raised bad_argument() { return raise_error(type_error_type, "bad argument type for built-in operation"); }

Result<Object> add(Object const& left, Object const& right) {
  if (!is_array(left)) return NotImplemented;
  if (!is_array(right)) {
    if (type_of(right)->is_user_class) return NotImplemented;
    return raise_error(type_error_type, "can only append array (not " + quoted_type(right) + ") to array");
  }
  if (array_of(left)->kind != array_of(right)->kind) return bad_argument();
  Object sum = copy_of(array_of(left));
  array_of(sum)->data += array_of(right)->data;
  return sum;
}

Result<Object> add_in_place(Object const& left, Object const& right) {
  if (!is_array(right))
    return raise_error(type_error_type, "can only extend array with array (not " + quoted_type(right) + ")");
  PASS(extend(array_of(left), right));
  return left;
}

std::string repeated(std::string const& text, std::int64_t count) {
  std::string result = text;
  result.resize(text.size() * static_cast<std::size_t>(count));
  aiocc::detail::fill_with_copies(result.data(), text.size(), result.size());
  return result;
}

Result<Object> multiply(Object const& left, Object const& right) {
  bool const array_is_left = is_array(left);
  Object const& array = array_is_left ? left : right;
  Object const& count = array_is_left ? right : left;
  if (!aiocc::detail::has_index(count)) return aiocc::detail::multiply_by_other(array, count);
  std::int64_t const times = PASS(aiocc::detail::repeat_count(count));
  if (!aiocc::detail::has_room_for(array_of(array)->data.size(), static_cast<std::size_t>(times)))
    return aiocc::detail::memory_error();
  Object product = copy_of(array_of(array));
  array_of(product)->data = repeated(array_of(array)->data, times);
  return product;
}

Result<Object> multiply_in_place(Object const& left, Object const& right) {
  if (!aiocc::detail::has_index(right)) return aiocc::detail::multiply_by_other(left, right);
  Object const product = PASS(multiply(left, right));
  PASS(check_resizable(array_of(left)));
  array_of(left)->data = array_of(product)->data;
  return left;
}

Result<std::size_t> position(Object const& self, Object const& index, char const* out_of_range) {
  if (!aiocc::detail::has_index(index)) return raise_error(type_error_type, "array indices must be integers");
  std::int64_t at = PASS(aiocc::detail::subscript(index));
  if (!aiocc::detail::wrap_position(at, array_of(self)->count())) return raise_error(index_error_type, out_of_range);
  return static_cast<std::size_t>(at);
}

Result<Object> get_item(Object const& self, Object const& index) {
  ArrayObject const* array = array_of(self);
  if (type_of(index) != &slice_type) return item_at(array, PASS(position(self, index, "array index out of range")));
  SliceBounds const bounds = PASS(slice_bounds(index, static_cast<std::int64_t>(array->count())));
  auto part = new ArrayObject(*array->kind);
  Object const result = Object::adopt(part);
  for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step)
    part->data.append(array->data, static_cast<std::size_t>(at) * array->kind->size, array->kind->size);
  return result;
}

/// `array[a:b:c] = items`, or `del array[a:b:c]` without any.
Result<void> replace_slice(Object const& self, SliceBounds bounds, std::string const& items, bool is_deletion) {
  ArrayObject* array = array_of(self);
  std::size_t const size = array->kind->size;
  auto const count = static_cast<std::int64_t>(items.size() / size);
  if (count != bounds.count) PASS(check_resizable(array));
  if (bounds.step == 1) {
    array->data.replace(static_cast<std::size_t>(bounds.start) * size, static_cast<std::size_t>(bounds.count) * size,
                        items);
    return {};
  }
  if (is_deletion) {
    if (bounds.step < 0) bounds = {bounds.start + (bounds.count - 1) * bounds.step, 0, -bounds.step, bounds.count};
    for (std::int64_t i = bounds.count; i-- > 0;)
      array->data.erase(static_cast<std::size_t>(bounds.start + i * bounds.step) * size, size);
    return {};
  }
  if (count != bounds.count)
    return raise_error(value_error_type, "attempt to assign array of size " + std::to_string(count) +
                                             " to extended slice of size " + std::to_string(bounds.count));
  for (std::int64_t i = 0, at = bounds.start; i < count; ++i, at += bounds.step)
    array->data.replace(static_cast<std::size_t>(at) * size, size, items, static_cast<std::size_t>(i) * size, size);
  return {};
}

Result<void> set_slice(Object const& self, Object const& slice, Object const* value) {
  auto const size = static_cast<std::int64_t>(array_of(self)->count());
  if (value && !is_array(*value))
    return raise_error(type_error_type, "can only assign array (not " + quoted_type(*value) + ") to array slice");
  SliceBounds const bounds = PASS(slice_bounds(slice, size));
  if (!value) return replace_slice(self, bounds, std::string(), true);
  if (array_of(*value)->kind != array_of(self)->kind) return bad_argument();
  return replace_slice(self, bounds, std::string(array_of(*value)->data), false);
}

Result<void> set_item(Object const& self, Object const& index, Object const* value) {
  if (type_of(index) == &slice_type) return set_slice(self, index, value);
  ArrayObject* array = array_of(self);
  std::size_t const at = PASS(position(self, index, "array assignment index out of range")) * array->kind->size;
  if (!value) {
    PASS(check_resizable(array));
    array->data.erase(at, array->kind->size);
    return {};
  }
  char item[sizeof(double)];
  PASS(store(*array->kind, item, *value));
  if (at >= array->data.size()) return raise_error(index_error_type, "array assignment index out of range");
  array->data.replace(at, array->kind->size, item, array->kind->size);
  return {};
}

struct ArrayIterator : HeapObject {
  explicit ArrayIterator(Object source) noexcept;
  /// Unbound once it's exhausted.
  Object array;
  std::size_t next = 0;
};

Result<bool> next_item(Object const& self, Object& item) {
  auto iterator = self.as<ArrayIterator>();
  if (!iterator->array.bound()) return false;
  if (iterator->next >= array_of(iterator->array)->count()) {
    iterator->array.reset();
    return false;
  }
  item = item_at(array_of(iterator->array), iterator->next++);
  return true;
}

extern Type iterator_type;

Result<std::int64_t> count_of_items(Object const& array) { return static_cast<std::int64_t>(array_of(array)->count()); }
Object empty_tuple() { return aiocc::make_tuple({}); }

using IteratorMethods = aiocc::detail::CountingMethods<ArrayIterator, &ArrayIterator::array, &ArrayIterator::next,
                                                       count_of_items, empty_tuple>;

constinit Type iterator_type("array.arrayiterator", &object_type, sizeof(ArrayIterator),
                             Slots{.dealloc = aiocc::detail::dealloc_object<ArrayIterator>,
                                   .iter = aiocc::detail::iter_self,
                                   .next = next_item,
                                   .members = aiocc::detail::iterator_members<
                                       iterator_type, nullptr, IteratorMethods::reduce, IteratorMethods::set_state>},
                             "array");

ArrayIterator::ArrayIterator(Object source) noexcept : HeapObject(&iterator_type), array(std::move(source)) {}

Result<Object> iterate(Object const& self) { return Object::adopt(new ArrayIterator(self)); }

char const* item_format(HeapObject const* self) noexcept {
  switch (static_cast<ArrayObject const*>(self)->kind->code) {
    // clang-format off
#define AIOCC_FORMAT(code) \
  case #code[0]: return #code;
    AIOCC_FORMAT(b) AIOCC_FORMAT(B) AIOCC_FORMAT(h) AIOCC_FORMAT(H) AIOCC_FORMAT(i) AIOCC_FORMAT(I)
    AIOCC_FORMAT(l) AIOCC_FORMAT(L) AIOCC_FORMAT(q) AIOCC_FORMAT(Q) AIOCC_FORMAT(f) AIOCC_FORMAT(d)
#undef AIOCC_FORMAT
    default: return "w";
    // clang-format on
  }
}

Result<ItemKind const*> kind_argument(Object const& typecode) {
  if (!is_any_str(typecode) || static_cast<Str const&>(typecode).length() != 1)
    return raise_error(type_error_type,
                       "array() argument 1 must be a unicode character, not " + std::string(type_of(typecode)->name));
  ItemKind const* const kind = find_kind(static_cast<Str const&>(typecode).code_points()[0]);
  if (!kind) return raise_error(value_error_type, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  return kind;
}

Result<void> fill(ArrayObject* array, Object const& initial) {
  if (is_any_str(initial)) {
    if (array->kind->is_text()) return append_text(array, static_cast<Str const&>(initial));
    return raise_error(type_error_type, std::string("cannot use a str to initialize an array with typecode '") +
                                            array->kind->code + "'");
  }
  bool const is_bytes = is_any_bytes(initial) || is_instance(initial, bytearray_type);
  Object const self = Object::share(array);
  if (is_bytes) return static_cast<Array const&>(self).frombytes(initial);
  if (!is_array(initial)) return extend(array, initial);
  // Of any kind: what counts are the values.
  Object const items = static_cast<Array const&>(initial).tolist();
  if (array->kind->is_text() != array_of(initial)->kind->is_text() && !array->kind->is_text())
    return raise_error(
        type_error_type,
        std::string("cannot use a unicode array to initialize an array with typecode '") + array->kind->code + "'");
  return extend(array, items);
}

Result<Object> construct(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  if (type == &array_type) PASS(aiocc::detail::no_keywords("array.array", names));
  if (names) count -= names->names.size();
  if (count == 0) return raise_error(type_error_type, "array() takes at least 1 argument (0 given)");
  if (count > 2)
    return raise_error(type_error_type, "array() takes at most 2 arguments (" + std::to_string(count) + " given)");
  ItemKind const* const kind = PASS(kind_argument(args[0]));
  ArrayObject* const array = aiocc::detail::make_native<ArrayObject>(type, array_type, *kind);
  // It was made from a copy of the kind.
  array->kind = kind;
  Object const made = Object::adopt(array);
  if (count == 2) PASS(fill(array, args[1]));
  return made;
}

Result<void> init(Object const&, Object const*, std::size_t, KeywordNames const*) { return {}; }

constexpr Slots array_slots() {
  Slots slots;
  slots.dealloc = aiocc::detail::dealloc_native<ArrayObject, array_type>;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr;
  slots.hash = aiocc::detail::unhashable;
  slots.truth = truth;
  slots.length = length;
  slots.compare = compare;
  slots.binary[static_cast<std::size_t>(BinaryOp::Add)] = add;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Add)] = add_in_place;
  slots.binary[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply_in_place;
  slots.get_item = get_item;
  slots.set_item = set_item;
  slots.contains = contains;
  slots.iter = iterate;
  slots.construct = construct;
  slots.init = init;
  slots.item_format = item_format;
  slots.members = members<array_type>;
  return slots;
}

}  // namespace

constinit Type array_type("array.array", &object_type, sizeof(ArrayObject), array_slots(), "array",
                          /*python_may_derive=*/true);

Result<Array> make_array(Object const& typecode, Object const& initializer) {
  Object const args[] = {typecode, initializer};
  return word_cast<Array>(PASS(construct(&array_type, args, initializer.bound() ? 2 : 1, nullptr)));
}

}  // namespace aiocc::array
