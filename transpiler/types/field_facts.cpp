// Fields that `__init__` stores before anything else can see the object.
#include "types/field_facts.hpp"

#include <algorithm>

namespace aiocc::types {

// Walks over the straight-line beginning of an `__init__`, up to where `self` gets out of its hands.
class InitReader {
 public:
  InitReader(FieldFacts& facts, ir::FunctionId id)
      : facts_(facts), world_(facts.world_), function_(world_.module.functions[id]) {}

  FieldFacts::Stored read() {
    if (function_.parameters.empty()) return {};
    self_ = function_.parameters[0].local;
    if (function_.locals[self_].captured) return {};
    FieldFacts::Stored result;
    result.keeps_to_itself = true;
    for (ir::InstId id : function_.blocks[function_.body].insts) {
      if (goes_on(id)) continue;
      result.keeps_to_itself = is_last_return(id);
      break;
    }
    result.fields = std::move(set_);
    return result;
  }

 private:
  bool goes_on(ir::InstId id) {
    ir::Inst const& inst = function_.insts[id];
    if (auto const* load = std::get_if<ir::LoadLocal>(&inst.node)) {
      if (load->local == self_) selves_.insert(id);
      return true;
    }
    if (auto const* store = std::get_if<ir::SetAttr>(&inst.node)) {
      if (selves_.contains(store->value) || !is_plain_store(store->name)) return false;
      if (selves_.contains(store->object)) set_.insert(store->name);
      return true;
    }
    if (auto const* load = std::get_if<ir::GetAttr>(&inst.node); load && selves_.contains(load->object))
      return set_.contains(load->name);
    if (is_super(inst)) {
      supers_.insert(id);
      return true;
    }
    if (auto const* method = std::get_if<ir::GetMethod>(&inst.node); method && supers_.contains(method->object))
      return true;
    if (auto const* call = std::get_if<ir::CallMethod>(&inst.node); call && is_super_method(*call))
      return goes_on_behind_base(*call);
    if (std::holds_alternative<ir::Return>(inst.node)) return false;
    bool leaks = false;
    ir::for_each_operand(inst.node, [&](ir::InstId operand) { leaks |= selves_.contains(operand); });
    return !leaks && !touches_self_inside(inst);
  }

  // An attribute of that name in the class or one below may be a property, whose setter sees the object.
  bool is_plain_store(NameId name) {
    return std::ranges::all_of(world_.state(function_.class_id).subclasses,
                               [&](ir::ClassId id) { return world_.is_plain_attribute(id, name); });
  }

  bool is_last_return(ir::InstId id) const {
    auto const* node = std::get_if<ir::Return>(&function_.insts[id].node);
    return node && (!node->value || !selves_.contains(node->value)) &&
           id == function_.blocks[function_.body].insts.back();
  }

  bool is_super(ir::Inst const& inst) {
    auto const* call = std::get_if<ir::Call>(&inst.node);
    if (!call || call->args.size() != 2 || !selves_.contains(call->args[1])) return false;
    auto const* builtin = std::get_if<ir::LoadBuiltin>(&function_.insts[call->callee].node);
    return builtin && builtin->name.text() == "super";
  }

  bool is_super_method(ir::CallMethod const& call) const {
    return supers_.contains(std::get<ir::GetMethod>(function_.insts[call.method].node).object);
  }

  // `super().__init__(...)`: what the base's stores is set too. That of a class of the runtime sees nothing of the program's.
  bool goes_on_behind_base(ir::CallMethod const& call) {
    auto const& method = std::get<ir::GetMethod>(function_.insts[call.method].node);
    for (ir::InstId argument : call.args) {
      if (selves_.contains(argument)) return false;
    }
    if (method.name.text() != "__init__") return false;
    if (!world_.module.classes[function_.class_id].base) return true;
    ir::ClassId const base = world_.super_base(function_.class_id, method.name);
    if (!base) return false;
    ir::FunctionId const init = world_.is_regular(base) ? world_.find_method(base, method.name) : ir::FunctionId{};
    if (!init) return !world_.find_class_attribute(base, method.name);
    FieldFacts::Stored const stored = facts_.stored_by(init);
    set_.insert(stored.fields.begin(), stored.fields.end());
    return stored.keeps_to_itself;
  }

  bool touches_self_inside(ir::Inst const& inst) {
    bool touches = false;
    ir::for_each_block(inst.node, [&](ir::BlockId block) {
      for (ir::InstId id : function_.blocks[block].insts) {
        ir::Inst const& inner = function_.insts[id];
        auto const* load = std::get_if<ir::LoadLocal>(&inner.node);
        touches |= (load && load->local == self_) || std::holds_alternative<ir::Return>(inner.node) ||
                   touches_self_inside(inner);
      }
    });
    return touches;
  }

  FieldFacts& facts_;
  World& world_;
  ir::Function const& function_;
  ir::LocalId self_;
  std::set<ir::InstId> selves_;
  std::set<ir::InstId> supers_;
  std::set<NameId> set_;
};

bool FieldFacts::is_always_set(ir::ClassId id, NameId name) {
  auto const [position, inserted] = always_set_.try_emplace({id, name}, false);
  if (!inserted) return position->second;
  bool const may_be_deleted = world_.deleted_names.contains(name) || world_.stores_any_name;
  bool always = !may_be_deleted && world_.is_regular(id) && !world_.state(id).escaped;
  for (ir::ClassId subclass : world_.state(id).subclasses) {
    ir::FunctionId const init = world_.find_method(subclass, NameId::of("__init__"));
    always = always && init && !world_.find_class_attribute(subclass, NameId::of("__del__")) &&
             !world_.state(subclass).escaped && world_.is_regular(subclass) && stored_by(init).fields.contains(name);
  }
  return always_set_[{id, name}] = always;
}

FieldFacts::Stored const& FieldFacts::stored_by(ir::FunctionId init) {
  auto const [position, inserted] = stored_.try_emplace(init);
  if (inserted) {
    Stored stored = InitReader(*this, init).read();
    stored_[init] = std::move(stored);
  }
  return stored_[init];
}

}  // namespace aiocc::types
