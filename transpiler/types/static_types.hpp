// From what values may be to how they are represented.
#pragma once

#include "types/world.hpp"

namespace aiocc::types {

class StaticTypes {
 public:
  explicit StaticTypes(World& world) : world_(world) {}

  // `object` where nothing more precise has a representation.
  ir::TypeId of(Value const& value) { return of(value, 0); }
  // Of named tuples, which are objects otherwise, as tuples. Unset where it isn't known that they're of the same fields.
  ir::TypeId of_named_tuples(Value const& value);
  // Of what a loop over a container gives.
  ir::TypeId of_item(Value const& value) { return of(value, 1); }
  // Of a variable that may be unbound: a word.
  ir::TypeId of_slot(Value const& value);

  ir::TypeId simple(ir::TypeKind kind) { return types().simple(kind); }
  ir::TypeId object() { return types().object(); }
  ir::Type const& operator[](ir::TypeId id) { return types()[id]; }
  ir::TypeStore& types() { return world_.module.types; }

 private:
  ir::TypeId of(Value const& value, int depth);
  bool are_numbers(std::vector<Atom> const& atoms) const;
  ir::TypeId of_group(std::vector<Atom> const& atoms, int depth);
  ir::TypeId of_instances(std::vector<Atom> const& atoms);
  ir::TypeId of_tuples(std::vector<Atom> const& atoms, int depth);
  ir::TypeId of_slots(ir::TypeKind kind, std::vector<Atom> const& atoms, std::size_t count, int depth,
                      NameId name = {});

  World& world_;
};

}  // namespace aiocc::types
