// `with` and `async with`: one With an item, nested.
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

void FunctionBuilder::build(syntax::With const& node, syntax::StmtId) {
  build_with(node.items, 0, node.body, /*is_async=*/false);
}
void FunctionBuilder::build(syntax::AsyncWith const& node, syntax::StmtId) {
  build_with(node.items, 0, node.body, /*is_async=*/true);
}

void FunctionBuilder::build_with(Array<syntax::WithItem> items, std::size_t at, Array<syntax::StmtId> body,
                                 bool is_async) {
  syntax::WithItem const& item = items[at];
  ir::With inst{.manager = value(item.context_expr), .is_async = is_async, .body = {}};
  inst.body = block([&] {
    ir::InstId const entered = add(place(item.context_expr), ir::WithEntered{});
    if (item.optional_vars) store(item.optional_vars, entered);
    if (at + 1 < items.size()) {
      build_with(items, at + 1, body, is_async);
    } else {
      build_statements(body);
    }
  });
  add(place(item.context_expr), inst);
}

}  // namespace aiocc::build_ir
