// The walk over a function's blocks, static types, and the instructions that stay what they are.
#include "types/rewriter.hpp"

#include <algorithm>

namespace aiocc::types {

Makers::Makers(ir::Module const& module) : module_(module) {
  for (std::uint32_t index = 0; index < module.functions.size(); ++index) {
    ir::Function const& function = module.functions[ir::FunctionId{index}];
    for (std::uint32_t inst = 0; inst < function.insts.size(); ++inst) {
      if (auto const* node = std::get_if<ir::MakeFunction>(&function.insts[ir::InstId{inst}].node)) {
        made_in_[node->function] = {ir::FunctionId{index}, ir::InstId{inst}};
      }
    }
  }
}

ir::Constant const* Makers::constant_default(ir::FunctionId callee, std::size_t parameter) const {
  auto const found = made_in_.find(callee);
  if (found == made_in_.end()) return nullptr;
  ir::Function const& maker = module_.functions[found->second.first];
  auto const* node = std::get_if<ir::MakeFunction>(&maker.insts[found->second.second].node);
  ir::Function const& made = module_.functions[callee];
  std::size_t positional = 0;
  std::size_t keyword_only = 0;
  for (ir::Parameter const& each : made.parameters) {
    if (each.kind == ir::ParameterKind::PositionalOnly || each.kind == ir::ParameterKind::Positional) ++positional;
  }
  for (std::size_t index = 0; index < parameter; ++index) {
    if (made.parameters[index].kind == ir::ParameterKind::KeywordOnly) ++keyword_only;
  }
  ir::InstId value;
  if (made.parameters[parameter].kind == ir::ParameterKind::KeywordOnly) {
    value = node->keyword_defaults[keyword_only];
  } else {
    value = node->defaults[parameter - (positional - node->defaults.size())];
  }
  return value ? std::get_if<ir::Constant>(&maker.insts[value].node) : nullptr;
}

Rewriter::Rewriter(World& world, FieldFacts& fields, Makers const& makers, ir::FunctionId id)
    : world_(world),
      fields_(fields),
      makers_(makers),
      id_(id),
      function_(world.module.functions[id]),
      types_(world),
      resolver_(world, id),
      values_(world.state(id).insts) {
  users_.resize(function_.insts.size());
  for (std::uint32_t index = 0; index < function_.insts.size(); ++index) {
    ir::for_each_operand(function_.insts[ir::InstId{index}].node,
                         [&](ir::InstId operand) { users_[operand.index].push_back(ir::InstId{index}); });
  }
}

void Rewriter::run() { block(function_.body); }

void Rewriter::block(ir::BlockId id) {
  std::vector<ir::InstId> const before = std::move(function_.blocks[id].insts);
  std::vector<ir::InstId> after;
  std::vector<ir::InstId>* const around = std::exchange(out_, &after);
  rewrite(before);
  out_ = around;
  function_.blocks[id].insts = std::move(after);
}

// What follows a Return that a known branch ends with is never reached.
void Rewriter::rewrite(std::vector<ir::InstId> const& insts) {
  for (ir::InstId each : insts) {
    rewrite(each);
    if (!out_->empty() && ir::traits_of(inst(out_->back())).terminates) return;
  }
}

void Rewriter::nested(ir::InstId id) {
  std::vector<ir::BlockId> blocks;
  ir::for_each_block(inst(id).node, [&](ir::BlockId each) { blocks.push_back(each); });
  for (ir::BlockId each : blocks) block(each);
}

ir::InstId Rewriter::insert(ir::InstNode node, ir::InstId like, ir::TypeId type) {
  ir::Inst made = inst(like);
  made.node = std::move(node);
  made.type = type;
  ir::InstId const id = function_.insts.add(std::move(made));
  push(id);
  return id;
}

ir::InstId Rewriter::coerced(ir::InstId id, ir::TypeId type) {
  return type_of(id) == type ? id : insert(ir::Coerce{id}, id, type);
}

// Whether a value of the C++ type `native` is better held as one of type `wanted`.
bool Rewriter::refines(ir::TypeId native, ir::TypeId wanted) {
  if (native == wanted) return false;
  ir::Type const& from = types_[native];
  ir::Type const& to = types_[wanted];
  if (to.kind == ir::TypeKind::Object || to.kind == ir::TypeKind::None) return false;
  if (from.kind == ir::TypeKind::Object) return true;
  if (from.kind == ir::TypeKind::Optional) return from.arguments[0] == wanted;
  if (from.kind == ir::TypeKind::IntOrFloat) return ir::is_real(to.kind);
  return from.kind == ir::TypeKind::Instance && to.kind == ir::TypeKind::Instance &&
         world_.extends(to.class_id, from.class_id);
}

void Rewriter::finish(ir::InstId id, ir::TypeId native) {
  inst(id).type = native;
  push(id);
  // What nobody uses ends at once, as an object of any type.
  if (!is_original(id) || users_[id.index].empty()) return;
  ir::TypeId const better = wanted(id);
  if (refines(native, better)) replacements_[id.index] = insert(ir::Coerce{id}, id, better);
}

// `a, b = x, y`: no tuple is made.
bool Rewriter::take_apart(ir::InstId id) {
  auto const& node = std::get<ir::Unpack>(inst(id).node);
  auto const* tuple = std::get_if<ir::MakeTuple>(&inst(node.value).node);
  bool const fits = tuple && !node.has_star && tuple->elements.size() == node.before + node.after;
  if (!fits || !is_original(node.value) || users_[node.value.index].size() != 1) return false;
  taken_apart_[id.index] = tuple->elements;
  drop(node.value);
  return true;
}

void Rewriter::rewrite(ir::InstId id) {
  resolver_.set_current(id);
  auto const remap = [&] {
    ir::for_each_operand(inst(id).node, [&](ir::InstId& operand) {
      if (auto const found = replacements_.find(operand.index); found != replacements_.end()) operand = found->second;
    });
  };
  remap();
  ir::TypeId const object = types_.object();
  ir::TypeId const boolean = types_.simple(ir::TypeKind::Bool);
  switch (inst(id).kind()) {
    case ir::InstKind::Constant: {
      // Constants are of their own types.
      ir::TypeId const type = wanted(id);
      inst(id).type = is_original(id) && !value(id).is_empty() ? type : inst(id).type;
      push(id);
      return;
    }
    case ir::InstKind::Coerce: {
      auto const& node = std::get<ir::Coerce>(inst(id).node);
      if (has_kind(node.operand, ir::TypeKind::Bool)) {
        replacements_[id.index] = node.operand;
        return;
      }
      return finish(id, inst(id).type);
    }
    case ir::InstKind::LoadLocal: {
      auto& node = std::get<ir::LoadLocal>(inst(id).node);
      ir::Local const& local = function_.locals[node.local];
      if (!local.captured && !local.free && !value(id).is_empty())
        node.may_be_unbound = world_.state(id_).unbound_loads[id.index];
      if (node.may_be_unbound) return finish(id, local.type);
      ir::TypeId const better = wanted(id);
      inst(id).type = refines(local.type, better) ? better : local.type;
      push(id);
      return;
    }
    case ir::InstKind::LoadGlobal: {
      auto const& node = std::get<ir::LoadGlobal>(inst(id).node);
      ir::TypeId const type = world_.module.globals[node.global].type;
      if (node.may_be_unbound) return finish(id, type);
      ir::TypeId const better = wanted(id);
      inst(id).type = refines(type, better) ? better : type;
      push(id);
      return;
    }
    case ir::InstKind::Binary: {
      auto& node = std::get<ir::Binary>(inst(id).node);
      if (call_operator(id, methods_of(node.op), node.left, node.right)) return;
      promote_bools(node.op, node.left, node.right);
      if (is_float_operator(node.op)) promote_constants(node.left, node.right);
      if (node.op == syntax::Operator::Pow) return finish(id, power_type(id, node));
      return finish(id, binary_type(node.op, node.left, node.right));
    }
    case ir::InstKind::InPlace: {
      auto& node = std::get<ir::InPlace>(inst(id).node);
      if (call_in_place(id, node.op, node.left, node.right)) return;
      promote_bools(node.op, node.left, node.right);
      if (is_float_operator(node.op)) promote_constants(node.left, node.right);
      return finish(id, binary_type(node.op, node.left, node.right));
    }
    case ir::InstKind::Unary: {
      auto const& node = std::get<ir::Unary>(inst(id).node);
      std::optional<NameId> const name = method_of(node.op);
      if (name && call_special(id, node.operand, *name, {})) return;
      bool const number = ir::is_real(static_type(node.operand).kind);
      return finish(id, number && node.op != syntax::UnaryOperator::Invert ? type_of(node.operand) : object);
    }
    case ir::InstKind::Compare: {
      auto& node = std::get<ir::Compare>(inst(id).node);
      if (call_comparison(id, node.op, node.left, node.right)) return;
      bool const is_bool = type_of(id) == boolean || wanted(id) == boolean;
      if (node.op != syntax::CompareOperator::Is && node.op != syntax::CompareOperator::IsNot)
        promote_constants(node.left, node.right);
      if (node.op == syntax::CompareOperator::In && rewrite_contains(id)) return;
      return finish(id, is_bool ? boolean : object);
    }
    case ir::InstKind::Truth:
      if (rewrite_truth(id)) return;
      [[fallthrough]];
    case ir::InstKind::Not: return finish(id, boolean);
    case ir::InstKind::FormatValue:
    case ir::InstKind::JoinStr: return finish(id, types_.simple(ir::TypeKind::Str));
    case ir::InstKind::MakeList:
    case ir::InstKind::MakeSet:
    case ir::InstKind::MakeDict:
    case ir::InstKind::MakeTuple: {
      inst(id).type = value(id).is_empty() ? object : wanted(id);
      push(id);
      return;
    }
    case ir::InstKind::MatchClass: rewrite_match_class(id); return finish(id, boolean);
    case ir::InstKind::MatchKeys:
    case ir::InstKind::MatchMapping:
    case ir::InstKind::MatchSequence: return finish(id, boolean);
    case ir::InstKind::MatchItem:
      inst(id).type = value(id).is_empty() ? object : wanted(id);
      push(id);
      return;
    case ir::InstKind::UnpackItem: {
      auto const& node = std::get<ir::UnpackItem>(inst(id).node);
      if (auto const found = taken_apart_.find(node.unpack.index); found != taken_apart_.end()) {
        replacements_[id.index] = found->second[node.index];
        return;
      }
      inst(id).type = value(id).is_empty() ? object : wanted(id);
      push(id);
      return;
    }
    case ir::InstKind::LoopItem: return finish(id, items_.back());
    case ir::InstKind::StartSum:
      inst(id).type = sum_type(id);
      push(id);
      return;
    case ir::InstKind::SumAdd: return rewrite_sum_add(id);
    case ir::InstKind::SumResult: return rewrite_sum_result(id);
    case ir::InstKind::BoolOp:
    case ir::InstKind::IfExp: {
      nested(id);
      remap();
      if (type_of(id) != boolean) inst(id).type = value(id).is_empty() ? object : wanted(id);
      push(id);
      return;
    }
    case ir::InstKind::If:
      if (take_branch(id)) return;
      nested(id);
      push(id);
      return;
    case ir::InstKind::For: {
      rewrite_iteration(id);
      auto const& node = std::get<ir::For>(inst(id).node);
      ir::Type const& iterable = static_type(node.iterable);
      bool const by_element = iterable.kind == ir::TypeKind::List || iterable.kind == ir::TypeKind::TupleOf ||
                              iterable.kind == ir::TypeKind::Generator || iterable.kind == ir::TypeKind::AsyncGenerator;
      ir::InstId const item_id = function_.blocks[node.body].insts.front();
      bool const is_known = !node.is_async && !value(item_id).is_empty();
      ir::TypeId const item = by_element                             ? iterable.arguments[0]
                              : iterable.kind == ir::TypeKind::Range ? types_.simple(ir::TypeKind::Int)
                              : is_known                             ? types_.of_item(value(item_id))
                                                                     : object;
      items_.push_back(item);
      nested(id);
      items_.pop_back();
      push(id);
      return;
    }
    case ir::InstKind::GetMethod:
      inst(id).type = object;
      if (!is_devirtualised(id)) push(id);
      return;
    case ir::InstKind::Unpack:
      inst(id).type = object;
      if (!take_apart(id)) push(id);
      return;
    case ir::InstKind::Return: {
      auto const& node = std::get<ir::Return>(inst(id).node);
      bool const needs_value =
          function_.kind == ir::FunctionKind::Function || function_.kind == ir::FunctionKind::Coroutine;
      if (needs_value && !node.value && types_[function_.result].kind != ir::TypeKind::None) {
        ir::InstId const none =
            insert(ir::Constant{.kind = ir::ConstantKind::None, .text = {}}, id, types_.simple(ir::TypeKind::None));
        std::get<ir::Return>(inst(id).node).value = none;
      }
      push(id);
      return;
    }
    case ir::InstKind::GetAttr:
      if (!rewrite_module_member(id) && !rewrite_native_member(id) && !rewrite_get_attr(id)) finish(id, object);
      return;
    case ir::InstKind::ImportFrom:
      if (!rewrite_module_member(id)) finish(id, object);
      return;
    case ir::InstKind::SetAttr:
      if (!rewrite_module_store(id) && !rewrite_set_attr(id)) push(id);
      return;
    case ir::InstKind::GetItem: {
      auto const& node = std::get<ir::GetItem>(inst(id).node);
      if (call_special(id, node.object, NameId::of("__getitem__"), {node.key})) return;
      if (!rewrite_item(id)) finish(id, object);
      return;
    }
    case ir::InstKind::SetItem: {
      auto const& node = std::get<ir::SetItem>(inst(id).node);
      if (call_special(id, node.object, NameId::of("__setitem__"), {node.key, node.value})) return;
      if (!rewrite_item(id)) push(id);
      return;
    }
    case ir::InstKind::Call:
      if (!rewrite_call(id)) finish(id, object);
      return;
    case ir::InstKind::CallMethod:
      if (!rewrite_method_call(id)) finish(id, object);
      return;
    case ir::InstKind::CallUnpacked:
      if (!rewrite_unpacked_call(id)) finish(id, object);
      return;
    case ir::InstKind::Await: return rewrite_await(id);
    default:
      nested(id);
      remap();
      if (ir::traits_of(inst(id)).has_value) return finish(id, object);
      push(id);
  }
}

}  // namespace aiocc::types
