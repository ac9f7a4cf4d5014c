// Interned names: identifiers as one word each, compared and hashed by that word.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace aiocc {

// A name out of the process-wide table, which only grows. A default-made one is no name and is false.
class NameId {
 public:
  constexpr NameId() = default;

  // The id of `text` (UTF-8), entered into the table at its first use.
  static NameId of(std::string_view text);

  // Valid until the process ends.
  std::string_view text() const;

  constexpr std::uint32_t index() const { return index_; }
  constexpr explicit operator bool() const { return index_ != 0; }
  friend constexpr auto operator<=>(NameId, NameId) = default;

 private:
  constexpr explicit NameId(std::uint32_t index) : index_(index) {}

  std::uint32_t index_ = 0;
};

}  // namespace aiocc

template <>
struct std::hash<aiocc::NameId> {
  std::size_t operator()(aiocc::NameId name) const noexcept { return std::hash<std::uint32_t>{}(name.index()); }
};
