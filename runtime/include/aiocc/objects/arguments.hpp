// The arguments of `*args` parameters: a borrowed span of values.
#pragma once

#include <cstddef>
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

}  // namespace aiocc
