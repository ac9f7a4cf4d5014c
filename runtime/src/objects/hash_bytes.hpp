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
  auto const load = [&]<class Word>(Word word, std::size_t at) {
    std::memcpy(&word, bytes + at, sizeof word);
    return std::uint64_t{word};
  };
  // The last word may overlap the one before: no loop over single bytes.
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) fold(load(std::uint64_t{}, at));
    fold(load(std::uint64_t{}, size - 8));
  } else if (size >= 4) {
    fold(load(std::uint32_t{}, 0) | load(std::uint32_t{}, size - 4) << 32);
  } else {
    fold(bytes[0] | std::uint64_t{bytes[size / 2]} << 8 | std::uint64_t{bytes[size - 1]} << 16);
  }
  auto result = static_cast<std::int64_t>(hash);
  return result == -1 || result == 0 ? 1 : result;
}

}  // namespace aiocc::detail
