// SyntaxWarnings in CPython 3.13's words: comparisons of identity with literals, assertions of tuples, literals that are called or
// subscripted, as happens where a comma is missing.
#include "semantics/syntax_warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "semantics/constant_types.hpp"
#include "syntax/walk.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

class WarningFinder {
 public:
  WarningFinder(Ast const& ast, std::vector<SyntaxWarning>& warnings) : ast_(ast), warnings_(warnings) {}

  void run() {
    auto const visit = Overloaded{
        [&](ExprId id) {
          note_inverted(id);
          check(id);
        },
        [&](StmtId id) {
          if (auto const* node = ast_.get_if<Assert>(id)) check_assert(id, *node);
        },
        [](PatternId) {},
    };
    for (StmtId const id : ast_.body) for_each_descendant(ast_, id, visit);
  }

 private:
  void warn(Span where, std::string message) { warnings_.push_back({where, std::move(message)}); }

  // `not a is b` is compiled as `a is not b`.
  void note_inverted(ExprId id) {
    auto const* negation = ast_.get_if<UnaryOp>(id);
    if (!negation || negation->op != UnaryOperator::Not) return;
    auto const* comparison = ast_.get_if<Compare>(negation->operand);
    if (comparison && comparison->ops.size() == 1) inverted_.insert(negation->operand);
  }

  void check(ExprId id) {
    if (auto const* node = ast_.get_if<Compare>(id)) check_compare(id, *node);
    if (auto const* node = ast_.get_if<Call>(id)) check_call(id, *node);
    if (auto const* node = ast_.get_if<Subscript>(id)) check_subscript(id, *node);
  }

  void check_assert(StmtId id, Assert const& node) {
    auto const* tuple = ast_.get_if<Tuple>(node.test);
    if (tuple && !tuple->elts.empty()) warn(ast_.span(id), "assertion is always true, perhaps remove parentheses?");
  }

  // The type of what is folded into a constant that is no singleton, else empty.
  std::string_view literal_type(ExprId id) const {
    std::string_view const type = folded_type(ast_, id);
    return type == "NoneType" || type == "bool" || type == "ellipsis" ? std::string_view() : type;
  }

  // What the expression gives for certain; empty where that isn't known.
  std::string_view type_of(ExprId id) const {
    auto const visitor = Overloaded{
        [&](Tuple const&) { return std::string_view("tuple"); },
        [&](List const&) { return std::string_view("list"); },
        [&](ListComp const&) { return std::string_view("list"); },
        [&](Dict const&) { return std::string_view("dict"); },
        [&](DictComp const&) { return std::string_view("dict"); },
        [&](Set const&) { return std::string_view("set"); },
        [&](SetComp const&) { return std::string_view("set"); },
        [&](GeneratorExp const&) { return std::string_view("generator"); },
        [&](Lambda const&) { return std::string_view("function"); },
        [&](JoinedStr const&) { return std::string_view("str"); },
        [&](BinOp const& node) {
          return becomes_fstring(ast_, node) ? std::string_view("str") : folded_type(ast_, id);
        },
        [&](auto const&) { return folded_type(ast_, id); },
    };
    return syntax::visit(ast_, id, visitor);
  }

  // Of a chain only the first comparison that deserves it.
  void check_compare(ExprId id, Compare const& node) {
    std::string_view left = literal_type(node.left);
    bool const is_inverted = inverted_.contains(id);
    for (std::size_t at = 0; at < node.ops.size(); ++at) {
      std::string_view const right = literal_type(node.comparators[at]);
      bool const is_identity = node.ops[at] == CompareOperator::Is || node.ops[at] == CompareOperator::IsNot;
      if (is_identity && !(left.empty() && right.empty())) {
        bool const is_negated = (node.ops[at] == CompareOperator::IsNot) != is_inverted;
        return warn(ast_.span(id),
                    fmt::format("\"{}\" with '{}' literal. Did you mean \"{}\"?", is_negated ? "is not" : "is",
                                left.empty() ? right : left, is_negated ? "!=" : "=="));
      }
      left = right;
    }
  }

  void check_call(ExprId id, Call const& node) {
    std::string_view const type = type_of(node.func);
    if (type.empty() || type == "function") return;
    warn(ast_.span(id), fmt::format("'{}' object is not callable; perhaps you missed a comma?", type));
  }

  void check_subscript(ExprId id, Subscript const& node) {
    std::string_view const type = type_of(node.value);
    constexpr std::string_view indexed[] = {"str", "bytes", "tuple", "list"};
    if (node.ctx != ExprContext::Load || type.empty() || type == "dict" || !folded_type(ast_, id).empty()) return;
    if (std::find(std::begin(indexed), std::end(indexed), type) == std::end(indexed))
      return warn(ast_.span(id), fmt::format("'{}' object is not subscriptable; perhaps you missed a comma?", type));
    std::string_view const index = type_of(node.slice);
    if (index.empty() || index == "int" || index == "bool") return;
    warn(ast_.span(id),
         fmt::format("{} indices must be integers or slices, not {}; perhaps you missed a comma?", type, index));
  }

  Ast const& ast_;
  std::vector<SyntaxWarning>& warnings_;
  std::unordered_set<ExprId> inverted_;
};

}  // namespace

void find_syntax_warnings(Ast const& ast, std::vector<SyntaxWarning>& warnings) { WarningFinder(ast, warnings).run(); }

}  // namespace aiocc::semantics
