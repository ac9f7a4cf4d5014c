// The compiler's `new` and `delete`.
#include <cstdlib>
#include <new>

#include "support/pool.hpp"

void* operator new(std::size_t size) {
  void* const memory = aiocc::pool::allocate(size);
  // Nobody could go on without.
  if (!memory) std::abort();
  return memory;
}
void operator delete(void* memory) noexcept { aiocc::pool::release(memory); }
void operator delete(void* memory, std::size_t) noexcept { aiocc::pool::release(memory); }
