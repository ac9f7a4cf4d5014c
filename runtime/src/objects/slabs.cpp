// Slabs come from malloc, which maps large ones.
#include "slabs.hpp"

#include <sys/mman.h>

#include <cstdio>
#include <cstdlib>

namespace aiocc::detail {

namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20;
/// The memory that half of a huge page more or less doesn't matter to.
constexpr std::size_t much = std::size_t{4} << 20;

void* checked(void* memory) {
  if (!memory) [[unlikely]] {
    std::fputs("Fatal error: out of memory\n", stderr);
    std::abort();
  }
  return memory;
}

}  // namespace

void* checked_malloc(std::size_t bytes) { return checked(std::malloc(bytes)); }
void* checked_realloc(void* memory, std::size_t bytes) { return checked(std::realloc(memory, bytes)); }

Slab take_slab(std::size_t least, std::size_t taken) {
  if (taken >= much) {
    if (void* const memory = std::aligned_alloc(huge_page, huge_page)) {
      // Advice: without it the memory is as good.
      madvise(memory, huge_page, MADV_HUGEPAGE);
      return {static_cast<char*>(memory), huge_page};
    }
  }
  return {static_cast<char*>(checked_malloc(least)), least};
}

}  // namespace aiocc::detail
