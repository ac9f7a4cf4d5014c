// Asks the system for the bounds of a thread's stack.
#include "stack_limit.hpp"

#include <pthread.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "aiocc/objects/state.hpp"

namespace aiocc::detail {

namespace {

struct Stack {
  std::uintptr_t lowest = 0;
  std::size_t size = 0;
};

/// The main thread's, which ends with the program's name: the C library would read the process's maps to find it. Empty where that's in doubt.
Stack main_stack() noexcept {
  if (::gettid() != ::getpid()) return {};
  auto const* const name = reinterpret_cast<char const*>(::getauxval(AT_EXECFN));
  rlimit limit{};
  if (!name || ::getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return {};
  std::uintptr_t const end = reinterpret_cast<std::uintptr_t>(name + std::strlen(name));
  std::uintptr_t const here = stack_pointer();
  if (here > end || end - here > limit.rlim_cur) return {};
  return {end - limit.rlim_cur, limit.rlim_cur};
}

Stack stack_of_thread() noexcept {
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return {};
  void* lowest = nullptr;
  std::size_t size = 0;
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  return {reinterpret_cast<std::uintptr_t>(lowest), size};
}

}  // namespace

void set_stack_limit() noexcept {
  Stack stack = main_stack();
  if (stack.size == 0) stack = stack_of_thread();
  auto const [lowest, size] = stack;
  if (size == 0) return;
  constexpr std::size_t reserve = 256 * 1024;
  if (size > 2 * reserve) state.stack_limit = lowest + reserve;
  // More than a call takes, with all that the runtime does between two calls of Python's.
  constexpr std::size_t bytes_of_call = 16 * 1024;
  std::size_t const calls = size > reserve ? (size - reserve) / bytes_of_call : 0;
  state.unwatched_depth = static_cast<std::uint32_t>(std::min<std::size_t>(calls, state.recursion_limit));
}

}  // namespace aiocc::detail
