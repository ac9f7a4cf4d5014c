// The sponge of FIPS 202, section 4, over Nettle's permutation Keccak-f[1600].
#include "shake.hpp"

#include <nettle/sha3.h>

#include <cstddef>
#include <cstdint>

namespace aiocc::_hashlib {

namespace {

/// A sponge that takes and gives `Rate` bytes between two permutations.
template <unsigned Rate>
class Sponge {
 public:
  static void init(void* context) noexcept { *static_cast<Sponge*>(context) = Sponge(); }
  static void update(void* context, std::size_t length, std::uint8_t const* data) noexcept {
    auto* const sponge = static_cast<Sponge*>(context);
    for (std::size_t i = 0; i < length; ++i) sponge->absorb(data[i]);
  }
  static void digest(void* context, std::size_t length, std::uint8_t* result) noexcept {
    auto* const sponge = static_cast<Sponge*>(context);
    sponge->pad();
    for (std::size_t i = 0; i < length; ++i) result[i] = sponge->squeeze();
  }

 private:
  static constexpr std::uint8_t domain = 0x1f;
  static constexpr std::uint8_t last_bit = 0x80;

  void mix(unsigned place, std::uint8_t byte) noexcept {
    state_.a[place / 8] ^= static_cast<std::uint64_t>(byte) << (place % 8 * 8);
  }
  void permute() noexcept {
    nettle_sha3_permute(&state_);
    place_ = 0;
  }
  void absorb(std::uint8_t byte) noexcept {
    mix(place_++, byte);
    if (place_ == Rate) permute();
  }
  void pad() noexcept {
    mix(place_, domain);
    mix(Rate - 1, last_bit);
    permute();
  }
  std::uint8_t squeeze() noexcept {
    if (place_ == Rate) permute();
    auto const byte = static_cast<std::uint8_t>(state_.a[place_ / 8] >> (place_ % 8 * 8));
    ++place_;
    return byte;
  }

  sha3_state state_{};
  unsigned place_ = 0;
};

template <unsigned Rate>
constexpr nettle_hash as_hash(char const* name) noexcept {
  using S = Sponge<Rate>;
  return {name, sizeof(S), 0, Rate, S::init, S::update, S::digest};
}

}  // namespace

constinit nettle_hash const shake_128 = as_hash<168>("shake_128");
constinit nettle_hash const shake_256 = as_hash<136>("shake_256");

}  // namespace aiocc::_hashlib
