// Methods that need no class cell: all that they do with it is call known methods of the base through `super()`.
#pragma once

#include "types/world.hpp"

namespace aiocc::types {

// Takes the cell from them, so that they can be called directly. For the finished world, before the rewriting.
void drop_class_cells(World& world);

// What `super().name(...)` in a method of `class_id` calls: a function of the class's base; unset where that isn't certain.
ir::FunctionId super_method(World& world, ir::ClassId class_id, NameId name);

}  // namespace aiocc::types
