#include "types/operator_methods.hpp"

#include <array>
#include <set>
#include <string>

namespace aiocc::types {
namespace {

constexpr std::size_t operators = static_cast<std::size_t>(syntax::Operator::FloorDiv) + 1;

std::string_view stem(syntax::Operator op) {
  using enum syntax::Operator;
  switch (op) {
    case Add: return "add";
    case Sub: return "sub";
    case Mult: return "mul";
    case MatMult: return "matmul";
    case Div: return "truediv";
    case Mod: return "mod";
    case Pow: return "pow";
    case LShift: return "lshift";
    case RShift: return "rshift";
    case BitOr: return "or";
    case BitXor: return "xor";
    case BitAnd: return "and";
    case FloorDiv: return "floordiv";
  }
  return {};
}

NameId special(std::string_view prefix, std::string_view name) {
  return NameId::of("__" + std::string(prefix) + std::string(name) + "__");
}

std::array<OperatorMethods, operators> const& binary_methods() {
  static std::array<OperatorMethods, operators> const table = [] {
    std::array<OperatorMethods, operators> made;
    for (std::size_t index = 0; index < operators; ++index) {
      std::string_view const name = stem(static_cast<syntax::Operator>(index));
      made[index] = {special("", name), special("r", name), special("i", name)};
    }
    return made;
  }();
  return table;
}

std::set<NameId> operator_names() {
  std::set<NameId> names;
  for (OperatorMethods const& each : binary_methods()) names.insert({each.direct, each.reflected, each.in_place});
  for (char const* name : {"eq", "ne", "lt", "le", "gt", "ge", "neg", "pos", "invert"}) names.insert(special("", name));
  return names;
}

}  // namespace

OperatorMethods methods_of(syntax::Operator op) { return binary_methods()[static_cast<std::size_t>(op)]; }

std::optional<OperatorMethods> methods_of(syntax::CompareOperator op) {
  using enum syntax::CompareOperator;
  auto const pair = [](std::string_view direct, std::string_view reflected) {
    return OperatorMethods{special("", direct), special("", reflected), {}};
  };
  switch (op) {
    case Eq: return pair("eq", "eq");
    case NotEq: return pair("ne", "ne");
    case Lt: return pair("lt", "gt");
    case LtE: return pair("le", "ge");
    case Gt: return pair("gt", "lt");
    case GtE: return pair("ge", "le");
    default: return std::nullopt;
  }
}

std::optional<NameId> method_of(syntax::UnaryOperator op) {
  using enum syntax::UnaryOperator;
  switch (op) {
    case Invert: return special("", "invert");
    case UAdd: return special("", "pos");
    case USub: return special("", "neg");
    default: return std::nullopt;
  }
}

bool is_operator(NameId name) {
  static std::set<NameId> const names = operator_names();
  return names.contains(name);
}

bool is_called_by_syntax(NameId name) {
  static std::set<NameId> const others{special("", "getitem"), special("", "setitem"), special("", "delitem"),
                                       special("", "contains"), special("", "call")};
  return is_operator(name) || others.contains(name);
}

}  // namespace aiocc::types
