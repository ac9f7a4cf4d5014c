// Making, joining and subscripting bytes, and what the constructor accepts.
#include "aiocc/objects/bytes.hpp"

#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/slice.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "bytearray.hpp"
#include "codecs.hpp"
#include "convert_arguments.hpp"
#include "hash_bytes.hpp"
#include "held_bytes.hpp"
#include "sequence.hpp"

namespace aiocc {

Bytes Bytes::allocate(std::int64_t length) noexcept {
  void* memory = detail::allocate_memory(sizeof(BytesObject) + static_cast<std::size_t>(length) + 1);
  auto* bytes = ::new (memory) BytesObject(1, length);
  bytes->data()[length] = '\0';
  return adopt(bytes);
}

Bytes Bytes::from(std::string_view data) noexcept {
  if (data.empty()) return ""_b;
  Bytes result = allocate(static_cast<std::int64_t>(data.size()));
  std::memcpy(result.object()->data(), data.data(), data.size());
  return result;
}

std::int64_t Bytes::hash() const noexcept {
  BytesObject const* bytes = object();
  if (!bytes->hash) bytes->hash = detail::hash_bytes(bytes->data(), static_cast<std::size_t>(bytes->length));
  return bytes->hash;
}

Bytes operator+(Bytes const& left, Bytes const& right) noexcept {
  if (left.length() == 0) return right;
  if (right.length() == 0) return left;
  Bytes result = Bytes::allocate(left.length() + right.length());
  std::memcpy(result.object()->data(), left.object()->data(), static_cast<std::size_t>(left.length()));
  std::memcpy(result.object()->data() + left.length(), right.object()->data(),
              static_cast<std::size_t>(right.length()));
  return result;
}

Result<Bytes> repeat(Bytes const& bytes, Int const& count) {
  std::int64_t const times = PASS(detail::repeat_count(count));
  if (times == 0 || bytes.length() == 0) return ""_b;
  if (times == 1) return bytes;
  std::int64_t length;
  if (__builtin_mul_overflow(bytes.length(), times, &length))
    return raise_error(overflow_error_type, "repeated bytes are too long");
  if (length > (std::int64_t{1} << 46)) return raise_error(memory_error_type, "");
  Bytes result = Bytes::allocate(length);
  std::size_t const once = static_cast<std::size_t>(bytes.length());
  std::memcpy(result.object()->data(), bytes.object()->data(), once);
  detail::fill_with_copies(result.object()->data(), once, static_cast<std::size_t>(length));
  return result;
}

namespace {

Bytes slice_of(Bytes const& bytes, SliceBounds const& bounds) {
  if (bounds.step == 1) {
    if (bounds.count == bytes.length()) return bytes;
    return Bytes::from(
        bytes.view().substr(static_cast<std::size_t>(bounds.start), static_cast<std::size_t>(bounds.count)));
  }
  Bytes result = Bytes::allocate(bounds.count);
  for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step)
    result.object()->data()[i] = bytes.object()->data()[at];
  return result;
}

}  // namespace

Result<Int> Bytes::get_item(Int const& index) const {
  if (!index.is_small_int()) [[unlikely]] {
    std::int64_t far;
    return raise_error(index_error_type,
                       index.to_int64(far) ? "index out of range" : "cannot fit 'int' into an index-sized integer");
  }
  std::int64_t at = index.small();
  if (at < 0) at += length();
  if (static_cast<std::uint64_t>(at) >= static_cast<std::uint64_t>(length()))
    return raise_error(index_error_type, "index out of range");
  return Int(std::int64_t{(*this)[at]});
}

Result<Object> Bytes::get_item(Object const& index) const {
  if (type_of(index) == &slice_type) return slice_of(*this, PASS(slice_bounds(index, length())));
  if (!detail::has_index(index))
    return raise_error(type_error_type, "byte indices must be integers or slices, not " + detail::type_name(index));
  return PASS(get_item(PASS(operators::index(index))));
}

Result<Bytes> Bytes::slice(Object const& start, Object const& stop, Object const& step) const {
  return slice_of(*this, PASS(slice_bounds(start, stop, step, length())));
}

Result<Str> Bytes::decode(Object const& encoding, Object const& errors) const {
  Str codec = PASS(detail::str_argument(encoding, "decode", "'encoding'"));
  Str handler = PASS(detail::str_argument(errors, "decode", "'errors'"));
  return detail::decode(view(), codec, handler);
}
Result<Str> Bytes::decode() const { return detail::decode_utf8(view(), "strict"_s); }

namespace detail {

Result<bool> bytes_by_method(Object const& value, Bytes& bytes) {
  Object result;
  if (!type_of(value)->is_user_class || !PASS(operators::call_special(value, "__bytes__"_s, result))) return false;
  if (!is_any_bytes(result))
    return raise_error(type_error_type, "__bytes__ returned non-bytes (type " + type_name(result) + ")");
  bytes = word_cast<Bytes>(std::move(result));
  return true;
}

Result<bool> byte_count(Object const& value, std::int64_t& count) {
  Result<Int> found = operators::index(value);
  if (!found) {
    if (!error_is(type_error_type)) return raised;
    (void)take_error();
    return false;
  }
  Int const number = std::move(found).value();
  if (!number.is_small_int())
    return raise_error(overflow_error_type, "cannot fit '" + type_name(value) + "' into an index-sized integer");
  count = number.small();
  if (count < 0) return raise_error(value_error_type, "negative count");
  return true;
}

Result<Bytes> bytes_from(Object const& value) {
  Bytes own;
  if (PASS(bytes_by_method(value, own))) return own;
  if (has_buffer(value)) return packed_buffer_bytes(value);
  if (is_any_str(value) || !(type_of(value)->slots.iter || type_of(value)->slots.get_item))
    return raise_error(type_error_type, "cannot convert '" + type_name(value) + "' object to bytes");
  std::string collected;
  PASS(for_each(value, [&](Object const& item) -> Result<bool> {
    Int byte = PASS(operators::index(item));
    if (byte < Int(0) || byte > Int(255)) return raise_error(value_error_type, "bytes must be in range(0, 256)");
    collected += static_cast<char>(byte.small());
    return true;
  }));
  return Bytes::from(collected);
}

}  // namespace detail

namespace builtins {

Result<Bytes> bytes(Object const& source, Object const& encoding, Object const& errors) {
  if (!encoding.bound() && errors.bound() && source.bound() && is_any_str(source))
    return raise_error(type_error_type, "string argument without an encoding");
  if (encoding.bound() || errors.bound()) {
    Str codec = encoding.bound() ? PASS(aiocc::detail::str_argument(encoding, "bytes", "'encoding'")) : "utf-8"_s;
    Str handler = errors.bound() ? PASS(aiocc::detail::str_argument(errors, "bytes", "'errors'")) : "strict"_s;
    if (source.bound() && is_any_str(source))
      return aiocc::detail::encode(static_cast<Str const&>(source), codec, handler);
    return raise_error(type_error_type,
                       encoding.bound() ? "encoding without a string argument" : "errors without a string argument");
  }
  if (!source.bound()) return ""_b;
  Bytes own;
  if (PASS(aiocc::detail::bytes_by_method(source, own))) return own;
  if (is_any_str(source)) return raise_error(type_error_type, "string argument without an encoding");
  if (!type_of(source)->slots.index) return aiocc::detail::bytes_from(source);
  std::int64_t count = 0;
  if (!PASS(aiocc::detail::byte_count(source, count))) return aiocc::detail::bytes_from(source);
  Bytes result = Bytes::allocate(count);
  std::memset(result.object()->data(), 0, static_cast<std::size_t>(count));
  return result;
}

}  // namespace builtins

}  // namespace aiocc
