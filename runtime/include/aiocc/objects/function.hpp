// Callables: the one dynamic entry of each function that escapes, argument binding, and calls by value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>

#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

/// Names of the trailing keyword arguments of a call; interned strs. A call without keywords passes null.
class KeywordNames {
 public:
  std::span<Str const> names;
};

/// What a function takes, in Python's terms. Parameters are in order: positional-only, positional-or-keyword, keyword-only, then
/// `*args` if any, `**kwargs` if any; `names` lists them all.
struct Signature {
  char const* const* names;
  std::uint16_t positional_only;
  /// Positional-only ones included.
  std::uint16_t positional;
  std::uint16_t keyword_only;
  bool has_varargs;
  bool has_varkw;
  constexpr std::uint16_t total() const noexcept {
    return static_cast<std::uint16_t>(positional + keyword_only + has_varargs + has_varkw);
  }
  /// A call with just `positional` arguments needs no binding.
  constexpr bool is_plain() const noexcept { return (keyword_only | has_varargs | has_varkw) == 0; }
};

struct FunctionObject;

/// The dynamic entry: arguments are borrowed, the last `names->names.size()` of them are keywords; the result is owned.
using Entry = Result<Object> (*)(FunctionObject* self, Object const* args, std::size_t count,
                                 KeywordNames const* names);

/// What a program has stored into a function's attributes; made on demand.
struct FunctionAttributes {
  Object name;
  Object qualified_name;
  Object doc;
  Object module;
  Object annotations;
  /// Everything else (`f.calls = 0`, `__wrapped__`): a dict.
  Object dict;
};

/// A Python function, or one of the runtime's (type builtin_function_type or method_descriptor_type). Captured variables follow as
/// cells.
struct FunctionObject : HeapObject {
  Entry entry = nullptr;
  Signature const* signature = nullptr;
  Code const* code = nullptr;
  /// Tuple of the last positional parameters' defaults, or unbound.
  Object defaults;
  /// Dict of keyword-only defaults, or unbound.
  Object keyword_defaults;
  FunctionAttributes* attributes = nullptr;
  /// The class that a built-in method belongs to, and what the entry needs to know besides.
  Type* owner = nullptr;
  std::uintptr_t data = 0;
  std::uint32_t cell_count = 0;
  /// Cells of captured variables, in the order of the compiler's capture list; owned.
  Object* cells = nullptr;
};

/// A captured variable, shared by the function that owns it and those that see it.
template <class T>
struct CellObject : HeapObject {
  CellObject() : HeapObject(&cell_type) {}
  explicit CellObject(T initial) : HeapObject(&cell_type), value(std::move(initial)) {}
  T value{};
};
template <class T>
using Cell = Ref<CellObject<T>>;

/// A new cell; without an argument its variable is unbound. T is a word: everything else that's captured is boxed.
template <Word T>
Cell<T> make_cell(T initial = T()) {
  return Cell<T>::adopt(new CellObject<T>(std::move(initial)));
}

/// A function bound to its receiver.
struct BoundMethodObject : HeapObject {
  Object function;
  Object self;
};

/// Makes a function; the cells are shared. `defaults` is a tuple, `keyword_defaults` a dict; unbound where there are none.
Ref<FunctionObject> make_function(Entry entry, Signature const& signature, Code const& code, Object defaults = Object(),
                                  Object keyword_defaults = Object(), std::initializer_list<Object> cells = {});
/// Sets `__annotations__`.
void set_annotations(Ref<FunctionObject> const& function, Object annotations);
Ref<BoundMethodObject> make_bound_method(Object function, Object self);
/// A function of the runtime's own.
Ref<FunctionObject> make_builtin_function(Entry entry, Signature const* signature, Code const& code);

namespace detail {
/// Spreads call arguments over `slots` (one per parameter, `*args` a tuple, `**kwargs` a dict) and fills in defaults;
/// TypeError in CPython's words otherwise. A parameter of the runtime's own functions that has no default stays unbound when it's
/// among the last `optional` ones.
Result<void> bind_arguments(FunctionObject* function, Object const* args, std::size_t count, KeywordNames const* names,
                            Object* slots);
}  // namespace detail

/// The arguments of one call as an entry sees them, one per parameter. A call that has just the positional ones is used in place.
template <std::size_t N>
class BoundArguments {
 public:
  BoundArguments() = default;
  BoundArguments(BoundArguments const&) = delete;
  BoundArguments& operator=(BoundArguments const&) = delete;
  Result<void> bind(FunctionObject* function, Object const* args, std::size_t count, KeywordNames const* names) {
    if (count == N && !names && function->signature->is_plain()) [[likely]] {
      arguments_ = args;
      return {};
    }
    arguments_ = storage_;
    return detail::bind_arguments(function, args, count, names, storage_);
  }
  Object const& operator[](std::size_t index) const noexcept { return arguments_[index]; }

 private:
  Object const* arguments_ = nullptr;
  Object storage_[N ? N : 1];
};

namespace detail {
AIOCC_COLD Result<Object> call_slow(Object const& callee, Object const* args, std::size_t count,
                                    KeywordNames const* names);
AIOCC_COLD void raise_recursion_error() noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD bool is_too_deep() noexcept;
}  // namespace detail

/// Calls any object. `call(f, a, b)` packs its arguments on the stack, uncounted: nothing that the call runs may be able to end them.
inline Result<Object> call_array(Object const& callee, Object const* args, std::size_t count,
                                 KeywordNames const* names = nullptr) {
  if (callee.is_heap() && callee.heap()->type == &function_type) [[likely]] {
    auto function = callee.as<FunctionObject>();
    return function->entry(function, args, count, names);
  }
  return detail::call_slow(callee, args, count, names);
}
template <Word... Args>
Result<Object> call(Object const& callee, Args const&... args) {
  return call_array(callee, pack(args...).data(), sizeof...(Args));
}
/// `call_keywords(f, names, a, b, c)`: the last `names.names.size()` arguments are keywords.
template <Word... Args>
Result<Object> call_keywords(Object const& callee, KeywordNames const& names, Args const&... args) {
  return call_array(callee, pack(args...).data(), sizeof...(Args), &names);
}
namespace detail {
/// True: `object.name` is a function of its class, to be called with the object first.
bool find_method(Object const& object, Str const& name, Object& function) noexcept;
}  // namespace detail

/// `receiver.name(args...)` without making a bound method where the attribute is a function of the type.
/// args[0] is the receiver.
Result<Object> call_method_array(Str const& name, Object const* args, std::size_t count,
                                 KeywordNames const* names = nullptr);
template <Word... Args>
Result<Object> call_method(Object const& receiver, Str const& name, Args const&... args) {
  return call_method_array(name, pack(receiver, args...).data(), 1 + sizeof...(Args));
}
template <Word... Args>
Result<Object> call_method_keywords(Object const& receiver, Str const& name, KeywordNames const& names,
                                    Args const&... args) {
  return call_method_array(name, pack(receiver, args...).data(), 1 + sizeof...(Args), &names);
}
/// A call with `*` and `**`: `args` a tuple or list of the positional ones, `keywords` a dict or unbound.
Result<Object> call_unpacked(Object const& callee, Object const& args, Object const& keywords);
/// The same; a list that nobody else has gives up its items.
Result<Object> call_unpacked(Object const& callee, Object&& args, Object const& keywords);
/// Adds what a `**mapping` argument holds to `keywords`, a dict; TypeErrors in the words of a call of `callee`.
Result<void> add_keywords(Object const& keywords, Object const& mapping, Object const& callee);
/// Adds what a `*iterable` argument holds to `args`, a list; TypeErrors in the words of a call of `callee`.
Result<void> add_arguments(Object const& args, Object const& iterable, Object const& callee);

/// Whether one more call passes Python's recursion limit, or would exhaust the machine's stack: then RecursionError is set.
inline bool too_deep() noexcept { return state.depth >= state.unwatched_depth && detail::is_too_deep(); }
/// The same for functions that take so much of the stack that `unwatched_depth` calls may be too many.
struct LargeFrame {};
inline constexpr LargeFrame large_frame;
inline bool too_deep(LargeFrame) noexcept { return detail::is_too_deep(); }

/// Counts the call that runs, from here to its end.
class CountedCall {
 public:
  CountedCall() noexcept : before_(state.depth) { state.depth = before_ + 1; }
  /// Stored rather than counted down, which would wait for the value in memory.
  ~CountedCall() { state.depth = before_; }
  CountedCall(CountedCall const&) = delete;
  CountedCall& operator=(CountedCall const&) = delete;

 private:
  std::uint32_t before_;
};

/// Both, for the runtime's own functions: `RecursionGuard guard; if (!guard.entered()) return raised;`
class RecursionGuard {
 public:
  RecursionGuard() noexcept : entered_(!too_deep()) {}
  /// False: RecursionError is set.
  bool entered() const noexcept { return entered_; }

 private:
  bool entered_;
  CountedCall counted_;
};

}  // namespace aiocc
