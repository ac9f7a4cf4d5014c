// Reads `__slots__` out of class bodies.
#include "build_ir/slots.hpp"

#include <algorithm>
#include <span>

#include "syntax/walk.hpp"

namespace aiocc::build_ir {

namespace {

bool is_slots(syntax::Ast const& ast, syntax::ExprId id) {
  auto const* const name = ast.get_if<syntax::Name>(id);
  return name && name->id.text() == "__slots__";
}

// What the statement assigns to `__slots__` alone; unset where it does something else.
syntax::ExprId assigned_slots(syntax::Ast const& ast, syntax::StmtId stmt) {
  auto const* const assign = ast.get_if<syntax::Assign>(stmt);
  if (assign && assign->targets.size() == 1 && is_slots(ast, assign->targets[0])) return assign->value;
  auto const* const annotated = ast.get_if<syntax::AnnAssign>(stmt);
  return annotated && is_slots(ast, annotated->target) ? annotated->value : syntax::ExprId();
}

std::size_t mentions_of_slots(syntax::Ast const& ast, syntax::ClassDef const& node) {
  std::size_t found = 0;
  for (syntax::StmtId stmt : node.body) {
    syntax::for_each_descendant(ast, stmt, [&](auto id) {
      if constexpr (std::same_as<decltype(id), syntax::ExprId>) found += is_slots(ast, id);
    });
  }
  return found;
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
  syntax::ExprId value;
  for (syntax::StmtId stmt : node.body) {
    if (syntax::ExprId const assigned = assigned_slots(ast, stmt)) value = assigned;
  }
  if (!value || mentions_of_slots(ast, node) != 1) return std::nullopt;
  if (auto const* const tuple = ast.get_if<syntax::Tuple>(value))
    return slot_names(ast, {tuple->elts.begin(), tuple->elts.end()});
  if (auto const* const list = ast.get_if<syntax::List>(value))
    return slot_names(ast, {list->elts.begin(), list->elts.end()});
  return slot_names(ast, {&value, 1});
}

}  // namespace aiocc::build_ir
