// Which operations on statically typed operands are plain C++.
#include "ir/plain_operations.hpp"

#include <algorithm>

#include "bindings/bindings.hpp"
#include "support/overloaded.hpp"

namespace aiocc::ir {

namespace {

class Operands {
 public:
  Operands(Module const& module, Function const& function) : module_(module), function_(function) {}

  Type const& type(InstId id) const { return module_.types[function_.insts[id].type]; }
  TypeKind kind(InstId id) const { return type(id).kind; }
  bool both(TypeKind wanted, InstId left, InstId right) const { return kind(left) == wanted && kind(right) == wanted; }

  bool plain_binary(syntax::Operator op, InstId left, InstId right) const {
    using syntax::Operator;
    bool const ints = both(TypeKind::Int, left, right);
    bool const floats = both(TypeKind::Float, left, right);
    bool const complexes = is_complex(type(left)) && is_complex(type(right));
    switch (op) {
      case Operator::Add: return ints || floats || complexes || both(TypeKind::Str, left, right);
      case Operator::Sub:
      case Operator::Mult: return ints || floats || complexes;
      case Operator::BitAnd:
      case Operator::BitOr:
      case Operator::BitXor: return ints;
      default: return false;
    }
  }

  bool plain_compare(Inst const& inst, Compare const& node) const {
    using syntax::CompareOperator;
    switch (node.op) {
      case CompareOperator::Is:
      case CompareOperator::IsNot: return true;
      case CompareOperator::In:
      case CompareOperator::NotIn: return false;
      default: break;
    }
    if (module_.types[inst.type].kind != TypeKind::Bool) return false;
    return (is_real(kind(node.left)) && is_real(kind(node.right))) || both(TypeKind::Str, node.left, node.right) ||
           both(TypeKind::Bool, node.left, node.right);
  }

  bool plain_unary(Unary const& node) const {
    TypeKind const operand = kind(node.operand);
    return node.op != syntax::UnaryOperator::Invert && is_real(operand);
  }

  bool plain_truth(Truth const& node) const {
    switch (kind(node.operand)) {
      case TypeKind::None:
      case TypeKind::Bool:
      case TypeKind::Int:
      case TypeKind::Float:
      case TypeKind::IntOrFloat:
      case TypeKind::Str:
      case TypeKind::List:
      case TypeKind::Set:
      case TypeKind::Dict: return true;
      default: return false;
    }
  }

  // Generators and coroutines run later, unless their await was elided.
  bool call_raises(Inst const& inst, CallFunction const& node) const {
    Function const& callee = module_.functions[node.function];
    switch (callee.kind) {
      case FunctionKind::Generator:
      case FunctionKind::AsyncGenerator: return false;
      case FunctionKind::Coroutine: return module_.types[inst.type].kind != TypeKind::Coroutine && callee.raises;
      default: return callee.raises;
    }
  }

  bool await_raises(Await const& node) const {
    auto const* call = std::get_if<CallFunction>(&function_.insts[node.operand].node);
    return !call || module_.functions[call->function].raises;
  }

  bool for_raises(For const& node) const {
    if (node.is_async) return true;
    switch (kind(node.iterable)) {
      case TypeKind::List:
      case TypeKind::Range:
      case TypeKind::TupleOf: return false;
      default: return true;
    }
  }

 private:
  Module const& module_;
  Function const& function_;
};

}  // namespace

bool is_plain_operation(Module const& module, Function const& function, Inst const& inst) {
  Operands const operands(module, function);
  return std::visit(Overloaded{
                        [&](Binary const& node) { return operands.plain_binary(node.op, node.left, node.right); },
                        [&](InPlace const& node) { return operands.plain_binary(node.op, node.left, node.right); },
                        [&](Compare const& node) { return operands.plain_compare(inst, node); },
                        [&](Unary const& node) { return operands.plain_unary(node); },
                        [&](Truth const& node) { return operands.plain_truth(node); },
                        [&](Not const&) { return true; },
                        [](auto const&) { return false; },
                    },
                    inst.node);
}

std::optional<std::size_t> constant_element(Module const& module, Function const& function, GetItem const& item) {
  Type const& tuple = module.types[function.insts[item.object].type];
  auto const* key = std::get_if<Constant>(&function.insts[item.key].node);
  bool const is_index = key && key->kind == ConstantKind::Int && key->text.size() < 4;
  if (tuple.kind != TypeKind::Tuple || !is_index) return std::nullopt;
  int const index = std::stoi(key->text);
  bool const is_there = index >= 0 && static_cast<std::size_t>(index) < tuple.arguments.size();
  return is_there ? std::optional(static_cast<std::size_t>(index)) : std::nullopt;
}

bool is_plain_unpack(Module const& module, Function const& function, Unpack const& unpack) {
  Type const& type = module.types[function.insts[unpack.value].type];
  return type.kind == TypeKind::Tuple && !unpack.has_star && type.arguments.size() == unpack.before + unpack.after;
}

bool may_raise(Module const& module, Function const& function, Inst const& inst) {
  if (std::holds_alternative<Unsupported>(inst.node)) return true;
  if (!traits_of(inst).raises || is_plain_operation(module, function, inst)) return false;
  Operands const operands(module, function);
  return std::visit(Overloaded{
                        [](LoadLocal const& node) { return node.may_be_unbound; },
                        [](LoadGlobal const& node) { return node.may_be_unbound; },
                        [](LoadModuleGlobal const& node) { return node.may_be_unbound; },
                        [](DeleteLocal const& node) { return !node.quiet; },
                        [](DeleteGlobal const& node) { return !node.quiet; },
                        [](DeleteName const& node) { return !node.quiet; },
                        [](GetField const& node) { return !node.always_set; },
                        [&](CallFunction const& node) { return operands.call_raises(inst, node); },
                        [](CallNative const& node) { return node.overload->result == bindings::ResultKind::Raises; },
                        [&](NewInstance const& node) {
                          return has_native_layout(module, node.class_id) ||
                                 (node.init && module.functions[node.init].raises);
                        },
                        [&](GetItem const& node) { return !constant_element(module, function, node); },
                        [&](Await const& node) { return operands.await_raises(node); },
                        [&](SumAdd const& node) { return operands.kind(node.sum) != TypeKind::Int; },
                        [&](Unpack const& node) { return !is_plain_unpack(module, function, node); },
                        [&](For const& node) { return operands.for_raises(node); },
                        [](auto const&) { return true; },
                    },
                    inst.node);
}

bool is_constant(Function const& function, InstId id) {
  Inst const& inst = function.insts[id];
  if (auto const* coerce = std::get_if<Coerce>(&inst.node)) return is_constant(function, coerce->operand);
  if (auto const* tuple = std::get_if<MakeTuple>(&inst.node)) return are_constants(function, tuple->elements);
  auto const* constant = std::get_if<Constant>(&inst.node);
  return constant && constant->kind != ConstantKind::FactoryMarker;
}

bool are_constants(Function const& function, std::vector<InstId> const& ids) {
  return std::ranges::all_of(ids, [&](InstId id) { return is_constant(function, id); });
}

bool is_choice(Module const& module, Function const& function, Compare const& compare) {
  constexpr std::size_t few = 8;
  if (compare.op != syntax::CompareOperator::In && compare.op != syntax::CompareOperator::NotIn) return false;
  auto const kind = [&](InstId id) {
    TypeId const type = function.insts[id].type;
    return type ? module.types[type].kind : TypeKind::Object;
  };
  TypeKind const wanted = kind(compare.left);
  if (wanted != TypeKind::Str && wanted != TypeKind::Int) return false;
  InstNode const& display = function.insts[compare.right].node;
  auto const* tuple = std::get_if<MakeTuple>(&display);
  auto const* set = std::get_if<MakeSet>(&display);
  if (!tuple && !(set && set->is_tested)) return false;
  std::vector<InstId> const& elements = tuple ? tuple->elements : set->elements;
  return !elements.empty() && elements.size() <= few && std::ranges::all_of(elements, [&](InstId each) {
    return function.insts[each].kind() == InstKind::Constant && kind(each) == wanted;
  });
}

}  // namespace aiocc::ir
