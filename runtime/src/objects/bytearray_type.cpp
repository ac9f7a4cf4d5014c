// The type bytearray: slots, subscripts, construction.
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/slice.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "bytearray.hpp"
#include "constructor_arguments.hpp"
#include "convert_arguments.hpp"
#include "held_bytes.hpp"
#include "iterator_members.hpp"
#include "native_instance.hpp"
#include "percent_format.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

using detail::check_resizable;

ByteArray const& array_of(Object const& self) noexcept { return static_cast<ByteArray const&>(self); }
std::string& data_of(Object const& self) noexcept { return self.as<ByteArrayObject>()->data; }

// bytearray_repr escapes apostrophes between double quotes too, unlike bytes.
Result<Object> repr(Object const& self) {
  std::string text = repr_bytes(array_of(self).bytes()).utf8();
  bool const escapes = text.ends_with('"');
  for (std::size_t at = text.find('\''); escapes && at != std::string::npos; at = text.find('\'', at + 2))
    text.insert(at, 1, '\\');
  return Str::from_utf8(detail::type_name(self) + "(" + text + ")");
}
Result<bool> truth(Object const& self) { return !data_of(self).empty(); }
Result<std::int64_t> length(Object const& self) { return static_cast<std::int64_t>(data_of(self).size()); }

Result<Object> compare(Object const& left, Object const& right, CompareOp op) {
  if (!detail::has_buffer(left) || !detail::has_buffer(right)) return NotImplemented;
  Bytes const a = PASS(detail::packed_buffer_bytes(left));
  Bytes const b = PASS(detail::packed_buffer_bytes(right));
  return box(detail::holds_in_order(a.view().compare(b.view()), 0, op));
}

Result<Object> contains(Object const& self, Object const& item) {
  if (detail::has_buffer(item))
    return box(data_of(self).find(PASS(detail::buffer_bytes(item)).view()) != std::string::npos);
  if (!detail::has_index(item)) return PASS(detail::buffer_bytes(item));
  return box(data_of(self).find(PASS(detail::byte_argument(item))) != std::string::npos);
}

Result<Object> add(Object const& left, Object const& right) {
  if (!is_instance(left, bytearray_type)) {
    // bytes + bytearray are bytes.
    if (!is_any_bytes(left)) return NotImplemented;
    return static_cast<Bytes const&>(left) + array_of(right).bytes();
  }
  if (!detail::has_plain_buffer(right)) {
    if (type_of(right)->is_user_class) return NotImplemented;
    return raise_error(type_error_type, "can't concat " + detail::type_name(right) + " to bytearray");
  }
  return ByteArray::from(data_of(left) + std::string(PASS(detail::buffer_bytes(right)).view()));
}

Result<Object> add_in_place(Object const& left, Object const& right) {
  if (!detail::has_plain_buffer(right))
    return raise_error(type_error_type, "can't concat " + detail::type_name(right) + " to bytearray");
  Bytes const added = PASS(detail::buffer_bytes(right));
  if (added.length() != 0) PASS(check_resizable(array_of(left)));
  data_of(left) += added.view();
  return left;
}

Result<std::string> repeated(std::string const& text, std::int64_t count) {
  if (!detail::has_room_for(text.size(), static_cast<std::size_t>(count))) return detail::memory_error();
  std::string result = text;
  result.resize(text.size() * static_cast<std::size_t>(count));
  detail::fill_with_copies(result.data(), text.size(), result.size());
  return result;
}

Result<Object> multiply(Object const& left, Object const& right) {
  bool const array_is_left = is_instance(left, bytearray_type);
  Object const& array = array_is_left ? left : right;
  Object const& count = array_is_left ? right : left;
  if (!detail::has_index(count)) return detail::multiply_by_other(array, count);
  std::int64_t const times = PASS(detail::repeat_count(count));
  return ByteArray::from(PASS(repeated(data_of(array), times)));
}

Result<Object> multiply_in_place(Object const& left, Object const& right) {
  if (!detail::has_index(right)) return detail::multiply_by_other(left, right);
  std::int64_t const count = PASS(detail::repeat_count(right));
  PASS(check_resizable(array_of(left)));
  data_of(left) = PASS(repeated(data_of(left), count));
  return left;
}

Result<std::int64_t> position(Object const& self, Object const& index) {
  if (!detail::has_index(index))
    return raise_error(type_error_type,
                       "bytearray indices must be integers or slices, not " + detail::type_name(index));
  std::int64_t at = PASS(detail::subscript(index));
  if (!detail::wrap_position(at, data_of(self).size()))
    return raise_error(index_error_type, "bytearray index out of range");
  return at;
}

Result<Object> get_item(Object const& self, Object const& index) {
  std::string const& data = data_of(self);
  if (type_of(index) != &slice_type)
    return Int(std::int64_t{static_cast<std::uint8_t>(data[static_cast<std::size_t>(PASS(position(self, index)))])});
  SliceBounds const bounds = PASS(slice_bounds(index, static_cast<std::int64_t>(data.size())));
  if (bounds.step == 1)
    return ByteArray::from(data.substr(static_cast<std::size_t>(bounds.start), static_cast<std::size_t>(bounds.count)));
  std::string part;
  for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step)
    part += data[static_cast<std::size_t>(at)];
  return ByteArray::from(std::move(part));
}

Result<void> replace_slice(Object const& self, SliceBounds const& bounds, std::string_view bytes) {
  std::string& data = data_of(self);
  if (bounds.step == 1) {
    if (static_cast<std::int64_t>(bytes.size()) != bounds.count) PASS(check_resizable(array_of(self)));
    data.replace(static_cast<std::size_t>(bounds.start), static_cast<std::size_t>(bounds.count), bytes);
    return {};
  }
  if (static_cast<std::int64_t>(bytes.size()) != bounds.count)
    return raise_error(value_error_type, "attempt to assign bytes of size " + std::to_string(bytes.size()) +
                                             " to extended slice of size " + std::to_string(bounds.count));
  for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step)
    data[static_cast<std::size_t>(at)] = bytes[static_cast<std::size_t>(i)];
  return {};
}

Result<void> delete_slice(Object const& self, SliceBounds bounds) {
  if (bounds.count == 0) return {};
  PASS(check_resizable(array_of(self)));
  if (bounds.step < 0) bounds = {bounds.start + (bounds.count - 1) * bounds.step, 0, -bounds.step, bounds.count};
  if (bounds.step == 1) {
    data_of(self).erase(static_cast<std::size_t>(bounds.start), static_cast<std::size_t>(bounds.count));
    return {};
  }
  std::string kept;
  std::int64_t next = bounds.start;
  std::int64_t left = bounds.count;
  std::string& data = data_of(self);
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(data.size()); ++at) {
    if (left > 0 && at == next) {
      next += bounds.step;
      --left;
    } else {
      kept += data[static_cast<std::size_t>(at)];
    }
  }
  data = std::move(kept);
  return {};
}

Result<std::string> assigned_bytes(Object const& value) {
  if (detail::has_buffer(value)) return std::string(PASS(detail::packed_buffer_bytes(value)).view());
  if (is_str(value) || (!type_of(value)->slots.iter && !type_of(value)->slots.get_item))
    return raise_error(type_error_type, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  return detail::bytes_of_items(value);
}

Result<void> set_item(Object const& self, Object const& index, Object const* value) {
  auto const size = static_cast<std::int64_t>(data_of(self).size());
  if (type_of(index) == &slice_type) {
    if (!value) return delete_slice(self, PASS(slice_bounds(index, size)));
    std::string const bytes = PASS(assigned_bytes(*value));
    SliceBounds const bounds = PASS(slice_bounds(index, static_cast<std::int64_t>(data_of(self).size())));
    // Nothing in place of every second byte, say, takes those out.
    if (bytes.empty() && bounds.step != 1) return delete_slice(self, bounds);
    return replace_slice(self, bounds, bytes);
  }
  std::int64_t const at = PASS(position(self, index));
  if (!value) {
    PASS(check_resizable(array_of(self)));
    data_of(self).erase(static_cast<std::size_t>(at), 1);
    return {};
  }
  char const byte = PASS(detail::byte_argument(*value));
  // The value may have run code that empties the array.
  if (static_cast<std::size_t>(at) >= data_of(self).size())
    return raise_error(index_error_type, "bytearray index out of range");
  data_of(self)[static_cast<std::size_t>(at)] = byte;
  return {};
}

struct ByteArrayIterator : HeapObject {
  explicit ByteArrayIterator(Object source) noexcept;
  /// Unbound once it's exhausted.
  Object array;
  std::size_t next = 0;
};

Result<bool> next_byte(Object const& self, Object& item) {
  auto iterator = self.as<ByteArrayIterator>();
  if (!iterator->array.bound()) return false;
  std::string const& data = data_of(iterator->array);
  if (iterator->next >= data.size()) {
    iterator->array.reset();
    return false;
  }
  item = Int(std::int64_t{static_cast<std::uint8_t>(data[iterator->next++])});
  return true;
}

extern Type iterator_type;

Result<std::int64_t> count_of_bytes(Object const& array) { return static_cast<std::int64_t>(data_of(array).size()); }
Object empty_tuple() { return make_tuple({}); }

using IteratorMethods = detail::CountingMethods<ByteArrayIterator, &ByteArrayIterator::array, &ByteArrayIterator::next,
                                                count_of_bytes, empty_tuple>;

constinit Type iterator_type(
    "bytearray_iterator", &object_type, sizeof(ByteArrayIterator),
    Slots{.dealloc = detail::dealloc_object<ByteArrayIterator>,
          .iter = detail::iter_self,
          .next = next_byte,
          .members = detail::iterator_members<iterator_type, IteratorMethods::length_hint, IteratorMethods::reduce,
                                              IteratorMethods::set_state>});

ByteArrayIterator::ByteArrayIterator(Object source) noexcept : HeapObject(&iterator_type), array(std::move(source)) {}

Result<Object> iterate_array(Object const& self) { return Object::adopt(new ByteArrayIterator(self)); }

Result<Object> format_array(Object const& left, Object const& right) {
  if (!is_instance(left, bytearray_type)) return NotImplemented;
  return ByteArray::from(
      std::string(PASS(detail::percent_format_bytes(std::string_view(data_of(left)), right)).view()));
}

constexpr char const* parameters[] = {"source", "encoding", "errors"};

/// What `bytearray(...)` begins with. `__bytes__` doesn't count.
Result<std::string> initial_bytes(Object const& source, Object const& encoding, Object const& errors) {
  bool const is_text = source.bound() && is_str(source);
  if (!source.bound() || is_text || encoding.bound() || errors.bound())
    return std::string(PASS(builtins::bytes(source, encoding, errors)).view());
  std::int64_t count = 0;
  if (type_of(source)->slots.index && PASS(detail::byte_count(source, count)))
    return std::string(static_cast<std::size_t>(count), '\0');
  if (detail::has_buffer(source)) return std::string(PASS(detail::packed_buffer_bytes(source)).view());
  if (!type_of(source)->slots.iter && !type_of(source)->slots.get_item)
    return raise_error(type_error_type, "cannot convert '" + detail::type_name(source) + "' object to bytearray");
  return detail::bytes_of_items(source);
}

Result<Object> construct(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(detail::make_native<ByteArrayObject>(type, bytearray_type, std::string()));
}

Result<void> init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  Object arguments[3];
  PASS(detail::constructor_arguments("bytearray", parameters, 0, args, count, names, arguments));
  std::string bytes = PASS(initial_bytes(arguments[0], arguments[1], arguments[2]));
  PASS(check_resizable(array_of(self)));
  data_of(self) = std::move(bytes);
  return {};
}

char const* item_format(HeapObject const*) noexcept { return "B"; }

constexpr Slots bytearray_slots() {
  Slots slots;
  slots.dealloc = detail::dealloc_native<ByteArrayObject, bytearray_type>;
  slots.repr = repr;
  slots.hash = detail::unhashable;
  slots.truth = truth;
  slots.length = length;
  slots.compare = compare;
  slots.binary[static_cast<std::size_t>(BinaryOp::Add)] = add;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Add)] = add_in_place;
  slots.binary[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply_in_place;
  slots.binary[static_cast<std::size_t>(BinaryOp::Modulo)] = format_array;
  slots.get_item = get_item;
  slots.set_item = set_item;
  slots.contains = contains;
  slots.iter = iterate_array;
  slots.construct = construct;
  slots.init = init;
  slots.item_format = item_format;
  slots.members = members<bytearray_type>;
  return slots;
}

}  // namespace

constinit Type bytearray_type("bytearray", &object_type, sizeof(ByteArrayObject), bytearray_slots(), "builtins",
                              /*python_may_derive=*/true);

Result<ByteArray> builtins::bytearray(Object const& source, Object const& encoding, Object const& errors) {
  return ByteArray::from(PASS(initial_bytes(source, encoding, errors)));
}

}  // namespace aiocc
