// Asks the system for the bounds of a thread's stack.
#include "stack_limit.hpp"

#include <pthread.h>

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
}

}  // namespace aiocc::detail
