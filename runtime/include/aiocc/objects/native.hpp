// The runtime's own functions, classes and modules as dynamic code sees them: constant tables that the binding generator writes,
// and the one entry that all native functions share.
#pragma once

#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/function.hpp"

namespace aiocc {

struct NativeFunction;

/// One call of a native function after its arguments were bound.
struct NativeCall {
  NativeFunction const& function;
  /// An argument per parameter, `*args` left out; unbound where an optional one wasn't given. `**kwargs` is a dict.
  Object const* args;
  /// What `*args` collects.
  Arguments rest;
};
/// Converts the arguments, calls the C++ function, converts its result.
using NativeBody = Result<Object> (*)(NativeCall const& call);

/// Whose TypeErrors a call with wrong arguments raises: those of CPython's functions written in C, of its classes written in C, or of
/// what it has in Python.
enum class Wording : std::uint8_t { C, Class, Python };

/// All that's constant of a native function; `signature` is first, so that a FunctionObject's leads here.
struct NativeFunction {
  Signature signature;
  /// Its names are "append" and "list.append"; it has no file.
  Code code;
  NativeBody body;
  /// For methods: the class that `self` must be an instance of.
  Type* owner;
  /// Bit i: parameter i may be left out.
  std::uint64_t optional;
  Wording wording;
  /// An `async def`: a call gives a coroutine.
  bool is_async = false;
};

enum class MemberKind : std::uint8_t { Function, Method, StaticMethod, ClassMethod, Property, Constant, Class };

/// One name that a type or a module of the runtime's offers to dynamic code.
struct Member {
  char const* name;
  MemberKind kind;
  /// Functions and methods.
  NativeFunction const* function = nullptr;
  /// Properties: of `self`. Constants: `self` is ignored.
  Result<Object> (*get)(Object const& self) = nullptr;
  /// Null where a property can't be set.
  Result<void> (*set)(Object const& self, Object const& value) = nullptr;
  Type* type = nullptr;
  char const* doc = nullptr;
  /// `set` gets an unbound value where the property is deleted; that of others is an error.
  bool sets_deleted = false;
};

/// The members that the runtime's headers declare for one built-in type or module; `type` is null for a module's.
struct MemberTable {
  char const* module;
  Type* type;
  Member const* members;
  std::size_t count;
  /// Calls the class ("__new__"), where the headers declare a constructor and the type's slots have none of their own.
  NativeFunction const* constructor = nullptr;
};

/// The table of a type; the generated code defines one specialisation per type. A type's own slots name it
/// (`.members = members<list_type>`), so that a program links just the entries of types that it uses.
template <Type& type>
MemberTable const& members();

/// A native function as a value; one object per function, made at first use.
Object native_function(NativeFunction const& function);
/// Whether it's a function of the runtime's that is an `async def` in CPython.
bool is_native_coroutine_function(Object const& object) noexcept;

/// What dynamic code gets from a type's dict for a property; of type getset_type.
struct GetSetObject : HeapObject {
  Member const* member;
  Type* owner;
};

namespace detail {
/// The entry of all native functions: binds the arguments to the parameters, or raises TypeError in CPython's words.
Result<Object> native_entry(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names);
/// The same without a function object.
Result<Object> call_native(NativeFunction const& function, Object const* args, std::size_t count,
                           KeywordNames const* names);
/// Makes `member` as a value of its class's or module's dict.
Result<Object> make_member(Member const& member, Type* owner);
}  // namespace detail

/// Calls a native function that nothing can have replaced.
template <Word... Args>
Result<Object> call(NativeFunction const& function, Args const&... args) {
  return detail::call_native(function, pack(args...).data(), sizeof...(Args), nullptr);
}
template <Word... Args>
Result<Object> call_keywords(NativeFunction const& function, KeywordNames const& names, Args const&... args) {
  return detail::call_native(function, pack(args...).data(), sizeof...(Args), &names);
}

}  // namespace aiocc
