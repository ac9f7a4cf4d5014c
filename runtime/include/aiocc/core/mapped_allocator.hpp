// Memory for vectors that may grow to millions of items.
#pragma once

#include <cstddef>

namespace aiocc::detail {

/// Large blocks come from the system and go back to it at once, so that a vector that has grown leaves no holes behind it.
void* map_block(std::size_t bytes);
void unmap_block(void* block, std::size_t bytes) noexcept;

template <class Item>
struct MappedAllocator {
  using value_type = Item;

  MappedAllocator() = default;
  template <class Other>
  MappedAllocator(MappedAllocator<Other> const&) noexcept {}

  Item* allocate(std::size_t count) { return static_cast<Item*>(map_block(count * sizeof(Item))); }
  void deallocate(Item* items, std::size_t count) noexcept { unmap_block(items, count * sizeof(Item)); }

  friend bool operator==(MappedAllocator, MappedAllocator) noexcept { return true; }
};

}  // namespace aiocc::detail
