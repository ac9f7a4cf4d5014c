// struct: from values to bytes and back.
#include <bit>
#include <cmath>
#include <cstring>

#include "../objects/big_int.hpp"
#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/operators.hpp"
#include "struct_format.hpp"

namespace aiocc::struct_ {

namespace {

bool is_signed(char code) noexcept { return std::strchr("bhilqn", code) != nullptr; }

void store(char* target, std::uint64_t bits, std::size_t size, bool big_endian) noexcept {
  for (std::size_t i = 0; i < size; ++i) target[big_endian ? size - 1 - i : i] = static_cast<char>(bits >> (8 * i));
}

std::uint64_t load(char const* source, std::size_t size, bool big_endian) noexcept {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < size; ++i)
    bits |= std::uint64_t{static_cast<unsigned char>(source[big_endian ? size - 1 - i : i])} << (8 * i);
  return bits;
}

/// Half precision from the bits of a finite double's float, rounded to even (IEEE 754).
bool to_half(double value, std::uint16_t& half) noexcept {
  auto const sign = static_cast<std::uint16_t>(std::signbit(value) ? 0x8000 : 0);
  if (std::isnan(value) || std::isinf(value)) {
    half = static_cast<std::uint16_t>(sign | (std::isnan(value) ? 0x7e00 : 0x7c00));
    return true;
  }
  double const absolute = std::fabs(value);
  if (absolute < 6.103515625e-05) {
    // Subnormal: multiples of 2**-24.
    half = static_cast<std::uint16_t>(sign + static_cast<std::uint16_t>(std::nearbyint(absolute * 16777216.0)));
    return true;
  }
  int exponent;
  double const mantissa = std::frexp(absolute, &exponent);
  auto bits = static_cast<std::uint32_t>(std::nearbyint((mantissa * 2 - 1) * 1024));
  bits += static_cast<std::uint32_t>(exponent - 1 + 15) << 10;
  if (bits >= 0x7c00) return false;
  half = static_cast<std::uint16_t>(sign | bits);
  return true;
}

double from_half(std::uint16_t half) noexcept {
  int const exponent = half >> 10 & 31;
  double const fraction = half & 1023;
  double value = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(fraction + 1024, exponent - 25);
  if (exponent == 31) value = fraction == 0 ? INFINITY : NAN;
  return half & 0x8000 ? -value : value;
}

Raised out_of_range(char code, std::size_t size) {
  std::string range = "0 <= number <= " + std::to_string(size == 8 ? UINT64_MAX : (std::uint64_t{1} << 8 * size) - 1);
  if (is_signed(code)) {
    std::int64_t const most = size == 8 ? INT64_MAX : (std::int64_t{1} << (8 * size - 1)) - 1;
    range = std::to_string(-most - 1) + " <= number <= " + std::to_string(most);
  }
  return raise_struct_error(std::string("'") + code + "' format requires " + range);
}

/// The low 64 bits of an int in two's complement; false if it isn't in the range of the code.
bool bits_of(Int const& value, char code, std::size_t size, std::uint64_t& bits) noexcept {
  aiocc::detail::BigView view(value);
  auto const width = static_cast<int>(8 * size);
  if (is_signed(code)) {
    if (!mpz_fits_slong_p(view)) return false;
    std::int64_t const whole = mpz_get_si(view);
    bits = static_cast<std::uint64_t>(whole);
    return size == 8 || (whole >= -(std::int64_t{1} << (width - 1)) && whole < std::int64_t{1} << (width - 1));
  }
  if (view.sign() < 0 || !mpz_fits_ulong_p(view)) return false;
  bits = mpz_get_ui(view);
  return size == 8 || bits >> width == 0;
}

Result<void> pack_int(Format const& format, Field const& field, Object const& value, char* target) {
  Object number = value;
  if (!is_instance(value, int_type)) {
    Result<Int> index = operators::index(value);
    if (!index) {
      if (!error_is(type_error_type)) return raised;
      (void)take_error();
      return raise_struct_error("required argument is not an integer");
    }
    number = index.value();
  }
  std::uint64_t bits = 0;
  if (!bits_of(word_cast<Int>(PASS(operators::index(number))), field.code, field.size, bits))
    return out_of_range(field.code, field.size);
  store(target, bits, field.size, format.big_endian);
  return {};
}

Result<void> pack_float(Format const& format, Field const& field, Object const& value, char* target) {
  Result<double> number = operators::to_float(value);
  if (is_str(value) || !number) {
    bool const overflowed = !number && error_is(overflow_error_type);
    if (!number) (void)take_error();
    return raise_struct_error(overflowed ? "int too large to convert" : "required argument is not a float");
  }
  std::uint64_t bits = aiocc::detail::bits_without_identity(number.value());
  double const x = std::bit_cast<double>(bits);
  if (field.code == 'e') {
    std::uint16_t half;
    if (!to_half(x, half))
      return is_float(value) ? raise_error(overflow_error_type, "float too large to pack with e format")
                             : raise_struct_error("int too large to convert");
    bits = half;
  } else if (field.code == 'f') {
    auto const narrow = static_cast<float>(x);
    if (std::isinf(narrow) && std::isfinite(x) && !format.native)
      return raise_error(overflow_error_type, "float too large to pack with f format");
    bits = std::bit_cast<std::uint32_t>(narrow);
  }
  store(target, bits, field.size, format.big_endian);
  return {};
}

Result<void> pack_text(Field const& field, Object const& value, char* target) {
  if (!is_bytes(value))
    return raise_struct_error(std::string("argument for '") + field.code + "' must be a bytes object");
  std::string_view const text = static_cast<Bytes const&>(value).view();
  if (field.count == 0) return {};
  if (field.code == 's') {
    std::memcpy(target, text.data(), std::min(text.size(), field.count));
    return {};
  }
  // Pascal's: the length in the first byte.
  std::size_t const length = std::min(text.size(), field.count - 1);
  *target = static_cast<char>(std::min<std::size_t>(length, 255));
  std::memcpy(target + 1, text.data(), length);
  return {};
}

Result<void> pack_value(Format const& format, Field const& field, Object const& value, char* target) {
  switch (field.code) {
    case 'c': {
      if (!is_bytes(value) || static_cast<Bytes const&>(value).length() != 1)
        return raise_struct_error("char format requires a bytes object of length 1");
      *target = static_cast<Bytes const&>(value).view()[0];
      return {};
    }
    case '?': *target = PASS(operators::truth(value)); return {};
    case 'e':
    case 'f':
    case 'd': return pack_float(format, field, value, target);
    case 's':
    case 'p': return pack_text(field, value, target);
    case 'P': {
      // Addresses wrap around.
      bool const negative = is_instance(value, int_type) && PASS(operators::test_less(value, Int(0)));
      return pack_int(format, {negative ? 'q' : 'Q', field.count, field.offset, field.size}, value, target);
    }
    default: return pack_int(format, field, value, target);
  }
}

Object unpack_value(Format const& format, Field const& field, char const* source) {
  std::uint64_t const bits = field.size <= 8 ? load(source, field.size, format.big_endian) : 0;
  switch (field.code) {
    case 'c': return Bytes::from({source, 1});
    case '?': return box(*source != 0);
    case 'e': return box(from_half(static_cast<std::uint16_t>(bits)));
    case 'f': return box(static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits))));
    case 'd': return box(std::bit_cast<double>(bits));
    case 's': return Bytes::from({source, field.count});
    case 'p': {
      if (field.count == 0) return Bytes::from({});
      std::size_t const length = std::min<std::size_t>(static_cast<unsigned char>(*source), field.count - 1);
      return Bytes::from({source + 1, length});
    }
    default: break;
  }
  if (!is_signed(field.code)) return Int::from_unsigned(bits);
  auto const shift = static_cast<int>(64 - 8 * field.size);
  return Int(static_cast<std::int64_t>(bits << shift) >> shift);
}

bool is_text(char code) noexcept { return code == 's' || code == 'p'; }

}  // namespace

Result<void> pack_values(Format const& format, Arguments args, char* target) {
  std::size_t next = 0;
  for (Field const& field : format.fields) {
    if (field.code == 'x') continue;
    std::size_t const values = is_text(field.code) ? 1 : field.count;
    for (std::size_t i = 0; i < values; ++i)
      PASS(pack_value(format, field, args[next++], target + field.offset + i * field.size));
  }
  return {};
}

Object unpack_values(Format const& format, char const* source) {
  auto tuple = make_tuple_object(format.values);
  std::size_t next = 0;
  for (Field const& field : format.fields) {
    if (field.code == 'x') continue;
    std::size_t const values = is_text(field.code) ? 1 : field.count;
    for (std::size_t i = 0; i < values; ++i)
      tuple->items()[next++] = unpack_value(format, field, source + field.offset + i * field.size);
  }
  return Object::adopt(tuple);
}

}  // namespace aiocc::struct_
