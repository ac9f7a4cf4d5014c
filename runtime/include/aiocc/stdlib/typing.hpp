// The module typing: forms that annotations are written with, type variables, and the functions that do nothing at run time.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/typing_forms.hpp"

namespace aiocc::typing {

AIOCC_PY_CONSTANT("TYPE_CHECKING: bool")
inline constexpr bool TYPE_CHECKING = false;

// Each is a FormObject, defined under its assembler name as a plain pointer, as the singletons are.
#define AIOCC_FORM(name)              \
  AIOCC_PY_CONSTANT(#name ": object") \
  extern Object const name##_form __asm__("aiocc_typing_" #name);
#include "aiocc/stdlib/typing_forms.def"
#undef AIOCC_FORM
AIOCC_PY_CONSTANT("Text: object")
extern Object const text_class __asm__("aiocc_typing_Text");

extern Type generic_type AIOCC_PY_CLASS("Generic", subclassable);
extern Type protocol_type AIOCC_PY_CLASS("Protocol(Generic)", subclassable);

/// What a TypeVar, ParamSpec or TypeVarTuple knows of itself. Bound, constraints and default of one that `def f[T: int]()` makes are
/// functions until somebody asks.
struct TypeVariable : HeapObject {
  TypeVariable(Type* variable_type, Object variable_name) : HeapObject(variable_type), name(std::move(variable_name)) {}
  Object name;
  /// A tuple.
  Object constraints;
  Object bound;
  Object default_value;
  bool is_covariant = false;
  bool is_contravariant = false;
  bool infers_variance = false;
  bool has_lazy_constraints = false;
  bool has_lazy_bound = false;
  bool has_lazy_default = false;

  Result<Object> get_bound();
  Result<Object> get_constraints();
  /// `typing.NoDefault` where there's none.
  Result<Object> get_default();
};
struct AIOCC_PY_CLASS("TypeVar") TypeVar : TypeVariable {
  using TypeVariable::TypeVariable;
  AIOCC_PY_PROPERTY("__name__: object")
  Object get_name() const { return name; }
  AIOCC_PY_PROPERTY("__bound__: object")
  Result<Object> bound_type() { return get_bound(); }
  AIOCC_PY_PROPERTY("__constraints__: object")
  Result<Object> constraint_types() { return get_constraints(); }
  AIOCC_PY_PROPERTY("__default__: object")
  Result<Object> default_type() { return get_default(); }
  AIOCC_PY_PROPERTY("__covariant__: bool")
  bool get_covariant() const { return is_covariant; }
  AIOCC_PY_PROPERTY("__contravariant__: bool")
  bool get_contravariant() const { return is_contravariant; }
  AIOCC_PY_PROPERTY("__infer_variance__: bool")
  bool get_infer_variance() const { return infers_variance; }
  AIOCC_PY("def has_default(self) -> bool")
  bool has_default() const { return default_value.bound(); }
};
/// `P.args` and `P.kwargs` are what annotations of `*args` and `**kwargs` say.
struct AIOCC_PY_CLASS("ParamSpec") ParamSpec : TypeVariable {
  using TypeVariable::TypeVariable;
  AIOCC_PY_PROPERTY("__name__: object")
  Object get_name() const { return name; }
  AIOCC_PY_PROPERTY("__default__: object")
  Result<Object> default_type() { return get_default(); }
  AIOCC_PY_PROPERTY("args: object")
  Object get_args() const;
  AIOCC_PY_PROPERTY("kwargs: object")
  Object get_kwargs() const;
  AIOCC_PY("def has_default(self) -> bool")
  bool has_default() const { return default_value.bound(); }
};
struct AIOCC_PY_CLASS("TypeVarTuple") TypeVarTuple : TypeVariable {
  using TypeVariable::TypeVariable;
  AIOCC_PY_PROPERTY("__name__: object")
  Object get_name() const { return name; }
  AIOCC_PY_PROPERTY("__default__: object")
  Result<Object> default_type() { return get_default(); }
  AIOCC_PY("def has_default(self) -> bool")
  bool has_default() const { return default_value.bound(); }
};

/// `type Name[T] = value`: the value is a function until somebody asks.
struct AIOCC_PY_CLASS("TypeAliasType") TypeAliasType : HeapObject {
  TypeAliasType(Object alias_name, Object alias_parameters, Object alias_value);
  AIOCC_PY_PROPERTY("__name__: object")
  Object name;
  AIOCC_PY_PROPERTY("__type_params__: object")
  Object parameters;
  AIOCC_PY_PROPERTY("__parameters__: object")
  Object get_parameters() const { return parameters; }
  AIOCC_PY_PROPERTY("__value__: object")
  Result<Object> get_value();
  Object value;
  bool is_lazy = true;
};
extern Type type_alias_type_type;

extern Type type_var_type, param_spec_type, type_var_tuple_type;

AIOCC_PY(
    "def TypeVar(name: object, /, *constraints: object, bound: object = None, default: object = ..., "
    "covariant: object = False, contravariant: object = False, infer_variance: object = False) -> TypeVar",
    stores)
Result<Ref<TypeVar>> make_type_var(Object const& name, Arguments constraints, Object const& bound,
                                   Object const& default_value, Object const& covariant, Object const& contravariant,
                                   Object const& infer_variance);
AIOCC_PY(
    "def ParamSpec(name: object, /, *, bound: object = None, default: object = ..., covariant: object = False, "
    "contravariant: object = False, infer_variance: object = False) -> ParamSpec",
    stores)
Result<Ref<ParamSpec>> make_param_spec(Object const& name, Object const& bound, Object const& default_value,
                                       Object const& covariant, Object const& contravariant,
                                       Object const& infer_variance);
/// What `def f[T: bound = default]()` makes. `bound` and `default_value` are functions, or unbound; `bound` may give a tuple of constraints.
Object type_parameter(Type& type, Str const& name, Object const& bound, bool has_constraints,
                      Object const& default_value);
/// What `type name[parameters] = value` makes; `parameters` is a tuple, `value` a function.
Object type_alias(Str const& name, Object const& parameters, Object const& value);

AIOCC_PY("def TypeVarTuple(name: object, /, *, default: object = ...) -> TypeVarTuple", stores)
Result<Ref<TypeVarTuple>> make_type_var_tuple(Object const& name, Object const& default_value);
AIOCC_PY("def TypeAliasType(name: object, value: object, *, type_params: object = ...) -> TypeAliasType", stores)
Result<Ref<TypeAliasType>> make_type_alias(Object const& name, Object const& value, Object const& type_params);

/// `NewType("UserId", int)`: calling it gives its argument.
struct AIOCC_PY_CLASS("NewType") NewType : HeapObject {
  NewType(Object type_name, Object type_supertype);
  AIOCC_PY_PROPERTY("__name__: object")
  Object name;
  AIOCC_PY_PROPERTY("__qualname__: object")
  Object get_qualname() const { return name; }
  AIOCC_PY_PROPERTY("__module__: str")
  Str get_module() const { return "__main__"_s; }
  AIOCC_PY_PROPERTY("__supertype__: object")
  Object supertype;
};
extern Type new_type_type;
AIOCC_PY("def NewType(name: object, tp: object) -> NewType", stores)
Ref<NewType> make_new_type(Object const& name, Object const& supertype);

AIOCC_PY(
    "def ForwardRef(arg: object, is_argument: object = True, module: object = None, *, is_class: object = False) -> "
    "object",
    stores)
Result<Object> make_forward_ref(Object const& text, Object const& is_argument, Object const& module,
                                Object const& is_class);

AIOCC_PY("def cast(typ: object, val: object) -> object", retains)
Object cast(Object const& type, Object const& value);
AIOCC_PY("def assert_type(val: object, typ: object, /) -> object", retains)
Object assert_type(Object const& value, Object const& type);
/// Raises AssertionError.
AIOCC_PY("def assert_never(arg: object, /) -> None")
Result<void> assert_never(Object const& argument);
/// `origin[args]` as typing's alias `name` of the class makes it.
AIOCC_PY("def _library_alias(name: str, origin: object, args: object, /) -> object", retains)
Object _library_alias(Str const& name, Object const& origin, Object const& args);
/// Prints the type's name to the standard error stream, and gives the object back.
AIOCC_PY("def reveal_type(obj: object, /) -> object", retains)
Result<Object> reveal_type(Object const& object);
/// What the decorator makes can't be called; the implementation follows under the same name.
AIOCC_PY("def overload(func: object) -> object", stores)
Object overload(Object const& function);
AIOCC_PY("def final(f: object) -> object", retains, stores)
Object final_(Object const& decorated);
AIOCC_PY("def override(method: object, /) -> object", retains, stores)
Object override_(Object const& method);
AIOCC_PY("def no_type_check(arg: object) -> object", retains, stores)
Object no_type_check(Object const& decorated);
AIOCC_PY("def get_origin(tp: object) -> object", retains)
Result<Object> get_origin(Object const& type);
AIOCC_PY("def get_args(tp: object) -> object", retains)
Result<Object> get_args(Object const& type);

}  // namespace aiocc::typing
