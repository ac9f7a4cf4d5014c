// Slabs come from malloc, which maps large ones.
#include "slabs.hpp"

#include <sys/mman.h>

#include <cstdio>
#include <cstdlib>

#include "aiocc/core/mapped_allocator.hpp"

namespace aiocc::detail {

namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20;
/// The memory that half of a huge page more or less doesn't matter to.
constexpr std::size_t much = std::size_t{4} << 20;
/// From this size on pages of its own are worth a block's calls of the system.
constexpr std::size_t least_mapped = std::size_t{1} << 20;

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

void* map_block(std::size_t bytes) {
  if (bytes < least_mapped) return checked_malloc(bytes);
  void* const memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return checked(memory == MAP_FAILED ? nullptr : memory);
}

void unmap_block(void* block, std::size_t bytes) noexcept {
  if (bytes < least_mapped)
    std::free(block);
  else
    munmap(block, bytes);
}

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
