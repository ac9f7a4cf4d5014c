// Which fields of an object are set from the end of its construction on.
#pragma once

#include <map>
#include <set>

#include "types/world.hpp"

namespace aiocc::types {

class FieldFacts {
 public:
  explicit FieldFacts(World& world) : world_(world) {}

  // Whether the field is set in every instance of the class and its subclasses that anyone but their `__init__` sees, and never deleted.
  bool is_always_set(ir::ClassId id, NameId name);

 private:
  // What an `__init__` stores before anything else can see the object.
  struct Stored {
    std::set<NameId> fields;
    // Nothing sees the object before the function's end.
    bool keeps_to_itself = false;
  };
  Stored const& stored_by(ir::FunctionId init);

  friend class InitReader;
  World& world_;
  std::map<ir::FunctionId, Stored> stored_;
  std::map<std::pair<ir::ClassId, NameId>, bool> always_set_;
};

}  // namespace aiocc::types
