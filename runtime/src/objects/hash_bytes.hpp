// The hash of str and bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace aiocc::detail {

/// Folds eight bytes at a time by a 128-bit product. Nothing hashes to -1; nothing but no bytes at all hashes to 0.
inline std::int64_t hash_bytes(void const* data, std::size_t size) noexcept {
  if (size == 0) return 0;
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  auto const* bytes = static_cast<unsigned char const*>(data);
  std::uint64_t hash = size * factor;
  auto fold = [&](std::uint64_t word) {
    unsigned __int128 product = static_cast<unsigned __int128>(hash ^ word) * factor;
    hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes + at, 8);
    fold(word);
  }
  std::uint64_t last = 0;
  std::memcpy(&last, bytes + at, size - at);
  fold(last);
  auto result = static_cast<std::int64_t>(hash);
  return result == -1 || result == 0 ? 1 : result;
}

}  // namespace aiocc::detail
