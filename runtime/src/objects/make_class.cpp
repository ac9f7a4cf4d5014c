// The end of a `class` statement: a type from its bases, its dict and what the compiler knows of its layout.
#include <algorithm>
#include <cstring>

#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/typing_forms.hpp"
#include "core.hpp"

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
  return std::find(std::begin(finals), std::end(finals), type) != std::end(finals);
}

Result<void> check_base(Type* base) {
  ensure_ready(base);
  bool const lacks_mixins = base->abstract && !base->abstract->methods;
  if (base->is_user_class || (base->is_base_type && !lacks_mixins)) return {};
  if (is_final(base)) return raise_format(type_error_type, "type '{}' is not an acceptable base type", base->name);
  return raise_format(not_implemented_error_type, "aiocc can't derive classes from the built-in type '{}'", base->name);
}

/// Bases that aren't classes may stand for others (`Generic[T]`): PEP 560.
Result<void> resolve_base(Object const& base, Object const& all_bases, std::vector<Type*>& bases) {
  if (is_instance(base, type_type)) {
    PASS(check_base(base.as<Type>()));
    bases.push_back(base.as<Type>());
    return {};
  }
  if (Object const cls = aliased_class(base); cls.bound()) {
    PASS(check_base(cls.as<Type>()));
    // `class C(Box[T], Generic[T])`.
    if (std::find(bases.begin(), bases.end(), cls.as<Type>()) == bases.end()) bases.push_back(cls.as<Type>());
    return {};
  }
  if (is_form(base)) return raise_format(type_error_type, "Cannot subclass {}", base.as<FormObject>()->name);
  Method method;
  if (!PASS(find_method(base, "__mro_entries__"_s, method))) {
    // CPython calls the base's own class here, as a metaclass.
    return raise_format(type_error_type, "{}() takes no arguments", type_name(base));
  }
  Object entries = PASS(call_found(method, base, &all_bases, 1));
  if (!is_instance(entries, tuple_type)) return raise_error(type_error_type, "__mro_entries__ must return a tuple");
  for (Object const& entry : entries.as<TupleObject>()->words()) {
    if (!is_instance(entry, type_type)) return raise_error(type_error_type, "bases must be types");
    PASS(check_base(entry.as<Type>()));
    bases.push_back(entry.as<Type>());
  }
  return {};
}

/// The base whose layout this class extends: all others' must be beginnings of it.
Result<Type*> layout_base(std::vector<Type*> const& bases) {
  Type* best = bases.front();
  for (Type* base : bases)
    if (base->instance_size > best->instance_size || is_subtype(base->native_base, best->native_base)) {
      if (base->instance_size >= best->instance_size) best = base;
    }
  for (Type* base : bases) {
    bool native_fits = is_subtype(best->native_base, base->native_base);
    bool fields_fit = base->fields.size() <= best->fields.size() &&
                      std::equal(base->fields.begin(), base->fields.end(), best->fields.begin(), [](Field a, Field b) {
                        return a.offset == b.offset && std::strcmp(a.name, b.name) == 0;
                      });
    if (!native_fits || !fields_fit)
      return raise_error(type_error_type, "multiple bases have instance lay-out conflict");
  }
  return best;
}

void set_layout(Type* type, Type const* base, ClassSpec const& spec) {
  type->native_base = base->native_base;
  type->is_exception = base->is_exception;
  type->is_base_type = true;
  type->overflow_offset = base->overflow_offset;
  type->instance_size = base->instance_size;
  if (!type->overflow_offset) {
    // Behind what the base's layout has; for a plain object that makes an Instance.
    type->overflow_offset = base->instance_size;
    type->instance_size = base->instance_size + sizeof(DictObject*);
  }
  if (spec.instance_size > type->instance_size) type->instance_size = spec.instance_size;
  type->fields = base->fields;
  type->fields.insert(type->fields.end(), spec.fields, spec.fields + spec.field_count);
  type->has_plain_fields = std::any_of(type->fields.begin(), type->fields.end(),
                                       [](Field const& field) { return field.storage != Storage::Word; });
}

void set_default(DictObject* dict, Str const& name, Object value) {
  if (!dict_get_str(dict, name)) dict_set_str(dict, name, std::move(value));
}

void wrap_function(DictObject* dict, Str const& name, Object (*wrap)(Object const&)) {
  Object function = dict_value(dict, name);
  if (function.bound() && type_of(function) == &function_type) dict_set_str(dict, name, wrap(function));
}

Result<void> complete_dict(Type* type, ClassSpec const& spec) {
  DictObject* dict = type->dict;
  if (Object name = dict_value(dict, "__qualname__"_s); name.bound()) {
    if (!is_instance(name, str_type))
      return raise_format(type_error_type, "type __qualname__ must be a str, not {}", type_name(name));
    type->qualified_name = name;
    dict_delete_str(dict, "__qualname__"_s);
  }
  if (dict_get_str(dict, "__slots__"_s))
    return raise_error(not_implemented_error_type, "aiocc doesn't support __slots__ in a class made at run time");
  set_default(dict, "__module__"_s, Str::from_utf8(spec.module));
  set_default(dict, "__doc__"_s, spec.doc ? Str::from_utf8(spec.doc) : None);
  wrap_function(dict, "__new__"_s, builtins::staticmethod);
  wrap_function(dict, "__init_subclass__"_s, builtins::classmethod);
  wrap_function(dict, "__class_getitem__"_s, builtins::classmethod);
  if (dict_get_str(dict, "__eq__"_s)) set_default(dict, "__hash__"_s, None);
  return {};
}

/// `__set_name__` of what the class body bound (PEP 487).
Result<void> set_names(Object const& cls) {
  Object snapshot = Object::adopt(cls.as<Type>()->dict->copy());
  std::size_t position = 0;
  while (DictEntry const* entry = as_dict(snapshot)->next(position)) {
    Method method;
    if (!entry->value.is_heap() || !PASS(find_method(entry->value, "__set_name__"_s, method))) continue;
    Object const args[] = {cls, entry->key};
    PASS(call_found(method, entry->value, args, 2));
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

}  // namespace
}  // namespace detail

Result<Object> make_class(ClassSpec const& spec, Object const* bases, std::size_t base_count, Object const& attributes,
                          Object const* keyword_values, KeywordNames const* keywords) {
  using namespace detail;
  if (keywords)
    for (Str const& name : keywords->names)
      if (name.equals("metaclass")) return raise_error(not_implemented_error_type, "aiocc doesn't support metaclasses");
  std::vector<Type*> resolved;
  Object all_bases = make_tuple({bases, base_count});
  for (std::size_t i = 0; i < base_count; ++i) PASS(resolve_base(bases[i], all_bases, resolved));
  ensure_ready(&object_type);
  if (resolved.empty()) resolved.push_back(&object_type);
  Type* base = PASS(layout_base(resolved));

  auto type = new Type;
  type->type = &type_type;
  type->name = spec.name;
  type->is_user_class = true;
  type->is_ready = true;
  type->qualified_name = Str::from_utf8(spec.qualified_name);
  type->base = base;
  type->dict = Object(attributes).as<DictObject>();
  ++type->dict->references;
  Object cls = Object::adopt(type);
  for (Type* direct : resolved) {
    ++direct->references;
    direct->subclasses.push_back(type);
    type->bases.push_back(direct);
  }
  set_layout(type, base, spec);
  for (Type* direct : resolved)
    if (direct->abstract && !type->abstract) type->abstract = direct->abstract->of_subclasses;
  if (std::any_of(bases, bases + base_count, [](Object const& each) { return !is_instance(each, type_type); }))
    dict_set_str(type->dict, "__orig_bases__"_s, all_bases);
  PASS(complete_dict(type, spec));
  PASS(compute_mro(type));
  type->slots.dealloc = type->native_base->slots.dealloc;
  update_slots(type);
  PASS(set_names(cls));
  PASS(init_subclass(cls, keyword_values, keywords));
  return cls;
}

}  // namespace aiocc
