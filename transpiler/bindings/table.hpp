// The constant data behind bindings.hpp; defined by the file that the binding generator writes.
#pragma once

#include "bindings/bindings.hpp"

namespace aiocc::bindings {

struct Table {
  Array<Module> modules;
  // Every class of every module, sorted by full name.
  Array<Class const*> classes;
  // Macros of the runtime's headers and names declared in namespace aiocc, sorted.
  Array<std::string_view> runtime_names;
};

extern Table const table;

}  // namespace aiocc::bindings
