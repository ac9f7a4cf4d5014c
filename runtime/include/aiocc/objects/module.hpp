// Modules as objects: a program's own, whose globals are C++ variables, and the runtime's, whose members are made when they're asked for.
#pragma once

#include "aiocc/objects/function.hpp"

namespace aiocc {

enum class MemberKind : std::uint8_t { Function, Method, StaticMethod, ClassMethod, Property, Constant, Class };

/// One name that a type or a module of the runtime's offers to dynamic code; the binding generator writes tables of these.
struct Member {
  char const* name;
  MemberKind kind;
  /// Functions and methods.
  Entry entry = nullptr;
  Signature const* signature = nullptr;
  /// Tuple of the defaults, made when the member is: null where a missing argument stays unbound.
  Object (*defaults)() = nullptr;
  char const* doc = nullptr;
  /// Properties: of `self`. Constants: `self` is ignored.
  Result<Object> (*get)(Object const& self) = nullptr;
  Result<void> (*set)(Object const& self, Object const& value) = nullptr;
  Type* type = nullptr;
};

/// The members that the runtime's headers declare for one built-in type or module; `type` is null for a module's.
struct MemberTable {
  char const* module;
  Type* type;
  Member const* members;
  std::size_t count;
};

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
/// A module of the runtime's as an object; one per module. Unbound if there is none.
Object runtime_module(std::string_view name);
/// `module.name` through the module's table; AttributeError in CPython's words.
Result<Object> module_attr(Object const& module, Str const& name);

namespace detail {
/// Makes `member` as a value of its class's or module's dict.
Object make_member(Member const& member, Type* owner, char const* module);
}  // namespace detail

}  // namespace aiocc
