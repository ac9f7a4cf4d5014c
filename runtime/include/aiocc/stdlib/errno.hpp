// The module errno: the numbers of the system's errors.
#pragma once

#include <cerrno>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc::errno_ {

#define AIOCC_ERRNO(name)          \
  AIOCC_PY_CONSTANT(#name ": int") \
  inline constexpr Int number_##name = Int(name);
#include "aiocc/stdlib/errno_names.def"
#undef AIOCC_ERRNO

/// Names by number.
AIOCC_PY_CONSTANT("errorcode: object")
Object const& errorcode();

}  // namespace aiocc::errno_
