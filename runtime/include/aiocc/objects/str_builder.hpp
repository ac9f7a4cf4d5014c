// Builds a str piece by piece; the units widen when a wider code point comes.
#pragma once

#include <string_view>

#include "aiocc/objects/str.hpp"

namespace aiocc {

class StrBuilder {
 public:
  /// `reserve` units are allocated at the first append.
  explicit StrBuilder(std::int64_t reserve = 16) noexcept : reserve_(reserve) {}
  StrBuilder(StrBuilder const&) = delete;
  StrBuilder& operator=(StrBuilder const&) = delete;
  ~StrBuilder();

  void append(char32_t code) noexcept;
  void append(Str const& text) noexcept;
  void append(Str const& text, std::int64_t start, std::int64_t stop) noexcept;
  void append_ascii(std::string_view text) noexcept;
  void append_utf8(std::string_view text) noexcept { append(Str::from_utf8(text)); }
  void append_repeated(char32_t code, std::int64_t count) noexcept;
  std::int64_t length() const noexcept { return length_; }
  /// Ends the building; the builder is empty again.
  Str finish() noexcept;

 private:
  void make_room(std::int64_t units, char32_t widest) noexcept;

  StrObject* text_ = nullptr;
  std::int64_t length_ = 0;
  std::int64_t capacity_ = 0;
  std::int64_t reserve_;
};

}  // namespace aiocc
