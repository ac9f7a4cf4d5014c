// Comparing the moments at which parts of the world grew with that of an evaluation.
#include "types/reads.hpp"

#include <algorithm>
#include <utility>

#include "types/world.hpp"

namespace aiocc::types {
namespace {

class Comparison {
 public:
  Comparison(World const& world, Moment evaluated_at) : world_(world), evaluated_at_(evaluated_at) {}

  bool has_grown(FunctionState const& state) const {
    return is_later(state.touched_at) || is_later(state.result) || is_later(state.yielded) || is_later(state.sent) ||
           any_of(state.defaults) || any_in(state.cells);
  }
  bool has_grown(ClassState const& state) const {
    return is_later(state.touched_at) || any_in(state.instance_attributes) || any_in(state.class_attributes);
  }
  bool has_grown(Site const& site) const { return is_later(site.touched_at) || any_of(site.slots); }
  bool any_argument_has_grown(FunctionState const& state) const { return any_of(state.parameters); }

  bool any_has_grown(Reads const& reads) const {
    return std::ranges::any_of(reads.functions, [&](auto id) { return has_grown(world_.functions[id.index]); }) ||
           std::ranges::any_of(reads.globals, [&](auto id) { return is_later(world_.globals[id.index]); }) ||
           std::ranges::any_of(reads.sites, [&](auto index) { return has_grown(world_.sites[index]); }) ||
           std::ranges::any_of(reads.classes, [&](auto id) { return has_grown(world_.classes[id.index]); });
  }

 private:
  bool is_later(Moment moment) const { return moment > evaluated_at_; }
  bool is_later(Value const& value) const { return is_later(value.grown_at); }
  bool any_of(std::vector<Value> const& values) const {
    return std::ranges::any_of(values, [this](Value const& each) { return is_later(each); });
  }
  template <class Key>
  bool any_in(std::map<Key, Value> const& values) const {
    return std::ranges::any_of(values,
                               [this](std::pair<Key const, Value> const& each) { return is_later(each.second); });
  }

  World const& world_;
  Moment evaluated_at_;
};

}  // namespace

bool may_find_more(World const& world, ir::FunctionId id) {
  FunctionState const& state = world.functions[id.index];
  if (!state.is_evaluated) return true;
  Comparison const comparison(world, state.evaluated_at);
  return comparison.any_argument_has_grown(state) || comparison.any_has_grown(state.reads);
}

}  // namespace aiocc::types
