// Instructions, blocks and the dispatch by kind.
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

FunctionBuilder::FunctionBuilder(ModuleBuilder& module, FunctionBuilder* parent, semantics::ScopeId scope,
                                 ir::FunctionKind kind)
    : module_(module),
      parent_(parent),
      id_(module.module.functions.add({})),
      function_(module.module.functions[id_]),
      scope_(scope) {
  semantics::Scope const& facts = module.model.scopes[scope];
  function_.module = module.id;
  function_.name = facts.name;
  function_.qualified_name = facts.qualified_name;
  if (kind == ir::FunctionKind::Module) {
    function_.name = NameId::of("<module>");
    function_.qualified_name = "<module>";
  }
  function_.kind = kind;
  function_.result = object_type();
  function_.span = {module.ast.file, 0, 0};
  function_.name_span = function_.span;
  function_.body = block_ = function_.blocks.add({});
  if (parent) function_.parent = parent->id_;
}

void FunctionBuilder::build_body(Array<syntax::StmtId> body) {
  build_statements(body);
  if (!reachable_) return;
  Place const end = plain_place(function_.span);
  if (function_.kind == ir::FunctionKind::ClassBody) {
    add(end, ir::ClassBodyResult{});
  } else {
    add(end, ir::Return{});
  }
}

void FunctionBuilder::build_module_body(Array<syntax::StmtId> body) {
  for (syntax::SyntaxWarning const& warning : model().warnings)
    add(plain_place(warning.span), ir::WarnSyntax{warning.message});
  // The main module's dict has them from the start.
  bool const is_main = module_.module.modules[module_.id].name.text() == "__main__";
  if (module_.has_dict() && !is_main && has_own_annotations(body)) {
    Place const start = plain_place(function_.span);
    add(start, ir::StoreName{NameId::of("__annotations__"), add(start, ir::MakeDict{})});
  }
  build_body(body);
}

void FunctionBuilder::build_lambda_body(syntax::ExprId body) {
  ir::InstId const result = value(body);
  add(place(body), ir::Return{result});
}

ir::InstId FunctionBuilder::append(ir::InstNode node, Place place, ir::TypeId type) {
  ir::InstId const id = function_.insts.add(
      {.node = std::move(node), .span = place.span, .anchor = place.anchor, .fold = fold_, .type = type});
  ir::Inst& inst = function_.insts[id];
  if (ir::traits_of(inst).raises) inst.marks_hidden = hides_marks(place);
  inst.is_annotation = in_annotation_;
  inst.generated_line = generated_line_;
  function_.blocks[block_].insts.push_back(id);
  if (!ir::can_complete(function_, id)) reachable_ = false;
  return id;
}

bool FunctionBuilder::hides_marks(Place place) const {
  bool const whole_lines = !place.anchor.file && covers_its_lines(module_.file, place.span);
  return whole_lines || (unmarked_.file && place.span == unmarked_);
}

ir::BlockId FunctionBuilder::block_of(Array<syntax::StmtId> body) {
  return block([&] { build_statements(body); });
}

ir::BlockId FunctionBuilder::block_of_unless_empty(Array<syntax::StmtId> body) {
  return body.empty() ? ir::BlockId{} : block_of(body);
}

ir::InstId FunctionBuilder::as_object(ir::InstId value, Place place) {
  return is_bool(value) ? add(place, ir::Coerce{value}) : value;
}

ir::InstId FunctionBuilder::truth(ir::InstId value, Place place) {
  return is_bool(value) ? value : add_bool(place, ir::Truth{value});
}

ir::InstId FunctionBuilder::unsupported(Span span, std::string_view construct) {
  module_.report_unsupported(span, construct);
  return add(plain_place(span), ir::Unsupported{std::string(construct)});
}

ir::InstId FunctionBuilder::raw_value(syntax::ExprId expr) {
  return syntax::visit(ast(), expr, [&](auto const& node) { return build(node, expr); });
}

ir::InstId FunctionBuilder::value(syntax::ExprId expr) { return as_object(raw_value(expr), place(expr)); }

std::vector<ir::InstId> FunctionBuilder::values(Array<syntax::ExprId> exprs) {
  std::vector<ir::InstId> result;
  for (syntax::ExprId expr : exprs) result.push_back(value(expr));
  return result;
}

void FunctionBuilder::build_statements(Array<syntax::StmtId> body) {
  for (syntax::StmtId stmt : body) {
    if (!reachable_) return;
    build_statement(stmt);
  }
}

void FunctionBuilder::build_statement(syntax::StmtId stmt) {
  add(place(stmt), ir::Statement{});
  unmarked_ = unmarked_call(ast(), module_.file, stmt);
  syntax::visit(ast(), stmt, [&](auto const& node) { build(node, stmt); });
}

}  // namespace aiocc::build_ir
