// Hashes of keys, with the everyday types inline.
#pragma once

#include <cstdint>

#include "aiocc/objects/operators.hpp"

namespace aiocc::detail {

/// Python's hash of a small int: the value modulo 2**61 - 1 with its sign; -1 isn't a hash.
inline std::int64_t hash_small_int(std::int64_t value) noexcept {
  constexpr std::int64_t modulus = (std::int64_t{1} << 61) - 1;
  if (value >= modulus || value <= -modulus) [[unlikely]]
    value %= modulus;
  return value == -1 ? -2 : value;
}

inline Result<std::int64_t> hash_key(Object const& key) {
  if (key.is_small_int()) return hash_small_int(key.small());
  if (is_str(key)) return static_cast<Str const&>(key).hash();
  return operators::hash(key);
}

}  // namespace aiocc::detail
