// Memory of heap objects. Leaves and tables are cut from chunks, objects that may refer to others from pages of one size each: the
// collector finds the live ones by walking the pages, so that no object needs a link to the next.
#include "pools.hpp"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "aiocc/objects/collector.hpp"
#include "slabs.hpp"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AIOCC_PLAIN_MALLOC 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define AIOCC_PLAIN_MALLOC 1
#endif

namespace aiocc::detail {
namespace {

constexpr std::size_t granule = 16;
/// Objects are aligned as their largest members, pointers, are.
constexpr std::size_t object_granule = 8;
/// Under the address sanitizer every object is a large one, and every leaf malloc's.
#if defined(AIOCC_PLAIN_MALLOC)
constexpr std::size_t largest_pooled = 0;
#else
constexpr std::size_t largest_pooled = 512;
#endif
constexpr std::size_t chunk_bytes = 64 * 1024;
constexpr std::size_t page_bytes = 4 * 1024;
constexpr std::size_t arena_bytes = 64 * page_bytes;

struct FreeBlock {
  FreeBlock* next;
};

/// Lies over a HeapObject: its count is zero, as in no live object.
struct FreeObject {
  std::uint64_t head;
  FreeObject* next;
};

/// Stands before an object that's larger than the pages' sizes, or before the prefix of one that has some.
struct LargeObject {
  LargeObject* next;
  LargeObject* previous;
  std::size_t bytes;
  std::size_t prefix;
  HeapObject* object() noexcept { return reinterpret_cast<HeapObject*>(reinterpret_cast<char*>(this + 1) + prefix); }
};

struct Page {
  char* memory;
  std::size_t block_bytes;
};

constinit FreeBlock* free_blocks[largest_pooled / granule + 1] = {};
constinit Slab chunk;
constinit std::size_t chunks_taken = 0;

constinit FreeObject* free_objects[largest_pooled / object_granule + 1] = {};
constinit std::vector<Page> pages;
constinit Slab arena;
constinit LargeObject* large_objects = nullptr;
constinit std::size_t taken = 0;
constinit std::size_t limit = 0;

void* carve(std::size_t bytes) {
  if (chunk.left < bytes) {
    chunk = take_slab(chunk_bytes, chunks_taken);
    chunks_taken += chunk.left;
  }
  void* memory = chunk.next;
  chunk.next += bytes;
  chunk.left -= bytes;
  return memory;
}

void count_memory(std::size_t bytes) {
  taken += bytes;
  if (taken > limit) [[unlikely]]
    page_taken();
}

/// A page of blocks of one size, all free; its first blocks are handed out first.
void add_page(std::size_t granules) {
  if (arena.left == 0) arena = take_slab(arena_bytes, pages.size() * page_bytes);
  std::size_t const block_bytes = granules * object_granule;
  Page page{arena.next, block_bytes};
  arena.next += page_bytes;
  arena.left -= page_bytes;
  pages.push_back(page);
  FreeObject* first = nullptr;
  for (std::size_t place = page_bytes / block_bytes; place-- > 0;) {
    auto block = reinterpret_cast<FreeObject*>(page.memory + place * block_bytes);
    block->head = 0;
    block->next = first;
    first = block;
  }
  free_objects[granules] = first;
}

AIOCC_COLD void* allocate_from_new_page(std::size_t granules) {
  count_memory(page_bytes);
  // A collection may have freed some.
  if (!free_objects[granules]) add_page(granules);
  FreeObject* block = free_objects[granules];
  free_objects[granules] = block->next;
  return block;
}

AIOCC_COLD void* allocate_large(std::size_t prefix, std::size_t bytes) {
  count_memory(prefix + bytes);
  auto large = static_cast<LargeObject*>(checked_malloc(sizeof(LargeObject) + prefix + bytes));
  *large = {large_objects, nullptr, prefix + bytes, prefix};
  if (large_objects) large_objects->previous = large;
  large_objects = large;
  // Until it's constructed it counts as free.
  auto head = reinterpret_cast<FreeObject*>(large->object());
  head->head = 0;
  return head;
}

AIOCC_COLD void release_large(void* memory) noexcept {
  auto large = static_cast<LargeObject*>(memory) - 1;
  if (large->next) large->next->previous = large->previous;
  if (large->previous)
    large->previous->next = large->next;
  else
    large_objects = large->next;
  taken -= large->bytes;
  std::free(large);
}

bool is_live(HeapObject const* object) noexcept { return object->references != 0 && object->type; }

}  // namespace

void* allocate_memory(std::size_t bytes) {
  if (bytes > largest_pooled) [[unlikely]]
    return checked_malloc(bytes);
  std::size_t granules = (bytes + granule - 1) / granule;
  FreeBlock*& list = free_blocks[granules];
  if (FreeBlock* block = list) [[likely]] {
    list = block->next;
    return block;
  }
  return carve(granules * granule);
}

void release_memory(void* memory, std::size_t bytes) noexcept {
  if (bytes > largest_pooled) [[unlikely]]
    return std::free(memory);
  FreeBlock*& list = free_blocks[(bytes + granule - 1) / granule];
  auto block = static_cast<FreeBlock*>(memory);
  block->next = list;
  list = block;
}

void* reallocate_memory(void* memory, std::size_t old_bytes, std::size_t bytes) {
  if (old_bytes > largest_pooled && bytes > largest_pooled) return checked_realloc(memory, bytes);
  void* const moved = allocate_memory(bytes);
  std::memcpy(moved, memory, std::min(old_bytes, bytes));
  release_memory(memory, old_bytes);
  return moved;
}

void release_leaf(void* memory, std::size_t bytes) noexcept {
  // No call, so that hardly a register is needed.
  if constexpr (largest_pooled == 0) {
    release_memory(memory, bytes);
  } else {
    FreeBlock*& list = free_blocks[(bytes + granule - 1) / granule];
    auto block = static_cast<FreeBlock*>(memory);
    block->next = list;
    list = block;
  }
}

void* allocate_object(std::size_t bytes) {
  if (bytes > largest_pooled) [[unlikely]]
    return allocate_large(0, bytes);
  std::size_t granules = (bytes + object_granule - 1) / object_granule;
  FreeObject*& list = free_objects[granules];
  if (FreeObject* block = list) [[likely]] {
    list = block->next;
    return block;
  }
  return allocate_from_new_page(granules);
}

void release_object(void* memory, std::size_t bytes) noexcept {
  if (bytes > largest_pooled) [[unlikely]]
    return release_large(memory);
  FreeObject*& list = free_objects[(bytes + object_granule - 1) / object_granule];
  auto block = static_cast<FreeObject*>(memory);
  block->head = 0;
  block->next = list;
  list = block;
}

void* allocate_prefixed(std::size_t prefix, std::size_t bytes) { return allocate_large(prefix, bytes); }

void release_prefixed(void* object, std::size_t prefix) noexcept { release_large(static_cast<char*>(object) - prefix); }

void for_each_object(void (*examine)(HeapObject* object, std::size_t bytes, void* data), void* data) {
  for (Page const& page : pages)
    for (std::size_t offset = 0; offset + page.block_bytes <= page_bytes; offset += page.block_bytes)
      if (auto object = reinterpret_cast<HeapObject*>(page.memory + offset); is_live(object))
        examine(object, page.block_bytes, data);
  for (LargeObject* large = large_objects; large; large = large->next)
    if (is_live(large->object())) examine(large->object(), large->bytes, data);
}

std::size_t object_memory() noexcept { return taken; }

void set_memory_limit(std::size_t bytes) noexcept { limit = bytes; }

}  // namespace aiocc::detail
