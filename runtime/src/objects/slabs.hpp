// Memory that pools cut up and never give back.
#pragma once

#include <cstddef>

namespace aiocc::detail {

/// Ends the program where there's no memory left.
void* checked_malloc(std::size_t bytes);
void* checked_realloc(void* memory, std::size_t bytes);

struct Slab {
  char* next = nullptr;
  std::size_t left = 0;
};

/// At least `least` bytes for a pool that has taken `taken` so far. A pool that has grown gets huge pages, where the system has them: they are
/// faulted in, and looked up by the processor, five hundred small ones at a time.
Slab take_slab(std::size_t least, std::size_t taken);

}  // namespace aiocc::detail
