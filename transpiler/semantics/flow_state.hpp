// Which variables are bound for certain at a point of a program.
#pragma once

#include <cstddef>
#include <vector>

#include "semantics/semantic_model.hpp"

namespace aiocc::semantics {

class FlowState {
 public:
  // A point that no path reaches: anything holds there.
  static FlowState unreachable() { return FlowState(false); }
  static FlowState entry() { return FlowState(true); }

  bool is_reachable() const { return is_reachable_; }
  bool is_bound(VariableId variable) const {
    return !is_reachable_ || (variable.index < bound_.size() && bound_[variable.index]);
  }
  void bind(VariableId variable) {
    if (variable.index >= bound_.size()) bound_.resize(variable.index + 1);
    bound_[variable.index] = true;
  }
  void unbind(VariableId variable) {
    if (variable.index < bound_.size()) bound_[variable.index] = false;
  }

  // Where two paths meet, only what both bind is bound.
  void join(FlowState const& other) {
    if (!other.is_reachable_) return;
    if (!is_reachable_) {
      *this = other;
      return;
    }
    if (bound_.size() > other.bound_.size()) bound_.resize(other.bound_.size());
    for (std::size_t at = 0; at < bound_.size(); ++at) bound_[at] = bound_[at] && other.bound_[at];
  }

  // Whether `other` binds all that this does.
  bool is_covered_by(FlowState const& other) const {
    if (!other.is_reachable_) return true;
    for (std::size_t at = 0; at < bound_.size(); ++at)
      if (bound_[at] && !other.is_bound(VariableId{static_cast<std::uint32_t>(at)})) return false;
    return true;
  }

 private:
  explicit FlowState(bool is_reachable) : is_reachable_(is_reachable) {}

  bool is_reachable_;
  std::vector<bool> bound_;
};

}  // namespace aiocc::semantics
