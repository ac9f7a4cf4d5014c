// Statements that lead control, except for loops over iterables, `with` and `try`; and those that do nothing at run time.
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

void FunctionBuilder::build(syntax::Assert const& node, syntax::StmtId id) {
  ir::InstId const holds = condition(node.test);
  ir::If inst{.condition = add_bool(place(node.test), ir::Not{holds}), .then_block = {}, .else_block = {}};
  inst.then_block = block([&] {
    ir::InstId error = add(place(id), ir::LoadBuiltin{NameId::of("AssertionError")});
    if (node.msg) error = add(place(id), ir::Call{error, {value(node.msg)}, {}});
    add(place(node.test), ir::Raise{error, {}});
  });
  add(place(id), inst);
}

void FunctionBuilder::build(syntax::Break const&, syntax::StmtId id) { add(place(id), ir::Break{}); }

void FunctionBuilder::build(syntax::Continue const&, syntax::StmtId id) { add(place(id), ir::Continue{}); }

void FunctionBuilder::build(syntax::ExprStmt const& node, syntax::StmtId) {
  if (!ast().is<syntax::Constant>(node.value)) raw_value(node.value);
}

// `TYPE_CHECKING` and `typing.TYPE_CHECKING`, which are False.
bool FunctionBuilder::is_type_checking(syntax::ExprId test) const {
  if (auto const* name = ast().get_if<syntax::Name>(test)) return imported(name->id) == "typing.TYPE_CHECKING";
  auto const* attribute = ast().get_if<syntax::Attribute>(test);
  auto const* module = attribute ? ast().get_if<syntax::Name>(attribute->value) : nullptr;
  return module && attribute->attr.text() == "TYPE_CHECKING" && imported(module->id) == "typing";
}

void FunctionBuilder::build(syntax::If const& node, syntax::StmtId id) {
  // What only type checkers see may import what only they need.
  if (is_type_checking(node.test)) {
    return build_statements(node.orelse);
  }
  ir::If inst{.condition = condition(node.test), .then_block = {}, .else_block = {}};
  inst.then_block = block_of(node.body);
  inst.else_block = block_of_unless_empty(node.orelse);
  add(place(id), inst);
}

void FunctionBuilder::build(syntax::Return const& node, syntax::StmtId id) {
  ir::Return inst;
  if (node.value) inst.value = value(node.value);
  add(place(id), inst);
}

void FunctionBuilder::build(syntax::While const& node, syntax::StmtId id) {
  ir::While inst;
  inst.condition_block = block([&] { inst.condition = condition(node.test); });
  inst.body = block_of(node.body);
  inst.else_block = block_of_unless_empty(node.orelse);
  add(place(id), inst);
}

void FunctionBuilder::build(syntax::Global const&, syntax::StmtId) {}
void FunctionBuilder::build(syntax::Nonlocal const&, syntax::StmtId) {}
void FunctionBuilder::build(syntax::Pass const&, syntax::StmtId) {}

}  // namespace aiocc::build_ir
