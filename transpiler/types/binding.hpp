// How the arguments of a call meet the parameters of a function of the program.
#pragma once

#include <optional>
#include <vector>

#include "ir/ir.hpp"

namespace aiocc::types {

struct Binding {
  static constexpr int by_default = -1;
  static constexpr int collected = -2;
  // For each parameter the index of its argument, or one of the two above.
  std::vector<int> argument_of;
  // What `*args` collects.
  std::vector<int> extra_positional;
  // What `**kwargs` collects: indices into the keywords.
  std::vector<int> extra_keywords;
};

// The last keywords.size() of `count` arguments are keyword arguments. Nothing where the call raises TypeError.
std::optional<Binding> bind(ir::Function const& callee, std::size_t count, std::vector<NameId> const& keywords);

}  // namespace aiocc::types
