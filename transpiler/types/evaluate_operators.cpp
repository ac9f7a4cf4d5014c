// Operators on values of the built-in types; everything else is unknown.
#include <algorithm>

#include "types/evaluator.hpp"
#include "types/never_negative.hpp"

namespace aiocc::types {
namespace {

bool is_number(AtomKind kind) { return kind == AtomKind::Bool || kind == AtomKind::Int || kind == AtomKind::Float; }

bool is_bitwise(syntax::Operator op) {
  using enum syntax::Operator;
  return op == BitAnd || op == BitOr || op == BitXor;
}

// `a | b` and the like, of sets.
bool combines_sets(syntax::Operator op) { return is_bitwise(op) || op == syntax::Operator::Sub; }

// What an operation on two numbers gives; nothing where it's a TypeError, or depends on the values.
std::optional<AtomKind> number_result(syntax::Operator op, AtomKind left, AtomKind right) {
  using enum syntax::Operator;
  if (left == AtomKind::Float || right == AtomKind::Float) {
    bool const gives_float = op == Add || op == Sub || op == Mult || op == Div || op == FloorDiv || op == Mod;
    return gives_float ? std::optional(AtomKind::Float) : std::nullopt;
  }
  if (op == Div) return AtomKind::Float;
  if (op == Pow || op == MatMult) return std::nullopt;
  return is_bitwise(op) && left == AtomKind::Bool && right == AtomKind::Bool ? AtomKind::Bool : AtomKind::Int;
}

}  // namespace

bool Evaluator::is_builtin_data(Value const& value) const {
  return !value.unknown &&
         std::ranges::all_of(value.atoms, [&](AtomId id) { return is_builtin_data(world_.atoms[id]); });
}

bool Evaluator::is_builtin_data(Atom const& atom) const {
  switch (atom.kind) {
    case AtomKind::None:
    case AtomKind::Bool:
    case AtomKind::Int:
    case AtomKind::Float:
    case AtomKind::Str:
    case AtomKind::Bytes:
    case AtomKind::Range:
    case AtomKind::Slice:
    case AtomKind::List:
    case AtomKind::Set:
    case AtomKind::Dict:
    case AtomKind::Tuple: return true;
    default: return false;
  }
}

bool Evaluator::is_complex(Atom const& atom) const {
  return atom.kind == AtomKind::NativeObject && atom.native == bindings::find_class("complex");
}

Value Evaluator::complex_value(ir::InstId id) {
  bindings::Class const* class_ = bindings::find_class("complex");
  constexpr std::uint32_t part = 95;
  return of(AtomKind::NativeObject, world_.site(id_, id, part, AtomKind::NativeObject, class_, 0), class_);
}

Value Evaluator::evaluate(ir::Binary const& node, ir::InstId id) {
  return binary(node.op, value(node.left), value(node.right), id);
}

// `x ** 2` is of x's type: a constant exponent isn't negative, so no int becomes a float, and no float complex.
bool Evaluator::has_constant_exponent(ir::InstId id) const {
  auto const* power = std::get_if<ir::Binary>(&function_.insts[id].node);
  auto const* constant = power ? std::get_if<ir::Constant>(&function_.insts[power->right].node) : nullptr;
  return constant && constant->kind == ir::ConstantKind::Int && !constant->text.starts_with('-');
}

// `+=` on a list changes that list.
Value Evaluator::evaluate(ir::InPlace const& node, ir::InstId id) {
  Value const left = value(node.left);
  Value const right = value(node.right);
  Value result;
  Value rest = left;
  rest.atoms.erase_if([&](AtomId atom) {
    AtomKind const kind = world_.atoms[atom].kind;
    if (kind != AtomKind::List && kind != AtomKind::Set && kind != AtomKind::Dict) return false;
    Value target;
    target.atoms.insert(atom);
    if (kind == AtomKind::List && node.op == syntax::Operator::Add) {
      store_slot(target, 0, iterate(right, false, id));
    } else if ((kind != AtomKind::List || node.op != syntax::Operator::Mult) &&
               !update(kind, target, node.op, right, id)) {
      world_.escape(target);
      world_.escape(right);
    }
    world_.join(result, target);
    return true;
  });
  if (rest.unknown || right.unknown) return world_.joined(result, binary(node.op, rest, right, id));
  for (AtomId first : rest.atoms) {
    for (AtomId second : right.atoms)
      world_.join(result, in_place_atoms(node.op, world_.atoms[first], world_.atoms[second], id));
  }
  return result;
}

// `set |= set` and the like, `dict |= dict`; false where it's something else.
bool Evaluator::update(AtomKind kind, Value const& target, syntax::Operator op, Value const& right, ir::InstId id) {
  using enum syntax::Operator;
  bool const are_alike =
      !right.unknown && std::ranges::all_of(right.atoms, [&](AtomId each) { return world_.atoms[each].kind == kind; });
  if (!are_alike || !(kind == AtomKind::Set ? combines_sets(op) : kind == AtomKind::Dict && op == BitOr)) return false;
  store_slot(target, 0, iterate(right, false, id));
  if (kind == AtomKind::Set) return true;
  for (AtomId const each : right.atoms) store_slot(target, 1, Value(world_.site_of(world_.atoms[each]).slots[1]));
  return true;
}

Value Evaluator::in_place_atoms(syntax::Operator op, Atom const& left, Atom const& right, ir::InstId id) {
  NameId const name = methods_of(op).in_place;
  bool const is_instance = left.kind == AtomKind::Instance;
  std::optional<MethodTarget> const method = is_instance ? special_method(left, name) : MethodTarget();
  if (!method) {
    world_.escape(of(left));
    world_.escape(of(right));
    return World::unknown();
  }
  if (!*method) return binary_atoms(op, left, right, id);
  Value result = call_function(method->function, {{of(right)}, {}}, of(left));
  if (take_not_implemented(result)) world_.join(result, binary_atoms(op, left, right, id));
  return result;
}

Value Evaluator::binary(syntax::Operator op, Value const& left, Value const& right, ir::InstId id) {
  if (left.is_empty() || right.is_empty()) return {};
  if (left.unknown || right.unknown) {
    world_.escape(left);
    world_.escape(right);
    return World::unknown();
  }
  Value result;
  for (AtomId first : left.atoms) {
    for (AtomId second : right.atoms)
      world_.join(result, binary_atoms(op, world_.atoms[first], world_.atoms[second], id));
  }
  return result;
}

Value Evaluator::binary_atoms(syntax::Operator op, Atom const& left, Atom const& right, ir::InstId id) {
  using enum syntax::Operator;
  if (op == Pow && has_constant_exponent(id) && (left.kind == AtomKind::Int || left.kind == AtomKind::Float))
    return of(left.kind);
  // A negative base's broken powers are complex.
  auto const* power = op == Pow ? std::get_if<ir::Binary>(&function_.insts[id].node) : nullptr;
  bool const is_broken_power = power && is_number(left.kind) && right.kind == AtomKind::Float;
  if (is_broken_power && is_never_negative(world_, id_, power->left)) return of(AtomKind::Float);
  if (is_number(left.kind) && is_number(right.kind)) {
    std::optional<AtomKind> const result = number_result(op, left.kind, right.kind);
    return result ? of(*result) : World::unknown();
  }
  bool const is_complex_result = op == Add || op == Sub || op == Mult || op == Div;
  bool const has_complex = is_complex(left) || is_complex(right);
  bool const are_numbers = (is_complex(left) || is_number(left.kind)) && (is_complex(right) || is_number(right.kind));
  if (is_complex_result && has_complex && are_numbers) return complex_value(id);
  if (op == Mod && (left.kind == AtomKind::Str || left.kind == AtomKind::Bytes)) {
    // A mapping of the program's own is asked for keys. Anything else is only turned into text.
    bool const is_instance = right.kind == AtomKind::Instance;
    bool const may_be_asked = right.kind == AtomKind::Dict || right.kind == AtomKind::NativeObject ||
                              (is_instance && asks_for_items(ir::ClassId{right.index}));
    if (may_be_asked && world_.has_binary_dunders(of(right))) leak_contents(of(right));
    return of(left.kind);
  }
  if (std::optional<Value> const result = container_arithmetic(op, left, right, id)) return *result;
  bool const raises =
      is_builtin_data(left) && is_builtin_data(right) && (left.kind == AtomKind::None || right.kind == AtomKind::None);
  if (raises) return {};
  if (std::optional<Value> const result = instance_arithmetic(op, left, right)) return *result;
  world_.escape(of(left));
  world_.escape(of(right));
  return World::unknown();
}

bool Evaluator::asks_for_items(ir::ClassId id) {
  return !world_.is_regular(id) || world_.find_class_attribute(id, NameId::of("__getitem__"));
}

// Of lists, tuples, sets, dicts, str and bytes among each other, and with the number of times that they're repeated.
std::optional<Value> Evaluator::container_arithmetic(syntax::Operator op, Atom const& left, Atom const& right,
                                                     ir::InstId id) {
  using enum syntax::Operator;
  auto const is_count = [](Atom const& each) { return each.kind == AtomKind::Int || each.kind == AtomKind::Bool; };
  if (op == Mult && is_count(left) && !is_count(right)) return container_arithmetic(op, right, left, id);
  bool const is_list = left.kind == AtomKind::List || left.kind == AtomKind::Tuple;
  bool const is_text = left.kind == AtomKind::Str || left.kind == AtomKind::Bytes;
  bool const are_alike = left.kind == right.kind;
  bool const repeats = op == Mult && is_count(right);
  if (is_list && (repeats || (op == Add && are_alike))) return concatenate(left, repeats ? left : right, id);
  if (is_text && (repeats || (op == Add && are_alike))) return of(left.kind);
  if (are_alike && left.kind == AtomKind::Set && combines_sets(op)) return concatenate(left, right, id);
  if (!are_alike || left.kind != AtomKind::Dict || op != BitOr) return std::nullopt;
  Value const merged = container(AtomKind::Dict, id, 2);
  for (Atom const& each : {left, right}) {
    for (std::size_t slot : {0, 1}) store_slot(merged, slot, Value(world_.site_of(each).slots[slot]));
  }
  return merged;
}

// The same kind of container with the elements of both.
Value Evaluator::concatenate(Atom const& left, Atom const& right, ir::InstId id) {
  Value const result = container(left.kind, id, 1);
  store_slot(result, 0, all_slots(world_.site_of(left)));
  store_slot(result, 0, all_slots(world_.site_of(right)));
  return result;
}

Value Evaluator::evaluate(ir::Unary const& node, ir::InstId) {
  Value const operand = value(node.operand);
  if (operand.unknown) return World::unknown();
  Value result;
  for (AtomId id : operand.atoms) {
    AtomKind const kind = world_.atoms[id].kind;
    if (kind == AtomKind::Float && node.op != syntax::UnaryOperator::Invert) {
      world_.join(result, of(AtomKind::Float));
    } else if (kind == AtomKind::Int || kind == AtomKind::Bool) {
      world_.join(result, of(AtomKind::Int));
    } else {
      std::optional<NameId> const name = method_of(node.op);
      std::optional<Value> const given = name ? call_special(world_.atoms[id], *name, {}) : std::nullopt;
      world_.join(result, given ? *given : escaped(operand));
    }
  }
  return result;
}

void Evaluator::note_identity(Value const& left, Value const& right) {
  auto const is_float = [&](AtomId id) { return world_.atoms[id].kind == AtomKind::Float; };
  if (std::ranges::any_of(left.atoms, is_float) && (right.unknown || std::ranges::any_of(right.atoms, is_float))) {
    world_.set(world_.compares_float_identity);
  }
}

Value Evaluator::evaluate(ir::Compare const& node, ir::InstId id) {
  Value const left = value(node.left);
  Value const right = value(node.right);
  bool const is_bool = world_.module.types[function_.insts[id].type].kind == ir::TypeKind::Bool;
  using enum syntax::CompareOperator;
  if (node.op == Is || node.op == IsNot) {
    note_identity(left, right);
    note_identity(right, left);
    return of(AtomKind::Bool);
  }
  if (left.is_empty() || right.is_empty()) return {};
  if (left.unknown || right.unknown) {
    world_.escape(left);
    world_.escape(right);
    return is_bool ? of(AtomKind::Bool) : World::unknown();
  }
  Value result;
  for (AtomId first : left.atoms) {
    for (AtomId second : right.atoms)
      world_.join(result, compare_atoms(node.op, world_.atoms[first], world_.atoms[second]));
  }
  return is_bool ? of(AtomKind::Bool) : result;
}

Value Evaluator::compare_atoms(syntax::CompareOperator op, Atom const& left, Atom const& right) {
  using enum syntax::CompareOperator;
  bool const is_inclusion = op == In || op == NotIn;
  bool const runs_user_code = world_.has_binary_dunders(of(left)) || world_.has_binary_dunders(of(right));
  if (is_inclusion && right.kind == AtomKind::Instance) {
    look_inside(of(left), right);
    return of(AtomKind::Bool);
  }
  bool const has_instance = left.kind == AtomKind::Instance || right.kind == AtomKind::Instance;
  if (runs_user_code && has_instance && !is_inclusion) return compare_instances(op, left, right);
  if (runs_user_code) {
    bool const has_slots = right.kind == AtomKind::List || right.kind == AtomKind::Set || right.kind == AtomKind::Tuple;
    bool const is_dict = right.kind == AtomKind::Dict;
    if (is_inclusion && (has_slots || is_dict))
      compared({of(left), is_dict ? Value(world_.site_of(right).slots[0]) : all_slots(world_.site_of(right))});
    else
      compared({of(left), of(right)});
    return is_inclusion ? of(AtomKind::Bool) : World::unknown();
  }
  bool const gives_bool = op == Eq || op == NotEq || (is_builtin_data(left) && is_builtin_data(right));
  return gives_bool ? of(AtomKind::Bool) : World::unknown();
}

Value Evaluator::evaluate(ir::Truth const&, ir::InstId) { return of(AtomKind::Bool); }
Value Evaluator::evaluate(ir::Not const&, ir::InstId) { return of(AtomKind::Bool); }
Value Evaluator::evaluate(ir::Coerce const& node, ir::InstId) { return value(node.operand); }
Value Evaluator::evaluate(ir::FormatValue const&, ir::InstId) { return of(AtomKind::Str); }
Value Evaluator::evaluate(ir::JoinStr const&, ir::InstId) { return of(AtomKind::Str); }

}  // namespace aiocc::types
