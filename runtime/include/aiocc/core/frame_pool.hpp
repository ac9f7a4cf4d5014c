// Memory of coroutine frames and tasks: free lists by size class, cut from slabs. No malloc in steady state.
#pragma once

#include <cstddef>
#include <cstdint>

#include "aiocc/objects/object.hpp"

#if defined(__SANITIZE_ADDRESS__)
#define AIOCC_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AIOCC_ADDRESS_SANITIZER 1
#endif
#endif

namespace aiocc::detail {

/// Classes of 16 bytes up to this size; what is larger comes from malloc. Under the address sanitizer all does, so that it sees each frame's end.
inline constexpr std::size_t frame_class_bytes = 16;
#if defined(AIOCC_ADDRESS_SANITIZER)
inline constexpr std::size_t largest_pooled_frame = 0;
#else
inline constexpr std::size_t largest_pooled_frame = 1024;
#endif

struct FreeFrame {
  FreeFrame* next;
};

struct FramePool {
  FreeFrame* free[largest_pooled_frame / frame_class_bytes + 1] = {};
};
extern FramePool frame_pool;

/// The class's list is empty, or the frame is larger than any class.
AIOCC_KEEPS_REGISTERS AIOCC_COLD void* allocate_frame_slow(std::size_t bytes);
AIOCC_KEEPS_REGISTERS AIOCC_COLD void release_large_frame(void* frame) noexcept;

inline void* allocate_frame(std::size_t bytes) {
  std::size_t const size_class = (bytes + frame_class_bytes - 1) / frame_class_bytes;
  if (bytes > largest_pooled_frame) [[unlikely]]
    return allocate_frame_slow(bytes);
  FreeFrame* frame = frame_pool.free[size_class];
  if (!frame) [[unlikely]]
    return allocate_frame_slow(bytes);
  frame_pool.free[size_class] = frame->next;
  return frame;
}

inline void release_frame(void* memory, std::size_t bytes) noexcept {
  if (bytes > largest_pooled_frame) [[unlikely]]
    return release_large_frame(memory);
  std::size_t const size_class = (bytes + frame_class_bytes - 1) / frame_class_bytes;
  auto* frame = static_cast<FreeFrame*>(memory);
  frame->next = frame_pool.free[size_class];
  frame_pool.free[size_class] = frame;
}

}  // namespace aiocc::detail
