// Cuts slabs into frames.
#include "aiocc/core/frame_pool.hpp"

#include <cstdlib>

#include "../objects/slabs.hpp"

namespace aiocc::detail {

FramePool frame_pool;

namespace {

constexpr std::size_t slab_bytes = 64 * 1024;

// What is left of the slab that is being cut.
Slab slab;
std::size_t slabs_taken = 0;

}  // namespace

void* allocate_frame_slow(std::size_t bytes) {
  if (bytes > largest_pooled_frame) return checked_malloc(bytes);
  std::size_t const size = (bytes + frame_class_bytes - 1) / frame_class_bytes * frame_class_bytes;
  if (slab.left < size) {
    // What is left of the old slab serves a smaller class.
    if (slab.left >= frame_class_bytes) release_frame(slab.next, slab.left);
    slab = take_slab(slab_bytes, slabs_taken);
    slabs_taken += slab.left;
  }
  void* frame = slab.next;
  slab.next += size;
  slab.left -= size;
  return frame;
}

void release_large_frame(void* frame) noexcept { std::free(frame); }

}  // namespace aiocc::detail
