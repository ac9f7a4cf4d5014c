// Attributes of the program's instances as fields.
#include <algorithm>

#include "types/rewriter.hpp"

namespace aiocc::types {

std::optional<ir::ClassId> Rewriter::receiver_class(ir::InstId object) {
  ir::Type const* type = &static_type(object);
  if (type->kind == ir::TypeKind::Optional) type = &types_[type->arguments[0]];
  if (type->kind != ir::TypeKind::Instance) return std::nullopt;
  return type->class_id;
}

ir::InstId Rewriter::guarded(ir::InstId object, ir::InstNode dynamic, ir::InstId like) {
  ir::Type const type = static_type(object);
  if (type.kind != ir::TypeKind::Optional) return object;
  ir::InstId const none =
      insert(ir::Constant{.kind = ir::ConstantKind::None, .text = {}}, like, types_.simple(ir::TypeKind::None));
  ir::InstId const is_none =
      insert(ir::Compare{syntax::CompareOperator::Is, object, none}, like, types_.simple(ir::TypeKind::Bool));
  ir::BlockId const raising = written_block([&] {
    bool const has_value = std::visit([](auto const& node) { return node.traits.has_value; }, dynamic);
    insert(std::move(dynamic), like, has_value ? types_.object() : ir::TypeId{});
  });
  insert(ir::If{.condition = is_none, .then_block = raising, .else_block = {}}, like, {});
  return insert(ir::Coerce{object}, like, type.arguments[0]);
}

// A pattern that asks one class's instances for fields.
void Rewriter::rewrite_match_class(ir::InstId id) {
  auto& node = std::get<ir::MatchClass>(inst(id).node);
  std::optional<std::vector<NameId>> const names = resolver_.matched_names(node, receivers_of(node.class_));
  Value const subject = resolver_.matching(receivers_of(node.subject), receivers_of(node.class_));
  if (!names || subject.unknown || subject.atoms.size() != 1) return;
  Atom const atom = world_.atoms[subject.atoms[0]];
  ir::ClassId const class_id{atom.index};
  if (atom.kind != AtomKind::Instance || resolver_.is_instance_of(atom, receivers_of(node.class_)) != true) return;
  bool const are_fields = std::ranges::all_of(*names, [&](NameId name) {
    return field_index(class_id, name, subject) && fields_.is_always_set(world_.attribute_owner(class_id, name), name);
  });
  if (!are_fields) return;
  node.known = class_id;
  node.names = *names;
  node.positional = 0;
}

// Instances without `__bool__` and `__len__` are true.
bool Rewriter::rewrite_truth(ir::InstId id) {
  ir::InstId const operand = std::get<ir::Truth>(inst(id).node).operand;
  Value const tested = receivers_of(operand);
  if (tested.unknown || tested.is_empty()) return false;
  bool may_be_none = false;
  for (AtomId const each : tested.atoms) {
    Atom const atom = world_.atoms[each];
    bool const is_none = atom.kind == AtomKind::None;
    may_be_none |= is_none;
    if (!is_none && (atom.kind != AtomKind::Instance || !world_.is_always_true(ir::ClassId{atom.index}))) return false;
  }
  ir::TypeId const boolean = types_.simple(ir::TypeKind::Bool);
  if (may_be_none) {
    ir::InstId const none =
        insert(ir::Constant{.kind = ir::ConstantKind::None, .text = {}}, id, types_.simple(ir::TypeKind::None));
    replace(id, ir::Compare{syntax::CompareOperator::IsNot, operand, none});
  } else {
    replace(id, ir::Constant{.kind = ir::ConstantKind::Bool, .boolean = true, .text = {}});
  }
  finish(id, boolean);
  return true;
}

// The field of that name in the layout, if all that the receivers may be keep the attribute there. What their classes have under the name may take part
// only where an instance hasn't the attribute.
std::optional<std::uint32_t> Rewriter::field_index(ir::ClassId id, NameId name, Value const& receivers) {
  for (AtomId atom_id : receivers.atoms) {
    Atom const atom = world_.atoms[atom_id];
    if (atom.kind == AtomKind::None) continue;
    ir::ClassId const class_id{atom.index};
    bool const is_plain =
        world_.is_regular(class_id) && !world_.state(class_id).escaped && world_.is_plain_attribute(class_id, name);
    if (!is_plain) return std::nullopt;
  }
  auto const& fields = world_.module.classes[id].fields;
  for (std::uint32_t index = 0; index < fields.size(); ++index) {
    if (fields[index].name == name) return index;
  }
  return std::nullopt;
}

bool Rewriter::any_class(Value const& receivers, std::function<bool(ir::ClassId)> const& fits) {
  return std::ranges::any_of(receivers.atoms, [&](AtomId id) {
    Atom const atom = world_.atoms[id];
    return atom.kind == AtomKind::Instance && fits(ir::ClassId{atom.index});
  });
}

bool Rewriter::has_class_attribute(Value const& receivers, NameId name) {
  return any_class(receivers, [&](ir::ClassId id) { return world_.find_class_attribute(id, name) != nullptr; });
}

bool Rewriter::may_refuse_stores(Value const& receivers) {
  return any_class(receivers, [&](ir::ClassId id) { return world_.is_frozen(id); });
}

// A read or store through a property, as a call of its function.
bool Rewriter::call_accessor(ir::InstId id, ir::InstId object, NameId name, AtomKind kind,
                             std::vector<ir::InstId> args) {
  Value const receivers = receivers_of(object);
  if (receivers.unknown) return false;
  PolymorphicCall call{object, std::move(args), {}, {}};
  ir::InstNode const dynamic = inst(id).node;
  if (MethodTarget const accessor{world_.accessor_of(receivers, name, kind), FirstArgument::OwnInstance};
      accessor && receiver_class(object)) {
    if (!can_be_case(accessor, call, id)) return false;
    call.args.insert(call.args.begin(), guarded(object, dynamic, id));
    return call_function(id, accessor.function, {}, std::move(call.args), {});
  }
  std::vector<MethodCase> const cases = accessor_cases(call, name, kind, id);
  if (cases.empty()) return false;
  call.receiver = guarded(object, dynamic, id);
  return dispatch(id, call, cases);
}

// A field of a named tuple, as an element of the tuple that it is.
bool Rewriter::read_named_field(ir::InstId id, ir::GetAttr const& node) {
  Value const receivers = receivers_of(node.object);
  ir::TypeId const tuple = types_.of_named_tuples(receivers);
  if (!tuple || value(id).unknown) return false;
  std::optional<std::size_t> const place = world_.site_of(world_.atoms[receivers.atoms[0]]).place_of(node.name);
  if (!place) return false;
  ir::Constant const constant{.kind = ir::ConstantKind::Int, .text = std::to_string(*place)};
  ir::InstId const key = insert(constant, id, types_.simple(ir::TypeKind::Int));
  ir::InstId const object = insert(ir::Coerce{node.object}, id, tuple);
  replace(id, ir::GetItem{object, key});
  finish(id, types_[tuple].arguments[*place]);
  return true;
}

bool Rewriter::rewrite_get_attr(ir::InstId id) {
  ir::GetAttr const node = std::get<ir::GetAttr>(inst(id).node);
  std::optional<ir::ClassId> const class_id = receiver_class(node.object);
  if (value(id).is_empty()) return false;
  if (read_named_field(id, node)) return true;
  if (call_accessor(id, node.object, node.name, AtomKind::Property, {})) return true;
  Value const receivers = receivers_of(node.object);
  if (receivers.unknown) return false;
  std::optional<FieldCase> const field = class_id ? field_case(*class_id, node.name, receivers) : std::nullopt;
  if (!field) return choose_field(id, node.object, node.name, {});
  if (!field->always_set && has_class_attribute(receivers, node.name)) return false;
  ir::InstId const object = guarded(node.object, node, id);
  replace(id, ir::GetField{object, *class_id, field->field, field->always_set});
  finish(id, world_.module.classes[*class_id].fields[field->field].type);
  return true;
}

bool Rewriter::rewrite_set_attr(ir::InstId id) {
  ir::SetAttr const node = std::get<ir::SetAttr>(inst(id).node);
  std::optional<ir::ClassId> const class_id = receiver_class(node.object);
  Value const receivers = receivers_of(node.object);
  if (call_accessor(id, node.object, node.name, AtomKind::PropertySetter, {node.value})) return true;
  if (receivers.unknown || receivers.is_empty()) return false;
  if (!node.skips_class && may_refuse_stores(receivers)) return false;
  std::optional<std::uint32_t> const field =
      class_id ? field_index(*class_id, node.name, receivers) : std::optional<std::uint32_t>();
  if (!field) return choose_field(id, node.object, node.name, node.value);
  ir::InstId const object = guarded(node.object, node, id);
  replace(id, ir::SetField{.object = object, .class_id = *class_id, .field = *field, .value = node.value});
  push(id);
  return true;
}

// What the instruction's value may be; a Coerce is what it refines.
Value Rewriter::receivers_of(ir::InstId object) {
  while (!is_original(object)) {
    if (auto const* global = std::get_if<ir::LoadModuleGlobal>(&inst(object).node)) {
      Value found = world_.globals[global->global.index];
      found.unbound = false;
      return found;
    }
    auto const* coerce = std::get_if<ir::Coerce>(&inst(object).node);
    if (!coerce) return World::unknown();
    object = coerce->operand;
  }
  return value(object);
}

}  // namespace aiocc::types
