// Copies and comparisons of texts, most of which are shorter than a call of memcpy or memcmp is worth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace aiocc::detail {

template <class Word>
Word load_word(void const* from) noexcept {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

/// Copies the first and the last Word of so many bytes, which overlap where there are fewer than two.
template <class Word>
void copy_ends(std::uint8_t* to, std::uint8_t const* from, std::size_t bytes) noexcept {
  Word const first = load_word<Word>(from), last = load_word<Word>(from + bytes - sizeof(Word));
  std::memcpy(to, &first, sizeof first);
  std::memcpy(to + bytes - sizeof(Word), &last, sizeof last);
}

inline constexpr std::size_t short_bytes = 2 * sizeof(std::uint64_t);

/// Returns where the copy ends.
inline std::uint8_t* copy_bytes(std::uint8_t* to, std::uint8_t const* from, std::size_t bytes) noexcept {
  if (bytes > short_bytes) {
    std::memcpy(to, from, bytes);
  } else if (bytes >= sizeof(std::uint64_t)) {
    copy_ends<std::uint64_t>(to, from, bytes);
  } else if (bytes >= sizeof(std::uint32_t)) {
    copy_ends<std::uint32_t>(to, from, bytes);
  } else if (bytes > 0) {
    to[0] = from[0];
    to[bytes / 2] = from[bytes / 2];
    to[bytes - 1] = from[bytes - 1];
  }
  return to + bytes;
}

template <class Word>
bool same_ends(std::uint8_t const* left, std::uint8_t const* right, std::size_t bytes) noexcept {
  std::size_t const last = bytes - sizeof(Word);
  return ((load_word<Word>(left) ^ load_word<Word>(right)) |
          (load_word<Word>(left + last) ^ load_word<Word>(right + last))) == 0;
}

inline bool same_bytes(std::uint8_t const* left, std::uint8_t const* right, std::size_t bytes) noexcept {
  if (bytes > short_bytes) return std::memcmp(left, right, bytes) == 0;
  if (bytes >= sizeof(std::uint64_t)) return same_ends<std::uint64_t>(left, right, bytes);
  if (bytes >= sizeof(std::uint32_t)) return same_ends<std::uint32_t>(left, right, bytes);
  if (bytes == 0) return true;
  return left[0] == right[0] && left[bytes / 2] == right[bytes / 2] && left[bytes - 1] == right[bytes - 1];
}

}  // namespace aiocc::detail
