// Classes from their bases and their attributes: `type.__new__`.
#include "make_class.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/typing_forms.hpp"
#include "class_layout.hpp"
#include "protocol_methods.hpp"

namespace aiocc {
namespace detail {
namespace {

bool is_final(Type const* type) noexcept {
  Type const* const finals[] = {&bool_type,
                                &none_type,
                                &not_implemented_type,
                                &ellipsis_type,
                                &function_type,
                                &range_type,
                                &slice_type,
                                &builtin_function_type,
                                &bound_method_type,
                                &cell_type,
                                &method_descriptor_type,
                                &getset_type};
  bool const is_typing = !type->is_user_class && type->module_name && std::strcmp(type->module_name, "typing") == 0;
  return is_typing || std::find(std::begin(finals), std::end(finals), type) != std::end(finals);
}

Result<void> check_base(Type* base) {
  ensure_ready(base);
  bool const lacks_mixins = !base->is_user_class && base->abstract && !base->abstract->methods;
  if (base->is_user_class || (base->is_base_type && !lacks_mixins)) return {};
  if (is_final(base))
    return raise_format(type_error_type, "type '{}' is not an acceptable base type", qualified_type_name(base));
  return raise_format(not_implemented_error_type, "aiocc can't derive classes from the built-in type '{}'", base->name);
}

Result<std::vector<Type*>> checked_bases(Object const& bases) {
  std::vector<Type*> types;
  for (Object const& base : bases.as<TupleObject>()->words()) {
    if (!is_instance(base, type_type)) return raise_error(type_error_type, "bases must be types");
    PASS(check_base(base.as<Type>()));
    types.push_back(base.as<Type>());
  }
  ensure_ready(&object_type);
  if (types.empty()) types.push_back(&object_type);
  return types;
}

void set_default(DictObject* dict, Str const& name, Object value) {
  if (!dict_get_str(dict, name)) dict_set_str(dict, name, std::move(value));
}

void wrap_function(DictObject* dict, Str const& name, Object (*wrap)(Object const&)) {
  Object function = dict_value(dict, name);
  if (function.bound() && type_of(function) == &function_type) dict_set_str(dict, name, wrap(function));
}

/// The cell that methods which use `super()` or `__class__` share.
Result<void> fill_class_cell(Type* type) {
  Object const cell = dict_value(type->dict, "__classcell__"_s);
  if (!cell.bound()) return {};
  if (type_of(cell) != &cell_type)
    return raise_format(type_error_type, "__classcell__ must be a nonlocal cell, not <class '{}'>",
                        qualified_type_name(type_of(cell)));
  cell.as<CellObject<Object>>()->value = box(*type);
  dict_delete_str(type->dict, "__classcell__"_s);
  return {};
}

/// What the class's dict has besides what the body put there (CPython: type_new_set_attrs, type_ready).
Result<void> complete_dict(Type* type, DeclaredSlots const& slots) {
  DictObject* dict = type->dict;
  set_default(dict, "__module__"_s, "__main__"_s);
  if (Object name = dict_value(dict, "__qualname__"_s); name.bound()) {
    if (!is_instance(name, str_type))
      return raise_format(type_error_type, "type __qualname__ must be a str, not {}", type_name(name));
    type->qualified_name = name;
    dict_delete_str(dict, "__qualname__"_s);
  }
  wrap_function(dict, "__new__"_s, builtins::staticmethod);
  wrap_function(dict, "__init_subclass__"_s, builtins::classmethod);
  wrap_function(dict, "__class_getitem__"_s, builtins::classmethod);
  add_instance_members(type, slots.names, slots.given && !slots.weak_references);
  set_default(dict, "__doc__"_s, None);
  if (dict_get_str(dict, "__eq__"_s)) set_default(dict, "__hash__"_s, None);
  return {};
}

/// `__set_name__` of what the class body bound (PEP 487); errors tell whose.
Result<void> set_names(Object const& cls) {
  Object snapshot = Object::adopt(cls.as<Type>()->dict->copy());
  std::size_t position = 0;
  while (DictEntry const* entry = as_dict(snapshot)->next(position)) {
    Method method;
    if (!entry->value.is_heap() || entry->value.heap()->type == &function_type) continue;
    if (!PASS(find_method(entry->value, "__set_name__"_s, method))) continue;
    Object const args[] = {cls, entry->key};
    if (call_found(method, entry->value, args, 2)) continue;
    Str const key = PASS(operators::repr(entry->key));
    Object const note = Str::from_utf8(fmt::format("Error calling __set_name__ on '{}' instance {} in '{}'",
                                                   type_name(entry->value), key.utf8(), cls.as<Type>()->name));
    Ref<BaseException> error = take_error();
    PASS(call_method(error, "add_note"_s, note));
    return restore_error(std::move(error));
  }
  return {};
}

/// `super(cls, cls).__init_subclass__(**keywords)`.
Result<void> init_subclass(Object const& cls, Object const* values, KeywordNames const* keywords) {
  Object parent = PASS(builtins::super(cls, cls));
  Object function = PASS(operators::get_attr(parent, "__init_subclass__"_s));
  PASS(call_array(function, values, keywords ? keywords->names.size() : 0, keywords));
  return {};
}

/// The linearisation: the metaclass's `mro()` where it has one of its own.
Result<void> set_mro(Type* type) {
  PASS(compute_mro(type));
  Object const* const own = type->type == &type_type ? nullptr : find_in_mro(type->type, "mro"_s);
  if (!own || type_of(*own) == &method_descriptor_type) return {};
  Object const found = PASS(call_method(box(*type), "mro"_s));
  Iteration classes = PASS(iterate(found));
  std::vector<Type*> mro;
  Object cls;
  while (PASS(classes.next(cls))) {
    if (!is_instance(cls, type_type))
      return raise_format(type_error_type, "mro() returned a non-class ('{}')", type_name(cls));
    mro.push_back(cls.as<Type>());
  }
  type->mro = std::move(mro);
  return {};
}

Type* allocate_type(NewClass const& made, std::vector<Type*> const& bases, Type* base) {
  auto type = new Type;
  type->type = made.metaclass;
  if (made.metaclass->is_user_class) ++made.metaclass->references;
  type->owned_name = strdup(made.name.utf8().c_str());
  type->name = type->owned_name;
  type->is_user_class = true;
  type->is_ready = true;
  type->qualified_name = made.name;
  type->base = base;
  type->dict = as_dict(made.attributes)->copy();
  for (Type* direct : bases) {
    ++direct->references;
    direct->subclasses.push_back(type);
    type->bases.push_back(direct);
    if (!type->abstract && direct->abstract && !direct->is_user_class) type->abstract = direct->abstract->of_subclasses;
  }
  return type;
}

}  // namespace

Result<Type*> most_derived_metaclass(Type* metaclass, Object const& bases) {
  Type* winner = metaclass;
  for (Object const& base : bases.as<TupleObject>()->words()) {
    Type* const candidate = ready_type(base);
    if (is_subtype(winner, candidate)) continue;
    if (!is_subtype(candidate, winner))
      return raise_error(type_error_type,
                         "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                         "metaclasses of all its bases");
    winner = candidate;
  }
  return winner;
}

Result<Object> new_class(NewClass const& made) {
  std::vector<Type*> const bases = PASS(checked_bases(made.bases));
  Type* const base = PASS(best_base(bases));
  Type* const type = allocate_type(made, bases, base);
  Object cls = Object::adopt(type);
  DeclaredSlots const slots = PASS(declared_slots(type));
  PASS(lay_out(type, slots, spec_of(made.attributes)));
  // A metaclass's own `mro` may call methods that use `__class__`.
  PASS(fill_class_cell(type));
  PASS(set_mro(type));
  PASS(complete_dict(type, slots));
  type->slots.dealloc = type->native_base->slots.dealloc;
  update_slots(type);
  PASS(set_names(cls));
  PASS(note_type_parameters(type));
  PASS(init_subclass(cls, made.keyword_values, made.keywords));
  return cls;
}

/// A class's name is text that C has as well.
Result<void> check_class_name(Str const& name) {
  std::string const text = name.utf8();
  if (text.find('\0') != std::string::npos)
    return raise_error(value_error_type, "type name must not contain null characters");
  bool const is_ascii = std::ranges::all_of(text, [](char unit) { return static_cast<signed char>(unit) >= 0; });
  // UnicodeEncodeError for half of a pair of surrogates.
  if (!is_ascii) PASS(call_method(name, "encode"_s));
  return {};
}

Result<Object> construct_class(Type* metaclass, Object const* args, std::size_t count, KeywordNames const* names) {
  std::size_t const positional = count - (names ? names->names.size() : 0);
  if (positional != 3)
    return raise_format(type_error_type, "type.__new__() takes exactly 3 arguments ({} given)", positional);
  if (!is_instance(args[0], str_type))
    return raise_format(type_error_type, "type.__new__() argument 1 must be str, not {}", type_name(args[0]));
  PASS(check_class_name(word_cast<Str>(args[0])));
  if (!is_instance(args[1], tuple_type))
    return raise_format(type_error_type, "type.__new__() argument 2 must be tuple, not {}", type_name(args[1]));
  if (!is_instance(args[2], dict_type))
    return raise_format(type_error_type, "type.__new__() argument 3 must be dict, not {}", type_name(args[2]));
  for (Object const& base : args[1].as<TupleObject>()->words()) {
    if (is_instance(base, type_type)) continue;
    Object resolve;
    if (is_alias(base) || PASS(operators::find_attr(base, "__mro_entries__"_s, resolve)))
      return raise_error(type_error_type, "type() doesn't support MRO entry resolution; use types.new_class()");
  }
  Type* const winner = PASS(most_derived_metaclass(metaclass, args[1]));
  if (winner != metaclass && winner->slots.construct != construct_class)
    return winner->slots.construct(winner, args, count, names);
  return new_class({winner, word_cast<Str>(args[0]), args[1], args[2], args + 3, names});
}

}  // namespace detail
}  // namespace aiocc
