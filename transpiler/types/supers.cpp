// Which methods use their class cell for `super()` only, and only in ways that the rewriter resolves.
#include "types/supers.hpp"

#include <algorithm>

#include "types/binding.hpp"

namespace aiocc::types {
namespace {

class CellUses {
 public:
  CellUses(World& world, ir::FunctionId id)
      : world_(world), id_(id), function_(world.module.functions[id]), users_(function_.insts.size()) {
    for (std::uint32_t index = 0; index < function_.insts.size(); ++index) {
      ir::for_each_operand(function_.insts[ir::InstId{index}].node,
                           [&](ir::InstId operand) { users_[operand.index].push_back(ir::InstId{index}); });
    }
  }

  bool are_all_static() {
    if (function_.captures.size() != 1 || function_.locals[function_.captures[0].inner].name.text() != "__class__")
      return false;
    for (std::uint32_t index = 0; index < function_.insts.size(); ++index) {
      auto const* load = std::get_if<ir::LoadLocal>(&function_.insts[ir::InstId{index}].node);
      if (load && load->local == function_.captures[0].inner && !is_static(ir::InstId{index})) return false;
    }
    return true;
  }

 private:
  template <class Node>
  Node const* only_user(ir::InstId id, ir::InstId& user) const {
    if (users_[id.index].size() != 1) return nullptr;
    user = users_[id.index][0];
    return std::get_if<Node>(&function_.insts[user].node);
  }

  bool is_static(ir::InstId load) {
    ir::InstId super_id;
    ir::InstId method_id;
    ir::InstId call_id;
    auto const* super = only_user<ir::Call>(load, super_id);
    if (!super || super->args.size() != 2 || super->args[0] != load) return false;
    auto const* method = only_user<ir::GetMethod>(super_id, method_id);
    auto const* call = method ? only_user<ir::CallMethod>(method_id, call_id) : nullptr;
    if (!call || call->method != method_id || !is_super(super_id) || !are_instances(super->args[1])) return false;
    ir::ClassId const class_id = function_.class_id;
    if (!world_.module.classes[class_id].base) {
      return world_.native_base(class_id) && method->name.text() == "__init__" && call->keywords.empty();
    }
    ir::FunctionId const callee = super_method(world_, class_id, method->name);
    return callee && binds(callee, *call);
  }

  bool is_super(ir::InstId id) const {
    Value const& made = world_.state(id_).insts[id.index];
    return !made.unknown && made.atoms.size() == 1 && world_.atoms[made.atoms[0]].kind == AtomKind::Super;
  }

  bool are_instances(ir::InstId id) {
    Value const& self = world_.state(id_).insts[id.index];
    return !self.is_empty() && !self.unknown && std::ranges::all_of(self.atoms, [&](AtomId atom) {
      ir::ClassId const class_id{world_.atoms[atom].index};
      return world_.atoms[atom].kind == AtomKind::Instance && world_.is_regular(class_id) &&
             world_.derives_from(class_id, function_.class_id);
    });
  }

  bool binds(ir::FunctionId callee, ir::CallMethod const& call) const {
    auto const binding =
        bind_arguments(formals_of(world_.module.functions[callee]), call.args.size() + 1, call.keywords);
    return binding && std::ranges::all_of(binding->argument_of, [](int argument) { return argument >= 0; });
  }

  World& world_;
  ir::FunctionId id_;
  ir::Function const& function_;
  std::vector<std::vector<ir::InstId>> users_;
};

}  // namespace

ir::FunctionId super_method(World& world, ir::ClassId class_id, NameId name) {
  ir::ClassId const base = world.super_base(class_id, name);
  if (!base || !world.is_regular(class_id) || world.state(class_id).escaped || world.may_be_shadowed(base, name))
    return {};
  ir::FunctionId const method = world.find_method(base, name);
  if (!method || !world.module.functions[method].captures.empty() || !world.state(method).reached) return {};
  return world.module.functions[method].kind == ir::FunctionKind::Function ? method : ir::FunctionId{};
}

void drop_class_cells(World& world) {
  // A base's methods come before those that call them.
  for (std::uint32_t index = 0; index < world.functions.size(); ++index) {
    ir::Function& function = world.module.functions[ir::FunctionId{index}];
    bool const is_method =
        function.class_id && function.kind == ir::FunctionKind::Function && world.functions[index].reached;
    bool const is_free = is_method && world.is_regular(function.class_id) && !world.state(function.class_id).escaped;
    if (!is_free || !CellUses(world, ir::FunctionId{index}).are_all_static()) continue;
    ir::Local& cell = function.locals[function.captures[0].inner];
    cell.free = false;
    cell.captured = false;
    function.captures.clear();
  }
}

}  // namespace aiocc::types
