// bytearray's methods: those that change it, and those of bytes.
#include "aiocc/objects/bytearray.hpp"

#include <algorithm>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"
#include "byte_transforms.hpp"
#include "bytearray.hpp"
#include "convert_arguments.hpp"
#include "held_bytes.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace detail {

Result<void> check_resizable(ByteArray const& array) {
  if (array.as<ByteArrayObject>()->exports == 0) return {};
  return raise_error(buffer_error_type, "Existing exports of data: object cannot be re-sized");
}

Result<char> byte_argument(Object const& value) {
  Int const byte = PASS(operators::index(value));
  if (byte < Int(0) || byte > Int(255)) return raise_error(value_error_type, "byte must be in range(0, 256)");
  return static_cast<char>(byte.small());
}

Result<std::string> bytes_of_items(Object const& items) {
  std::string collected;
  PASS(for_each(items, [&](Object const& item) -> Result<bool> {
    collected += PASS(byte_argument(item));
    return true;
  }));
  return collected;
}

}  // namespace detail

using detail::byte_argument;
using detail::check_resizable;
using detail::without_buffer;

namespace {

ByteArray array_of(Bytes const& bytes) { return ByteArray::from(std::string(bytes.view())); }

List<ByteArray> arrays_of(List<Bytes> const& parts) {
  List<ByteArray> result = List<ByteArray>::of();
  for (Object const& part : parts.words()) result.append(array_of(word_cast<Bytes>(part)));
  return result;
}

Tuple<ByteArray, ByteArray, ByteArray> arrays_of(Tuple<Bytes, Bytes, Bytes> const& parts) {
  auto const words = parts.object()->words();
  auto array = [&](std::size_t place) { return array_of(word_cast<Bytes>(words[place])); };
  return Tuple<ByteArray, ByteArray, ByteArray>::of(array(0), array(1), array(2));
}

/// Arguments of `startswith` may be tuples.
Result<Object> parts_argument(Object const& parts) {
  if (!is_instance(parts, tuple_type)) return without_buffer(parts);
  std::vector<Object> items;
  for (Object const& part : parts.as<TupleObject>()->words()) items.push_back(PASS(without_buffer(part)));
  return aiocc::make_tuple(items);
}

}  // namespace

Result<void> ByteArray::append(Object const& item) const {
  char const byte = PASS(byte_argument(item));
  PASS(check_resizable(*this));
  data() += byte;
  return {};
}

Result<void> ByteArray::extend(Object const& items) const {
  if (detail::has_buffer(items)) {
    if (!detail::has_plain_buffer(items))
      return raise_error(type_error_type, "can't set bytearray slice from " + detail::type_name(items));
    Bytes const added = PASS(detail::buffer_bytes(items));
    PASS(check_resizable(*this));
    data() += added.view();
    return {};
  }
  if (is_str(items)) return raise_error(type_error_type, "expected iterable of integers; got: 'str'");
  if (!type_of(items)->slots.iter && !type_of(items)->slots.get_item)
    return raise_error(type_error_type, "can't extend bytearray with " + detail::type_name(items));
  std::string const added = PASS(detail::bytes_of_items(items));
  PASS(check_resizable(*this));
  data() += added;
  return {};
}

Result<void> ByteArray::insert(Object const& index, Object const& item) const {
  std::int64_t at = PASS(detail::index_argument(index));
  char const byte = PASS(byte_argument(item));
  PASS(check_resizable(*this));
  auto const size = static_cast<std::int64_t>(data().size());
  if (at < 0) at += size;
  data().insert(static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, size)), 1, byte);
  return {};
}

Result<Int> ByteArray::pop(Object const& index) const {
  std::int64_t at = PASS(detail::index_argument(index));
  if (data().empty()) return raise_error(index_error_type, "pop from empty bytearray");
  if (!detail::wrap_position(at, data().size())) return raise_error(index_error_type, "pop index out of range");
  PASS(check_resizable(*this));
  auto const byte = static_cast<std::uint8_t>(data()[static_cast<std::size_t>(at)]);
  data().erase(static_cast<std::size_t>(at), 1);
  return Int(std::int64_t{byte});
}

Result<void> ByteArray::remove(Object const& value) const {
  char const byte = PASS(byte_argument(value));
  std::size_t const at = data().find(byte);
  if (at == std::string::npos) return raise_error(value_error_type, "value not found in bytearray");
  PASS(check_resizable(*this));
  data().erase(at, 1);
  return {};
}

Result<void> ByteArray::clear() const {
  PASS(check_resizable(*this));
  data().clear();
  return {};
}

void ByteArray::reverse() const noexcept { std::reverse(data().begin(), data().end()); }

Result<ByteArray> ByteArray::fromhex(Object const& text) { return array_of(PASS(Bytes::fromhex(text))); }
Result<Bytes> ByteArray::maketrans(Object const& from, Object const& to) { return detail::translation_table(from, to); }
Result<ByteArray> ByteArray::translate(Object const& table, Object const& deleted) const {
  return from(PASS(detail::translated(data(), table, deleted)));
}

Result<ByteArray> ByteArray::join(Object const& parts) const {
  std::string joined;
  std::int64_t count = 0;
  PASS(detail::for_each(parts, [&](Object const& part) -> Result<bool> {
    if (!detail::has_plain_buffer(part))
      return raise_error(type_error_type, "sequence item " + std::to_string(count) +
                                              ": expected a bytes-like object, " + detail::type_name(part) + " found");
    if (count++ > 0) joined += data();
    joined += PASS(detail::buffer_bytes(part)).view();
    return true;
  }));
  return from(std::move(joined));
}

#define AIOCC_SEARCH(type, name)                                                                  \
  Result<type> ByteArray::name(Object const& sub, Object const& start, Object const& end) const { \
    return bytes().name(PASS(without_buffer(sub)), start, end);                                   \
  }
AIOCC_SEARCH(Int, find)
AIOCC_SEARCH(Int, rfind)
AIOCC_SEARCH(Int, index)
AIOCC_SEARCH(Int, rindex)
AIOCC_SEARCH(Int, count)
#undef AIOCC_SEARCH

Result<bool> ByteArray::startswith(Object const& prefix, Object const& start, Object const& end) const {
  return bytes().startswith(PASS(parts_argument(prefix)), start, end);
}
Result<bool> ByteArray::endswith(Object const& suffix, Object const& start, Object const& end) const {
  return bytes().endswith(PASS(parts_argument(suffix)), start, end);
}

Result<List<ByteArray>> ByteArray::split(Object const& sep, Object const& maxsplit) const {
  return arrays_of(PASS(bytes().split(PASS(without_buffer(sep)), maxsplit)));
}
Result<List<ByteArray>> ByteArray::rsplit(Object const& sep, Object const& maxsplit) const {
  return arrays_of(PASS(bytes().rsplit(PASS(without_buffer(sep)), maxsplit)));
}
Result<List<ByteArray>> ByteArray::splitlines(Object const& keepends) const {
  return arrays_of(PASS(bytes().splitlines(keepends)));
}
Result<Tuple<ByteArray, ByteArray, ByteArray>> ByteArray::partition(Object const& sep) const {
  return arrays_of(PASS(bytes().partition(PASS(without_buffer(sep)))));
}
Result<Tuple<ByteArray, ByteArray, ByteArray>> ByteArray::rpartition(Object const& sep) const {
  return arrays_of(PASS(bytes().rpartition(PASS(without_buffer(sep)))));
}
Result<ByteArray> ByteArray::replace(Object const& old_bytes, Object const& new_bytes, Object const& count) const {
  return array_of(PASS(bytes().replace(PASS(without_buffer(old_bytes)), PASS(without_buffer(new_bytes)), count)));
}

#define AIOCC_OF_BYTES(name)                                          \
  Result<ByteArray> ByteArray::name(Object const& other) const {      \
    return array_of(PASS(bytes().name(PASS(without_buffer(other))))); \
  }
AIOCC_OF_BYTES(strip)
AIOCC_OF_BYTES(lstrip)
AIOCC_OF_BYTES(rstrip)
AIOCC_OF_BYTES(removeprefix)
AIOCC_OF_BYTES(removesuffix)
AIOCC_OF_BYTES(zfill)
#undef AIOCC_OF_BYTES

#define AIOCC_PADDING(name)                                                          \
  Result<ByteArray> ByteArray::name(Object const& width, Object const& fill) const { \
    return array_of(PASS(bytes().name(width, PASS(without_buffer(fill)))));          \
  }
AIOCC_PADDING(center)
AIOCC_PADDING(ljust)
AIOCC_PADDING(rjust)
#undef AIOCC_PADDING

Result<ByteArray> ByteArray::expandtabs(Object const& tabsize) const {
  return from(detail::tabs_expanded(data(), PASS(detail::ssize_argument(tabsize))));
}
ByteArray ByteArray::upper() const { return array_of(bytes().upper()); }
ByteArray ByteArray::lower() const { return array_of(bytes().lower()); }
ByteArray ByteArray::capitalize() const { return from(detail::capitalized(data())); }
ByteArray ByteArray::swapcase() const { return from(detail::case_swapped(data())); }
ByteArray ByteArray::title() const { return from(detail::titled(data())); }
bool ByteArray::istitle() const noexcept { return detail::is_titled(data()); }

}  // namespace aiocc
