// Format strings of the module struct, and the values that they describe.
#pragma once

#include <string>
#include <vector>

#include "aiocc/stdlib/struct.hpp"

namespace aiocc::struct_ {

/// One code of a format with its repeat count.
struct Field {
  char code;
  /// Values; of `s` and `p` the bytes of the one value, of `x` the bytes to leave.
  std::size_t count;
  /// Where the first value begins.
  std::size_t offset;
  /// Bytes of a value.
  std::size_t size;
};

struct Format {
  std::string text;
  std::vector<Field> fields;
  std::size_t size = 0;
  /// Values that `pack` takes and `unpack` gives.
  std::size_t values = 0;
  bool big_endian = false;
  /// Sizes and alignment of the machine (`@`).
  bool native = true;
};

/// A str or bytes, parsed. Errors are struct.error.
Result<Format> parse_format(Object const& format);

/// The values of `args` into `target`, which holds format.size zero bytes.
Result<void> pack_values(Format const& format, Arguments args, char* target);
/// The values of format.size bytes, as a tuple.
Object unpack_values(Format const& format, char const* source);

AIOCC_COLD Raised raise_struct_error(std::string_view message);

}  // namespace aiocc::struct_
