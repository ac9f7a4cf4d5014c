// int.to_bytes and int.from_bytes.
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"
#include "big_int.hpp"
#include "convert_arguments.hpp"

namespace aiocc {

using detail::BigView;
using detail::make_int;
using detail::Scratch;

namespace {

/// Whether the byte order is little-endian.
Result<bool> is_little(Object const& order, std::string_view function) {
  Str name = PASS(detail::str_argument(order, function, "'byteorder'"));
  if (name.equals("little")) return true;
  if (name.equals("big")) return false;
  return raise_error(value_error_type, "byteorder must be either 'little' or 'big'");
}

}  // namespace

Result<Bytes> Int::to_bytes(Object const& length, Object const& byteorder, Object const& is_signed) const {
  Int wanted = PASS(operators::index(length));
  bool little = PASS(is_little(byteorder, "to_bytes"));
  bool twos_complement = PASS(operators::truth(is_signed));
  if (wanted < Int(0)) return raise_error(value_error_type, "length argument must be non-negative");
  if (!wanted.is_small_int()) return raise_error(overflow_error_type, "Python int too large to convert to C ssize_t");
  bool negative = sign() < 0;
  if (negative && !twos_complement) return raise_error(overflow_error_type, "can't convert negative int to unsigned");
  auto size = static_cast<std::size_t>(wanted.small());
  // The magnitude that takes as many bits as the two's complement does, less its sign bit.
  Int magnitude = negative ? ~*this : *this;
  auto bits = static_cast<std::size_t>(magnitude.bit_length().small()) + (twos_complement && *this != Int(0));
  if (bits > size * 8) return raise_error(overflow_error_type, "int too big to convert");
  Bytes result = Bytes::allocate(wanted.small());
  char* data = result.object()->data();
  std::memset(data, negative ? 0xFF : 0, size);
  std::string written((bits + 7) / 8 + 8, '\0');
  std::size_t count = 0;
  mpz_export(written.data(), &count, -1, 1, 0, 0, BigView(magnitude));
  for (std::size_t i = 0; i < count; ++i) {
    char byte = negative ? static_cast<char>(~written[i]) : written[i];
    data[little ? i : size - 1 - i] = byte;
  }
  return result;
}

Result<Int> Int::from_bytes(Object const& bytes, Object const& byteorder, Object const& is_signed) {
  bool little = PASS(is_little(byteorder, "from_bytes"));
  bool twos_complement = PASS(operators::truth(is_signed));
  Bytes data = PASS(detail::bytes_from(bytes));
  std::string_view view = data.view();
  if (view.empty()) return Int(0);
  Scratch result;
  mpz_import(result, view.size(), little ? -1 : 1, 1, 0, 0, view.data());
  auto top = static_cast<unsigned char>(little ? view.back() : view.front());
  if (twos_complement && (top & 0x80)) {
    Scratch range;
    mpz_setbit(range, view.size() * 8);
    mpz_sub(result, result, range);
  }
  return make_int(result);
}

}  // namespace aiocc
