// Memory that is freed all at once, and read-only arrays that live in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace aiocc {

// A read-only array in an `Arena`: two words, copied freely.
template <class T>
class Array {
 public:
  using value_type = T;

  constexpr Array() = default;
  constexpr Array(T const* data, std::size_t size) : data_(data), size_(size) {}

  constexpr T const* begin() const { return data_; }
  constexpr T const* end() const { return data_ + size_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr T const& operator[](std::size_t index) const { return data_[index]; }
  constexpr T const& front() const { return data_[0]; }
  constexpr T const& back() const { return data_[size_ - 1]; }

 private:
  T const* data_ = nullptr;
  std::size_t size_ = 0;
};

// Hands out memory that lives as long as the arena. It runs no destructors.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  template <class T>
  Array<T> copy(std::span<T const> values) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (values.empty()) return {};
    void* memory = allocate(values.size_bytes(), alignof(T));
    return {std::uninitialized_copy(values.begin(), values.end(), static_cast<T*>(memory)) - values.size(),
            values.size()};
  }
  template <class T>
  Array<T> copy(std::vector<T> const& values) {
    return copy(std::span<T const>(values));
  }
  template <class T>
  Array<T> copy(std::initializer_list<T> values) {
    return copy(std::span<T const>(values.begin(), values.size()));
  }
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    auto* memory = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(memory, text.data(), text.size());
    return {memory, text.size()};
  }

 private:
  void* allocate(std::size_t size, std::size_t alignment) {
    std::size_t const start = (used_ + alignment - 1) / alignment * alignment;
    if (blocks_.empty() || start + size > block_size_) return allocate_block(size);
    used_ = start + size;
    return blocks_.back().get() + start;
  }
  void* allocate_block(std::size_t size) {
    constexpr std::size_t usual_size = 64 * 1024;
    block_size_ = size > usual_size ? size : usual_size;
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block_size_));
    used_ = size;
    return blocks_.back().get();
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::size_t block_size_ = 0;
  std::size_t used_ = 0;
};

}  // namespace aiocc
