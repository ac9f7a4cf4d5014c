// Counts the recursion of the runtime's own functions.
#include "native_recursion.hpp"

#include <cstdint>
#include <string>

#include "aiocc/objects/exceptions.hpp"
#include "core.hpp"

namespace aiocc::detail {
namespace {

/// CPython's Py_C_RECURSION_LIMIT.
constexpr std::uint32_t native_limit = 10000;
constinit thread_local std::uint32_t native_depth = 0;
constinit thread_local std::uint32_t python_depth = 0;

}  // namespace

NativeRecursion::NativeRecursion(char const* doing, bool calls_python) noexcept : calls_python_(calls_python) {
  bool const is_beyond_python = calls_python && ++python_depth > state.recursion_limit;
  if (++native_depth <= native_limit && !is_beyond_python && !stack_exhausted()) return;
  entered_ = false;
  raise_error(recursion_error_type, std::string("maximum recursion depth exceeded") + (is_beyond_python ? "" : doing));
}

NativeRecursion::~NativeRecursion() {
  --native_depth;
  if (calls_python_) --python_depth;
}

}  // namespace aiocc::detail
