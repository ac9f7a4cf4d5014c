// How static types are spelled in C++.
#pragma once

#include <string>

#include "emit/names.hpp"
#include "ir/ir.hpp"

namespace aiocc::emit {

class CppTypes {
 public:
  CppTypes(ir::Module const& module, Names const& names) : module_(module), names_(names) {}

  // A variable's, parameter's or element's type.
  std::string value(ir::TypeId type) const;
  // What awaiting, iterating or calling gives: `void` where it's always None.
  std::string result(ir::TypeId type) const;
  // What the C++ function returns: `Result<T>`, `T`, `Coroutine<T>`, `Generator<T>`, `AsyncGenerator<T>`.
  std::string returned(ir::Function const& function) const;
  std::string parameter(ir::Function const& function, ir::Local const& local) const;
  // Of a container: `Str, Int`.
  std::string arguments(ir::Type const& type) const;

 private:
  std::string native(ir::Type const& type) const;

  ir::Module const& module_;
  Names const& names_;
};

}  // namespace aiocc::emit
