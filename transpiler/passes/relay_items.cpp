// Which loops only pass on the items of an asynchronous generator.
#include "passes/relay_items.hpp"

#include <map>

namespace aiocc::passes {

namespace {

bool has_plain_life(ir::TypeKind kind) {
  switch (kind) {
    case ir::TypeKind::None:
    case ir::TypeKind::Bool:
    case ir::TypeKind::Int:
    case ir::TypeKind::Float:
    case ir::TypeKind::Str: return true;
    default: return false;
  }
}

// The variable of a loop of that form, else unset.
ir::LocalId relayed_variable(ir::Module const& module, ir::Function const& function, ir::For const& loop) {
  ir::Type const& source = module.types[function.insts[loop.iterable].type];
  if (!loop.is_async || source.kind != ir::TypeKind::AsyncGenerator || source.arguments[0] != function.result)
    return {};
  std::vector<ir::InstId> const& body = function.blocks[loop.body].insts;
  if (body.size() != 5 || function.insts[body[2]].kind() != ir::InstKind::Statement) return {};
  auto const* const store = std::get_if<ir::StoreLocal>(&function.insts[body[1]].node);
  auto const* const load = std::get_if<ir::LoadLocal>(&function.insts[body[3]].node);
  auto const* const yield = std::get_if<ir::Yield>(&function.insts[body[4]].node);
  bool const passes_on = store && load && yield && store->value == body[0] && yield->value == body[3];
  if (!passes_on || store->local != load->local) return {};
  return function.locals[load->local].captured ? ir::LocalId() : load->local;
}

void relay_items_of(ir::Module const& module, ir::Function& function) {
  std::map<ir::LocalId, std::size_t> other_uses;
  std::vector<std::pair<ir::InstId, ir::LocalId>> found;
  for (ir::Block const& block : function.blocks) {
    for (ir::InstId id : block.insts) {
      ir::InstNode const& node = function.insts[id].node;
      if (!std::holds_alternative<ir::StoreLocal>(node))
        ir::for_each_local(node, [&](ir::LocalId local) { ++other_uses[local]; });
      auto const* const loop = std::get_if<ir::For>(&node);
      ir::LocalId const variable = loop ? relayed_variable(module, function, *loop) : ir::LocalId();
      if (!variable) continue;
      --other_uses[variable];
      found.emplace_back(id, variable);
    }
  }
  for (auto const& [id, variable] : found)
    if (other_uses[variable] == 0) std::get<ir::For>(function.insts[id].node).relays = true;
}

}  // namespace

void relay_items(ir::Module& module) {
  for (ir::Function& function : module.functions) {
    bool const is_candidate =
        function.kind == ir::FunctionKind::AsyncGenerator && has_plain_life(module.types[function.result].kind);
    if (is_candidate) relay_items_of(module, function);
  }
}

}  // namespace aiocc::passes
