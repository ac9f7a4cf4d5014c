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
  bool sets(ir::FunctionId init, NameId name);

  World& world_;
  std::map<ir::FunctionId, std::set<NameId>> fields_set_by_;
  std::map<std::pair<ir::ClassId, NameId>, bool> always_set_;
};

}  // namespace aiocc::types
