// BLAKE2 (RFC 7693): what turns a state and a block into the next state. The module hashlib keeps the parameters and the rest of the data.
#include <bit>
#include <cstring>

#include "aiocc/stdlib/hashlib.hpp"

namespace aiocc::_hashlib {

namespace {

constexpr std::uint8_t sigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};
/// The columns and diagonals of the work that a round mixes.
constexpr std::uint8_t quarters[8][4] = {{0, 4, 8, 12},  {1, 5, 9, 13},  {2, 6, 10, 14}, {3, 7, 11, 15},
                                         {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13},  {3, 4, 9, 14}};

struct Blake2b {
  using Word = std::uint64_t;
  static constexpr int rounds = 12;
  static constexpr int turns[4] = {32, 24, 16, 63};
  static constexpr Word vectors[8] = {0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
                                      0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179};
};

struct Blake2s {
  using Word = std::uint32_t;
  static constexpr int rounds = 10;
  static constexpr int turns[4] = {16, 12, 8, 7};
  static constexpr Word vectors[8] = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                      0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
};

/// Eight words, as bytes in Python: the digest that would be, little endian.
template <class Kind>
struct State {
  using Word = typename Kind::Word;
  static constexpr std::size_t block_size = 16 * sizeof(Word);

  explicit State(Bytes const& bytes) { std::memcpy(words, bytes.view().data(), sizeof(words)); }
  Bytes bytes() const {
    Bytes made = Bytes::allocate(sizeof(words));
    std::memcpy(made.object()->data(), words, sizeof(words));
    return made;
  }

  void begin() {
    for (int i = 0; i < 8; ++i) words[i] ^= Kind::vectors[i];
  }

  /// `ends` and `ends_node` are zero or all ones.
  void absorb(char const* block, std::uint64_t count, Word ends, Word ends_node) {
    Word message[16];
    std::memcpy(message, block, sizeof(message));
    Word work[16];
    std::memcpy(work, words, sizeof(words));
    std::memcpy(work + 8, Kind::vectors, sizeof(words));
    work[12] ^= static_cast<Word>(count);
    if constexpr (sizeof(Word) == 4) work[13] ^= static_cast<Word>(count >> 32);
    work[14] ^= ends;
    work[15] ^= ends_node;
    for (int round = 0; round < Kind::rounds; ++round) mix(work, message, sigma[round % 10]);
    for (int i = 0; i < 8; ++i) words[i] ^= work[i] ^ work[i + 8];
  }

  static void mix(Word* work, Word const* message, std::uint8_t const* order) {
    for (int i = 0; i < 8; ++i) {
      Word& a = work[quarters[i][0]];
      Word& b = work[quarters[i][1]];
      Word& c = work[quarters[i][2]];
      Word& d = work[quarters[i][3]];
      a += b + message[order[2 * i]];
      d = std::rotr(d ^ a, Kind::turns[0]);
      c += d;
      b = std::rotr(b ^ c, Kind::turns[1]);
      a += b + message[order[2 * i + 1]];
      d = std::rotr(d ^ a, Kind::turns[2]);
      c += d;
      b = std::rotr(b ^ c, Kind::turns[3]);
    }
  }

  Word words[8];
};

static_assert(std::endian::native == std::endian::little);

/// `change` gets the state as that of BLAKE2b or BLAKE2s, whichever has as many bytes, and changes it.
template <class Change>
Bytes changed(Bytes const& bytes, Change change) {
  if (bytes.view().size() == sizeof(State<Blake2b>::words)) {
    State<Blake2b> state(bytes);
    change(state);
    return state.bytes();
  }
  State<Blake2s> state(bytes);
  change(state);
  return state.bytes();
}

}  // namespace

Bytes blake2_begin(Bytes const& parameters) {
  return changed(parameters, [](auto& state) { state.begin(); });
}

Bytes blake2_absorb(Bytes const& state, Bytes const& blocks, Int const& count) {
  return changed(state, [&](auto& each) {
    std::string_view rest = blocks.view();
    auto seen = static_cast<std::uint64_t>(count.small());
    for (; !rest.empty(); rest.remove_prefix(each.block_size), seen += each.block_size)
      each.absorb(rest.data(), seen, 0, 0);
  });
}

Bytes blake2_end(Bytes const& state, Bytes const& block, Int const& count, bool last_node) {
  return changed(state, [&](auto& each) {
    using Word = typename std::remove_reference_t<decltype(each)>::Word;
    Word const ones = ~Word{0};
    each.absorb(block.view().data(), static_cast<std::uint64_t>(count.small()), ones, last_node ? ones : Word{0});
  });
}

}  // namespace aiocc::_hashlib
