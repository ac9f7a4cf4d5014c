// Properties of instructions by kind.
#include "ir/ir.hpp"

namespace aiocc::ir {

PythonModuleId Module::find(NameId name) const {
  for (std::uint32_t index = 0; index < modules.size(); ++index) {
    if (modules[PythonModuleId{index}].name == name) return PythonModuleId{index};
  }
  return {};
}

GlobalId Module::find_global(PythonModuleId module, NameId name) const {
  for (std::uint32_t index = 0; index < globals.size(); ++index) {
    Global const& global = globals[GlobalId{index}];
    if (global.module == module && global.name == name) return GlobalId{index};
  }
  return {};
}

InstTraits const& traits_of(Inst const& inst) {
  return std::visit([](auto const& node) -> InstTraits const& { return node.traits; }, inst.node);
}

NameId native_base(Module const& module, ClassId id) {
  while (module.classes[id].base) id = module.classes[id].base;
  return module.classes[id].native_base;
}

bool is_plain_root(NameId native) { return native && (native.text() == "object" || native.text() == "abc.ABC"); }

bool has_native_layout(Module const& module, ClassId id) {
  NameId const base = native_base(module, id);
  return base && !is_plain_root(base);
}

namespace {

// Whether a Break in `block` leaves the loop around it.
bool has_break(Function const& function, BlockId block) {
  for (InstId id : function.blocks[block].insts) {
    Inst const& inst = function.insts[id];
    if (inst.kind() == InstKind::Break) return true;
    bool found = false;
    if (auto const* loop = std::get_if<For>(&inst.node)) {
      found = loop->else_block && has_break(function, loop->else_block);
    } else if (auto const* loop = std::get_if<While>(&inst.node)) {
      found = loop->else_block && has_break(function, loop->else_block);
    } else {
      for_each_block(inst.node, [&](BlockId nested) { found = found || has_break(function, nested); });
    }
    if (found) return true;
  }
  return false;
}

bool is_true(Function const& function, InstId condition) {
  auto const* constant = std::get_if<Constant>(&function.insts[condition].node);
  return constant && constant->kind == ConstantKind::Bool && constant->boolean;
}

bool completes(Function const& function, Try const& node) {
  if (node.finally_block && !can_complete(function, node.finally_block)) return false;
  for (Handler const& handler : node.handlers) {
    if (can_complete(function, handler.body)) return true;
  }
  return can_complete(function, node.body) && (!node.else_block || can_complete(function, node.else_block));
}

bool completes(Function const& function, If const& node) {
  return !node.then_block || !node.else_block || can_complete(function, node.then_block) ||
         can_complete(function, node.else_block);
}

bool completes(Function const& function, While const& node) {
  return !is_true(function, node.condition) || has_break(function, node.body);
}

template <class Node>
bool completes(Function const&, Node const&) {
  return !Node::traits.terminates;
}

}  // namespace

bool has_no_step(Function const& function, MakeSlice const& slice) {
  auto const* step = slice.step ? std::get_if<Constant>(&function.insts[slice.step].node) : nullptr;
  return !slice.step || (step && step->kind == ConstantKind::None);
}

bool can_complete(Function const& function, InstId inst) {
  return std::visit([&](auto const& node) { return completes(function, node); }, function.insts[inst].node);
}

bool can_complete(Function const& function, BlockId block) {
  auto const& insts = function.blocks[block].insts;
  return insts.empty() || can_complete(function, insts.back());
}

}  // namespace aiocc::ir
