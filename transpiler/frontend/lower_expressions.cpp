// Operators, names, numbers and the other expressions without brackets.
#include <algorithm>

#include "frontend/lowering.hpp"

namespace aiocc::frontend {

using namespace syntax;

namespace {

// Deeper nesting than this is refused, so that no stage that recurses over the tree overflows its stack. Chains of binary
// operators, attributes, calls and subscripts may be longer.
constexpr int max_depth = 1000;

bool is_chain(Node const& node) {
  return node.is(NodeType::Attribute) || node.is(NodeType::Call) || node.is(NodeType::Subscript);
}

// How tightly the left-associative binary operators bind.
int precedence(Operator op) {
  switch (op) {
    case Operator::BitOr: return 1;
    case Operator::BitXor: return 2;
    case Operator::BitAnd: return 3;
    case Operator::LShift:
    case Operator::RShift: return 4;
    case Operator::Add:
    case Operator::Sub: return 5;
    default: return 6;
  }
}

template <class Enum>
std::optional<Enum> find_operator(std::string_view text, Enum last) {
  for (int at = 0; at <= static_cast<int>(last); ++at)
    if (symbol(static_cast<Enum>(at)) == text) return static_cast<Enum>(at);
  return std::nullopt;
}

}  // namespace

ExprId Lowering::expression(Node const& node) {
  if (depth_ >= max_depth) {
    fail_unsupported(span(node), "expression nested deeper than 1000 levels");
    return add(span(node), Constant{NoneValue{}, {}});
  }
  ++depth_;
  ExprId const result = expression_of_kind(node);
  --depth_;
  return result;
}

ExprId Lowering::expression_of_kind(Node const& node) {
  switch (node.type) {
    case NodeType::Identifier: return name_or_masked(node);
    case NodeType::True: return constant(node, true);
    case NodeType::False: return constant(node, false);
    case NodeType::None: return constant(node, NoneValue{});
    case NodeType::Ellipsis: return constant(node, EllipsisValue{});
    case NodeType::Integer:
    case NodeType::Float: return number(node);
    case NodeType::String:
    case NodeType::ConcatenatedString: return strings(node);
    case NodeType::BinaryOperator: return binary_operator(node);
    case NodeType::Attribute:
    case NodeType::Call:
    case NodeType::Subscript: return primary_chain(node);
    case NodeType::BooleanOperator: return boolean_operator(node);
    case NodeType::ComparisonOperator: return comparison(node);
    case NodeType::NotOperator:
    case NodeType::UnaryOperator: return unary_operator(node);
    case NodeType::Await: return await(node);
    case NodeType::ConditionalExpression: return conditional(node);
    case NodeType::Lambda: return lambda(node);
    case NodeType::Yield: return yield(node);
    case NodeType::ListSplat:
    case NodeType::ListSplatPattern: return starred(node);
    case NodeType::NamedExpression: {
      Nodes const children = children_of(node);
      ExprId const target = add(span(children[0]), Name{intern(children[0]), ExprContext::Store});
      return add(span(node), NamedExpr{target, expression(children[2])});
    }
    case NodeType::ParenthesizedExpression:
    case NodeType::Tuple:
    case NodeType::TuplePattern: return parenthesized(node);
    case NodeType::List:
    case NodeType::ListPattern:
    case NodeType::Set: return sequence(node);
    case NodeType::ExpressionList:
    case NodeType::PatternList: return tuple_of(children_of(node), span(node));
    case NodeType::Dictionary: return dictionary(node);
    case NodeType::ListComprehension:
    case NodeType::SetComprehension:
    case NodeType::DictionaryComprehension:
    case NodeType::GeneratorExpression: return comprehension(node);
    case NodeType::Slice: return slice(node);
    // `value as target`: the target is dealt with by the statement.
    case NodeType::AsPattern:
    case NodeType::Type: return expression(children_of(node)[0]);
    default: return unexpected(node);
  }
}

ExprId Lowering::constant(Node const& node, ConstantValue value) {
  return add(span(node), Constant{std::move(value), {}});
}

ExprId Lowering::number(Node const& node) {
  ConstantValue const value = parse_number(text(node), ast_.arena);
  constexpr std::size_t max_decimal_digits = 4300;
  if (auto const* integer = std::get_if<IntValue>(&value);
      integer != nullptr && integer->base == 10 && integer->digits.size() > max_decimal_digits) {
    fail_syntax(
        span(node.begin(), node.begin()),
        fmt::format("Exceeds the limit (4300 digits) for integer string conversion: value has {} digits; use "
                    "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                    "literals to avoid decimal conversion limits.",
                    integer->digits.size()));
  }
  return constant(node, value);
}

// A masked range looks like a name, but is longer than one token.
ExprId Lowering::name_or_masked(Node const& node) {
  bool const is_name = tokens_.tokens[token_at(node.begin())].end == node.end();
  if (!is_name) return parse_range(node.begin(), node.end());
  return add(span(node), Name{intern(node), ExprContext::Load});
}

// Attributes, calls and subscripts, however many: from the innermost outwards.
ExprId Lowering::primary_chain(Node const& node) {
  std::vector<std::pair<Node, Nodes>> chain;
  Node current = node;
  while (is_chain(current)) {
    chain.emplace_back(current, children_of(current));
    current = chain.back().second[0];
  }
  ExprId result = expression(current);
  for (auto link = chain.rbegin(); link != chain.rend(); ++link)
    result = extend_chain(link->second, span(link->first), result);
  return result;
}

// One link of the chain, told by what follows its left operand.
ExprId Lowering::extend_chain(Nodes const& children, Span where, ExprId left) {
  if (children[1].is(".")) return add(where, Attribute{left, intern(children[2]), ExprContext::Load});
  if (children[1].is("[")) return subscript(children, where, left);
  return call(children, where, left);
}

// tree-sitter binds `^` tighter than `&`. So the operands and operators are strung together as they stand, and grouped
// anew. `**` is right as it is.
ExprId Lowering::binary_operator(Node const& node) {
  struct Operand {
    ExprId value;
    std::uint32_t begin;
    std::uint32_t end;
  };
  std::vector<Node> leaves;
  std::vector<Operator> operators;
  string_operands(node, leaves, operators);
  if (operators.empty()) return power(node);
  std::vector<Operand> operands;
  std::vector<Operator> pending;
  auto const reduce = [&] {
    Operand const right = operands.back();
    operands.pop_back();
    Operand& left = operands.back();
    left = {add(span(left.begin, right.end), BinOp{left.value, pending.back(), right.value}), left.begin, right.end};
    pending.pop_back();
  };
  for (std::size_t at = 0; at < leaves.size(); ++at) {
    operands.push_back({expression(leaves[at]), leaves[at].begin(), leaves[at].end()});
    if (at == operators.size()) break;
    while (!pending.empty() && precedence(pending.back()) >= precedence(operators[at])) reduce();
    pending.push_back(operators[at]);
  }
  while (!pending.empty()) reduce();
  return operands[0].value;
}

// The operands and operators of `node` in the order of the source. It may be a long chain to the left.
void Lowering::string_operands(Node const& node, std::vector<Node>& operands, std::vector<Operator>& operators) {
  std::vector<Nodes> chain;
  Node leftmost = node;
  while (leftmost.is(NodeType::BinaryOperator)) {
    Nodes children = children_of(leftmost);
    if (children[1].is("**")) break;
    leftmost = children[0];
    chain.push_back(std::move(children));
  }
  operands.push_back(leftmost);
  for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
    operators.push_back(*find_operator((*link)[1].name(), Operator::FloorDiv));
    if ((*link)[2].is(NodeType::BinaryOperator)) {
      string_operands((*link)[2], operands, operators);
    } else {
      operands.push_back((*link)[2]);
    }
  }
}

// `left ** right`
ExprId Lowering::power(Node const& node) {
  Nodes const children = children_of(node);
  ExprId const left = expression(children[0]);
  return add(span(node), BinOp{left, Operator::Pow, expression(children[2])});
}

// `a and b and c` is one BoolOp.
ExprId Lowering::boolean_operator(Node const& node) {
  std::string_view const op = children_of(node)[1].name();
  Nodes operands;
  Node current = node;
  for (;;) {
    Nodes const children = children_of(current);
    operands.push_back(children[2]);
    bool const goes_on = children[0].is(NodeType::BooleanOperator) && children_of(children[0])[1].name() == op;
    current = children[0];
    if (!goes_on) break;
  }
  operands.push_back(current);
  ExprIds values;
  for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand) values.push_back(expression(*operand));
  return add(span(node), BoolOp{op == "and" ? BoolOperator::And : BoolOperator::Or, ast_.arena.copy(values)});
}

ExprId Lowering::comparison(Node const& node) {
  Nodes const children = children_of(node);
  ExprId const left = expression(children[0]);
  std::vector<CompareOperator> ops;
  ExprIds comparators;
  for (std::size_t at = 1; at + 1 < children.size(); at += 2) {
    std::optional<CompareOperator> const op = find_operator(children[at].name(), CompareOperator::NotIn);
    if (!op) return unexpected(children[at]);
    ops.push_back(*op);
    comparators.push_back(expression(children[at + 1]));
  }
  return add(span(node), Compare{left, ast_.arena.copy(ops), ast_.arena.copy(comparators)});
}

ExprId Lowering::unary_operator(Node const& node) {
  Nodes const children = children_of(node);
  std::optional<UnaryOperator> const op = find_operator(children[0].name(), UnaryOperator::USub);
  return add(span(node), UnaryOp{*op, expression(children[1])});
}

// tree-sitter binds `await` looser than `**`: `await x ** y` is (await x) ** y.
ExprId Lowering::await(Node const& node) {
  Node const operand = children_of(node)[1];
  Nodes const power = operand.is(NodeType::BinaryOperator) ? children_of(operand) : Nodes{};
  if (power.empty() || !power[1].is("**")) return add(span(node), Await{expression(operand)});
  ExprId const base = add(span(node.begin(), power[0].end()), Await{expression(power[0])});
  return add(span(node), BinOp{base, Operator::Pow, expression(power[2])});
}

// tree-sitter binds `:=` tighter than a conditional expression: `x := a if b else c` is x := (a if b else c).
ExprId Lowering::conditional(Node const& node) {
  Nodes const children = children_of(node);
  std::uint32_t const end = end_without_alias(children[4]);
  auto const make = [&](Node const& body) {
    ExprId const value = expression(body);
    ExprId const test = expression(children[2]);
    return add(span(body.begin(), end), IfExp{test, value, expression(children[4])});
  };
  if (!children[0].is(NodeType::NamedExpression)) return make(children[0]);
  Nodes const named = children_of(children[0]);
  ExprId const target = add(span(named[0]), Name{intern(named[0]), ExprContext::Store});
  return add(span(node.begin(), end), NamedExpr{target, make(named[2])});
}

std::uint32_t Lowering::end_without_alias(Node const& node) {
  bool const may_hide_alias =
      node.is(NodeType::AsPattern) || node.is(NodeType::ConditionalExpression) || node.is(NodeType::Lambda);
  if (!may_hide_alias) return node.end();
  Nodes const children = children_of(node);
  return end_without_alias(node.is(NodeType::AsPattern) ? children.front() : children.back());
}

ExprId Lowering::lambda(Node const& node) {
  Nodes const children = children_of(node);
  bool const has_parameters = children[1].is(NodeType::LambdaParameters);
  Arguments const* args = parameters(has_parameters ? children_of(children[1]) : Nodes{});
  ExprId const body = expression(children.back());
  return add(span(node.begin(), end_without_alias(children.back())), Lambda{args, body});
}

ExprId Lowering::yield(Node const& node) {
  Nodes const children = children_of(node);
  if (children.size() == 1) return add(span(node), Yield{});
  if (children[1].is("from")) return add(span(node), YieldFrom{expression(children[2])});
  return add(span(node), Yield{expression(children[1])});
}

ExprId Lowering::starred(Node const& node) {
  return add(span(node), Starred{expression(children_of(node)[1]), ExprContext::Load});
}

}  // namespace aiocc::frontend
