// The type bytes: slots and iteration.
#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "constructor_arguments.hpp"
#include "convert_arguments.hpp"
#include "held_bytes.hpp"
#include "iterator_members.hpp"
#include "native_instance.hpp"
#include "percent_format.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

Bytes const& bytes_of(Object const& self) noexcept { return static_cast<Bytes const&>(self); }

/// The result of an operation: where that is its operand, it's of no class below bytes all the same.
Bytes plain_bytes(Bytes result) noexcept {
  return type_of(result) == &bytes_type ? std::move(result) : Bytes::from(result.view());
}

Result<Object> repr_of_bytes(Object const& self) { return repr_bytes(bytes_of(self)); }
Result<std::int64_t> hash_of_bytes(Object const& self) { return bytes_of(self).hash(); }
Result<bool> truth_bytes(Object const& self) { return bytes_of(self).length() != 0; }
Result<std::int64_t> length_bytes(Object const& self) { return bytes_of(self).length(); }
Result<Object> get_item_of_bytes(Object const& self, Object const& index) {
  Object item = PASS(bytes_of(self).get_item(index));
  return item.is(self) ? plain_bytes(bytes_of(item)) : std::move(item);
}
Result<Object> bytes_contains(Object const& self, Object const& item) {
  return box(PASS(bytes_of(self).contains(item)));
}

Result<Object> compare_bytes(Object const& left, Object const& right, CompareOp op) {
  if (!is_any_bytes(left) || !is_any_bytes(right)) return NotImplemented;
  return box(detail::holds_in_order(bytes_of(left).view().compare(bytes_of(right).view()), 0, op));
}

Result<Object> add_bytes(Object const& left, Object const& right) {
  if (!is_any_bytes(left)) return NotImplemented;
  if (is_any_bytes(right)) return plain_bytes(bytes_of(left) + bytes_of(right));
  if (detail::has_plain_buffer(right)) return plain_bytes(bytes_of(left) + PASS(detail::buffer_bytes(right)));
  return detail::concatenate_other(left, right);
}

Result<Object> multiply_bytes(Object const& left, Object const& right) {
  bool bytes_is_left = is_any_bytes(left);
  Object const& bytes = bytes_is_left ? left : right;
  Object const& count = bytes_is_left ? right : left;
  if (!detail::has_index(count)) return detail::multiply_by_other(bytes, count, bytes_is_left);
  return plain_bytes(PASS(repeat(bytes_of(bytes), PASS(operators::index(count)))));
}

Result<Object> format_bytes(Object const& left, Object const& right) {
  if (!is_any_bytes(left)) return NotImplemented;
  return PASS(detail::percent_format_bytes(bytes_of(left).view(), right));
}

struct BytesIteratorObject : HeapObject {
  explicit BytesIteratorObject(Bytes source) noexcept;
  Bytes bytes;
  std::int64_t position = 0;
};

Result<bool> next_byte(Object const& self, Object& item) {
  auto* iterator = self.as<BytesIteratorObject>();
  if (!iterator->bytes.bound()) return false;
  if (iterator->position >= iterator->bytes.length()) {
    iterator->bytes.reset();
    return false;
  }
  item = Int(std::int64_t{iterator->bytes[iterator->position++]});
  return true;
}
void dealloc_iterator(HeapObject* self) noexcept { delete static_cast<BytesIteratorObject*>(self); }

extern Type bytes_iterator_type;

Result<std::int64_t> count_of_bytes(Object const& bytes) { return bytes_of(bytes).length(); }
Object empty_tuple() { return make_tuple({}); }

using IteratorMethods = detail::CountingMethods<BytesIteratorObject, &BytesIteratorObject::bytes,
                                                &BytesIteratorObject::position, count_of_bytes, empty_tuple>;

constinit Type bytes_iterator_type(
    "bytes_iterator", &object_type, sizeof(BytesIteratorObject),
    Slots{.dealloc = dealloc_iterator,
          .iter = detail::iter_self,
          .next = next_byte,
          .members = detail::iterator_members<bytes_iterator_type, IteratorMethods::length_hint,
                                              IteratorMethods::reduce, IteratorMethods::set_state>});

BytesIteratorObject::BytesIteratorObject(Bytes source) noexcept
    : HeapObject(&bytes_iterator_type), bytes(std::move(source)) {}

Result<Object> iter_bytes(Object const& self) { return Object::adopt(new BytesIteratorObject(bytes_of(self))); }

std::size_t size_of(BytesObject const* bytes) noexcept {
  return sizeof(BytesObject) + static_cast<std::size_t>(bytes->length) + 1;
}

void dealloc_bytes(HeapObject* self) noexcept {
  auto* bytes = static_cast<BytesObject*>(self);
  if (bytes->type == &bytes_type) return detail::release_memory(bytes, size_of(bytes));
  detail::clear_fields(bytes);
  detail::release_derived(bytes, bytes->type, size_of(bytes));
}

constexpr char const* bytes_parameters[] = {"source", "encoding", "errors"};

Result<Object> construct_bytes(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  Object slots[3];
  PASS(detail::constructor_arguments("bytes", bytes_parameters, 0, args, count, names, slots));
  Bytes const plain = PASS(builtins::bytes(slots[0], slots[1], slots[2]));
  if (type == &bytes_type) return plain;
  BytesObject const* const source = plain.object();
  auto const made = new (detail::allocate_derived(type, size_of(source))) BytesObject(1, source->length);
  made->type = type;
  std::memcpy(made->data(), source->data(), static_cast<std::size_t>(source->length) + 1);
  return Object::adopt(made);
}

constexpr Slots bytes_slots() {
  Slots slots{.dealloc = dealloc_bytes,
              .repr = repr_of_bytes,
              .hash = hash_of_bytes,
              .truth = truth_bytes,
              .length = length_bytes,
              .compare = compare_bytes,
              .get_item = get_item_of_bytes,
              .contains = bytes_contains,
              .iter = iter_bytes,
              .construct = construct_bytes,
              .members = members<bytes_type>};
  slots.binary[static_cast<std::size_t>(BinaryOp::Add)] = add_bytes;
  slots.binary[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply_bytes;
  slots.binary[static_cast<std::size_t>(BinaryOp::Modulo)] = format_bytes;
  return slots;
}

}  // namespace

constinit Type bytes_type("bytes", &object_type, sizeof(BytesObject), bytes_slots(), "builtins",
                          /*python_may_derive=*/true);

}  // namespace aiocc
