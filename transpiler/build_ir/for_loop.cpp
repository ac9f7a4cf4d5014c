// `for` and `async for`.
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

void FunctionBuilder::build(syntax::For const& node, syntax::StmtId id) { build_for(node, id, /*is_async=*/false); }
void FunctionBuilder::build(syntax::AsyncFor const& node, syntax::StmtId id) { build_for(node, id, /*is_async=*/true); }

template <class Node>
void FunctionBuilder::build_for(Node const& node, syntax::StmtId id, bool is_async) {
  ir::For inst{.iterable = value(node.iter), .is_async = is_async, .body = {}, .else_block = {}};
  inst.body = block([&] {
    store(node.target, add(place(node.target), ir::LoopItem{}));
    build_statements(node.body);
  });
  inst.else_block = block_of_unless_empty(node.orelse);
  add(is_async ? place(id) : place(node.iter), inst);
}

}  // namespace aiocc::build_ir
