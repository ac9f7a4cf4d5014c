// What syntax calls of the program's instances: operators, items, calls, iteration.
#include <algorithm>
#include <array>

#include "types/evaluator.hpp"

namespace aiocc::types {
namespace {

bool is_sequence(AtomKind kind) {
  return kind == AtomKind::Str || kind == AtomKind::Bytes || kind == AtomKind::List || kind == AtomKind::Tuple;
}

}  // namespace

// The special method that the object's class has; unset where it has none, nothing where that isn't known.
std::optional<MethodTarget> Evaluator::special_method(Atom const& object, NameId name) {
  if (is_builtin_data(object)) return MethodTarget();
  ir::ClassId const class_id{object.index};
  if (object.kind != AtomKind::Instance || !world_.is_regular(class_id)) return std::nullopt;
  if (!world_.find_class_attribute(class_id, name)) return MethodTarget();
  MethodTarget const method = world_.method_of(world_.atoms.intern(object), name);
  bool const is_method = method && method.first == FirstArgument::OwnInstance;
  return is_method ? std::optional(method) : std::nullopt;
}

// What calling a special method of an instance gives. Nothing where that isn't known; a value that never comes where it has none.
std::optional<Value> Evaluator::call_special(Atom const& object, NameId name, Arguments const& arguments) {
  std::optional<MethodTarget> const method = special_method(object, name);
  if (!method) return std::nullopt;
  return *method ? call_function(method->function, arguments, of(object)) : Value{};
}

// Takes NotImplemented out of the value; whether it was there.
bool Evaluator::take_not_implemented(Value& value) {
  std::size_t const before = value.atoms.size();
  value.atoms.erase_if([&](AtomId id) { return world_.atoms[id].kind == AtomKind::NotImplemented; });
  return value.unknown || value.atoms.size() != before;
}

// A binary operator on two objects of which one is an instance. Nothing where what it does isn't known.
std::optional<Value> Evaluator::instance_operator(OperatorMethods const& names, Atom const& left, Atom const& right) {
  if (left.kind != AtomKind::Instance && right.kind != AtomKind::Instance) return std::nullopt;
  std::optional<MethodTarget> const direct = special_method(left, names.direct);
  std::optional<MethodTarget> const reflected = special_method(right, names.reflected);
  if (!direct || !reflected) return std::nullopt;
  Value result;
  bool goes_on = !*direct;
  if (*direct) {
    result = call_function(direct->function, {{of(right)}, {}}, of(left));
    goes_on = take_not_implemented(result);
  }
  bool const is_asked_first = left.kind == right.kind && left.index != right.index &&
                              world_.derives_from(ir::ClassId{right.index}, ir::ClassId{left.index});
  if (*reflected && (goes_on || is_asked_first)) {
    Value other = call_function(reflected->function, {{of(left)}, {}}, of(right));
    take_not_implemented(other);
    world_.join(result, other);
  }
  return result;
}

// A sequence may be repeated by an instance that has `__index__`.
std::optional<Value> Evaluator::instance_arithmetic(syntax::Operator op, Atom const& left, Atom const& right) {
  auto const may_be_index = [&](Atom const& each) {
    return each.kind == AtomKind::Instance &&
           world_.find_class_attribute(ir::ClassId{each.index}, NameId::of("__index__"));
  };
  bool const may_repeat = op == syntax::Operator::Mult && (is_sequence(left.kind) || is_sequence(right.kind)) &&
                          (may_be_index(left) || may_be_index(right));
  return may_repeat ? std::nullopt : instance_operator(methods_of(op), left, right);
}

Value Evaluator::compare_instances(syntax::CompareOperator op, Atom const& left, Atom const& right) {
  using enum syntax::CompareOperator;
  std::optional<Value> result = instance_operator(*methods_of(op), left, right);
  // `__ne__` asks `__eq__` by default, and both compare identities in the end.
  std::optional<Value> const equal = op == NotEq ? instance_operator(*methods_of(Eq), left, right) : Value{};
  if (!result || !equal) {
    world_.escape(of(left));
    world_.escape(of(right));
    return World::unknown();
  }
  return op == Eq || op == NotEq ? world_.joined(*result, of(AtomKind::Bool)) : *result;
}

// `item in object`, for an instance.
void Evaluator::look_inside(Value const& item, Atom const& object) {
  std::optional<MethodTarget> const method = special_method(object, NameId::of("__contains__"));
  if (!method) {
    world_.escape(of(object));
    compared({World::unknown(), item});
  } else if (*method) {
    call_function(method->function, {{item}, {}}, of(object));
  } else {
    compared({iterate(of(object), false, current_), item});
  }
}

// Native code may compare these with each other, and what they hold.
void Evaluator::compared(std::vector<Value> const& operands) {
  bool const runs_user_code =
      std::ranges::any_of(operands, [&](Value const& each) { return each.unknown || world_.has_binary_dunders(each); });
  if (runs_user_code) follow_or_escape(operands, /*only_compares=*/true);
}

// User code may see these: where they are only compared it's known which.
void Evaluator::follow_or_escape(std::vector<Value> const& operands, bool only_compares) {
  Value all;
  for (Value const& each : operands) world_.join(all, each);
  if (only_compares && follow_comparisons(all)) return;
  for (Value const& each : operands) world_.escape(each);
}

// Calls the comparisons of the instances among what is compared, with any of it; false where that isn't all that may happen.
bool Evaluator::follow_comparisons(Value const& compared, int depth) {
  constexpr int deepest = 5;
  if (compared.unknown || depth > deepest) return false;
  std::map<AtomKind, std::vector<Value>> parts;
  for (AtomId id : compared.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::Instance && !follow_comparisons(atom, compared)) return false;
    add_parts(atom, parts[atom.kind]);
  }
  for (auto const& [kind, each] : parts) {
    if (!std::ranges::all_of(each, [&](Value const& part) { return follow_comparisons(part, depth + 1); }))
      return false;
  }
  return true;
}

bool Evaluator::follow_comparisons(Atom const& instance, Value const& others) {
  if (!only_compares(ir::ClassId{instance.index})) return false;
  return std::ranges::all_of(
      std::array{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"},
      [&](char const* name) { return call_special(instance, NameId::of(name), {{others}, {}}).has_value(); });
}

// What is compared where containers are: elements, by their places in tuples of one length, keys and values.
void Evaluator::add_parts(Atom const& container, std::vector<Value>& parts) {
  std::vector<Value> slots;
  switch (container.kind) {
    case AtomKind::List:
    case AtomKind::Set:
    case AtomKind::Dict:
    case AtomKind::Tuple:
    case AtomKind::NamedTuple:
    case AtomKind::Iterator:
    case AtomKind::NativeObject: slots = world_.site_of(container).slots; break;
    case AtomKind::Generator: slots.emplace_back(world_.state(ir::FunctionId{container.index}).yielded); break;
    default: return;
  }
  bool const by_place = parts.empty() || parts.size() == slots.size();
  if (!by_place) {
    Value all;
    for (Value const& each : parts) world_.join(all, each);
    parts.assign(1, all);
  }
  for (std::size_t place = 0; place < slots.size(); ++place) {
    if (by_place && place >= parts.size()) parts.emplace_back();
    world_.join(parts[by_place ? place : 0], slots[place]);
  }
}

// Its instances have no special methods with operands but operators, and no comparisons that the library makes.
bool Evaluator::only_compares(ir::ClassId id) {
  if (!world_.is_regular(id)) return false;
  for (ir::ClassId const base : world_.mro(id)) {
    if (world_.module.classes[base].dataclass) return false;
    for (auto const& [name, attribute] : world_.state(base).class_attributes) {
      if (is_called_by_syntax(name) && !is_operator(name)) return false;
    }
  }
  return true;
}

// What going over an instance gives: by `__iter__` and `__next__`, or by `__getitem__`.
Value Evaluator::iterate_instance(Atom const& object, bool is_async) {
  std::optional<MethodTarget> const method = special_method(object, NameId::of(is_async ? "__aiter__" : "__iter__"));
  if (!method) return escaped(of(object));
  if (*method) return items_of(call_function(method->function, {}, of(object)), is_async);
  if (is_async) return {};
  std::optional<Value> const item = call_special(object, NameId::of("__getitem__"), {{of(AtomKind::Int)}, {}});
  return item ? *item : escaped(of(object));
}

Value Evaluator::items_of(Value const& iterator, bool is_async) {
  if (iterator.unknown) return World::unknown();
  Value result;
  for (AtomId id : iterator.atoms) {
    Atom const atom = world_.atoms[id];
    std::optional<Value> item;
    if (atom.kind == AtomKind::Generator || atom.kind == AtomKind::AsyncGenerator)
      item = Value(world_.state(ir::FunctionId{atom.index}).yielded);
    else if (atom.kind == AtomKind::Iterator)
      item = Value(world_.site_of(atom).slots[0]);
    else if (atom.kind == AtomKind::Instance)
      item = call_special(atom, NameId::of(is_async ? "__anext__" : "__next__"), {});
    if (item && is_async && atom.kind == AtomKind::Instance) item = await_value(*item, current_);
    world_.join(result, item ? *item : escaped(of(atom)));
  }
  return result;
}

}  // namespace aiocc::types
