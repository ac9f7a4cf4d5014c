// How the arguments of a call meet the parameters of a function, the program's or the runtime's.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bindings/bindings.hpp"
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

// What a call sees of a parameter.
struct Formal {
  ir::ParameterKind kind;
  std::string_view name;
  bool has_default;
};
std::vector<Formal> formals_of(ir::Function const& callee);
// Without a method's receiver.
std::vector<Formal> formals_of(bindings::Overload const& overload, bool is_method);

// The last keywords.size() of `count` arguments are keyword arguments. Nothing where the call raises TypeError.
std::optional<Binding> bind_arguments(std::vector<Formal> const& parameters, std::size_t count,
                                      std::vector<NameId> const& keywords);

}  // namespace aiocc::types
