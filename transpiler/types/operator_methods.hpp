// The names of the special methods behind operators.
#pragma once

#include <optional>

#include "support/names.hpp"
#include "syntax/operators.hpp"

namespace aiocc::types {

// `__add__`, what the right operand is asked for (`__radd__`), and `__iadd__`.
struct OperatorMethods {
  NameId direct;
  NameId reflected;
  NameId in_place;
};

OperatorMethods methods_of(syntax::Operator op);
// Of comparisons of values; `in_place` is unset. Nothing for `is` and `in`.
std::optional<OperatorMethods> methods_of(syntax::CompareOperator op);
// Nothing for `not`.
std::optional<NameId> method_of(syntax::UnaryOperator op);

// A special method that only syntax calls, or native code that is given an instance and may do to it what syntax does.
bool is_called_by_syntax(NameId name);
// Of these, one of an operator: no items, no calls.
bool is_operator(NameId name);

}  // namespace aiocc::types
