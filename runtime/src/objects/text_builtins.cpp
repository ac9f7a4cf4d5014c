// The builtins of text: repr, str, ascii, format, chr, ord.
#include "aiocc/objects/text_builtins.hpp"
#include "aiocc/objects/buffer.hpp"

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"
#include "codecs.hpp"
#include "convert_arguments.hpp"
#include "held_bytes.hpp"

namespace aiocc::builtins {

using aiocc::detail::type_name;

Result<Str> repr(Object const& value) { return operators::repr(value); }

Result<Str> str(Object const& value, Object const& encoding, Object const& errors) {
  if (!value.bound()) return Str::empty();
  if (!encoding.bound() && !errors.bound()) return operators::str(value);
  if (is_any_str(value)) return raise_error(type_error_type, "decoding str is not supported");
  if (!aiocc::detail::has_plain_buffer(value))
    return raise_error(type_error_type, "decoding to str: need a bytes-like object, " + type_name(value) + " found");
  Str codec = encoding.bound() ? PASS(aiocc::detail::str_argument(encoding, "str", "'encoding'")) : "utf-8"_s;
  Str handler = errors.bound() ? PASS(aiocc::detail::str_argument(errors, "str", "'errors'")) : "strict"_s;
  return aiocc::detail::decode(PASS(aiocc::detail::buffer_bytes(value)).view(), codec, handler);
}

Result<Str> ascii(Object const& value) { return escape_non_ascii(PASS(operators::repr(value))); }

Result<Str> format(Object const& value, Object const& spec) {
  return format_object(value, PASS(aiocc::detail::str_argument(spec, "format", "2")));
}

Result<Str> chr(Int const& code) {
  if (code < Int(0) || code > Int(0x10FFFF)) return raise_error(value_error_type, "chr() arg not in range(0x110000)");
  return Str::from_code_point(static_cast<char32_t>(code.small()));
}
Result<Str> chr(Object const& code) { return chr(PASS(operators::index(code))); }

namespace {

Raised not_one_character(std::int64_t length) {
  return raise_error(type_error_type,
                     "ord() expected a character, but string of length " + std::to_string(length) + " found");
}

}  // namespace

Result<Int> ord(Str const& character) {
  if (character.length() != 1) return not_one_character(character.length());
  return Int(static_cast<std::int64_t>(character[0]));
}

Result<Int> ord(Object const& character) {
  if (is_any_str(character)) return ord(static_cast<Str const&>(character));
  if (!is_any_bytes(character) && !is_instance(character, bytearray_type))
    return raise_error(type_error_type, "ord() expected string of length 1, but " + type_name(character) + " found");
  Bytes const bytes = PASS(aiocc::detail::bytes_like(character));
  if (bytes.length() != 1) return not_one_character(bytes.length());
  return Int(std::int64_t{bytes[0]});
}

}  // namespace aiocc::builtins
