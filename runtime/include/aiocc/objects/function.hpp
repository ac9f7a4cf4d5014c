// Callables: the one dynamic entry of each function that escapes, argument binding, and calls by value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "aiocc/objects/type.hpp"

namespace aiocc {

/// Names of the trailing keyword arguments of a call; interned strs. A call without keywords passes null.
class KeywordNames {
 public:
  std::span<Str const> names;
};

/// What a function takes, in Python's terms. Parameters are in order: positional-only, positional-or-keyword, `*args`
/// if any, keyword-only, `**kwargs` if any; `names` lists them all.
struct Signature {
  char const* const* names;
  std::uint16_t positional_only;
  std::uint16_t positional;
  std::uint16_t keyword_only;
  bool has_varargs;
  bool has_varkw;
  std::uint16_t total() const noexcept {
    return static_cast<std::uint16_t>(positional + keyword_only + has_varargs + has_varkw);
  }
};

struct FunctionObject;

/// The dynamic entry: arguments are borrowed, the last `names->names.size()` of them are keywords; the result is owned.
using Entry = Result<Object> (*)(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names);

/// A Python function (or, with type builtin_function_type, one of the runtime's). Captured variables follow as cells.
struct FunctionObject : HeapObject {
  Entry entry = nullptr;
  Signature const* signature = nullptr;
  Code const* code = nullptr;
  Object name;
  Object qualified_name;
  Object doc;
  /// Tuple of the last positional parameters' defaults, or unbound.
  Object defaults;
  /// Dict of keyword-only defaults, or unbound.
  Object keyword_defaults;
  Object module;
  Object annotations;
  /// Overflow attributes (`f.calls = 0`), a dict made on demand.
  Object dict;
  std::uint32_t cell_count = 0;
  /// Cells of captured variables, in the order of the compiler's capture list; owned.
  Object* cells = nullptr;
};

/// A captured variable, shared by the function that owns it and those that see it.
template <class T>
struct CellObject : HeapObject {
  T value{};
};
template <class T>
using Cell = Ref<CellObject<T>>;

namespace detail {
/// Spreads call arguments over `slots` (one per parameter, `*args` a tuple, `**kwargs` a dict) and fills in defaults;
/// TypeError in CPython's words otherwise.
Result<void> bind_arguments(FunctionObject* function, Object const* args, std::size_t count, KeywordNames const* names,
                            Object* slots);
}  // namespace detail

/// Calls any object. `call(f, a, b)` packs its arguments on the stack.
Result<Object> call_array(Object const& callee, Object const* args, std::size_t count, KeywordNames const* names = nullptr);
template <class... Args>
Result<Object> call(Object const& callee, Args const&... args) {
  if constexpr (sizeof...(Args) == 0) {
    return call_array(callee, nullptr, 0);
  } else {
    Object const packed[] = {args...};
    return call_array(callee, packed, sizeof...(Args));
  }
}
/// `receiver.name(args...)` without making a bound method where the attribute is a function of the type.
/// args[0] is the receiver.
Result<Object> call_method_array(Str const& name, Object const* args, std::size_t count, KeywordNames const* names = nullptr);
template <class... Args>
Result<Object> call_method(Object const& receiver, Str const& name, Args const&... args) {
  Object const packed[] = {receiver, args...};
  return call_method_array(name, packed, 1 + sizeof...(Args));
}
/// A call with `*` and `**`: `args` a tuple or list of the positional ones, `keywords` a dict or unbound.
Result<Object> call_unpacked(Object const& callee, Object const& args, Object const& keywords);

}  // namespace aiocc
