// Reads `__slots__` and `__match_args__` out of class bodies.
#include "build_ir/slots.hpp"

#include <algorithm>
#include <span>

#include "syntax/walk.hpp"

namespace aiocc::build_ir {

namespace {

bool is_name(syntax::Ast const& ast, syntax::ExprId id, std::string_view wanted) {
  auto const* const name = ast.get_if<syntax::Name>(id);
  return name && name->id.text() == wanted;
}

// What the statement assigns to that name alone; unset where it does something else.
syntax::ExprId assigned_in(syntax::Ast const& ast, syntax::StmtId stmt, std::string_view name) {
  auto const* const assign = ast.get_if<syntax::Assign>(stmt);
  if (assign && assign->targets.size() == 1 && is_name(ast, assign->targets[0], name)) return assign->value;
  auto const* const annotated = ast.get_if<syntax::AnnAssign>(stmt);
  return annotated && is_name(ast, annotated->target, name) ? annotated->value : syntax::ExprId();
}

// What a class's body assigns to the name, if it mentions it nowhere else.
syntax::ExprId only_assigned(syntax::Ast const& ast, syntax::ClassDef const& node, std::string_view name) {
  syntax::ExprId value;
  std::size_t mentions = 0;
  for (syntax::StmtId stmt : node.body) {
    if (syntax::ExprId const assigned = assigned_in(ast, stmt, name)) value = assigned;
    syntax::for_each_descendant(ast, stmt, [&](auto id) {
      if constexpr (std::same_as<decltype(id), syntax::ExprId>) mentions += is_name(ast, id, name);
    });
  }
  return mentions == 1 ? value : syntax::ExprId();
}

// The str that a constant is, else nothing.
std::optional<NameId> slot_name(syntax::Ast const& ast, syntax::ExprId id) {
  auto const* const constant = ast.get_if<syntax::Constant>(id);
  auto const* const text = constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
  if (!text || text->text.empty() || text->text == "__dict__") return std::nullopt;
  return NameId::of(text->text);
}

std::optional<std::vector<NameId>> slot_names(syntax::Ast const& ast, std::span<syntax::ExprId const> items) {
  std::vector<NameId> names;
  for (syntax::ExprId item : items) {
    std::optional<NameId> const name = slot_name(ast, item);
    if (!name || std::ranges::find(names, *name) != names.end()) return std::nullopt;
    if (name->text() != "__weakref__") names.push_back(*name);
  }
  return names;
}

}  // namespace

std::optional<std::vector<NameId>> told_slots(syntax::Ast const& ast, syntax::ClassDef const& node) {
  syntax::ExprId const value = only_assigned(ast, node, "__slots__");
  if (!value) return std::nullopt;
  if (auto const* const tuple = ast.get_if<syntax::Tuple>(value))
    return slot_names(ast, {tuple->elts.begin(), tuple->elts.end()});
  if (auto const* const list = ast.get_if<syntax::List>(value))
    return slot_names(ast, {list->elts.begin(), list->elts.end()});
  return slot_names(ast, {&value, 1});
}

std::optional<std::vector<NameId>> told_match_args(syntax::Ast const& ast, syntax::ClassDef const& node) {
  syntax::ExprId const value = only_assigned(ast, node, "__match_args__");
  auto const* const tuple = value ? ast.get_if<syntax::Tuple>(value) : nullptr;
  if (!tuple) return std::nullopt;
  std::optional<std::vector<NameId>> names = slot_names(ast, {tuple->elts.begin(), tuple->elts.end()});
  return names && names->size() == tuple->elts.size() ? names : std::nullopt;
}

}  // namespace aiocc::build_ir
