// Modules as objects: a program's own, whose globals are C++ variables, and the runtime's, whose members are made when they're asked for.
#pragma once

#include "aiocc/objects/native.hpp"

namespace aiocc {

struct ModuleObject : HeapObject {
  ModuleObject(char const* module_name, GlobalName const* module_globals, MemberTable const* module_members);
  char const* name;
  /// A program's module: its variables.
  GlobalName const* globals;
  /// A module of the runtime's.
  MemberTable const* members;
  /// What was stored from outside, or made on demand.
  DictObject* dict;
};

/// The module object of a compiled module; one constant per module.
Object make_module(char const* name, GlobalName const* globals);
/// A module of the runtime's as an object; one per module, which from then on `sys.modules` has.
Object runtime_module(MemberTable const& members);
/// One that the program uses, by its name; unbound if there is none.
Object runtime_module(std::string_view name);
/// `module.name` through the module's table; AttributeError in CPython's words.
Result<Object> module_attr(Object const& module, Str const& name);

}  // namespace aiocc
