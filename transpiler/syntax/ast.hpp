// A module's abstract syntax tree: nodes in stores, referred to by id.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/arena.hpp"
#include "support/ids.hpp"
#include "support/overloaded.hpp"
#include "support/source.hpp"
#include "syntax/nodes.hpp"

namespace aiocc::syntax {

namespace detail {
template <class First, class... Nodes>
using VariantOf = std::variant<Nodes...>;
}  // namespace detail

// Each kind's number is the index of its node in the variant.
enum class ExprKind : unsigned char {
#define AIOCC_EXPR(kind) kind,
#include "syntax/expr_kinds.def"
#undef AIOCC_EXPR
};
enum class PatternKind : unsigned char {
#define AIOCC_PATTERN(kind) kind,
#include "syntax/pattern_kinds.def"
#undef AIOCC_PATTERN
};
enum class StmtKind : unsigned char {
#define AIOCC_STMT(kind) kind,
#include "syntax/stmt_kinds.def"
#undef AIOCC_STMT
};
enum class TypeParamKind : unsigned char {
#define AIOCC_TYPE_PARAM(kind) kind,
#include "syntax/type_param_kinds.def"
#undef AIOCC_TYPE_PARAM
};

struct Expr {
  using Kind = ExprKind;
  using Node = detail::VariantOf<void
#define AIOCC_EXPR(kind) , kind
#include "syntax/expr_kinds.def"
#undef AIOCC_EXPR
                                 >;
  Span span;
  Node node;

  Kind kind() const { return static_cast<Kind>(node.index()); }
};

struct Pattern {
  using Kind = PatternKind;
  using Node = detail::VariantOf<void
#define AIOCC_PATTERN(kind) , kind
#include "syntax/pattern_kinds.def"
#undef AIOCC_PATTERN
                                 >;
  Span span;
  Node node;

  Kind kind() const { return static_cast<Kind>(node.index()); }
};

// For a decorated function or class the span begins at `def`, `async` or `class`, as CPython's does.
struct Stmt {
  using Kind = StmtKind;
  using Node = detail::VariantOf<void
#define AIOCC_STMT(kind) , kind
#include "syntax/stmt_kinds.def"
#undef AIOCC_STMT
                                 >;
  Span span;
  Node node;

  Kind kind() const { return static_cast<Kind>(node.index()); }
};

struct TypeParam {
  using Kind = TypeParamKind;
  using Node = detail::VariantOf<void
#define AIOCC_TYPE_PARAM(kind) , kind
#include "syntax/type_param_kinds.def"
#undef AIOCC_TYPE_PARAM
                                 >;
  Span span;
  Node node;

  Kind kind() const { return static_cast<Kind>(node.index()); }
};

// A comment from its `#` to the end of its line.
struct Comment {
  Span span;
  // Whether nothing but white space precedes it on its line.
  bool own_line = false;
};

// What CPython warns of while it compiles.
struct SyntaxWarning {
  Span span;
  std::string message;
};

// A module. It owns all memory that its nodes refer to.
struct Ast {
  SourceFileId file;
  Arena arena;
  Store<Expr> exprs;
  Store<Stmt> stmts;
  Store<Pattern> patterns;
  Array<StmtId> body;
  // In the order of the source.
  std::vector<Comment> comments;
  // In the order in which CPython prints them.
  std::vector<SyntaxWarning> warnings;

  Expr const& operator[](ExprId id) const { return exprs[id]; }
  Stmt const& operator[](StmtId id) const { return stmts[id]; }
  Pattern const& operator[](PatternId id) const { return patterns[id]; }

  template <class Tag>
  Span span(Id<Tag> id) const {
    return (*this)[id].span;
  }
  template <class Tag>
  auto kind(Id<Tag> id) const {
    return (*this)[id].kind();
  }
  template <class Node, class Tag>
  bool is(Id<Tag> id) const {
    return std::holds_alternative<Node>((*this)[id].node);
  }
  template <class Node, class Tag>
  Node const& get(Id<Tag> id) const {
    return std::get<Node>((*this)[id].node);
  }
  template <class Node, class Tag>
  Node const* get_if(Id<Tag> id) const {
    return std::get_if<Node>(&(*this)[id].node);
  }
};

// Calls the overload for the kind of the node `id`, and returns what it returns.
template <class Tag, class Visitor>
decltype(auto) visit(Ast const& ast, Id<Tag> id, Visitor&& visitor) {
  return std::visit(std::forward<Visitor>(visitor), ast[id].node);
}

// The name of a node's type as ast prints it.
template <class Node>
constexpr std::string_view ast_name() {
  if constexpr (requires { Node::ast_name; }) return Node::ast_name;
#define AIOCC_NODE_NAME(kind) else if constexpr (std::is_same_v<Node, kind>) return #kind;
#define AIOCC_EXPR AIOCC_NODE_NAME
#include "syntax/expr_kinds.def"
#undef AIOCC_EXPR
#define AIOCC_STMT AIOCC_NODE_NAME
#include "syntax/stmt_kinds.def"
#undef AIOCC_STMT
#define AIOCC_PATTERN AIOCC_NODE_NAME
#include "syntax/pattern_kinds.def"
#undef AIOCC_PATTERN
#define AIOCC_TYPE_PARAM AIOCC_NODE_NAME
#include "syntax/type_param_kinds.def"
#undef AIOCC_TYPE_PARAM
#undef AIOCC_NODE_NAME
}

}  // namespace aiocc::syntax
