// Cuts slabs into frames.
#include "aiocc/core/frame_pool.hpp"

#include <cstdlib>

namespace aiocc::detail {

FramePool frame_pool;

namespace {

constexpr std::size_t slab_bytes = 64 * 1024;

// The rest of the slab that is being cut.
struct Slab {
  char* next = nullptr;
  std::size_t left = 0;
};
Slab slab;

void* allocate(std::size_t bytes) {
  void* memory = std::malloc(bytes);
  if (!memory) std::abort();
  return memory;
}

}  // namespace

void* allocate_frame_slow(std::size_t bytes) {
  if (bytes > largest_pooled_frame) return allocate(bytes);
  std::size_t const size = (bytes + frame_class_bytes - 1) / frame_class_bytes * frame_class_bytes;
  if (slab.left < size) {
    // What is left of the old slab serves a smaller class.
    if (slab.left >= frame_class_bytes) release_frame(slab.next, slab.left);
    slab = {static_cast<char*>(allocate(slab_bytes)), slab_bytes};
  }
  void* frame = slab.next;
  slab.next += size;
  slab.left -= size;
  return frame;
}

void release_large_frame(void* frame) noexcept { std::free(frame); }

}  // namespace aiocc::detail
