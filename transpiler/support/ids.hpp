// Typed ids, and the stores that they index: how every structure of the compiler refers to its parts.
#pragma once

#include <cassert>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace aiocc {

// An index into the `Store` of `Tag`s; a default-made one refers to nothing and is false.
template <class Tag>
struct Id {
  static constexpr std::uint32_t none = 0xffff'ffff;

  std::uint32_t index = none;

  constexpr explicit operator bool() const { return index != none; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

// Owns the values of one type. Ids stay valid for its life; references stay valid while values are added.
template <class T>
class Store {
 public:
  using Index = Id<T>;

  Index add(T value) {
    values_.push_back(std::move(value));
    return Index{static_cast<std::uint32_t>(values_.size() - 1)};
  }

  T& operator[](Index id) {
    assert(id.index < values_.size());
    return values_[id.index];
  }
  T const& operator[](Index id) const {
    assert(id.index < values_.size());
    return values_[id.index];
  }

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

 private:
  std::deque<T> values_;
};

// A side table: one value for each id of another structure's store, default-made until it's set.
template <class Tag, class Value>
class IdMap {
 public:
  IdMap() = default;
  explicit IdMap(std::size_t size) : values_(size) {}

  Value& operator[](Id<Tag> id) {
    assert(id);
    if (id.index >= values_.size()) values_.resize(id.index + 1);
    return values_[id.index];
  }
  Value const& operator[](Id<Tag> id) const {
    static Value const unset{};
    return id.index < values_.size() ? values_[id.index] : unset;
  }

 private:
  std::vector<Value> values_;
};

}  // namespace aiocc

template <class Tag>
struct std::hash<aiocc::Id<Tag>> {
  std::size_t operator()(aiocc::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.index); }
};
