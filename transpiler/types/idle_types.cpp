// Types matter where the emitter, or C++, chooses the code by them. What a variable's type matters to, the values matter to that it's given.
#include "types/idle_types.hpp"

#include <initializer_list>

#include "bindings/bindings.hpp"

namespace aiocc::types {
namespace {

class Finder {
 public:
  Finder(ir::Module const& module, ir::Function const& function)
      : module_(module), function_(function), local_matters_(function.locals.size()), matters_(function.insts.size()) {}

  IdleTypes find() {
    for (std::uint32_t index = 0; index < function_.locals.size(); ++index) {
      ir::Local const& local = function_.locals[ir::LocalId{index}];
      local_matters_[index] = local.captured || local.free || !is_passed_alike(local.type);
    }
    visit(function_.body);
    do {
      has_changed_ = false;
      for (ir::InstId id : reached_) spread(id);
    } while (has_changed_);
    local_matters_.flip();
    matters_.flip();
    return {std::move(local_matters_), std::move(matters_)};
  }

 private:
  ir::TypeKind kind(ir::TypeId type) const { return module_.types[type].kind; }
  bool is_object(ir::InstId id) const { return kind(function_.insts[id].type) == ir::TypeKind::Object; }
  // Ints are copied and released in a way of their own.
  bool is_passed_alike(ir::TypeId type) const { return module_.types.is_word(type) && kind(type) != ir::TypeKind::Int; }

  bool note(ir::InstId id) {
    if (id) matters_[id.index] = true;
    return true;
  }

  void visit(ir::BlockId block) {
    for (ir::InstId id : function_.blocks[block].insts) {
      ir::Inst const& inst = function_.insts[id];
      reached_.push_back(id);
      bool const passes_on = inst.kind() == ir::InstKind::LoadLocal || inst.kind() == ir::InstKind::IfExp;
      if (!passes_on || !is_passed_alike(inst.type)) note(id);
      bool const is_settled = std::visit([&](auto const& node) { return read(node); }, inst.node);
      if (!is_settled) ir::for_each_operand(inst.node, [&](ir::InstId operand) { note(operand); });
      ir::for_each_block(inst.node, [&](ir::BlockId inner) { visit(inner); });
    }
  }

  // Notes the operands whose types matter. False: all do.
  template <class Node>
  bool read(Node const&) {
    return false;
  }
  bool read(ir::LoadLocal const&) { return true; }
  bool read(ir::StoreLocal const&) { return true; }
  bool read(ir::Call const&) { return true; }
  bool read(ir::CallMethod const&) { return true; }
  bool read(ir::GetMethod const&) { return true; }
  bool read(ir::GetAttr const&) { return true; }
  bool read(ir::SetAttr const&) { return true; }
  bool read(ir::NewInstance const&) { return true; }
  bool read(ir::MakeTuple const&) { return true; }
  bool read(ir::MakeList const&) { return true; }
  bool read(ir::MakeSet const&) { return true; }
  bool read(ir::MakeDict const&) { return true; }
  bool read(ir::CallFunction const& node) { return note(node.callee); }
  bool read(ir::SetField const& node) { return note(node.object); }
  bool read(ir::IfExp const& node) { return note(node.condition); }
  bool read(ir::Return const&) { return module_.types.is_word(function_.result); }
  bool read(ir::GetItem const& node) { return read_item(node.object, {node.key}); }
  bool read(ir::SetItem const& node) { return read_item(node.object, {node.key, node.value}); }
  bool read(ir::Compare const& node) {
    using syntax::CompareOperator;
    bool const contains = node.op == CompareOperator::In || node.op == CompareOperator::NotIn;
    if (contains) return read_item(node.right, {node.left});
    return node.op == CompareOperator::Is || node.op == CompareOperator::IsNot;
  }
  bool read(ir::CallNative const& node) {
    bindings::Overload const& overload = *node.overload;
    bool const is_chosen_by_types = overload.form == bindings::CallForm::Member || !overload.type_params.empty() ||
                                    !overload.loop.empty() || bindings::has_siblings(overload);
    if (is_chosen_by_types) return false;
    for (std::size_t index = 0; index < node.args.size(); ++index) {
      bool const takes_any = index < overload.params.size() &&
                             overload.params[index].kind != bindings::ParameterKind::VarArgs &&
                             overload.params[index].representation == bindings::Representation::Object;
      if (!takes_any) note(node.args[index]);
    }
    return true;
  }
  // Containers whose type is known have C++ functions of their own.
  bool read_item(ir::InstId container, std::initializer_list<ir::InstId> parts) {
    for (ir::InstId part : parts) {
      if (!is_object(container)) note(part);
    }
    return note(container);
  }

  void spread(ir::InstId id) {
    ir::InstNode const& node = function_.insts[id].node;
    if (auto const* load = std::get_if<ir::LoadLocal>(&node)) {
      mark(local_matters_, load->local.index, matters_[id.index]);
      mark(matters_, id.index, local_matters_[load->local.index]);
    } else if (auto const* store = std::get_if<ir::StoreLocal>(&node)) {
      mark(matters_, store->value.index, local_matters_[store->local.index]);
    } else if (auto const* choice = std::get_if<ir::IfExp>(&node)) {
      mark(matters_, choice->then_value.index, matters_[id.index]);
      mark(matters_, choice->else_value.index, matters_[id.index]);
    }
  }
  void mark(std::vector<bool>& flags, std::uint32_t index, bool matters) {
    if (!matters || flags[index]) return;
    flags[index] = true;
    has_changed_ = true;
  }

  ir::Module const& module_;
  ir::Function const& function_;
  std::vector<bool> local_matters_;
  std::vector<bool> matters_;
  std::vector<ir::InstId> reached_;
  bool has_changed_ = false;
};

}  // namespace

IdleTypes find_idle_types(ir::Module const& module, ir::Function const& function) {
  return Finder(module, function).find();
}

}  // namespace aiocc::types
