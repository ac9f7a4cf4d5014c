// Calls of methods that several classes have, each its own: which one it is depends on the receiver's class only, and so the calls are direct.
#include <algorithm>

#include "types/rewriter.hpp"

namespace aiocc::types {
namespace {

// With more classes than these, looking the method up is quicker and shorter.
constexpr std::size_t most_cases = 8;

}  // namespace

// Of a method with one user that no other call serves. Empty where a look-up is needed.
std::vector<Rewriter::MethodCase> Rewriter::method_cases(ir::InstId get_method) {
  auto const& node = std::get<ir::GetMethod>(inst(get_method).node);
  return cases_of(polymorphic_call(users_[get_method.index][0], node.object), get_method,
                  [&](AtomId id) { return world_.method_of(id, node.name); });
}

Rewriter::PolymorphicCall Rewriter::polymorphic_call(ir::InstId id, ir::InstId receiver) {
  auto const& node = std::get<ir::CallMethod>(inst(id).node);
  std::vector<ir::InstId> const& users = users_[id.index];
  bool const is_awaited = users.size() == 1 && inst(users[0]).kind() == ir::InstKind::Await;
  return {receiver, node.args, node.keywords, is_awaited ? users[0] : ir::InstId{}};
}

// The same for a property.
std::vector<Rewriter::MethodCase> Rewriter::accessor_cases(PolymorphicCall const& call, NameId name, AtomKind accessor,
                                                           ir::InstId like) {
  return cases_of(call, like, [&](AtomId id) {
    return MethodTarget{world_.accessor_of(id, name, accessor), FirstArgument::OwnInstance};
  });
}

std::vector<Rewriter::MethodCase> Rewriter::cases_of(PolymorphicCall const& call, ir::InstId like,
                                                     std::function<MethodTarget(AtomId)> const& method_of) {
  Value const receivers = receivers_of(call.receiver);
  bool const is_instance = receiver_class(call.receiver).has_value();
  if (receivers.unknown || !(is_instance || has_kind(call.receiver, ir::TypeKind::Object))) return {};
  std::vector<MethodCase> cases;
  for (AtomId id : receivers.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::None && is_instance) continue;
    if (atom.kind != AtomKind::Instance) return {};
    MethodCase const each{ir::ClassId{atom.index}, method_of(id)};
    bool const is_same_kind = cases.empty() || !each.method || kind_of(each.method) == kind_of(cases.front().method);
    if (!is_same_kind || !can_be_case(each.method, call, like)) return {};
    cases.push_back(each);
  }
  return cases.size() > 1 && cases.size() <= most_cases ? cases : std::vector<MethodCase>();
}

bool Rewriter::can_be_case(MethodTarget const& method, PolymorphicCall const& call, ir::InstId like) {
  if (!method || method.first == FirstArgument::OwnClass) return false;
  ir::Function const& function = world_.module.functions[method.function];
  bool const is_known =
      function.kind == ir::FunctionKind::Function || (function.kind == ir::FunctionKind::Coroutine && call.await);
  bool const is_plain = is_known && function.captures.empty();
  bool const skips_self = method.first == FirstArgument::OwnInstance;
  return is_plain && world_.state(method.function).reached &&
         bind_values(method.function, call.args, call.keywords, skips_self, like, /*writes=*/false).has_value();
}

ir::InstId Rewriter::call_case(MethodCase const& each, PolymorphicCall const& call, ir::InstId like) {
  std::vector<ir::InstId> args = call.args;
  if (each.method.first == FirstArgument::OwnInstance) args.insert(args.begin(), call.receiver);
  std::optional<std::vector<ir::InstId>> bound =
      bind_values(each.method.function, args, call.keywords, /*skips_self=*/false, like);
  ir::FunctionId const callee = each.method.function;
  ir::InstId const made = insert(ir::CallFunction{callee, {}, std::move(*bound)}, like, call_type(callee));
  if (kind_of(each.method) != ir::FunctionKind::Coroutine) return made;
  return insert(ir::Await{made}, call.await, world_.module.functions[callee].result);
}

// An operator on instances whose method never leaves it to the other operand, as a call of that method.
bool Rewriter::call_operator(ir::InstId id, OperatorMethods const& names, ir::InstId left, ir::InstId right) {
  if (!has_kind(left, ir::TypeKind::Instance)) return false;
  Value const lefts = receivers_of(left);
  Value const rights = receivers_of(right);
  MethodTarget const method = world_.method_of(lefts, names.direct);
  bool const is_method = method && method.first == FirstArgument::OwnInstance;
  if (!is_method || rights.unknown || rights.is_empty()) return false;
  Value const result = world_.state(method.function).result;
  bool const is_final = !result.unknown && std::ranges::none_of(result.atoms, [&](AtomId each) {
    return world_.atoms[each].kind == AtomKind::NotImplemented;
  });
  if (!is_final || is_asked_first(lefts, rights, names.reflected)) return false;
  PolymorphicCall const call{left, {right}, {}, {}};
  return can_be_case(method, call, id) && call_function(id, method.function, {}, {left, right}, {});
}

// An instance of a class below the left operand's has the reflected method: that comes first.
bool Rewriter::is_asked_first(Value const& lefts, Value const& rights, NameId reflected) {
  return any_class(rights, [&](ir::ClassId right) {
    return world_.find_class_attribute(right, reflected) &&
           any_class(lefts, [&](ir::ClassId left) { return left != right && world_.derives_from(right, left); });
  });
}

// Without a method of its own for that, `x += y` is `x = x + y`.
bool Rewriter::call_in_place(ir::InstId id, syntax::Operator op, ir::InstId left, ir::InstId right) {
  OperatorMethods names = methods_of(op);
  bool const has_own = any_class(receivers_of(left), [&](ir::ClassId each) {
    return world_.find_class_attribute(each, names.in_place) != nullptr;
  });
  if (has_own) names = {names.in_place, {}, {}};
  return call_operator(id, names, left, right);
}

// What the comparison gives is of the type that it's wanted as.
bool Rewriter::call_comparison(ir::InstId id, syntax::CompareOperator op, ir::InstId left, ir::InstId right) {
  std::optional<OperatorMethods> const names = methods_of(op);
  if (!names) return false;
  MethodTarget const method = world_.method_of(receivers_of(left), names->direct);
  bool const gives_bool = method && types_[world_.module.functions[method.function].result].kind == ir::TypeKind::Bool;
  return gives_bool && call_operator(id, *names, left, right);
}

// `object[key]`, `-object` and the like.
bool Rewriter::call_special(ir::InstId id, ir::InstId object, NameId name, std::vector<ir::InstId> args) {
  if (!has_kind(object, ir::TypeKind::Instance)) return false;
  MethodTarget const method = world_.method_of(receivers_of(object), name);
  if (!method || method.first != FirstArgument::OwnInstance) return false;
  PolymorphicCall const call{object, args, {}, {}};
  args.insert(args.begin(), object);
  return can_be_case(method, call, id) && call_function(id, method.function, {}, std::move(args), {});
}

ir::BlockId Rewriter::written_block(std::function<void()> const& write) {
  ir::BlockId const block = function_.blocks.add({});
  std::vector<ir::InstId> insts;
  std::vector<ir::InstId>* const around = std::exchange(out_, &insts);
  write();
  out_ = around;
  function_.blocks[block].insts = std::move(insts);
  return block;
}

// Which of the classes it is, from that one on; the last one needs no test.
ir::InstNode Rewriter::choice(ClassChoice const& choice, std::size_t at) {
  ir::InstId const condition =
      insert(ir::HasClass{choice.receiver, choice.classes[at]}, choice.like, types_.simple(ir::TypeKind::Bool));
  ir::InstId first;
  ir::InstId other;
  ir::BlockId const then_block = written_block([&] { first = choice.write(at); });
  ir::BlockId const else_block = written_block([&] {
    bool const is_last = at + 2 == choice.classes.size();
    other = is_last ? choice.write(at + 1) : insert(this->choice(choice, at + 1), choice.like, choice.type);
  });
  if (choice.type) return ir::IfExp{condition, then_block, first, else_block, other};
  return ir::If{condition, then_block, else_block};
}

bool Rewriter::dispatch(ir::InstId id, PolymorphicCall const& call, std::vector<MethodCase> const& cases) {
  bool const is_awaited = kind_of(cases.front().method) == ir::FunctionKind::Coroutine;
  ir::InstId const result = is_awaited ? call.await : id;
  if (is_awaited) distributed_awaits_.insert(call.await.index);
  ir::TypeId type;
  if (!users_[result.index].empty()) {
    type = value(result).is_empty() ? types_.object() : wanted(result);
    if (types_[type].kind == ir::TypeKind::None) type = types_.object();
  }
  std::vector<ir::ClassId> classes;
  for (MethodCase const& each : cases) classes.push_back(each.class_id);
  replace(id, choice({call.receiver, std::move(classes), id, type,
                      [&](std::size_t at) { return call_case(cases[at], call, id); }}));
  inst(id).type = type;
  push(id);
  return true;
}

// Unset where instances may not have it, or have it in another place.
std::optional<Rewriter::FieldCase> Rewriter::field_case(ir::ClassId id, NameId name, Value const& receivers) {
  std::optional<std::uint32_t> const field = field_index(id, name, receivers);
  if (!field) return std::nullopt;
  bool const always_set = fields_.is_always_set(world_.attribute_owner(id, name), name);
  return FieldCase{id, *field, always_set};
}

// Of each class that the object may be of, where all of them keep the attribute in a field.
std::vector<Rewriter::FieldCase> Rewriter::field_cases(ir::InstId object, NameId name) {
  Value const receivers = receivers_of(object);
  if (receivers.unknown || receivers.atoms.size() < 2 || receivers.atoms.size() > most_cases) return {};
  std::vector<FieldCase> cases;
  for (AtomId const id : receivers.atoms) {
    Atom const atom = world_.atoms[id];
    Value single;
    single.atoms.insert(id);
    std::optional<FieldCase> const found =
        atom.kind == AtomKind::Instance ? field_case(ir::ClassId{atom.index}, name, single) : std::nullopt;
    if (!found || !found->always_set) return {};
    cases.push_back(*found);
  }
  return cases;
}

// Reads the attribute, or stores `stored`, where the object may be of several classes that each have a field for it.
bool Rewriter::choose_field(ir::InstId id, ir::InstId object, NameId name, ir::InstId stored) {
  std::vector<FieldCase> const cases = field_cases(object, name);
  if (cases.empty()) return false;
  std::vector<ir::ClassId> classes;
  for (FieldCase const& each : cases) classes.push_back(each.class_id);
  auto const write = [&](std::size_t at) {
    FieldCase const& each = cases[at];
    ir::TypeId const type = types_.types().intern({.kind = ir::TypeKind::Instance, .class_id = each.class_id});
    ir::InstId const instance = insert(ir::Coerce{object}, id, type);
    if (stored) return insert(ir::SetField{instance, each.class_id, each.field, stored}, id, {});
    return insert(ir::GetField{instance, each.class_id, each.field, true}, id,
                  world_.module.classes[each.class_id].fields[each.field].type);
  };
  ir::TypeId const type = stored ? ir::TypeId() : wanted(id);
  replace(id, choice({object, std::move(classes), id, type, write}));
  inst(id).type = type;
  push(id);
  return true;
}

void Rewriter::rewrite_await(ir::InstId id) {
  ir::InstId const operand = std::get<ir::Await>(inst(id).node).operand;
  if (!distributed_awaits_.contains(id.index)) return finish(id, awaited_type(operand));
  replacements_[id.index] = operand;
}

}  // namespace aiocc::types
