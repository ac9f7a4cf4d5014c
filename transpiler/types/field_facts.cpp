// Fields that `__init__` stores before anything else can see the object.
#include "types/field_facts.hpp"

namespace aiocc::types {
namespace {

// Walks over the straight-line beginning of an `__init__`, up to where `self` gets out of its hands.
class InitReader {
 public:
  InitReader(World& world, ir::FunctionId id) : world_(world), function_(world.module.functions[id]) {}

  std::set<NameId> read() {
    if (function_.parameters.empty()) return {};
    self_ = function_.parameters[0].local;
    if (function_.locals[self_].captured) return {};
    for (ir::InstId id : function_.blocks[function_.body].insts) {
      if (!goes_on(id)) break;
    }
    return std::move(set_);
  }

 private:
  bool goes_on(ir::InstId id) {
    ir::Inst const& inst = function_.insts[id];
    if (auto const* load = std::get_if<ir::LoadLocal>(&inst.node)) {
      if (load->local == self_) selves_.insert(id);
      return true;
    }
    if (auto const* store = std::get_if<ir::SetAttr>(&inst.node)) {
      // A class attribute of that name may be a property, whose setter sees the object.
      bool const is_plain = !world_.find_class_attribute(function_.class_id, store->name);
      if (selves_.contains(store->value) || !is_plain) return false;
      if (selves_.contains(store->object)) set_.insert(store->name);
      return true;
    }
    if (auto const* load = std::get_if<ir::GetAttr>(&inst.node); load && selves_.contains(load->object)) return set_.contains(load->name);
    if (is_native_super(inst)) return true;
    if (std::holds_alternative<ir::Return>(inst.node)) return false;
    bool leaks = false;
    ir::for_each_operand(inst.node, [&](ir::InstId operand) { leaks |= selves_.contains(operand); });
    return !leaks && !touches_self_inside(inst);
  }

  // `super()` and `super().__init__(...)` of a class of the runtime.
  bool is_native_super(ir::Inst const& inst) {
    auto const* call = std::get_if<ir::Call>(&inst.node);
    if (!call || call->args.size() != 2 || !selves_.contains(call->args[1])) return false;
    auto const* builtin = std::get_if<ir::LoadBuiltin>(&function_.insts[call->callee].node);
    return builtin && builtin->name.text() == "super" && !world_.module.classes[function_.class_id].base;
  }

  bool touches_self_inside(ir::Inst const& inst) {
    bool touches = false;
    ir::for_each_block(inst.node, [&](ir::BlockId block) {
      for (ir::InstId id : function_.blocks[block].insts) {
        ir::Inst const& inner = function_.insts[id];
        auto const* load = std::get_if<ir::LoadLocal>(&inner.node);
        touches |= (load && load->local == self_) || std::holds_alternative<ir::Return>(inner.node) || touches_self_inside(inner);
      }
    });
    return touches;
  }

  World& world_;
  ir::Function const& function_;
  ir::LocalId self_;
  std::set<ir::InstId> selves_;
  std::set<NameId> set_;
};

}  // namespace

bool FieldFacts::is_always_set(ir::ClassId id, NameId name) {
  auto const [position, inserted] = always_set_.try_emplace({id, name}, false);
  if (!inserted) return position->second;
  bool const may_be_deleted = world_.deleted_names.contains(name) || world_.stores_any_name;
  bool always = !may_be_deleted && world_.is_regular(id) && !world_.state(id).escaped;
  for (ir::ClassId subclass : world_.state(id).subclasses) {
    ir::FunctionId const init = world_.find_method(subclass, NameId::of("__init__"));
    always = always && init && !world_.find_class_attribute(subclass, NameId::of("__del__")) && !world_.state(subclass).escaped && world_.is_regular(subclass) && sets(init, name);
  }
  return always_set_[{id, name}] = always;
}

bool FieldFacts::sets(ir::FunctionId init, NameId name) {
  auto const found = fields_set_by_.find(init);
  if (found != fields_set_by_.end()) return found->second.contains(name);
  return fields_set_by_.emplace(init, InitReader(world_, init).read()).first->second.contains(name);
}

}  // namespace aiocc::types
