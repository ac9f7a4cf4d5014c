// The compiler's memory.
#include "support/pool.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <thread>
#include <vector>

namespace aiocc::pool {
namespace {

TEST(Pool, GivesAlignedMemoryThatNobodyElseHas) {
  std::vector<unsigned char*> blocks;
  for (std::size_t size = 0; size < 3000; size += 7) {
    auto* const block = static_cast<unsigned char*>(allocate(size));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % 16, 0u);
    std::memset(block, static_cast<int>(size % 251), size);
    blocks.push_back(block);
  }
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    std::size_t const size = index * 7;
    for (std::size_t at = 0; at < size; ++at) ASSERT_EQ(blocks[index][at], size % 251);
    release(blocks[index]);
  }
}

TEST(Pool, KeepsWhatReallocatedMemoryHolds) {
  auto* memory = static_cast<unsigned char*>(reallocate(nullptr, 1));
  memory[0] = 1;
  for (std::size_t size = 2; size < 5000; ++size) {
    memory = static_cast<unsigned char*>(reallocate(memory, size));
    memory[size - 1] = static_cast<unsigned char>(size % 251);
  }
  for (std::size_t at = 0; at + 1 < 5000; ++at) ASSERT_EQ(memory[at], (at + 1) % 251);
  release(reallocate(memory, 10));
  release(nullptr);
}

TEST(Pool, KeepsLargeBlocksApart) {
  std::vector<unsigned char*> blocks;
  std::vector<std::size_t> const sizes{1024,  1025,   32767,  32768,   65519,        65520,
                                       65521, 131056, 131057, 1 << 20, (1 << 22) + 1};
  for (int turn = 0; turn < 2; ++turn) {
    for (std::size_t size : sizes) {
      auto* const block = static_cast<unsigned char*>(allocate(size));
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % 16, 0u);
      std::memset(block, static_cast<int>(size % 251), size);
      blocks.push_back(block);
    }
    for (std::size_t index = 0; index < sizes.size(); ++index) {
      for (std::size_t at = 0; at < sizes[index]; ++at) ASSERT_EQ(blocks[index][at], sizes[index] % 251);
      release(blocks[index]);
    }
    blocks.clear();
  }
}

TEST(Pool, GrowsBlocksThroughAllSizes) {
  unsigned char* memory = nullptr;
  std::size_t const last = 5'000'000;
  for (std::size_t size = 1; size < last; size += size / 3 + 1) {
    memory = static_cast<unsigned char*>(reallocate(memory, size));
    memory[size - 1] = static_cast<unsigned char>(size % 251);
  }
  for (std::size_t size = 1; size < last; size += size / 3 + 1) ASSERT_EQ(memory[size - 1], size % 251);
  release(memory);
}

TEST(Pool, TakesBackWhatAnotherThreadWasGiven) {
  std::vector<void*> blocks;
  std::thread([&] {
    for (int index = 0; index < 1000; ++index) blocks.push_back(allocate(24));
  }).join();
  for (void* const block : blocks) release(block);
  auto* const again = static_cast<unsigned char*>(allocate(24));
  std::memset(again, 1, 24);
  release(again);
}

}  // namespace
}  // namespace aiocc::pool
