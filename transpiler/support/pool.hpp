// Memory for the compiler's many small, short-lived values: free lists by size, and nothing that goes back to the system.
#pragma once

#include <cstddef>

namespace aiocc::pool {

// Not where a sanitizer looks after the memory.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_used = false;
#elif defined(__has_feature)
inline constexpr bool is_used = !__has_feature(address_sanitizer);
#else
inline constexpr bool is_used = true;
#endif

// Memory of at least that size, aligned to 16 bytes; null where the system has no more.
void* allocate(std::size_t size) noexcept;
// `memory` is from `allocate`, or null.
void release(void* memory) noexcept;
// The same memory with another size, which may be somewhere else.
void* reallocate(void* memory, std::size_t size) noexcept;

}  // namespace aiocc::pool
