// `try`, with `except` or `except*`, and `raise`.
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

void FunctionBuilder::build(syntax::Try const& node, syntax::StmtId id) { build_try(node, id, /*is_star=*/false); }
void FunctionBuilder::build(syntax::TryStar const& node, syntax::StmtId id) { build_try(node, id, /*is_star=*/true); }

template <class Node>
void FunctionBuilder::build_try(Node const& node, syntax::StmtId id, bool is_star) {
  ir::Try inst;
  bool const guards = handles_import_errors(node.handlers);
  import_guards_ += guards;
  inst.is_star = is_star;
  inst.body = block_of(node.body);
  import_guards_ -= guards;
  for (syntax::ExceptHandler const& handler : node.handlers) inst.handlers.push_back(build_handler(handler));
  inst.else_block = block_of_unless_empty(node.orelse);
  inst.finally_block = block_of_unless_empty(node.finalbody);
  add(place(id), std::move(inst));
}

// `except T as name: body` unbinds the name however the body is left.
ir::Handler FunctionBuilder::build_handler(syntax::ExceptHandler const& handler) {
  ir::Handler made{.span = handler.span, .match_block = {}, .types = {}, .body = {}};
  if (handler.type) made.match_block = block([&] { made.types = value(handler.type); });
  Place const where = plain_place(handler.span);
  made.body = block([&] {
    if (!handler.name) return build_statements(handler.body);
    store_name(handler.name, add(where, ir::CurrentException{}), where);
    ir::Try unbinding;
    unbinding.body = block_of(handler.body);
    unbinding.finally_block = block([&] { delete_name(handler.name, where, /*quiet=*/true); });
    add(where, std::move(unbinding));
  });
  return made;
}

void FunctionBuilder::build(syntax::Raise const& node, syntax::StmtId id) {
  if (!node.exc) {
    add(place(id), ir::Reraise{});
    return;
  }
  ir::Raise inst{.exception = value(node.exc), .cause = {}};
  if (node.cause) inst.cause = value(node.cause);
  add(place(id), inst);
}

}  // namespace aiocc::build_ir
