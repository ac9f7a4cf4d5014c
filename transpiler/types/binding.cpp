// Binding of arguments, as CPython's initialize_locals does it.
#include "types/binding.hpp"

namespace aiocc::types {
namespace {

bool takes_position(Formal const& parameter) {
  return parameter.kind == ir::ParameterKind::PositionalOnly || parameter.kind == ir::ParameterKind::Positional;
}

bool takes_name(Formal const& parameter) {
  return parameter.kind == ir::ParameterKind::Positional || parameter.kind == ir::ParameterKind::KeywordOnly;
}

constexpr int unbound = -3;

}  // namespace

std::vector<Formal> formals_of(ir::Function const& callee) {
  std::vector<Formal> formals;
  for (ir::Parameter const& parameter : callee.parameters) {
    formals.push_back({parameter.kind, callee.locals[parameter.local].name.text(), parameter.has_default});
  }
  return formals;
}

std::vector<Formal> formals_of(bindings::Overload const& overload, bool is_method) {
  std::vector<Formal> formals;
  for (std::size_t index = is_method ? 1 : 0; index < overload.params.size(); ++index) {
    bindings::Parameter const& parameter = overload.params[index];
    formals.push_back(
        {static_cast<ir::ParameterKind>(parameter.kind), parameter.name, !parameter.default_text.empty()});
  }
  return formals;
}

std::optional<Binding> bind_arguments(std::vector<Formal> const& parameters, std::size_t count,
                                      std::vector<NameId> const& keywords) {
  Binding result;
  result.argument_of.assign(parameters.size(), unbound);
  bool has_var_args = false;
  bool has_var_keywords = false;
  std::size_t positional = 0;
  std::size_t const given = count - keywords.size();
  for (std::size_t index = 0; index < parameters.size(); ++index) {
    has_var_args |= parameters[index].kind == ir::ParameterKind::VarArgs;
    has_var_keywords |= parameters[index].kind == ir::ParameterKind::VarKeywords;
    if (takes_position(parameters[index]) && positional < given)
      result.argument_of[index] = static_cast<int>(positional++);
  }
  if (positional < given && !has_var_args) return std::nullopt;
  for (; positional < given; ++positional) result.extra_positional.push_back(static_cast<int>(positional));
  for (std::size_t keyword = 0; keyword < keywords.size(); ++keyword) {
    bool found = false;
    for (std::size_t index = 0; index < parameters.size() && !found; ++index) {
      if (!takes_name(parameters[index]) || parameters[index].name != keywords[keyword].text()) continue;
      if (result.argument_of[index] != unbound) return std::nullopt;
      result.argument_of[index] = static_cast<int>(given + keyword);
      found = true;
    }
    if (!found && !has_var_keywords) return std::nullopt;
    if (!found) result.extra_keywords.push_back(static_cast<int>(keyword));
  }
  for (std::size_t index = 0; index < parameters.size(); ++index) {
    if (result.argument_of[index] != unbound) continue;
    bool const collects = parameters[index].kind == ir::ParameterKind::VarArgs ||
                          parameters[index].kind == ir::ParameterKind::VarKeywords;
    if (!collects && !parameters[index].has_default) return std::nullopt;
    result.argument_of[index] = collects ? Binding::collected : Binding::by_default;
  }
  return result;
}

}  // namespace aiocc::types
