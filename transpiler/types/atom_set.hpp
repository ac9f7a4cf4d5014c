// Sets of atoms' ids. Most have one, few have more than two: those stand in the set itself.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>

namespace aiocc::types {

using AtomId = std::uint32_t;

class AtomSet {
 public:
  AtomSet() = default;
  AtomSet(AtomSet const& other) { append(other); }
  AtomSet(AtomSet&& other) noexcept { swap(other); }
  AtomSet& operator=(AtomSet const& other) {
    if (this == &other) return *this;
    size_ = 0;
    append(other);
    return *this;
  }
  AtomSet& operator=(AtomSet&& other) noexcept {
    swap(other);
    return *this;
  }
  ~AtomSet() {
    if (is_outside()) delete[] ids_.outside;
  }

  AtomId const* begin() const { return is_outside() ? ids_.outside : ids_.inside; }
  AtomId const* end() const { return begin() + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  AtomId operator[](std::size_t index) const { return begin()[index]; }

  // False where it's there already.
  bool insert(AtomId id) {
    AtomId* const first = data();
    AtomId* const place = std::lower_bound(first, first + size_, id);
    if (place != first + size_ && *place == id) return false;
    auto const offset = place - first;
    if (size_ == capacity_) grow(2 * capacity_);
    AtomId* const all = data();
    std::copy_backward(all + offset, all + size_, all + size_ + 1);
    all[offset] = id;
    ++size_;
    return true;
  }
  template <class Predicate>
  void erase_if(Predicate const& goes) {
    AtomId* const first = data();
    size_ = static_cast<std::uint32_t>(std::remove_if(first, first + size_, goes) - first);
  }

  friend bool operator==(AtomSet const& left, AtomSet const& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
  }

 private:
  static constexpr std::uint32_t capacity_inside = 2;

  bool is_outside() const { return capacity_ > capacity_inside; }
  AtomId* data() { return is_outside() ? ids_.outside : ids_.inside; }

  // Where it was empty.
  void append(AtomSet const& other) {
    if (other.size_ > capacity_) grow(other.size_);
    std::copy(other.begin(), other.end(), data());
    size_ = other.size_;
  }
  void grow(std::uint32_t capacity) {
    auto* const made = new AtomId[capacity];
    std::copy(begin(), end(), made);
    if (is_outside()) delete[] ids_.outside;
    ids_.outside = made;
    capacity_ = capacity;
  }
  void swap(AtomSet& other) noexcept {
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    std::swap(ids_, other.ids_);
  }

  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = capacity_inside;
  union {
    AtomId inside[capacity_inside] = {};
    AtomId* outside;
  } ids_;
};

}  // namespace aiocc::types
