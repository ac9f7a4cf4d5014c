// Operators and name contexts, as Python's ast names them, with the text that stands for them in source.
#pragma once

#include <string_view>

namespace aiocc::syntax {
// clang-format off
#define AIOCC_BINARY_OPERATORS(X) \
  X(Add, "+") X(Sub, "-") X(Mult, "*") X(MatMult, "@") X(Div, "/") X(Mod, "%") X(Pow, "**") \
  X(LShift, "<<") X(RShift, ">>") \
  X(BitOr, "|") X(BitXor, "^") X(BitAnd, "&") X(FloorDiv, "//")
#define AIOCC_UNARY_OPERATORS(X) X(Invert, "~") X(Not, "not") X(UAdd, "+") X(USub, "-")
#define AIOCC_BOOL_OPERATORS(X) X(And, "and") X(Or, "or")
#define AIOCC_COMPARE_OPERATORS(X) \
  X(Eq, "==") X(NotEq, "!=") \
  X(Lt, "<") X(LtE, "<=") X(Gt, ">") X(GtE, ">=") \
  X(Is, "is") X(IsNot, "is not") X(In, "in") X(NotIn, "not in")
#define AIOCC_EXPR_CONTEXTS(X) X(Load, "load") X(Store, "store") X(Del, "del")
// clang-format on
// Declares an enumeration with `name(value)`, as ast spells it, and `symbol(value)`, as source does.
#define AIOCC_ENUMERATOR(enumerator, text) enumerator,
#define AIOCC_ENUMERATOR_NAME(enumerator, text) #enumerator,
#define AIOCC_ENUMERATOR_SYMBOL(enumerator, text) text,
#define AIOCC_SYNTAX_ENUM(type, list)                                       \
  enum class type : unsigned char { list(AIOCC_ENUMERATOR) };               \
  constexpr std::string_view name(type value) {                             \
    constexpr std::string_view names[] = {list(AIOCC_ENUMERATOR_NAME)};     \
    return names[static_cast<unsigned>(value)];                             \
  }                                                                         \
  constexpr std::string_view symbol(type value) {                           \
    constexpr std::string_view symbols[] = {list(AIOCC_ENUMERATOR_SYMBOL)}; \
    return symbols[static_cast<unsigned>(value)];                           \
  }

AIOCC_SYNTAX_ENUM(Operator, AIOCC_BINARY_OPERATORS)
AIOCC_SYNTAX_ENUM(UnaryOperator, AIOCC_UNARY_OPERATORS)
AIOCC_SYNTAX_ENUM(BoolOperator, AIOCC_BOOL_OPERATORS)
AIOCC_SYNTAX_ENUM(CompareOperator, AIOCC_COMPARE_OPERATORS)
AIOCC_SYNTAX_ENUM(ExprContext, AIOCC_EXPR_CONTEXTS)

#undef AIOCC_SYNTAX_ENUM

}  // namespace aiocc::syntax
