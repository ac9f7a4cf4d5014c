// What method bodies make of their arguments, with CPython's TypeErrors.
#pragma once

#include <string>
#include <string_view>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::detail {

/// The name of an object's type, as error messages have it.
inline std::string type_name(Object const& object) { return type_of(object)->name; }

/// "FUNCTION() argument WHICH must be str, not TYPE" for anything but a str.
Result<Str> str_argument(Object const& value, std::string_view function, std::string_view which);
/// `operator.index`, clamped to 64 bits.
Result<std::int64_t> index_argument(Object const& value);
/// As above; OverflowError past 64 bits.
Result<std::int64_t> ssize_argument(Object const& value);
/// `[start:stop]` of find, count, startswith: None is left out, negatives count from the end; both are clamped to the length.
Result<void> range_arguments(Object const& start, Object const& stop, std::int64_t length, std::int64_t& first,
                             std::int64_t& last);
/// What `__bytes__` of a user's class gives; false where there is none.
Result<bool> bytes_by_method(Object const& value, Bytes& bytes);
/// What `bytes(value)` accepts but a count and a str: bytes, `__bytes__`, an iterable of ints.
Result<Bytes> bytes_from(Object const& value);
/// A bytes-like object's bytes; TypeError "a bytes-like object is required, not 'TYPE'".
Result<Bytes> bytes_like(Object const& value);

}  // namespace aiocc::detail
