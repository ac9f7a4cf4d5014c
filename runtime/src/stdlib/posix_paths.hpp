// Paths as the operating system wants them, and its errors as Python's.
#pragma once

#include <cerrno>
#include <cstdint>
#include <string>

#include "aiocc/core/threads.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::posix {

/// The bytes of a path that is a str or bytes; ValueError where a zero is among them.
Result<std::string> path_bytes(Object const& path);
/// Bytes that the operating system gave, as a str.
inline Str text_of(std::string_view bytes) { return Str::from_utf8(bytes); }
/// OSError for two paths.
AIOCC_COLD Raised raise_for_two(int number, Object const& first, Object const& second);

/// A number as C has it; OverflowError past 32 bits.
Result<int> c_int(Int const& number);
/// `c_int` for descriptors, whose errors are the system's: -1 for what can't be one.
inline int descriptor_number(Int const& number) {
  return number.is_small_int() && number.small() == static_cast<int>(number.small()) ? static_cast<int>(number.small())
                                                                                     : -1;
}

/// Calls until no signal interrupts it.
template <class Call>
auto uninterrupted(Call const& call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

/// A call that may block, and gives -1 where it fails: other threads run meanwhile. Where a signal interrupts it, its handler runs,
/// and the call begins anew (PEP 475).
template <class Call>
Result<std::int64_t> blocking(Call const& call, Object const& path = Object()) {
  while (true) {
    int number = 0;
    std::int64_t const result = [&] {
      Unlocked scope;
      std::int64_t const value = call();
      number = errno;
      return value;
    }();
    if (result != -1) return result;
    if (number != EINTR) return raise_os_error(number, path);
    PASS(safe_point());
  }
}

/// A call that gives -1 where it fails.
template <class Call>
Result<void> checked(Object const& path, Call const& call) {
  if (uninterrupted(call) == -1) return raise_os_error(errno, path);
  return {};
}

}  // namespace aiocc::posix
