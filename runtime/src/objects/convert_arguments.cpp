// What method bodies make of their arguments, with CPython's TypeErrors.
#include "convert_arguments.hpp"

#include "aiocc/objects/buffer.hpp"

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::detail {

Result<Str> str_argument(Object const& value, std::string_view function, std::string_view which) {
  if (is_any_str(value)) return word_cast<Str>(value);
  return raise_error(type_error_type, std::string(function) + "() argument " +
                                          (which.empty() ? "" : std::string(which) + " ") + "must be str, not " +
                                          (value.is(None) ? "None" : type_name(value)));
}

Result<std::int64_t> index_argument(Object const& value) {
  if (value.is_small_int()) return value.small();
  return PASS(operators::index(value)).clamped();
}

Result<std::int64_t> ssize_argument(Object const& value) {
  Int number = PASS(operators::index(value));
  std::int64_t result;
  if (!number.to_int64(result)) return raise_error(overflow_error_type, "Python int too large to convert to C ssize_t");
  return result;
}

Result<void> range_arguments(Object const& start, Object const& stop, std::int64_t length, std::int64_t& first,
                             std::int64_t& last) {
  auto bound = [&](Object const& given, std::int64_t fallback, std::int64_t& result) -> Result<void> {
    if (!given.bound() || given.is(None)) {
      result = fallback;
      return {};
    }
    if (!given.is_small_int() && !type_of(given)->slots.index)
      return raise_error(type_error_type, "slice indices must be integers or None or have an __index__ method");
    result = PASS(index_argument(given));
    if (result < 0) result = std::max<std::int64_t>(result + length, 0);
    return {};
  };
  PASS(bound(start, 0, first));
  PASS(bound(stop, length, last));
  last = std::min(last, length);
  return {};
}

Result<Bytes> bytes_like(Object const& value) { return buffer_bytes(value); }

}  // namespace aiocc::detail
