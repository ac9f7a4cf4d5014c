// Typing's classes and functions.
#include "aiocc/stdlib/typing.hpp"

#include <set>
#include <string>

#include "../objects/aliases.hpp"
#include "../objects/core.hpp"
#include "abstract_bases.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "protocols.hpp"

namespace aiocc::typing {
namespace {

using aiocc::detail::raise_format;
using aiocc::detail::type_name;

/// The module that has the object under its name; the main one where none does.
Str home_of(Object const& object, Object const& name) {
  if (!is_instance(name, str_type)) return "__main__"_s;
  DictObject* const modules = aiocc::detail::module_registry().as<DictObject>();
  Str const wanted = word_cast<Str>(name);
  std::size_t position = 0;
  while (DictEntry const* entry = modules->next(position)) {
    if (!is_instance(entry->value, module_type)) continue;
    auto const module = entry->value.as<ModuleObject>();
    Object found = aiocc::detail::dict_value(module->dict, wanted);
    for (GlobalName const* global = module->globals(); global && global->name && !found.bound(); ++global)
      if (global->variable && wanted.equals(global->name)) found = *global->variable;
    if (found.is(object)) return word_cast<Str>(entry->key);
  }
  return "__main__"_s;
}

template <class Layout>
Result<Object> get_attr_or_module(Object const& self, Str const& name) {
  if (name.equals("__module__")) return home_of(self, self.as<Layout>()->name);
  return aiocc::detail::generic_get_attr(self, name);
}

// Type variables.

Result<Object> variable_repr(Object const& self) {
  auto variable = self.as<TypeVariable>();
  if (variable->infers_variance) return variable->name;
  char const* const sign = variable->is_covariant ? "+" : variable->is_contravariant ? "-" : "~";
  return Str::from_utf8(fmt::format("{}{}", sign, word_cast<Str>(variable->name).utf8()));
}

Result<Object> tuple_variable_repr(Object const& self) { return self.as<TypeVariable>()->name; }

/// `*Ts`: one item, which stands for what will be there.
Result<Object> iterate_tuple_variable(Object const& self) {
  return aiocc::detail::make_tuple_iterator(pack_tuple(PASS(operators::get_item(Unpack_form, self))));
}

template <class Layout>
constexpr Slots variable_slots(MemberTable const& (*members)(), UnarySlot repr) {
  Slots slots;
  slots.dealloc = aiocc::detail::dealloc_object<Layout>;
  slots.traverse =
      aiocc::detail::traverse_members<&TypeVariable::constraints, &TypeVariable::bound, &TypeVariable::default_value>;
  slots.clear =
      aiocc::detail::clear_members<&TypeVariable::constraints, &TypeVariable::bound, &TypeVariable::default_value>;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = aiocc::detail::typing_or;
  slots.get_attr = get_attr_or_module<TypeVariable>;
  slots.members = members;
  return slots;
}

constexpr Slots tuple_variable_slots(MemberTable const& (*members)()) {
  Slots slots = variable_slots<TypeVarTuple>(members, tuple_variable_repr);
  slots.iter = iterate_tuple_variable;
  return slots;
}

Result<void> check_variable(Object const& name, char const* function, bool is_covariant, bool is_contravariant) {
  if (!is_instance(name, str_type))
    return raise_format(type_error_type, "{}() argument 'name' must be str, not {}", function, type_name(name));
  if (is_covariant && is_contravariant) return raise_error(value_error_type, "Bivariant types are not supported.");
  return {};
}

/// What a call said of the variance.
struct Variance {
  bool is_covariant;
  bool is_contravariant;
  bool is_inferred;
};

Result<Variance> given_variance(Object const& covariant, Object const& contravariant, Object const& infer_variance) {
  bool const is_covariant = PASS(operators::truth(covariant));
  bool const is_contravariant = PASS(operators::truth(contravariant));
  return Variance{is_covariant, is_contravariant, PASS(operators::truth(infer_variance))};
}

template <class Variable>
Result<Ref<Variable>> make_variable(Type& type, Object const& name, Object const& default_value, Variance variance) {
  PASS(check_variable(name, &type == &type_var_type ? "typevar" : "paramspec", variance.is_covariant,
                      variance.is_contravariant));
  if (variance.is_inferred && (variance.is_covariant || variance.is_contravariant))
    return raise_error(value_error_type, "Variance cannot be specified with infer_variance.");
  auto variable = new Variable(&type, name);
  variable->is_covariant = variance.is_covariant;
  variable->is_contravariant = variance.is_contravariant;
  variable->infers_variance = variance.is_inferred;
  variable->default_value = default_value;
  return Ref<Variable>::adopt(variable);
}

/// `P.args`, `P.kwargs`.
struct ParameterPart : HeapObject {
  Object spec;
  char const* part;
};

Result<Object> part_repr(Object const& self) {
  auto part = self.as<ParameterPart>();
  return Str::from_utf8(fmt::format("{}.{}", word_cast<Str>(part->spec.as<ParamSpec>()->name).utf8(), part->part));
}

Result<Object> part_compare(Object const& left, Object const& right, CompareOp op) {
  bool const is_equality = op == CompareOp::Eq || op == CompareOp::Ne;
  if (!is_equality || type_of(left) != type_of(right)) return NotImplemented;
  bool const equal = left.as<ParameterPart>()->spec.is(right.as<ParameterPart>()->spec);
  return box(equal == (op == CompareOp::Eq));
}

Result<Object> part_origin(Object const& self) { return self.as<ParameterPart>()->spec; }

constexpr Member part_rows[] = {{.name = "__origin__", .kind = MemberKind::Property, .get = part_origin}};

template <Type& type>
MemberTable const& part_members() {
  static constexpr MemberTable table{"typing", &type, part_rows, std::size(part_rows)};
  return table;
}

// They're equal, but have no hash, as in CPython.
template <Type& type>
constexpr Slots part_slots() {
  Slots slots;
  slots.dealloc = aiocc::detail::dealloc_object<ParameterPart>;
  slots.repr = part_repr;
  slots.compare = part_compare;
  slots.members = part_members<type>;
  return slots;
}

extern Type param_spec_args_type, param_spec_kwargs_type;
constinit Type param_spec_args_type("ParamSpecArgs", &object_type, sizeof(ParameterPart),
                                    part_slots<param_spec_args_type>(), "typing");
constinit Type param_spec_kwargs_type("ParamSpecKwargs", &object_type, sizeof(ParameterPart),
                                      part_slots<param_spec_kwargs_type>(), "typing");

Object make_part(Type& type, ParamSpec const* spec, char const* name) {
  auto part = new ParameterPart;
  part->type = &type;
  part->spec = Object::share(const_cast<ParamSpec*>(spec));
  part->part = name;
  return Object::adopt(part);
}

// Type aliases.

Result<Object> type_alias_repr(Object const& self) { return self.as<TypeAliasType>()->name; }

Result<Object> type_alias_item(Object const& self, Object const& key) {
  if (self.as<TypeAliasType>()->parameters.as<TupleObject>()->size == 0)
    return raise_error(type_error_type, "Only generic type aliases are subscriptable");
  auto const words = aiocc::detail::subscripts(key);
  return Object::adopt(new AliasObject(&generic_alias_type, self, aiocc::make_tuple(words)));
}

/// Until its value is known a `type` statement's function tells the module.
Result<Object> type_alias_get_attr(Object const& self, Str const& name) {
  auto const alias = self.as<TypeAliasType>();
  if (alias->is_lazy && name.equals("__module__")) return operators::get_attr(alias->value, name);
  return get_attr_or_module<TypeAliasType>(self, name);
}

constexpr Slots type_alias_slots() {
  Slots slots;
  slots.dealloc = aiocc::detail::dealloc_object<TypeAliasType>;
  slots.traverse = aiocc::detail::traverse_members<&TypeAliasType::parameters, &TypeAliasType::value>;
  slots.clear = aiocc::detail::clear_members<&TypeAliasType::value>;
  slots.repr = type_alias_repr;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = aiocc::detail::type_or;
  slots.get_item = type_alias_item;
  slots.get_attr = type_alias_get_attr;
  slots.members = members<type_alias_type_type>;
  return slots;
}

/// Evaluates what was a function until now.
Result<Object> evaluated(Object& value, bool& is_lazy) {
  if (is_lazy) {
    Object const function = value;
    value = PASS(call(function));
    is_lazy = false;
  }
  return value;
}

// New types.

Result<Object> new_type_repr(Object const& self) {
  Object const& name = self.as<NewType>()->name;
  return Str::from_utf8(fmt::format("{}.{}", home_of(self, name).utf8(), PASS(operators::str(name)).utf8()));
}

/// `NewType("shop.Price", int)` is called Price.
Result<Object> new_type_get_attr(Object const& self, Str const& name) {
  Object const& given = self.as<NewType>()->name;
  if (!name.equals("__name__") || !is_instance(given, str_type)) return get_attr_or_module<NewType>(self, name);
  std::string const text = word_cast<Str>(given).utf8();
  return Str::from_utf8(text.substr(text.rfind('.') + 1));
}

Result<Object> new_type_call(Object const&, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names) return raise_error(type_error_type, "_typing._idfunc() takes no keyword arguments");
  if (count == 1) return args[0];
  return raise_format(type_error_type, "_typing._idfunc() takes exactly one argument ({} given)", count);
}

constexpr Slots new_type_slots() {
  Slots slots;
  slots.dealloc = aiocc::detail::dealloc_object<NewType>;
  slots.repr = new_type_repr;
  slots.get_attr = new_type_get_attr;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = aiocc::detail::typing_or;
  slots.call = new_type_call;
  slots.members = members<new_type_type>;
  return slots;
}

// Generic and Protocol.

constexpr char const* const no_methods[] = {nullptr};

Result<bool> accepts_nothing(Type*, Type*) { return false; }

constexpr AbstractBase generic_base{accepts_nothing, no_methods, AbstractBase::Subscript::TypingAlias, nullptr};
constexpr AbstractBase protocol_class_base{aiocc::detail::accepts_protocol, no_methods, AbstractBase::Subscript::None,
                                           nullptr};
constexpr AbstractBase protocol_base{accepts_nothing, no_methods, AbstractBase::Subscript::TypingAlias,
                                     &protocol_class_base};

Result<Object> construct_protocol(Type* type, Object const*, std::size_t count, KeywordNames const*) {
  if (type->abstract == &protocol_class_base) return raise_error(type_error_type, "Protocols cannot be instantiated");
  if (count != 0 && !aiocc::detail::has_init(type))
    return raise_format(type_error_type, "{}() takes no arguments", type->name);
  return object_type.slots.construct(type, nullptr, 0, nullptr);
}

/// Marks what a decorator got, if it takes marks.
Object marked(Object const& decorated, Str const& mark) {
  if (!operators::set_attr(decorated, mark, True)) take_error();
  return decorated;
}

/// Whether it's a function or class of the class's own body.
Result<bool> is_defined_in(Object const& object, Object const& cls) {
  Object name, qualified_name, module;
  bool const has_names = PASS(operators::find_attr(object, "__qualname__"_s, qualified_name)) &&
                         PASS(operators::find_attr(object, "__name__"_s, name)) &&
                         PASS(operators::find_attr(object, "__module__"_s, module));
  if (!has_names) return false;
  Str const outer = PASS(operators::str(PASS(operators::get_attr(cls, "__qualname__"_s))));
  Str const wanted = Str::from_utf8(fmt::format("{}.{}", outer.utf8(), PASS(operators::str(name)).utf8()));
  return PASS(operators::same_or_equal(qualified_name, wanted)) &&
         PASS(operators::same_or_equal(module, PASS(operators::get_attr(cls, "__module__"_s))));
}

/// Marks the functions of a class and of the classes in it (typing.no_type_check).
Result<void> mark_members(Object const& cls, Str const& mark) {
  Object const names = PASS(builtins::dir(cls));
  for (Object const& name : names.as<ListObject>()->items()) {
    Object member;
    if (!PASS(operators::find_attr(cls, word_cast<Str>(name), member)) || !PASS(is_defined_in(member, cls))) continue;
    Object function;
    if (PASS(operators::find_attr(member, "__func__"_s, function))) member = function;
    if (is_instance(member, type_type)) PASS(mark_members(member, mark));
    marked(member, mark);
  }
  return {};
}

Result<Object> call_overloaded(FunctionObject*, Object const*, std::size_t, KeywordNames const*) {
  return raise_error(not_implemented_error_type,
                     "You should not call an overloaded function. A series of @overload-decorated functions outside a "
                     "stub module should "
                     "always be followed by an implementation that is not @overload-ed.");
}

}  // namespace

constinit Type generic_type("Generic", &object_type, Slots{.members = members<generic_type>}, generic_base, "typing",
                            &type_type);
constinit Type protocol_type("Protocol", &generic_type,
                             Slots{.construct = construct_protocol, .members = members<protocol_type>}, protocol_base,
                             "typing", &abc_meta_type);
constinit Type type_var_type("TypeVar", &object_type, sizeof(TypeVar),
                             variable_slots<TypeVar>(members<type_var_type>, variable_repr), "typing");
constinit Type param_spec_type("ParamSpec", &object_type, sizeof(ParamSpec),
                               variable_slots<ParamSpec>(members<param_spec_type>, variable_repr), "typing");
constinit Type type_var_tuple_type("TypeVarTuple", &object_type, sizeof(TypeVarTuple),
                                   tuple_variable_slots(members<type_var_tuple_type>), "typing");
constinit Type type_alias_type_type("TypeAliasType", &object_type, sizeof(TypeAliasType), type_alias_slots(), "typing");
constinit Type new_type_type("NewType", &object_type, sizeof(NewType), new_type_slots(), "typing");

Result<Ref<TypeVar>> make_type_var(Object const& name, Arguments constraints, Object const& bound,
                                   Object const& default_value, Object const& covariant, Object const& contravariant,
                                   Object const& infer_variance) {
  Variance const variance = PASS(given_variance(covariant, contravariant, infer_variance));
  Ref<TypeVar> variable = PASS(make_variable<TypeVar>(type_var_type, name, default_value, variance));
  if (constraints.size() == 1) return raise_error(type_error_type, "A single constraint is not allowed");
  if (!constraints.empty() && !bound.is(None))
    return raise_error(type_error_type, "Constraints cannot be combined with bound=...");
  variable->constraints = aiocc::detail::typing_arguments({constraints.data(), constraints.size()});
  variable->bound = bound.is(None) ? bound : aiocc::detail::typing_argument(bound);
  return variable;
}

Result<Ref<ParamSpec>> make_param_spec(Object const& name, Object const& bound, Object const& default_value,
                                       Object const& covariant, Object const& contravariant,
                                       Object const& infer_variance) {
  Variance const variance = PASS(given_variance(covariant, contravariant, infer_variance));
  Ref<ParamSpec> variable = PASS(make_variable<ParamSpec>(param_spec_type, name, default_value, variance));
  variable->bound = bound;
  return variable;
}

Result<Ref<TypeVarTuple>> make_type_var_tuple(Object const& name, Object const& default_value) {
  PASS(check_variable(name, "typevartuple", false, false));
  Ref<TypeVarTuple> variable = Ref<TypeVarTuple>::adopt(new TypeVarTuple(&type_var_tuple_type, name));
  variable->default_value = default_value;
  return variable;
}

Result<Ref<TypeAliasType>> make_type_alias(Object const& name, Object const& value, Object const& type_params) {
  if (!is_instance(name, str_type))
    return raise_format(type_error_type, "typealias() argument 'name' must be str, not {}", type_name(name));
  if (type_params.bound() && !is_instance(type_params, tuple_type))
    return raise_error(type_error_type, "type_params must be a tuple");
  Object const parameters = type_params.bound() ? type_params : Object(aiocc::make_tuple({}));
  auto alias = Ref<TypeAliasType>::adopt(new TypeAliasType(name, parameters, value));
  alias->is_lazy = false;
  return alias;
}

Result<Object> TypeVariable::get_bound() {
  if (!bound.bound()) return None;
  return evaluated(bound, has_lazy_bound);
}

Result<Object> TypeVariable::get_constraints() {
  if (!constraints.bound()) return aiocc::make_tuple({});
  return evaluated(constraints, has_lazy_constraints);
}

Result<Object> TypeVariable::get_default() {
  if (!default_value.bound()) return NoDefault_form;
  return evaluated(default_value, has_lazy_default);
}

TypeAliasType::TypeAliasType(Object alias_name, Object alias_parameters, Object alias_value)
    : HeapObject(&type_alias_type_type),
      name(std::move(alias_name)),
      parameters(std::move(alias_parameters)),
      value(std::move(alias_value)) {}

Result<Object> TypeAliasType::get_value() { return evaluated(value, is_lazy); }

Object type_parameter(Type& type, Str const& name, Object const& bound, bool has_constraints,
                      Object const& default_value) {
  TypeVariable* variable = nullptr;
  if (&type == &type_var_type)
    variable = new TypeVar(&type, name);
  else if (&type == &param_spec_type)
    variable = new ParamSpec(&type, name);
  else
    variable = new TypeVarTuple(&type, name);
  variable->infers_variance = true;
  (has_constraints ? variable->constraints : variable->bound) = bound;
  variable->has_lazy_constraints = has_constraints;
  variable->has_lazy_bound = bound.bound() && !has_constraints;
  variable->default_value = default_value;
  variable->has_lazy_default = default_value.bound();
  return Object::adopt(variable);
}

Object type_alias(Str const& name, Object const& parameters, Object const& value) {
  return Object::adopt(new TypeAliasType(name, parameters, value));
}

Object ParamSpec::get_args() const { return make_part(param_spec_args_type, this, "args"); }
Object ParamSpec::get_kwargs() const { return make_part(param_spec_kwargs_type, this, "kwargs"); }

NewType::NewType(Object type_name, Object type_supertype)
    : HeapObject(&new_type_type), name(std::move(type_name)), supertype(std::move(type_supertype)) {}

Ref<NewType> make_new_type(Object const& name, Object const& supertype) {
  return Ref<NewType>::adopt(new NewType(name, supertype));
}

Result<Object> make_forward_ref(Object const& text, Object const&, Object const& module, Object const&) {
  if (is_instance(text, str_type)) return Object::adopt(new ForwardRefObject(text, module));
  return raise_format(type_error_type, "Forward reference must be a string -- got {}",
                      PASS(operators::repr(text)).utf8());
}

Object cast(Object const&, Object const& value) { return value; }

Object assert_type(Object const& value, Object const&) { return value; }

Result<void> assert_never(Object const& argument) {
  std::string text = PASS(operators::repr(argument)).utf8();
  if (text.size() > 100) text = text.substr(0, 100) + "...";
  return raise_format(assertion_error_type, "Expected code to be unreachable, but got: {}", text);
}

Result<Object> reveal_type(Object const& object) {
  Object const errors = standard_streams().errors;
  PASS(call_method(errors, "write"_s, Str::from_utf8(fmt::format("Runtime type is '{}'\n", type_name(object)))));
  return object;
}

Object _library_alias(Str const& name, Object const& origin, Object const& args) {
  // Aliases keep no texts of their own.
  static auto* const names = new std::set<std::string>;
  auto* const alias = new AliasObject(&typing_alias_type, origin, args);
  alias->name = names->insert("typing." + name.utf8()).first->c_str();
  return Object::adopt(alias);
}

Object overload(Object const&) {
  auto dummy = new FunctionObject;
  dummy->type = &builtin_function_type;
  dummy->entry = call_overloaded;
  dummy->attributes = new FunctionAttributes;
  dummy->attributes->name = "_overload_dummy"_s;
  dummy->attributes->qualified_name = "_overload_dummy"_s;
  return Object::adopt(dummy);
}

Object final_(Object const& decorated) { return marked(decorated, "__final__"_s); }
Object override_(Object const& method) { return marked(method, "__override__"_s); }
Object no_type_check(Object const& decorated) {
  Str const mark = "__no_type_check__"_s;
  if (is_instance(decorated, type_type) && !mark_members(decorated, mark)) take_error();
  return marked(decorated, mark);
}

Result<Object> get_origin(Object const& type) {
  if (is_instance(type, union_type)) return box(union_type);
  if (type.is(box(generic_type))) return type;
  if (is_form(type)) {
    Object origin = None;
    PASS(operators::find_attr(type, "__origin__"_s, origin));
    return origin;
  }
  bool const is_part = type_of(type) == &param_spec_args_type || type_of(type) == &param_spec_kwargs_type;
  if (is_part) return type.as<ParameterPart>()->spec;
  if (!is_alias(type)) return None;
  if (type.as<AliasObject>()->kind == AliasKind::Annotated) return Annotated_form;
  return type.as<AliasObject>()->origin;
}

Result<Object> get_args(Object const& type) {
  if (is_instance(type, union_type)) return type.as<UnionObject>()->args;
  if (!is_alias(type)) return aiocc::make_tuple({});
  auto alias = type.as<AliasObject>();
  auto const words = alias->args.as<TupleObject>()->words();
  std::vector<Object> args(words.begin(), words.end());
  if (alias->kind == AliasKind::Annotated) {
    for (Object const& each : alias->metadata.as<TupleObject>()->words()) args.push_back(each);
  } else if (alias->kind == AliasKind::Callable &&
             !(args.size() == 2 && (args[0].is(Ellipsis) || aiocc::detail::is_parameter_list(args[0])))) {
    ListObject* parameters = make_list_object();
    parameters->items().assign(args.begin(), args.end() - 1);
    args = {Object::adopt(parameters), args.back()};
  }
  return aiocc::make_tuple(args);
}

}  // namespace aiocc::typing
