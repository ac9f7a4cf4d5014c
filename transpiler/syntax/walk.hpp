// Walks over a tree, derived from the fields of its nodes.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include "support/fields.hpp"
#include "syntax/ast.hpp"

namespace aiocc::syntax {

namespace detail {

template <class T>
constexpr bool is_array = false;
template <class T>
constexpr bool is_array<Array<T>> = true;

template <class T>
concept NodeId = std::same_as<T, ExprId> || std::same_as<T, StmtId> || std::same_as<T, PatternId>;

template <class Value, class Visit>
void visit_children_in(Value const& value, Visit& visit) {
  if constexpr (NodeId<Value>) {
    if (value) visit(value);
  } else if constexpr (is_array<Value>) {
    for (auto const& element : value) visit_children_in(element, visit);
  } else if constexpr (std::same_as<Value, TypeParam>) {
    std::visit([&](auto const& node) { visit_children_in(node, visit); }, value.node);
  } else if constexpr (std::is_pointer_v<Value> || std::same_as<Value, std::optional<Arg>>) {
    if (value) visit_children_in(*value, visit);
  } else if constexpr (requires { Value::for_each_field(value, [](char const*, auto const&) {}); }) {
    Value::for_each_field(value, [&](char const*, auto const& field) { visit_children_in(field, visit); });
  }
}

}  // namespace detail

// Calls visit(id) for each expression, statement and pattern right below `node` (any struct of nodes.hpp), in the order
// of Python.asdl's fields, which isn't always that of evaluation. `visit` takes ExprId, StmtId and PatternId.
template <class Node, class Visit>
void for_each_child_of(Node const& node, Visit&& visit) {
  detail::visit_children_in(node, visit);
}

// The same for the node `id`.
template <class Tag, class Visit>
void for_each_child(Ast const& ast, Id<Tag> id, Visit&& visit) {
  std::visit([&](auto const& node) { for_each_child_of(node, visit); }, ast[id].node);
}

// Calls visit(id) for `id` and for everything below it, parents first. It uses no recursion.
template <class Tag, class Visit>
void for_each_descendant(Ast const& ast, Id<Tag> id, Visit&& visit) {
  using AnyId = std::variant<ExprId, StmtId, PatternId>;
  std::vector<AnyId> pending{id};
  std::vector<AnyId> children;
  while (!pending.empty()) {
    AnyId const next = pending.back();
    pending.pop_back();
    children.clear();
    std::visit(
        [&](auto node) {
          visit(node);
          for_each_child(ast, node, [&](auto child) { children.push_back(child); });
        },
        next);
    pending.insert(pending.end(), children.rbegin(), children.rend());
  }
}

}  // namespace aiocc::syntax
