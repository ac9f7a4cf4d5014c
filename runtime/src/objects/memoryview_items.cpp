// The formats of memoryviews' items: those of the module struct, native, one character.
#include <cstring>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/operators.hpp"
#include "memoryview.hpp"
#include "sequence.hpp"

namespace aiocc::detail {
namespace {

char code_of(std::string_view format) noexcept { return format.empty() ? '\0' : format.back(); }

template <class T>
T read(char const* data) noexcept {
  T value;
  std::memcpy(&value, data, sizeof value);
  return value;
}

Raised wrong_value(std::string_view format) {
  return raise_error(value_error_type, "memoryview: invalid value for format '" + std::string(format) + "'");
}
Raised wrong_type(std::string_view format) {
  return raise_error(type_error_type, "memoryview: invalid type for format '" + std::string(format) + "'");
}

template <class T>
Result<void> store_int(std::string_view format, char* data, Object const& value) {
  if (!has_index(value)) return wrong_type(format);
  Int const number = PASS(operators::index(value));
  Int const least(static_cast<std::int64_t>(std::numeric_limits<T>::min()));
  Int const most = sizeof(T) == 8 && std::is_unsigned_v<T>
                       ? PASS(left_shift(Int(1), Int(64))) - Int(1)
                       : Int(static_cast<std::int64_t>(std::numeric_limits<T>::max()));
  if (number < least || number > most) return wrong_value(format);
  std::int64_t word;
  T item;
  if (number.to_int64(word))
    item = static_cast<T>(word);
  else
    // Only for unsigned words: the upper half.
    (number - PASS(left_shift(Int(1), Int(63)))).to_int64(word),
        item = static_cast<T>(static_cast<std::uint64_t>(word) + (std::uint64_t{1} << 63));
  std::memcpy(data, &item, sizeof item);
  return {};
}

template <class T>
Result<void> store_float(std::string_view format, char* data, Object const& value) {
  Type* type = type_of(value);
  if (!value.is_small_int() && !type->slots.to_float && !type->slots.index) return wrong_type(format);
  auto const item = static_cast<T>(PASS(operators::to_float(value)));
  std::memcpy(data, &item, sizeof item);
  return {};
}

Object unsigned_word(std::uint64_t value) {
  if (value >> 62 == 0) return Int(static_cast<std::int64_t>(value));
  // Halves that fit.
  return Int(static_cast<std::int64_t>(value >> 32)) * Int(std::int64_t{1} << 32) +
         Int(static_cast<std::int64_t>(value & 0xffff'ffff));
}

}  // namespace

std::int64_t format_size(std::string_view format) noexcept {
  if (format.size() == 2 && format[0] == '@') format.remove_prefix(1);
  if (format.size() != 1) return 0;
  switch (format[0]) {
    case 'c':
    case 'b':
    case 'B':
    case '?': return 1;
    case 'h':
    case 'H': return sizeof(short);
    case 'i':
    case 'I': return sizeof(int);
    case 'l':
    case 'L': return sizeof(long);
    case 'q':
    case 'Q': return sizeof(long long);
    case 'n':
    case 'N': return sizeof(std::size_t);
    case 'e': return 2;
    case 'f': return sizeof(float);
    case 'd': return sizeof(double);
    case 'P': return sizeof(void*);
    default: return 0;
  }
}

Object load_item(std::string_view format, char const* data) {
  switch (code_of(format)) {
    case 'c': return Bytes::from({data, 1});
    case 'b': return Int(std::int64_t{read<std::int8_t>(data)});
    case 'B': return Int(std::int64_t{read<std::uint8_t>(data)});
    case '?': return box(*data != 0);
    case 'h': return Int(std::int64_t{read<std::int16_t>(data)});
    case 'H': return Int(std::int64_t{read<std::uint16_t>(data)});
    case 'i': return Int(std::int64_t{read<std::int32_t>(data)});
    case 'I': return Int(std::int64_t{read<std::uint32_t>(data)});
    case 'l':
    case 'q':
    case 'n': {
      auto const value = read<std::int64_t>(data);
      return Int(value >> 32) * Int(std::int64_t{1} << 32) + Int(value & 0xffff'ffff);
    }
    case 'e': return box(static_cast<double>(read<_Float16>(data)));
    case 'f': return box(static_cast<double>(read<float>(data)));
    case 'd': return box(read<double>(data));
    default: return unsigned_word(read<std::uint64_t>(data));
  }
}

Result<void> store_item(std::string_view format, char* data, Object const& value) {
  switch (code_of(format)) {
    case 'c': {
      if (!is_bytes(value)) return wrong_type(format);
      if (static_cast<Bytes const&>(value).length() != 1) return wrong_value(format);
      *data = static_cast<Bytes const&>(value).view()[0];
      return {};
    }
    case 'b': return store_int<std::int8_t>(format, data, value);
    case 'B': return store_int<std::uint8_t>(format, data, value);
    case '?': *data = PASS(operators::truth(value)); return {};
    case 'h': return store_int<std::int16_t>(format, data, value);
    case 'H': return store_int<std::uint16_t>(format, data, value);
    case 'i': return store_int<std::int32_t>(format, data, value);
    case 'I': return store_int<std::uint32_t>(format, data, value);
    case 'l':
    case 'q':
    case 'n': return store_int<std::int64_t>(format, data, value);
    case 'e': return store_float<_Float16>(format, data, value);
    case 'f': return store_float<float>(format, data, value);
    case 'd': return store_float<double>(format, data, value);
    default: return store_int<std::uint64_t>(format, data, value);
  }
}

}  // namespace aiocc::detail
