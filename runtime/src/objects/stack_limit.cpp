// Asks the system for the bounds of a thread's stack.
#include "stack_limit.hpp"

#include <pthread.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "aiocc/objects/state.hpp"

namespace aiocc::detail {

void set_stack_limit() noexcept {
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
  void* lowest = nullptr;
  std::size_t size = 0;
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  constexpr std::size_t reserve = 256 * 1024;
  if (size > 2 * reserve) state.stack_limit = reinterpret_cast<std::uintptr_t>(lowest) + reserve;
  // More than a call takes, with all that the runtime does between two calls of Python's.
  constexpr std::size_t bytes_of_call = 16 * 1024;
  std::size_t const calls = size > reserve ? (size - reserve) / bytes_of_call : 0;
  state.unwatched_depth = static_cast<std::uint32_t>(std::min<std::size_t>(calls, state.recursion_limit));
}

}  // namespace aiocc::detail
