// Modules as objects: a program's own, whose globals are C++ variables, and the runtime's, whose members are made when they're asked for.
#pragma once

#include "aiocc/objects/native.hpp"

namespace aiocc {

/// All that's constant of a module that was compiled from Python; emitted code defines one for each.
struct CompiledModule {
  /// As `import` names it, dotted.
  char const* name;
  /// The absolute path of its source; null for the standard library's.
  char const* file;
  /// Of a package: the folder of its submodules; else null.
  char const* folder;
  /// Its docstring, or null.
  char const* doc;
  GlobalName const* globals;
  /// What the runtime's headers declare for the same module; null where that's nothing.
  MemberTable const* members;
  Result<void> (*body)();
  /// Where the module's code finds the dict that its globals are in; null where they're variables.
  Object* dict = nullptr;
};

struct ModuleObject : HeapObject {
  explicit ModuleObject(char const* module_name);
  char const* name;
  /// What it was compiled from, if it was.
  CompiledModule const* compiled = nullptr;
  /// What the runtime's headers declare for it, or null.
  MemberTable const* members = nullptr;
  /// Its body is running.
  bool initializing = false;
  /// What was stored from outside, or made on demand.
  DictObject* dict;
  /// The variables of a compiled module, ended by a null name; null where there are none.
  GlobalName const* globals() const noexcept { return compiled ? compiled->globals : nullptr; }
};

/// The module that the program begins with: puts it into `sys.modules`. Its body hasn't run.
Object main_module(CompiledModule const& module);
/// `import`: the module of that name in `sys.modules`; else makes it, and runs its body. Its parent package has been imported.
Result<Object> imported(CompiledModule const& module);
/// A module of the runtime's that has no other half.
Result<Object> imported(MemberTable const& members);
/// `from package import ...` names a submodule: imports that unless the package has such an attribute.
Result<void> import_submodule(Object const& package, CompiledModule const& module);
Result<void> import_submodule(Object const& package, MemberTable const& members);
/// Raises ModuleNotFoundError.
AIOCC_COLD Result<Object> missing_module(char const* name);
/// What `from module import name` binds: the attribute, else the submodule of that name in `sys.modules`, else ImportError.
Result<Object> import_from(Object const& module, Str const& name);
/// For `from module import *`: whether the module has this name and exports it, then `value`.
Result<bool> find_exported(Object const& module, Str const& name, Object& value);
/// A module of the runtime's as an object; one per module, which from then on `sys.modules` has.
Object runtime_module(MemberTable const& members);
/// One that the program uses, by its name; unbound if there is none.
Object runtime_module(std::string_view name);
/// For `from module import *` into globals that are in a dict: stores all that the module exports.
Result<void> import_star(Object const& module, Object const& globals);
/// `module.__dict__`. Of the standard library's modules in Python, whose globals are variables, it's a copy.
Object module_dict(Object const& module);
/// What a program has stored into the module of that name, or into `builtins`, under a name that nothing in its text binds; unbound if nothing.
Object stored_global(char const* module, Str const& name);
namespace detail {
/// The dict behind `sys.modules`.
Object& module_registry();
}  // namespace detail
/// `module.name` through the module's table; AttributeError in CPython's words.
Result<Object> module_attr(Object const& module, Str const& name);

}  // namespace aiocc
