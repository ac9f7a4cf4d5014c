// What the generator knows of the runtime's Python interface, between reading the headers and writing the outputs.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace aiocc::bindgen {

// Where a declaration stands, for messages.
struct Place {
  std::string file;
  unsigned line = 0;
};

// As bindings::TypeExpr.
struct TypeExpr {
  std::string name;
  std::vector<TypeExpr> args;

  friend bool operator==(TypeExpr const&, TypeExpr const&) = default;
};

enum class ParameterKind { PositionalOnly, Positional, VarArgs, KeywordOnly, VarKeywords };

struct Parameter {
  std::string name;
  ParameterKind kind = ParameterKind::Positional;
  // Unset only for the `self` or `cls` of a method.
  std::optional<TypeExpr> type;
  // Empty where there is none; "..." for an unbound Object.
  std::string default_text;
};

// `def`: a function's signature as its annotation tells it.
struct FunctionSignature {
  // What stands before the last dot of the name, if anything does: a module, a class, or both.
  std::string scope;
  std::string name;
  std::vector<std::string> type_params;
  std::vector<Parameter> params;
  TypeExpr returns;
  bool is_async = false;
};

// `asyncio.Queue[T](Base)`.
struct ClassSignature {
  std::string scope;
  std::string name;
  std::vector<std::string> type_params;
  std::vector<TypeExpr> bases;
};

// `name: type` of a property or constant.
struct ValueSignature {
  std::string scope;
  std::string name;
  TypeExpr type;
};

// Kinds, representations and forms have the names of their counterparts in bindings.hpp.
struct CppType {
  // Without reference and const, relative to namespace aiocc: "List<T>".
  std::string spelling;
  std::string representation;
  bool is_reference = false;
  // Of a parameter: the declaration has a default.
  bool has_default = false;
};

struct CppResult {
  std::string kind = "Plain";
  CppType type;
};

// One annotated C++ declaration of a function, checked against its signature.
struct Overload {
  Place place;
  FunctionSignature signature;
  std::string cpp_name;
  std::string form;
  std::vector<CppType> cpp_params;
  CppResult result;
  bool retains = false, stores = false, suspends = false, copies = false, pure = false, places = false;
  bool explicit_template_args = false;
  bool is_static_method = false, is_class_method = false;
  // The C++ function behind which a `for` loop steps without the Python object, relative to namespace aiocc.
  std::string loop;
  // The C++ class that is compared in the result's place, relative to namespace aiocc.
  std::string compared;
  // The C++ function that stores one value at many places, relative to namespace aiocc.
  std::string fill;
  // Where CPython defines what is a coroutine, which reprs tell: "asyncio/tasks.py:703".
  std::string source;
  // Template parameters of the C++ function itself (not of its class).
  std::vector<std::string> cpp_template_params;
  std::string doc;
};

struct Function {
  std::string name;
  std::vector<Overload> overloads;
  // The module's function that this is another name of; empty for one of its own.
  std::string alias_of{};
};

struct Property {
  Place place;
  std::string name;
  TypeExpr type;
  std::string cpp_name;
  CppResult result;
  // The annotated declaration is a data member, which is read without a call.
  bool is_field = false;
  // The C++ type of `self` where the getter is a static or free function; then `cpp_name` is qualified.
  std::string self_type{};
  std::string setter{};
  CppType setter_type{};
  std::string doc{};
};

struct Constant {
  Place place;
  std::string name;
  TypeExpr type;
  std::string cpp_name;
  CppType cpp_type;
  std::string doc;
};

struct Class {
  Place place;
  std::string name, full_name, module;
  // Relative to namespace aiocc, "time_"; empty for aiocc itself.
  std::string cpp_namespace;
  std::vector<std::string> type_params;
  std::vector<TypeExpr> bases;
  std::string cpp_name, layout, type_object;
  bool subclassable = false;
  std::vector<Overload> constructors;
  std::vector<Function> methods;
  std::vector<Property> properties;
  std::vector<Constant> constants;
  std::string doc;
};

struct Module {
  std::string name, cpp_name;
  std::vector<Function> functions;
  std::vector<Class> classes;
  std::vector<Constant> constants;
};

struct Api {
  std::vector<Module> modules;
  std::vector<std::string> runtime_names;
  // C++ keywords and macros, which no declaration may be named as.
  std::vector<std::string> cpp_words;
};

}  // namespace aiocc::bindgen
