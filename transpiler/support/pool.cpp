// Memory for the compiler's many small, short-lived values.
#include "support/pool.hpp"

#include <malloc.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace aiocc::pool {

namespace {

constexpr std::size_t granule = 16;
constexpr std::size_t small_classes = 64;
constexpr std::size_t largest_small = small_classes * granule;
// Each chunk holds blocks of one size, which its first granule tells; it begins at a multiple of its size.
constexpr std::size_t chunk_size = 64 * 1024;
// Above the small ones come those of which so many fill a chunk.
constexpr std::array<std::size_t, 10> blocks_of_chunk{48, 32, 24, 16, 12, 8, 6, 4, 3, 2};
constexpr std::size_t first_large = small_classes + blocks_of_chunk.size();
// A large block has a chunk of its own, or twice, four times, ... as much: long texts grow often, and the system's memory would come page by page.
constexpr std::size_t large_classes = 16;
constexpr std::size_t class_count = first_large + large_classes;
// Address space, of which only what is written to takes memory.
constexpr std::size_t region_size = std::size_t{1} << 36;
constexpr std::size_t small_pages = std::size_t{1} << 23;

struct FreeBlock {
  FreeBlock* next;
};

struct Region {
  Region() {
    void* const mapped =
        ::mmap(nullptr, region_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped == MAP_FAILED) return;
    // What a long program takes comes in large pages; most programs are content with what's before.
    ::madvise(static_cast<char*>(mapped) + small_pages, region_size - small_pages, MADV_HUGEPAGE);
    begin = reinterpret_cast<std::uintptr_t>(mapped);
    size = region_size;
    next = (begin + chunk_size - 1) / chunk_size * chunk_size;
  }

  // Before it's made, and where there's no room for it, it has nothing.
  bool has(void const* memory) const { return reinterpret_cast<std::uintptr_t>(memory) - begin < size; }
  // Null at the region's end.
  char* take(std::size_t bytes) {
    std::uintptr_t const taken = next.fetch_add(bytes, std::memory_order_relaxed);
    return taken + bytes <= begin + size ? reinterpret_cast<char*>(taken) : nullptr;
  }

  std::uintptr_t begin = 0;
  std::size_t size = 0;
  std::atomic<std::uintptr_t> next = 0;
};

Region region;

// What a thread has of one size: blocks that were given back, and the rest of a chunk.
struct Blocks {
  FreeBlock* free = nullptr;
  char* next = nullptr;
  char* end = nullptr;
};
thread_local std::array<Blocks, class_count> blocks_of_class;

constexpr std::size_t block_size_of(std::size_t class_index) {
  if (class_index < small_classes) return (class_index + 1) * granule;
  if (class_index >= first_large) return (chunk_size << (class_index - first_large)) - granule;
  return (chunk_size - granule) / blocks_of_chunk[class_index - small_classes] / granule * granule;
}

// Of what's larger than that, the system's allocator takes care.
constexpr std::size_t largest = is_used ? block_size_of(class_count - 1) : 0;

std::size_t class_for(std::size_t size) {
  if (size <= largest_small) return size == 0 ? 0 : (size - 1) / granule;
  std::size_t middle = small_classes;
  while (middle < first_large && block_size_of(middle) < size) ++middle;
  if (middle < first_large) return middle;
  return first_large + static_cast<std::size_t>(std::bit_width((size + granule - 1) / chunk_size));
}

[[gnu::noinline]] void* allocate_from_chunk(Blocks& blocks, std::size_t class_index, std::size_t size) noexcept {
  std::size_t const block_size = block_size_of(class_index);
  if (blocks.next == nullptr || blocks.next + block_size > blocks.end) {
    std::size_t const taken = std::max(chunk_size, block_size + granule);
    char* const chunk = region.take(taken);
    if (!chunk) return std::malloc(size);
    *reinterpret_cast<std::size_t*>(chunk) = class_index;
    blocks.next = chunk + granule;
    blocks.end = chunk + taken;
  }
  return std::exchange(blocks.next, blocks.next + block_size);
}

std::size_t class_of(void const* memory) noexcept {
  return *reinterpret_cast<std::size_t const*>(reinterpret_cast<std::uintptr_t>(memory) / chunk_size * chunk_size);
}

}  // namespace

void* allocate(std::size_t size) noexcept {
  if (size > largest || !is_used) return std::malloc(size);
  std::size_t const class_index = class_for(size);
  Blocks& blocks = blocks_of_class[class_index];
  if (FreeBlock* const block = blocks.free) {
    blocks.free = block->next;
    return block;
  }
  return allocate_from_chunk(blocks, class_index, size);
}

void release(void* memory) noexcept {
  if (!region.has(memory)) return std::free(memory);
  Blocks& blocks = blocks_of_class[class_of(memory)];
  auto* const block = static_cast<FreeBlock*>(memory);
  block->next = blocks.free;
  blocks.free = block;
}

void* reallocate(void* memory, std::size_t size) noexcept {
  if (!memory) return allocate(size);
  bool const is_ours = region.has(memory);
  if (!is_ours && size > largest) return std::realloc(memory, size);
  std::size_t const before = is_ours ? block_size_of(class_of(memory)) : ::malloc_usable_size(memory);
  if (is_ours && size <= before) return memory;
  void* const made = allocate(size);
  if (!made) return nullptr;
  std::memcpy(made, memory, before < size ? before : size);
  release(memory);
  return made;
}

}  // namespace aiocc::pool
