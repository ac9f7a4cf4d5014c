// Paths as the operating system wants them, and its errors as Python's.
#pragma once

#include <cerrno>
#include <string>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::posix {

/// The bytes of a path that is a str or bytes; ValueError where a zero is among them.
Result<std::string> path_bytes(Object const& path);
/// Bytes that the operating system gave, as a str.
inline Str text_of(std::string_view bytes) { return Str::from_utf8(bytes); }
/// OSError for two paths.
AIOCC_COLD Raised raise_for_two(int number, Object const& first, Object const& second);

/// Calls until no signal interrupts it.
template <class Call>
auto uninterrupted(Call const& call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

/// A call that gives -1 where it fails.
template <class Call>
Result<void> checked(Object const& path, Call const& call) {
  if (uninterrupted(call) == -1) return raise_os_error(errno, path);
  return {};
}

}  // namespace aiocc::posix
