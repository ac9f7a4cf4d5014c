// Which variables are bound for certain at a point of a program.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace aiocc::semantics {

// Variables are told by their slots, which count from 0 in each function.
class FlowState {
 public:
  // A point that no path reaches: anything holds there.
  static FlowState unreachable() { return FlowState(false); }
  static FlowState entry() { return FlowState(true); }

  bool is_bound(std::size_t slot) const {
    return !is_reachable_ || (slot / word_bits < words_.size() && (words_[slot / word_bits] & bit(slot)) != 0);
  }
  void bind(std::size_t slot) {
    if (slot / word_bits >= words_.size()) words_.resize(slot / word_bits + 1);
    words_[slot / word_bits] |= bit(slot);
  }
  void unbind(std::size_t slot) {
    if (slot / word_bits < words_.size()) words_[slot / word_bits] &= ~bit(slot);
  }

  // Where two paths meet, only what both bind is bound.
  void join(FlowState const& other) {
    if (!other.is_reachable_) return;
    if (!is_reachable_) {
      *this = other;
      return;
    }
    if (words_.size() > other.words_.size()) words_.resize(other.words_.size());
    for (std::size_t at = 0; at < words_.size(); ++at) words_[at] &= other.words_[at];
  }

  // Whether `other` binds all that this does.
  bool is_covered_by(FlowState const& other) const {
    if (!other.is_reachable_) return true;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      std::uint64_t const theirs = at < other.words_.size() ? other.words_[at] : 0;
      if ((words_[at] & ~theirs) != 0) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t word_bits = 64;

  explicit FlowState(bool is_reachable) : is_reachable_(is_reachable) {}
  static std::uint64_t bit(std::size_t slot) { return std::uint64_t{1} << slot % word_bits; }

  bool is_reachable_;
  std::vector<std::uint64_t> words_;
};

}  // namespace aiocc::semantics
