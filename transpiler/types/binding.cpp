// Binding of arguments, as CPython's initialize_locals does it.
#include "types/binding.hpp"

namespace aiocc::types {
namespace {

bool takes_position(ir::Parameter const& parameter) {
  return parameter.kind == ir::ParameterKind::PositionalOnly || parameter.kind == ir::ParameterKind::Positional;
}

bool takes_name(ir::Parameter const& parameter) {
  return parameter.kind == ir::ParameterKind::Positional || parameter.kind == ir::ParameterKind::KeywordOnly;
}

constexpr int unbound = -3;

}  // namespace

std::optional<Binding> bind(ir::Function const& callee, std::size_t count, std::vector<NameId> const& keywords) {
  auto const& parameters = callee.parameters;
  Binding result;
  result.argument_of.assign(parameters.size(), unbound);
  bool has_var_args = false;
  bool has_var_keywords = false;
  std::size_t positional = 0;
  std::size_t const given = count - keywords.size();
  for (std::size_t index = 0; index < parameters.size(); ++index) {
    has_var_args |= parameters[index].kind == ir::ParameterKind::VarArgs;
    has_var_keywords |= parameters[index].kind == ir::ParameterKind::VarKeywords;
    if (takes_position(parameters[index]) && positional < given) result.argument_of[index] = static_cast<int>(positional++);
  }
  if (positional < given && !has_var_args) return std::nullopt;
  for (; positional < given; ++positional) result.extra_positional.push_back(static_cast<int>(positional));
  for (std::size_t keyword = 0; keyword < keywords.size(); ++keyword) {
    bool found = false;
    for (std::size_t index = 0; index < parameters.size() && !found; ++index) {
      if (!takes_name(parameters[index]) || callee.locals[parameters[index].local].name != keywords[keyword]) continue;
      if (result.argument_of[index] != unbound) return std::nullopt;
      result.argument_of[index] = static_cast<int>(given + keyword);
      found = true;
    }
    if (!found && !has_var_keywords) return std::nullopt;
    if (!found) result.extra_keywords.push_back(static_cast<int>(keyword));
  }
  for (std::size_t index = 0; index < parameters.size(); ++index) {
    if (result.argument_of[index] != unbound) continue;
    bool const collects = parameters[index].kind == ir::ParameterKind::VarArgs || parameters[index].kind == ir::ParameterKind::VarKeywords;
    if (!collects && !parameters[index].has_default) return std::nullopt;
    result.argument_of[index] = collects ? Binding::collected : Binding::by_default;
  }
  return result;
}

}  // namespace aiocc::types
