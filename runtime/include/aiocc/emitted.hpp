// What emitted code is written with, besides Python's own operations: constant tables, checks of variables, entries.
#pragma once

#include <initializer_list>
#include <type_traits>

#include "aiocc/core/async_generator.hpp"
#include "aiocc/core/await_object.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/generator.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/loops.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/optional.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/objects/slice.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/sum.hpp"
#include "aiocc/objects/tuple.hpp"

// Entries of the emitted file's tables `spans` and `functions`.
#define AT(n) (&spans[n])
#define FUNCTION(n) functions[n]

// `raise`: the call makes the exception the error in flight.
#define RAISE(call, span)                    \
  do {                                       \
    call;                                    \
    return ::aiocc::detail::raised_at(span); \
  } while (false)
#define CO_RAISE(call, span)                    \
  do {                                          \
    call;                                       \
    co_return ::aiocc::detail::raised_at(span); \
  } while (false)
#define RAISE_TO(label, call, span)       \
  do {                                    \
    call;                                 \
    ::aiocc::detail::add_traceback(span); \
    goto label;                           \
  } while (false)

// The back edge of a loop, in programs that have threads or handle signals.
#define SAFE_POINT(span) TRY(::aiocc::safe_point(), span)
#define CO_SAFE_POINT(span) CO_TRY(::aiocc::safe_point(), span)
#define SAFE_POINT_TO(label, span) TRY_TO(label, ::aiocc::safe_point(), span)

#if defined(__clang__)
// A module's variable: cleared by the module, not by static destruction.
#define AIOCC_GLOBAL [[clang::no_destroy]]
#else
#define AIOCC_GLOBAL
#endif

namespace aiocc::detail {
/// The name of a character; empty where it has none.
std::string character_name(char32_t code);
}  // namespace aiocc::detail

namespace aiocc::unicodedata {
Result<Object> name(Object const& chr, Object const& fallback);
}  // namespace aiocc::unicodedata

namespace aiocc {

/// What calling a function gives.
enum class CodeKind : std::uint8_t { Function, Generator, Coroutine, AsyncGenerator };

/// What the compiler knows of a function; one constant per function. The code comes first, so that a FunctionObject's leads here.
struct FunctionInfo {
  /// Its `locals` are: plain variables, its own that nested functions capture, those of enclosing functions that it captures.
  Code code;
  Signature signature;
  /// The `def`: what a coroutine or generator is named by before it starts.
  Span definition;
  CodeKind kind = CodeKind::Function;
  /// How many of the variables are captured by nested functions, and how many are captured from enclosing ones.
  std::uint16_t cell_variables = 0;
  std::uint16_t free_variables = 0;
};

/// How the body of a `try` with `finally` was left.
enum class Exit : std::uint8_t { Normal, Raise, Return, Break, Continue };

/// Ends a value that nobody wants; `position` is where, should it be a coroutine that was never awaited.
inline void discard(Object const&, Span const* position) noexcept { state.position = position; }

// Variables that may be unbound: the value, or the error that Python raises.

template <Word T>
Result<T> check_local(T const& value, char const* name) {
  if (!value.bound()) [[unlikely]]
    return raise_unbound_local(name);
  return value;
}
template <Word T>
Result<T> check_free(T const& value, char const* name) {
  if (!value.bound()) [[unlikely]]
    return raise_unbound_free(name);
  return value;
}
/// A global, else `builtin` of that name, else NameError.
template <Word T>
Result<T> check_global(T const& value, char const* name) {
  if (!value.bound()) [[unlikely]]
    return raise_name_error(name);
  return value;
}
template <Word T>
Result<Object> check_global(T const& value, char const*, Object const& builtin) {
  if (!value.bound()) [[unlikely]]
    return builtin;
  return Object(value);
}
inline Object bound_or(Object const& value, Object const& fallback) { return value.bound() ? value : fallback; }
/// For `del`: NameError where the global is unbound.
template <Word T>
Result<void> check_bound(T const& value, char const* name) {
  if (!value.bound()) [[unlikely]]
    return raise_name_error(name);
  return {};
}
/// A field of a static layout: AttributeError where it's unset, unless `__getattr__` knows it.
template <class Layout, Word T>
Result<T> check_field(Ref<Layout> const& object, T const& value, Str const& name) {
  if (value.bound()) [[likely]]
    return value;
  Result<Object> found = operators::get_attr(object, name);
  if (!found) return raised;
  return from_object<T>(std::move(found).value());
}
/// A variable of another module: AttributeError where it's unbound, unless the module's `__getattr__` knows it.
template <Word T>
Result<T> check_member(T const& value, Object const& module, Str const& name) {
  if (value.bound()) [[likely]]
    return value;
  Result<Object> found = operators::get_attr(module, name);
  if (!found) return raised;
  return from_object<T>(std::move(found).value());
}
/// What a bound method of the runtime's is called on.
template <Word T>
T const& bound_self(Object const& method) noexcept {
  Object const& self = method.as<BoundMethodObject>()->self;
  detail::check_static_type<T>(self);
  return static_cast<T const&>(self);
}
/// A name that nothing in the module's text binds: what was stored into the module as an object, else NameError.
Result<Object> unknown_name(char const* module, Str const& name);

// Globals in a dict: what `globals()` gives.

/// A global, else `builtin` of that name, else NameError.
inline Result<Object> load_name(Object const& globals, Str const& name, Object const& builtin) {
  if (Object const* found = dict_get_str(globals.as<DictObject>(), name)) [[likely]]
    return *found;
  return builtin;
}
inline Result<Object> load_name(Object const& globals, Str const& name) {
  if (Object const* found = dict_get_str(globals.as<DictObject>(), name)) [[likely]]
    return *found;
  return unknown_name("builtins", name);
}
/// In a class body: a global, else `fallback`, which may be unbound.
inline Object find_name(Object const& globals, Str const& name, Object const& fallback) {
  Object const* const found = dict_get_str(globals.as<DictObject>(), name);
  return found ? *found : fallback;
}
inline void store_name(Object const& globals, Str const& name, Object const& value) {
  dict_set_str(globals.as<DictObject>(), name, value);
}

/// Prints "SyntaxWarning: message" to the standard error stream, with the span's first line.
AIOCC_COLD void warn_syntax(Span const* span, char const* message);

/// A variable of a function, by its name; unbound where Python finds it unbound.
struct LocalVariable {
  char const* name;
  Object value;
};
/// `locals()`: those that are bound.
Object local_variables(std::initializer_list<LocalVariable> variables);

// Imports.

// A module of the standard library's that is written in Python: what `imported` takes.
#define AIOCC_LIBRARY_MODULE(space)             \
  namespace space {                             \
  extern const ::aiocc::CompiledModule module_; \
  }
// One that only functions of a library module import: programs that may get there link it.
#define AIOCC_DEFERRED_MODULE(space)                          \
  namespace space {                                           \
  extern const ::aiocc::CompiledModule module_ [[gnu::weak]]; \
  }
// In such a program.
#define AIOCC_LINKED_MODULE(space)                                                             \
  AIOCC_LIBRARY_MODULE(space)                                                                  \
  namespace space {                                                                            \
  [[gnu::used]] static constexpr ::aiocc::CompiledModule const* linked_for_program = &module_; \
  }
// In a program whose characters may be encoded by their names, which are large.
#define AIOCC_LINKED_CHARACTER_NAMES \
  [[gnu::used]] static constexpr auto* linked_character_names = &::aiocc::detail::character_name;
namespace detail {
/// The module that tells what objects are made of: only programs that name what asks for it define this.
extern CompiledModule const* const linked_reductions [[gnu::weak]];
}  // namespace detail
#define AIOCC_LINKED_REDUCTIONS             \
  AIOCC_LIBRARY_MODULE(library::_reduction) \
  constinit ::aiocc::CompiledModule const* const ::aiocc::detail::linked_reductions = &::library::_reduction::module_;
/// A deferred module, which should be there; else the run ends with a report.
CompiledModule const& linked(CompiledModule const* module, char const* name);

// Class bodies.

// `attributes` is what the metaclass's `__prepare__` made, a dict for most.
Result<void> set_class_cell(Object const& attributes, Cell<Object> const& cell);
/// A name in a class body: the class's own, else `fallback`, else NameError.
Result<Object> class_name(Object const& attributes, Str const& name, Object const& fallback);
Result<void> set_class_name(Object const& attributes, Str const& name, Object const& value);
/// In a namespace that's a dict.
void define_class_name(Object const& attributes, Str const& name, Object const& value);
/// As `delete_class_name`, but it's no error where the name is unbound.
void forget_class_name(Object const& attributes, Str const& name);
Result<void> delete_class_name(Object const& attributes, Str const& name);
/// `name: annotation`.
Result<void> set_class_annotation(Object const& attributes, Str const& name, Object const& annotation);
/// The same in a module that keeps its globals in a dict.
Result<void> set_module_annotation(Object const& globals, Str const& name, Object const& annotation);

/// What an expression that is always the same gives, evaluated once: `constant<[] { return Tuple<Int, Int>::of(Int(1), Int(2)); }>()`.
template <auto make>
auto const& constant() noexcept {
  AIOCC_GLOBAL static auto const value = make();
  return value;
}

/// `value in {"a", "b"}` of constants of the value's type.
template <class T, class... Choices>
bool is_one_of(T const& value, Choices const&... choices) noexcept {
  return ((value == choices) || ...);
}

/// The names of a call's keyword arguments: `keywords<"sep", "end">()`.
template <detail::LiteralText... names>
KeywordNames const& keywords() noexcept {
  static Str const storage[] = {operator""_s < names>()...};
  static KeywordNames const all{storage};
  return all;
}

namespace detail {
/// packed[0] is the object.
Result<Object> invoke_packed(Str const& name, Object const* packed, std::size_t count, KeywordNames const* names);
}  // namespace detail

/// `object.name(args...)` whose arguments are at hand. Where it's the look-up that fails, the place is the one behind the call's in `spans`.
template <Word... Args>
Result<Object> invoke(Object const& object, Str const& name, Args const&... args) {
  return detail::invoke_packed(name, pack(object, args...).data(), 1 + sizeof...(Args), nullptr);
}
template <Word... Args>
Result<Object> invoke_keywords(Object const& object, Str const& name, KeywordNames const& names, Args const&... args) {
  return detail::invoke_packed(name, pack(object, args...).data(), 1 + sizeof...(Args), &names);
}

/// A method looked up before its arguments are evaluated: no bound method comes to be.
class Method {
 public:
  Result<void> find(Object const& object, Str const& name);
  template <Word... Args>
  Result<Object> call(Args const&... args) const {
    return call_packed(pack(self_, args...).data(), sizeof...(Args), nullptr);
  }
  template <Word... Args>
  Result<Object> call_keywords(KeywordNames const& names, Args const&... args) const {
    return call_packed(pack(self_, args...).data(), sizeof...(Args), &names);
  }

 private:
  Result<Object> call_packed(Object const* packed, std::size_t count, KeywordNames const* names) const {
    return self_.bound() ? call_array(function_, packed, count + 1, names)
                         : call_array(function_, packed + 1, count, names);
  }
  Object function_;
  Object self_;
};

/// What `__exit__` is told of how the body was left: None, or an exception's class, itself and its traceback.
struct ExitArguments {
  Object type = None;
  Object value = None;
  Object traceback = None;
};
/// `exception` is unbound where the body was left without one.
Result<ExitArguments> exit_arguments(Ref<BaseException> const& exception);

/// The manager of a `with` statement. `__exit__` is looked up before `__enter__` is called; TypeError where one is missing.
class ContextManager {
 public:
  Result<Object> enter(Object const& manager);
  /// With an exception, or unbound where the body was left without one.
  Result<Object> exit(Ref<BaseException> const& exception);
  // The same of `async with`: what they return is awaited by the caller.
  Result<Object> aenter(Object const& manager);
  Result<Object> aexit(Ref<BaseException> const& exception);

 private:
  Result<Object> enter_by(Object const& manager, Str const& enter_name, Str const& exit_name, char const* protocol);
  Object manager_;
  Object exit_;
};

// Loops over containers of a known type.

template <class T>
ListCursor<T> cursor(List<T> list) noexcept {
  return ListCursor<T>(std::move(list));
}
template <class T>
TupleCursor<T> cursor(TupleOf<T> tuple) noexcept {
  return TupleCursor<T>(std::move(tuple));
}
inline RangeCursor cursor(Range const& range) { return RangeCursor(range); }
/// A loop over `range(...)` that made no range object.
inline RangeCursor cursor(RangeCursor range) noexcept { return range; }
inline CountingCursor cursor(CountingCursor range) noexcept { return range; }

// Displays.

template <class... Items>
Object make_tuple(Items const&... items) {
  return pack_tuple(items...);
}
/// Keys and values in turn.
Result<Object> dict_display(Arguments entries);
template <class D = Object>
Result<D> make_dict(Arguments entries) {
  return word_cast<D>(PASS(dict_display(entries)));
}
template <class S = Object>
Result<S> make_set(Arguments items) {
  return word_cast<S>(PASS(detail::set_of(items)));
}
/// What a display of constants, which all have hashes, is made from.
template <class S = Object>
S constant_set(Arguments items) {
  return word_cast<S>(detail::constant_set(items));
}
template <class S>
Result<S> make_set_of_constants(S const& constants) {
  return word_cast<S>(PASS(detail::set_of_constants(constants)));
}
/// Keys are strs.
Object make_name_dict(Arguments entries);
void list_append(Object const& list, Object const& value);
Result<void> list_extend(Object const& list, Object const& iterable);
Object list_to_tuple(Object const& list);
Result<void> set_add(Object const& set, Object const& value);
Result<void> set_update(Object const& set, Object const& iterable);
Result<void> dict_merge(Object const& dict, Object const& other);
Str join_parts(Arguments parts);
template <std::same_as<Str>... Parts>
Str join_str(Parts const&... parts) {
  return join_parts(pack(parts...));
}

// Entries: one function template makes the dynamic entry of every compiled function.

namespace detail {

template <class T>
inline constexpr bool is_cell = false;
template <class T>
inline constexpr bool is_cell<Ref<CellObject<T>>> = true;

template <class T>
struct ReturnedValue {
  static Result<Object> convert(T value) { return to_object<T>(std::move(value)); }
};
template <class T>
struct ReturnedValue<Result<T>> {
  static Result<Object> convert(Result<T> result) {
    if (!result) [[unlikely]]
      return raised;
    return to_object<T>(std::move(result).value());
  }
};
template <>
struct ReturnedValue<Result<void>> {
  static Result<Object> convert(Result<void> result) {
    if (!result) [[unlikely]]
      return raised;
    return None;
  }
};

// What an entry gets as `names` where its arguments are one a parameter already.
extern KeywordNames const bound_arguments;
// Binds the arguments of a call to the parameters, and calls the entry again with what it made of them.
AIOCC_COLD Result<Object> call_binding(FunctionObject* function, Object const* args, std::size_t count,
                                       KeywordNames const* names);

// Whether the arguments are one a parameter already.
inline bool are_bound(FunctionObject const* self, std::size_t count, std::size_t given,
                      KeywordNames const* names) noexcept {
  return (given == count && !names && self->signature->is_plain()) || names == &bound_arguments;
}

template <auto function, bool async>
struct EntryOf;
template <class R, class... Params, R (*function)(Params...), bool async>
struct EntryOf<function, async> {
  static constexpr std::size_t cells = (std::size_t{0} + ... + is_cell<Params>);
  static constexpr std::size_t count = sizeof...(Params) - cells;

  template <std::size_t index, class Param>
  static Param argument(FunctionObject* self, Object const* args) {
    if constexpr (is_cell<Param>)
      return word_cast<Param>(self->cells[index]);
    else
      return checked_from_object<Param>(args[index - cells]);
  }
  template <std::size_t... index>
  static Result<Object> invoke(FunctionObject* self, [[maybe_unused]] Object const* args,
                               std::index_sequence<index...>) {
    [[maybe_unused]] Span const* definition = &reinterpret_cast<FunctionInfo const*>(self->code)->definition;
    if constexpr (async) {
      return coroutine_object(coroutine<function>(argument<index, Params>(self, args)...).described(definition));
    } else if constexpr (requires { typename R::promise_type; }) {
      auto made = function(argument<index, Params>(self, args)...).described(definition);
      if constexpr (Word<R>)
        return made;
      else
        return coroutine_object(std::move(made));
    } else if constexpr (std::is_void_v<R>) {
      function(argument<index, Params>(self, args)...);
      return None;
    } else {
      return ReturnedValue<R>::convert(function(argument<index, Params>(self, args)...));
    }
  }
  static Result<Object> entry(FunctionObject* self, Object const* args, std::size_t given, KeywordNames const* names) {
    if (!are_bound(self, count, given, names)) [[unlikely]]
      return call_binding(self, args, given, names);
    return invoke(self, args, std::index_sequence_for<Params...>());
  }
};

// Whether a parameter can be given the word, where another function's of type General is given any.
template <class General, class Param>
bool takes(Object const& word) noexcept {
  if constexpr (std::is_same_v<General, Param>) return true;
  if (!word.bound()) return false;
  if constexpr (std::is_same_v<Param, Int>) return Int::accepts(word);
  if constexpr (std::is_same_v<Param, double>) return type_of(word) == &float_type;
  if constexpr (std::is_same_v<Param, bool>) return type_of(word) == &bool_type;
  if constexpr (std::is_same_v<Param, Str>) return type_of(word) == &str_type;
  return false;
}

// Calls `typed` where the arguments are of its parameters' types, `function` everywhere else.
template <auto function, auto typed, bool async>
struct TypedEntry;
template <class R, class... Params, R (*function)(Params...), class TypedR, class... TypedParams,
          TypedR (*typed)(TypedParams...), bool async>
struct TypedEntry<function, typed, async> {
  using General = EntryOf<function, async>;
  using Typed = EntryOf<typed, async>;
  static constexpr auto indices = std::index_sequence_for<Params...>();

  template <std::size_t index, class Param, class TypedParam>
  static bool is_taken(Object const* args) noexcept {
    if constexpr (is_cell<Param>) return true;
    return takes<Param, TypedParam>(args[index - General::cells]);
  }
  template <std::size_t... index>
  static bool are_taken([[maybe_unused]] Object const* args, std::index_sequence<index...>) noexcept {
    return (is_taken<index, Params, TypedParams>(args) && ...);
  }
  static Result<Object> entry(FunctionObject* self, Object const* args, std::size_t given, KeywordNames const* names) {
    if (!are_bound(self, General::count, given, names)) [[unlikely]]
      return call_binding(self, args, given, names);
    if (are_taken(args, indices)) return Typed::invoke(self, args, indices);
    return General::invoke(self, args, indices);
  }
};

template <bool async, auto function, auto... typed>
constexpr Entry entry_of() noexcept {
  if constexpr (sizeof...(typed) == 0)
    return &EntryOf<function, async>::entry;
  else
    return &TypedEntry<function, typed..., async>::entry;
}

Object make_plain_function(Entry entry, FunctionInfo const& info);

}  // namespace detail

/// The function object of a compiled function. Captured variables are the function's leading parameters. `make_function<f, g>`: g is the same
/// function for parameters of certain types, to which calls with such arguments go.
template <auto function, auto... typed>
Object make_function(FunctionInfo const& info) {
  return detail::make_plain_function(detail::entry_of<false, function, typed...>(), info);
}
template <auto function, auto... typed>
Object make_function(FunctionInfo const& info, Object defaults, Object keyword_defaults = {},
                     std::initializer_list<Object> cells = {}) {
  return make_function(detail::entry_of<false, function, typed...>(), info.signature, info.code, std::move(defaults),
                       std::move(keyword_defaults), cells);
}
/// The same of an `async def` that was compiled as a plain function: a call makes a coroutine object all the same.
template <auto function, auto... typed>
Object make_async_function(FunctionInfo const& info) {
  return detail::make_plain_function(detail::entry_of<true, function, typed...>(), info);
}
template <auto function, auto... typed>
Object make_async_function(FunctionInfo const& info, Object defaults, Object keyword_defaults = {},
                           std::initializer_list<Object> cells = {}) {
  return make_function(detail::entry_of<true, function, typed...>(), info.signature, info.code, std::move(defaults),
                       std::move(keyword_defaults), cells);
}

/// The `index`-th captured variable of a function object.
template <Word T>
Cell<T> captured_cell(Object const& function, std::size_t index) {
  return word_cast<Cell<T>>(function.as<FunctionObject>()->cells[index]);
}

}  // namespace aiocc
