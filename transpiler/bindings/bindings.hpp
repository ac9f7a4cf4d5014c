// What the runtime offers to Python code: a constant table that the binding generator writes from the runtime's headers.
#pragma once

#include <cstdint>
#include <string_view>

#include "support/arena.hpp"

namespace aiocc::bindings {

// A Python type expression. `list[int]` is {"list", {{"int"}}}; `T | None` is {"|", {{"T"}, {"None"}}}; the parameter list of
// `Callable[[A, B], C]` is {"[]", {{"A"}, {"B"}}}, and `...` is {"..."}. A class outside builtins has its dotted name
// ("asyncio.Queue"); a type parameter of the function or class has its own.
struct TypeExpr {
  std::string_view name;
  Array<TypeExpr> args;

  bool is(std::string_view other) const { return name == other && args.empty(); }
  bool is_union() const { return name == "|"; }
};

enum class ParameterKind : std::uint8_t { PositionalOnly, Positional, VarArgs, KeywordOnly, VarKeywords };

// How C++ takes or returns a value.
enum class Representation : std::uint8_t {
  // `Object const&`, or an `Object` returned.
  Object,
  // `double`.
  Double,
  // `bool`.
  Bool,
  // Any other word: `Int`, `Str`, `List<T>`, `Ref<Layout>`, ...; the C++ type says which.
  Word,
  // `Arguments`: a span of Objects, for `*args`.
  Arguments,
  // `Dict<Str, Object> const&`, for `**kwargs`.
  Keywords,
  // A type parameter of the C++ function itself: whatever represents the static type that it stands for.
  Template,
  // An unstarted `Coroutine<T>`, which the callee takes over.
  Coroutine,
  // Nothing: a `void` result, which is None.
  Void,
};

struct Parameter {
  std::string_view name;
  ParameterKind kind;
  Representation representation;
  TypeExpr type;
  // As declared, without `const&`: "Object", "Int", "List<T>", "double".
  std::string_view cpp_type;
  // The default as Python text; "..." is an argument that C++ sees as an unbound Object; empty where there is none.
  std::string_view default_text;
  // The C++ declaration has the default too, so that a call may leave it out.
  bool has_cpp_default = false;

  bool required() const {
    return default_text.empty() && kind != ParameterKind::VarArgs && kind != ParameterKind::VarKeywords;
  }
};

// How the C++ call is written.
enum class CallForm : std::uint8_t {
  // `cpp_name(args...)`: free functions, static members, and class objects called through a function.
  Function,
  // `self.cpp_name(args...)`; `self` is the first parameter.
  Member,
  // `cpp_name(args...)` constructs; `cpp_name` is the class.
  Constructor,
};

// What awaiting or calling gives back in C++.
enum class ResultKind : std::uint8_t {
  // `T`: never raises.
  Plain,
  // `Result<T>`.
  Raises,
  // `Coroutine<T>`: an `async def`.
  Coroutine,
  // An `async def` whose C++ result can only be awaited at once: `co_await sleep(1).at(...)`.
  Awaiter,
};

struct Effects {
  // The result may refer to an argument, or to what an argument holds.
  bool retains = false;
  // An argument is stored where it outlives the call (a container, a task, ...).
  bool stores = false;
  // May run the event loop or other Python code in the middle of the call, or suspends.
  bool suspends = false;
  // Its variadic arguments are copied before any other code runs, so they may be the items of a list that changes later.
  bool copies = false;
  // Only computes: it changes nothing, ends nothing and runs no Python code. It may raise.
  bool pure = false;
  // Of a dict's methods: the C++ method also takes a DictPlace, before its arguments, so that a store looks no more for the key that a call
  // before it has looked up.
  bool places = false;
};

// One C++ declaration. Of the overloads of one Python name the first that accepts the static types applies; the last
// accepts `object` everywhere.
struct Overload {
  // As Python code names it: "sleep"; methods "append"; constructors "__init__".
  std::string_view name;
  // Names of the function's own type parameters, without those of its class.
  Array<std::string_view> type_params;
  // For methods `self` comes first; not for static methods and constructors.
  Array<Parameter> params;
  TypeExpr returns;
  // Qualified for functions and constructors ("asyncio::sleep", "List<T>", relative to namespace aiocc), plain for members.
  std::string_view cpp_name;
  // The T of `T`, `Result<T>`, `Coroutine<T>`.
  std::string_view cpp_result;
  CallForm form;
  ResultKind result;
  Representation result_representation;
  Effects effects;
  // C++ can't deduce the type parameters from the arguments: the call has to spell them, `name<T...>(...)`.
  bool explicit_template_args;
  bool is_static_method;
  bool is_class_method;
  // Of what gives an iterator: the C++ function (relative to namespace aiocc) of the same arguments over whose result a `for` steps
  // without the iterator as an object; empty where there is none.
  std::string_view loop;
  // Of what gives a float: the C++ class (relative to namespace aiocc), made of the same arguments, that a number is compared with where the
  // result is only compared; empty where there is none.
  std::string_view compared;
  // Of a store of an item: the C++ function (relative to namespace aiocc) that is a loop of nothing but such stores, of one value at each
  // int that a range gives; empty where there is none.
  std::string_view fill;
  // The header's `///` text.
  std::string_view doc;

  bool is_async() const { return result == ResultKind::Coroutine || result == ResultKind::Awaiter; }
  bool raises() const { return result != ResultKind::Plain; }
};

// All overloads of one name.
struct Function {
  std::string_view name;
  Array<Overload> overloads;
  // A module's function as a value is `native_function(native)`: "natives::asyncio::sleep". Empty for methods.
  std::string_view native;
};

// An attribute that C++ computes: `receiver.cpp_name()`, or with the form Function `cpp_name(receiver)`.
struct Property {
  std::string_view name;
  TypeExpr type;
  std::string_view cpp_name;
  std::string_view cpp_result;
  ResultKind result;
  Representation representation;
  CallForm form;
  // A data member, read without a call.
  bool is_field;
  // The C++ setter, called with one argument; empty where there is none.
  std::string_view setter;
  std::string_view doc;
};

// A variable of C++ that Python code sees as a constant of a module or class.
struct Constant {
  std::string_view name;
  TypeExpr type;
  std::string_view cpp_name;
  Representation representation;
  std::string_view doc;
};

struct Class {
  std::string_view name;
  // The dotted name as type expressions have it: "list", "asyncio.Queue".
  std::string_view full_name;
  std::string_view module;
  Array<std::string_view> type_params;
  Array<TypeExpr> bases;
  // The static word type: "List<T>", or "Ref<asyncio::Timeout>" (whose methods are called with `->`); empty where values are
  // plain Objects.
  std::string_view cpp_name;
  // The struct on the heap, which a user's subclass derives from; empty where there is none.
  std::string_view layout;
  // The C++ variable that is the class as an object: "list_type", "value_error_type".
  std::string_view type_object;
  bool subclassable;
  Array<Overload> constructors;
  // Sorted by name, as the next two are.
  Array<Function> methods;
  Array<Property> properties;
  Array<Constant> constants;
  std::string_view doc;

  // Not looking into the bases.
  Function const* own_method(std::string_view method) const;
  Property const* own_property(std::string_view property) const;
};

struct Module {
  std::string_view name;
  // Relative to namespace aiocc: "asyncio", "time_".
  std::string_view cpp_name;
  // The module as a value is `runtime_module(native)`: "natives::asyncio::module_".
  std::string_view native;
  // Sorted by name.
  Array<Function> functions;
  Array<Class> classes;
  Array<Constant> constants;

  Function const* function(std::string_view function_name) const;
  Class const* class_(std::string_view class_name) const;
  Constant const* constant(std::string_view constant_name) const;
  bool has(std::string_view member) const { return function(member) || class_(member) || constant(member); }
};

// All modules, sorted by name; "builtins" is one of them.
Array<Module> modules();

// Null where there is none.
Module const* find_module(std::string_view name);

// By the name that type expressions have: "list", "asyncio.Queue".
Class const* find_class(std::string_view full_name);

// Empty where the module or the function doesn't exist. A class's name gives its constructors.
Array<Overload> find_overloads(std::string_view module, std::string_view function);

// Whether C++ chooses between several declarations where `overload`, a function's or a constructor's, is called.
bool has_siblings(Overload const& overload);

// Looks into the bases too, in the order of Python's MRO for the single inheritance that bindings have; null where there is none.
Function const* find_method(Class const& owner, std::string_view method);
Property const* find_property(Class const& owner, std::string_view property);

// The class that owns what the two above find, together with `owner`'s bases: `owner` itself, then its bases up to object.
// Calls visit(class) until it returns true.
template <class Visit>
bool for_each_in_mro(Class const& owner, Visit&& visit) {
  if (visit(owner)) return true;
  for (TypeExpr const& base : owner.bases) {
    if (Class const* found = find_class(base.name); found && for_each_in_mro(*found, visit)) return true;
  }
  return false;
}

// Whether it's that class, or derives from it.
bool is_below(Class const& class_, Class const& base);

// Whether Python code finds `name` without a definition of its own.
bool is_builtin(std::string_view name);
// Every name that CPython's builtins module has, offered by the runtime or not; sorted. For suggestions.
Array<std::string_view> builtin_names();

// Whether CPython has the module, as far as it's a public one.
bool is_python_module(std::string_view dotted);
// Whether CPython's module has the public name, offered by the runtime or not.
bool python_module_has(std::string_view module, std::string_view name);

// Whether emitted code must not declare `identifier`: a C++ keyword, a macro, or a name that namespace aiocc declares.
bool is_reserved(std::string_view identifier);
// The same names, sorted.
Array<std::string_view> reserved_names();

}  // namespace aiocc::bindings
