// Arguments of calls: borrowed spans of values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>

#include "aiocc/objects/object.hpp"

namespace aiocc {

/// A view of values that the caller keeps alive, e.g. `builtins::print({a, b})`.
class Arguments {
 public:
  constexpr Arguments() noexcept = default;
  constexpr Arguments(Object const* data, std::size_t size) noexcept : data_(data), size_(size) {}
  constexpr Arguments(std::span<Object const> values) noexcept : data_(values.data()), size_(values.size()) {}
  /// For an argument list only: the braces' array dies with the full expression.
  constexpr Arguments(std::initializer_list<Object> values) noexcept {
    data_ = values.begin();
    size_ = values.size();
  }

  constexpr std::size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr Object const* data() const noexcept { return data_; }
  constexpr Object const* begin() const noexcept { return data_; }
  constexpr Object const* end() const noexcept { return data_ + size_; }
  constexpr Object const& operator[](std::size_t index) const noexcept { return data_[index]; }

 private:
  Object const* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Words side by side, as calls take them. They aren't counted: whoever made them keeps them.
template <std::size_t N>
class Pack {
 public:
  // Not `Word...`: that would be a fold over all of them, which clang nests at most 256 deep.
  template <class... Words>
  AIOCC_INLINE explicit Pack(Words const&... words) noexcept : bits_{words.bits()...} {}
  AIOCC_INLINE Object const* data() const noexcept { return reinterpret_cast<Object const*>(bits_); }
  AIOCC_INLINE operator Arguments() const noexcept { return {data(), N}; }

 private:
  std::uintptr_t bits_[N ? N : 1];
};

/// `print(pack(a, b))`: for an argument list only, as it dies with the full expression.
template <class... Words>
AIOCC_INLINE inline Pack<sizeof...(Words)> pack(Words const&... words) noexcept {
  return Pack<sizeof...(Words)>(words...);
}

}  // namespace aiocc
