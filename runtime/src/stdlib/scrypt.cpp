// scrypt (RFC 7914), over Nettle's PBKDF2.
#include <nettle/pbkdf2.h>

#include <bit>
#include <cstring>
#include <vector>

#include "../objects/convert_arguments.hpp"
#include "aiocc/stdlib/hashlib.hpp"

namespace aiocc::_hashlib {

namespace {

using Word = std::uint32_t;
/// Words of the block that Salsa20 mixes.
constexpr std::size_t salsa_words = 16;

void quarter(Word& a, Word& b, Word& c, Word& d) {
  b ^= std::rotl(a + d, 7);
  c ^= std::rotl(b + a, 9);
  d ^= std::rotl(c + b, 13);
  a ^= std::rotl(d + c, 18);
}

/// Salsa20/8's core.
void salsa(Word* block) {
  Word x[salsa_words];
  std::memcpy(x, block, sizeof(x));
  for (int round = 0; round < 4; ++round) {
    for (int i = 0; i < 4; ++i) quarter(x[5 * i], x[(5 * i + 4) % 16], x[(5 * i + 8) % 16], x[(5 * i + 12) % 16]);
    for (int i = 0; i < 4; ++i)
      quarter(x[5 * i], x[4 * i + (i + 1) % 4], x[4 * i + (i + 2) % 4], x[4 * i + (i + 3) % 4]);
  }
  for (std::size_t i = 0; i < salsa_words; ++i) block[i] += x[i];
}

/// One lane of the key: `2 r` of Salsa20's blocks, and the memory for `n` states of it.
class Lane {
 public:
  Lane(std::size_t n, std::size_t r) : n_(n), size_(2 * r * salsa_words), mixed_(size_), states_(n * size_) {}

  void mix(Word* lane) {
    for (std::size_t i = 0; i < n_; ++i) {
      std::memcpy(&states_[i * size_], lane, size_ * sizeof(Word));
      mix_blocks(lane);
    }
    for (std::size_t i = 0; i < n_; ++i) {
      std::size_t const place = lane[size_ - salsa_words] & (n_ - 1);
      for (std::size_t k = 0; k < size_; ++k) lane[k] ^= states_[place * size_ + k];
      mix_blocks(lane);
    }
  }

 private:
  // The blocks of even places come first in the result.
  void mix_blocks(Word* lane) {
    Word x[salsa_words];
    std::memcpy(x, lane + size_ - salsa_words, sizeof(x));
    std::size_t const blocks = size_ / salsa_words;
    for (std::size_t i = 0; i < blocks; ++i) {
      for (std::size_t k = 0; k < salsa_words; ++k) x[k] ^= lane[i * salsa_words + k];
      salsa(x);
      std::size_t const place = i / 2 + (i % 2 ? blocks / 2 : 0);
      std::memcpy(&mixed_[place * salsa_words], x, sizeof(x));
    }
    std::memcpy(lane, mixed_.data(), size_ * sizeof(Word));
  }

  std::size_t n_;
  std::size_t size_;
  std::vector<Word> mixed_;
  std::vector<Word> states_;
};

void derive(std::string_view password, void const* salt, std::size_t salt_size, void* key, std::size_t size) {
  nettle_pbkdf2_hmac_sha256(password.size(), reinterpret_cast<std::uint8_t const*>(password.data()), 1, salt_size,
                            static_cast<std::uint8_t const*>(salt), size, static_cast<std::uint8_t*>(key));
}

}  // namespace

Result<Object> scrypt(Object const& password, Object const& salt, Int const& n, Int const& r, Int const& p,
                      Int const& length) {
  Bytes const secret = PASS(aiocc::detail::bytes_like(password));
  Bytes const grains = PASS(aiocc::detail::bytes_like(salt));
  auto const blocks = static_cast<std::size_t>(r.small());
  std::size_t const lane_words = 2 * blocks * salsa_words;
  std::vector<Word> lanes(static_cast<std::size_t>(p.small()) * lane_words);
  derive(secret.view(), grains.view().data(), grains.view().size(), lanes.data(), lanes.size() * sizeof(Word));
  Lane lane(static_cast<std::size_t>(n.small()), blocks);
  for (std::size_t i = 0; i < lanes.size(); i += lane_words) lane.mix(&lanes[i]);
  Bytes key = Bytes::allocate(length.small());
  derive(secret.view(), lanes.data(), lanes.size() * sizeof(Word), key.object()->data(), key.view().size());
  return key;
}

}  // namespace aiocc::_hashlib
