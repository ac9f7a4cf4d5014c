// Representations: atoms of one kind have a type, `T | None` is one for words, all else is `object`.
#include "types/static_types.hpp"

#include <algorithm>

namespace aiocc::types {

namespace {

constexpr int deepest = 5;

}  // namespace

ir::TypeId StaticTypes::of_slot(Value const& value) {
  ir::TypeId const type = of(value);
  ir::TypeKind const kind = types()[type].kind;
  bool const is_plain = kind == ir::TypeKind::Float || kind == ir::TypeKind::IntOrFloat || kind == ir::TypeKind::Bool ||
                        kind == ir::TypeKind::None;
  return is_plain ? object() : type;
}

ir::TypeId StaticTypes::of_named_tuples(Value const& value) {
  if (value.unknown || value.atoms.empty()) return {};
  std::vector<Atom> made;
  for (AtomId const id : value.atoms) {
    Atom const& atom = world_.atoms[id];
    bool const is_alike = atom.kind == AtomKind::NamedTuple &&
                          (made.empty() || world_.site_of(atom).names == world_.site_of(made[0]).names);
    if (!is_alike) return {};
    made.push_back(atom);
  }
  return of_slots(ir::TypeKind::Tuple, made, world_.site_of(made[0]).slots.size(), 0);
}

ir::TypeId StaticTypes::of(Value const& value, int depth) {
  if (value.unknown || value.atoms.empty() || depth > deepest) return object();
  std::vector<Atom> group;
  bool has_none = false;
  for (AtomId id : value.atoms) {
    Atom const& atom = world_.atoms[id];
    has_none |= atom.kind == AtomKind::None;
    if (atom.kind != AtomKind::None) group.push_back(atom);
  }
  if (group.empty()) return simple(ir::TypeKind::None);
  ir::TypeId const type = of_group(group, depth);
  if (!has_none || type == object()) return type;
  return types().is_word(type) ? types().of(ir::TypeKind::Optional, {type}) : object();
}

// Ints and floats, whose objects nobody tells apart.
bool StaticTypes::are_numbers(std::vector<Atom> const& atoms) const {
  return !world_.compares_float_identity && std::ranges::all_of(atoms, [](Atom const& atom) {
    return atom.kind == AtomKind::Int || atom.kind == AtomKind::Float;
  });
}

ir::TypeId StaticTypes::of_group(std::vector<Atom> const& atoms, int depth) {
  Atom const& first = atoms.front();
  bool const same_kind = std::ranges::all_of(
      atoms, [&](Atom const& atom) { return atom.kind == first.kind && atom.native == first.native; });
  if (!same_kind) return are_numbers(atoms) && depth == 0 ? simple(ir::TypeKind::IntOrFloat) : object();
  switch (first.kind) {
    case AtomKind::Bool: return simple(ir::TypeKind::Bool);
    case AtomKind::Int: return simple(ir::TypeKind::Int);
    case AtomKind::Float: return world_.compares_float_identity ? object() : simple(ir::TypeKind::Float);
    case AtomKind::Str: return simple(ir::TypeKind::Str);
    case AtomKind::Bytes: return simple(ir::TypeKind::Bytes);
    case AtomKind::Range: return simple(ir::TypeKind::Range);
    case AtomKind::List: return of_slots(ir::TypeKind::List, atoms, 1, depth);
    case AtomKind::Set: return of_slots(ir::TypeKind::Set, atoms, 1, depth);
    case AtomKind::Dict: return of_slots(ir::TypeKind::Dict, atoms, 2, depth);
    case AtomKind::Tuple: return of_tuples(atoms, depth);
    case AtomKind::Instance: return of_instances(atoms);
    case AtomKind::NativeObject: {
      auto const* class_ = static_cast<bindings::Class const*>(first.native);
      return of_slots(ir::TypeKind::Native, atoms, class_->type_params.size(), depth, NameId::of(class_->full_name));
    }
    default: return object();
  }
}

ir::TypeId StaticTypes::of_slots(ir::TypeKind kind, std::vector<Atom> const& atoms, std::size_t count, int depth,
                                 NameId name) {
  ir::Type type{.kind = kind, .arguments = {}, .class_id = {}, .function_id = {}, .name = name};
  for (std::size_t slot = 0; slot < count; ++slot) {
    Value joined;
    for (Atom const& atom : atoms) world_.join(joined, Value(world_.site_of(atom).slots[slot]));
    ir::TypeId element = of(joined, depth + 1);
    // A native's own parameter may be anything, None too.
    if (kind != ir::TypeKind::Native && types()[element].kind == ir::TypeKind::None) element = object();
    type.arguments.push_back(element);
  }
  return types().intern(std::move(type));
}

ir::TypeId StaticTypes::of_tuples(std::vector<Atom> const& atoms, int depth) {
  std::size_t const size = world_.site_of(atoms[0]).slots.size();
  bool const fixed = std::ranges::all_of(
      atoms, [&](Atom const& atom) { return world_.site_of(atom).fixed && world_.site_of(atom).slots.size() == size; });
  if (fixed) return of_slots(ir::TypeKind::Tuple, atoms, size, depth);
  Value joined;
  for (Atom const& atom : atoms) {
    for (Value const& slot : std::vector<Value>(world_.site_of(atom).slots)) world_.join(joined, slot);
  }
  ir::TypeId element = of(joined, depth + 1);
  if (!types().is_word(element)) element = object();
  return types().of(ir::TypeKind::TupleOf, {element});
}

// The closest class of which all of them are.
ir::TypeId StaticTypes::of_instances(std::vector<Atom> const& atoms) {
  for (ir::ClassId base{atoms[0].index}; base; base = world_.module.classes[base].base) {
    bool const is_base = std::ranges::all_of(atoms, [&](Atom const& atom) {
      return world_.is_regular(ir::ClassId{atom.index}) && world_.extends(ir::ClassId{atom.index}, base);
    });
    if (is_base)
      return types().intern(
          {.kind = ir::TypeKind::Instance, .arguments = {}, .class_id = base, .function_id = {}, .name = {}});
  }
  return object();
}

}  // namespace aiocc::types
