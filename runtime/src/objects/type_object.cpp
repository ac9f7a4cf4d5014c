// `type`: classes as objects, called and asked for attributes.
#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "aiocc/objects/generic_alias.hpp"
#include "aiocc/objects/list.hpp"
#include "core.hpp"
#include "exceptions.hpp"
#include "instance_checks.hpp"
#include "make_class.hpp"

namespace aiocc {
namespace detail {

std::string module_of(Type* type) {
  if (!type->is_user_class) return type->module_name;
  Object module = dict_value(type->dict, "__module__"_s);
  return module.bound() && is_instance(module, str_type) ? word_cast<Str>(module).utf8() : "builtins";
}

std::string qualified_type_name(Type* type) {
  std::string name = type->qualified_name.bound() ? word_cast<Str>(type->qualified_name).utf8() : plain_name(type);
  std::string module = module_of(type);
  return module == "builtins" ? name : module + "." + name;
}

namespace {

Result<Object> type_repr(Object const& self) {
  return Str::from_utf8(fmt::format("<class '{}'>", qualified_type_name(self.as<Type>())));
}

Result<void> initialize(Object const& instance, Type* type, Object const* args, std::size_t count,
                        KeywordNames const* names) {
  Object const* found = find_in_mro(type, "__init__"_s);
  if (!found || type_of(*found) != &function_type) return type->slots.init(instance, args, count, names);
  // The everyday case: no bound method, no copies of references.
  Object function = *found;
  WordBuffer all(count + 1);
  all.push(instance);
  all.push(args, count);
  Object result = PASS(call_array(function, all.data(), all.size(), names));
  if (!result.is(None))
    return raise_format(type_error_type, "__init__() should return None, not '{}'", type_name(result));
  return {};
}

/// CPython: types without tp_new. Here they have inherited object's, which has no room for them.
bool makes_instances(Type const* type) noexcept {
  return type->slots.construct && (!constructs_plainly(type) || type->native_base == &object_type);
}

Result<Object> make_instance(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  ensure_ready(type);
  if (constructs_plainly(type) && type->is_user_class && has_init(type) && !type->lacks_methods) {
    Object instance = Object::adopt(allocate_instance(type));
    PASS(initialize(instance, type, args, count, names));
    return instance;
  }
  if (!makes_instances(type))
    return raise_format(type_error_type, "cannot create '{}' instances", qualified_type_name(type));
  Object instance = PASS(type->slots.construct(type, args, count, names));
  if (!is_instance(instance, *type)) return instance;
  Type* actual = type_of(instance);
  if (has_init(actual)) PASS(actual->slots.init(instance, args, count, names));
  return instance;
}

Result<Object> type_call(Object const& callee, Object const* args, std::size_t count, KeywordNames const* names) {
  Type* type = callee.as<Type>();
  if (type != &type_type) return make_instance(type, args, count, names);
  std::size_t const positional = count - (names ? names->names.size() : 0);
  if (count == 1 && positional == 1) return box(*visible_type(args[0]));
  if (positional == 3) return make_instance(type, args, count, names);
  return raise_error(type_error_type, "type() takes 1 or 3 arguments");
}

Result<void> type_init(Object const&, Object const*, std::size_t count, KeywordNames const* names) {
  std::size_t const positional = count - (names ? names->names.size() : 0);
  if (positional == 1 && count != 1) return raise_error(type_error_type, "type.__init__() takes no keyword arguments");
  if (positional == 1 || positional == 3) return {};
  return raise_error(type_error_type, "type.__init__() takes 1 or 3 arguments");
}

/// As generic_find_attr, with the class itself in the place of the instance (CPython: type_getattro).
Result<Object> type_get_attr(Object const& self, Str const& name) {
  Type* type = self.as<Type>();
  Type* metaclass = ready_type(self);
  ensure_ready(type);
  Object const* of_meta = quick_lookup(metaclass, name).value;
  Object meta = of_meta ? *of_meta : Object();
  Slots const* descriptor = meta.is_heap() ? &ready_type(meta)->slots : nullptr;
  if (descriptor && descriptor->descriptor_set && descriptor->descriptor_get)
    return descriptor->descriptor_get(meta, self, metaclass);
  if (Object const* found = quick_lookup(type, name).value) {
    Object value = *found;
    if (value.is_heap())
      if (auto get = ready_type(value)->slots.descriptor_get) return get(value, Object(), type);
    return value;
  }
  if (descriptor && descriptor->descriptor_get) return descriptor->descriptor_get(meta, self, metaclass);
  if (meta.bound()) return meta;
  return raise_no_attribute(self, name);
}

Result<void> type_set_attr(Object const& self, Str const& name, Object const* value) {
  Type* type = self.as<Type>();
  if (!type->is_user_class)
    return raise_format(type_error_type, "cannot set '{}' attribute of immutable type '{}'", name.utf8(), type->name);
  Object const* of_meta = find_in_mro(ready_type(self), name);
  if (of_meta && of_meta->is_heap())
    if (auto set = ready_type(*of_meta)->slots.descriptor_set) return set(Object(*of_meta), self, value);
  // What it was dies after the class is known to have changed: its end may ask for the attribute.
  Object const* const stored = dict_get_str(type->dict, name);
  Object const old = stored ? *stored : Object();
  if (value)
    dict_set_str(type->dict, Str::intern(name), *value);
  else if (!dict_delete_str(type->dict, name))
    return raise_no_attribute(self, name);
  type_changed(type, name);
  return {};
}

void dealloc_type(HeapObject* self) noexcept {
  auto type = static_cast<Type*>(self);
  for (Type* base : type->bases) {
    std::erase(base->subclasses, type);
    Object::adopt(base).reset();
  }
  Object::adopt(type->dict).reset();
  std::free(type->owned_name);
  Type* const metaclass = type->type;
  delete type;
  if (metaclass->is_user_class) Object::adopt(metaclass).reset();
}

void traverse_type(HeapObject* self, Visitor& visit) {
  auto type = static_cast<Type*>(self);
  if (!type->is_user_class) return;
  visit(type->dict);
  visit(type->registry);
  for (Type* base : type->bases) visit(base);
}

/// Its instances may outlive this for a moment: the bases and the layout stay.
void clear_type(HeapObject* self) noexcept {
  auto type = static_cast<Type*>(self);
  if (type->is_user_class) type->dict->clear();
}

// Attributes of classes.

Type* type_of_self(Object const& self) noexcept { return self.as<Type>(); }

/// TypeError for the attributes of built-in classes.
Result<void> check_mutable(Type const* type, char const* name) {
  if (type->is_user_class) return {};
  return raise_format(type_error_type, "cannot set '{}' attribute of immutable type '{}'", name, type->name);
}

Result<Object> get_name(Object const& self) { return Str::from_utf8(plain_name(type_of_self(self))); }
Result<void> set_name(Object const& self, Object const& value) {
  Type* type = type_of_self(self);
  PASS(check_mutable(type, "__name__"));
  if (!is_instance(value, str_type))
    return raise_format(type_error_type, "can only assign string to {}.__name__, not '{}'", type->name,
                        type_name(value));
  PASS(check_class_name(word_cast<Str>(value)));
  std::string const name = word_cast<Str>(value).utf8();
  // Whoever reads the old name holds no longer on to it than for one message.
  std::free(type->owned_name);
  type->owned_name = strdup(name.c_str());
  type->name = type->owned_name;
  return {};
}
Result<Object> get_qualified_name(Object const& self) {
  Type* type = type_of_self(self);
  return type->qualified_name.bound() ? type->qualified_name : Str::from_utf8(plain_name(type));
}
Result<void> set_qualified_name(Object const& self, Object const& value) {
  Type* type = type_of_self(self);
  PASS(check_mutable(type, "__qualname__"));
  if (!is_instance(value, str_type))
    return raise_format(type_error_type, "can only assign string to {}.__qualname__, not '{}'", type->name,
                        type_name(value));
  type->qualified_name = value;
  return {};
}
Result<Object> get_module(Object const& self) {
  Type* type = type_of_self(self);
  if (!type->is_user_class) return Str::from_utf8(type->module_name);
  Object module = dict_value(type->dict, "__module__"_s);
  if (module.bound()) return module;
  return raise_no_attribute(self, "__module__"_s);
}
Result<void> set_module(Object const& self, Object const& value) {
  Type* type = type_of_self(self);
  PASS(check_mutable(type, "__module__"));
  dict_set_str(type->dict, "__module__"_s, value);
  type_changed(type, "__module__"_s);
  return {};
}
Result<Object> get_doc(Object const& self) {
  Type* type = type_of_self(self);
  if (!type->is_user_class) return type->doc.bound() ? type->doc : None;
  Object doc = dict_value(type->dict, "__doc__"_s);
  if (!doc.bound()) return None;
  if (auto get = ready_type(doc)->slots.descriptor_get) return get(doc, Object(), type);
  return doc;
}
Result<void> set_doc(Object const& self, Object const& value) {
  Type* type = type_of_self(self);
  PASS(check_mutable(type, "__doc__"));
  dict_set_str(type->dict, "__doc__"_s, value);
  type_changed(type, "__doc__"_s);
  return {};
}
Object tuple_of(std::vector<Type*> const& types) {
  TupleObject* tuple = make_tuple_object(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) tuple->items()[i] = box(*types[i]);
  return Object::adopt(tuple);
}
Result<Object> get_bases(Object const& self) { return tuple_of(type_of_self(self)->bases); }
Result<void> set_bases(Object const& self, Object const&) {
  Type* type = type_of_self(self);
  PASS(check_mutable(type, "__bases__"));
  return raise_error(not_implemented_error_type, "aiocc doesn't support assignments to __bases__");
}
Result<Object> get_base(Object const& self) {
  Type* base = type_of_self(self)->base;
  return base ? box(*base) : None;
}
Result<Object> get_mro(Object const& self) { return tuple_of(type_of_self(self)->mro); }
Result<Object> get_dict(Object const& self) { return make_mapping_proxy(Object::share(type_of_self(self)->dict)); }

Object list_of(std::vector<Type*> const& types) {
  ListObject* list = make_list_object();
  for (Type* type : types) list->items().push_back(box(*type));
  return Object::adopt(list);
}
Result<Object> mro_method(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 0, 0));
  return list_of(args[0].as<Type>()->mro);
}
/// Built-in exceptions come first, whether anybody has used them yet or not.
std::vector<Type*> subclasses_of(Type* base) {
  std::vector<Type*> found = exceptions_below(base);
  if (base == &int_type) found.push_back(&bool_type);
  std::ranges::for_each(found, ensure_ready);
  std::ranges::copy_if(base->subclasses, std::back_inserter(found),
                       [&](Type* type) { return std::ranges::find(found, type) == found.end(); });
  return found;
}
Result<Object> subclasses_method(FunctionObject* self, Object const* args, std::size_t count,
                                 KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 0, 0));
  return list_of(subclasses_of(args[0].as<Type>()));
}

Result<Object> prepare_method(FunctionObject*, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(make_dict_object());
}
Result<Object> instance_check_method(FunctionObject* self, Object const* args, std::size_t count,
                                     KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  return box(PASS(is_plain_instance(args[1], args[0])));
}
Result<Object> subclass_check_method(FunctionObject* self, Object const* args, std::size_t count,
                                     KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  return box(PASS(is_plain_subclass(args[1], args[0])));
}

Result<Object> get_annotations(Object const& self) {
  Type* type = type_of_self(self);
  if (!type->is_user_class) return raise_no_attribute(self, "__annotations__"_s);
  Object annotations = dict_value(type->dict, "__annotations__"_s);
  if (annotations.bound()) return annotations;
  annotations = Object::adopt(make_dict_object());
  dict_set_str(type->dict, "__annotations__"_s, annotations);
  type_changed(type, "__annotations__"_s);
  return annotations;
}
Result<void> set_annotations(Object const& self, Object const& value) {
  Type* type = type_of_self(self);
  PASS(check_mutable(type, "__annotations__"));
  if (value.bound())
    dict_set_str(type->dict, "__annotations__"_s, value);
  else if (!dict_delete_str(type->dict, "__annotations__"_s))
    return raise_error(attribute_error_type, "__annotations__");
  type_changed(type, "__annotations__"_s);
  return {};
}
Result<Object> get_abstract_methods(Object const& self) { return abstract_methods(type_of_self(self)); }
Result<void> set_abstract_methods(Object const& self, Object const& value) {
  Type* type = type_of_self(self);
  bool const lacks_methods = PASS(operators::truth(value));
  dict_set_str(type->dict, "__abstractmethods__"_s, value);
  type_changed(type, "__abstractmethods__"_s);
  type->lacks_methods = lacks_methods;
  return {};
}
Result<Object> get_type_parameters(Object const& self) {
  Type* type = type_of_self(self);
  Object const parameters = type->is_user_class ? dict_value(type->dict, "__type_params__"_s) : Object();
  return parameters.bound() ? parameters : aiocc::make_tuple({});
}
Result<void> set_type_parameters(Object const& self, Object const& value) {
  Type* type = type_of_self(self);
  PASS(check_mutable(type, "__type_params__"));
  dict_set_str(type->dict, "__type_params__"_s, value);
  type_changed(type, "__type_params__"_s);
  return {};
}

constexpr CoreMethod type_methods[] = {
    {"mro", mro_method},
    {"__subclasses__", subclasses_method},
    {"__prepare__", prepare_method, MemberKind::ClassMethod},
    {"__instancecheck__", instance_check_method},
    {"__subclasscheck__", subclass_check_method},
};
constexpr Member type_properties[] = {
    {.name = "__name__", .kind = MemberKind::Property, .get = get_name, .set = set_name},
    {.name = "__qualname__", .kind = MemberKind::Property, .get = get_qualified_name, .set = set_qualified_name},
    {.name = "__module__", .kind = MemberKind::Property, .get = get_module, .set = set_module},
    {.name = "__doc__", .kind = MemberKind::Property, .get = get_doc, .set = set_doc},
    {.name = "__bases__", .kind = MemberKind::Property, .get = get_bases, .set = set_bases},
    {.name = "__base__", .kind = MemberKind::Property, .get = get_base},
    {.name = "__mro__", .kind = MemberKind::Property, .get = get_mro},
    {.name = "__dict__", .kind = MemberKind::Property, .get = get_dict},
    {.name = "__annotations__",
     .kind = MemberKind::Property,
     .get = get_annotations,
     .set = set_annotations,
     .sets_deleted = true},
    {.name = "__abstractmethods__",
     .kind = MemberKind::Property,
     .get = get_abstract_methods,
     .set = set_abstract_methods},
    {.name = "__type_params__", .kind = MemberKind::Property, .get = get_type_parameters, .set = set_type_parameters},
};

constexpr Slots type_slots() {
  Slots slots;
  slots.dealloc = dealloc_type;
  slots.traverse = traverse_type;
  slots.clear = clear_type;
  slots.weak_references = forget_weak_references;
  slots.repr = type_repr;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = type_or;
  slots.call = type_call;
  slots.get_attr = type_get_attr;
  slots.set_attr = type_set_attr;
  slots.construct = construct_class;
  slots.init = type_init;
  return slots;
}

}  // namespace

Result<bool> find_attr_natively(Object const& self, Str const& name, Object& value) {
  GetAttrSlot const slot = ready_type(self)->native_base->slots.get_attr;
  if (!slot) return generic_find_attr(self, name, value);
  if (Result<Object> found = slot(self, name)) {
    value = std::move(found).value();
    return true;
  }
  if (!error_is(attribute_error_type)) return raised;
  take_error();
  return false;
}

void add_type_members() {
  add_methods(&type_type, type_methods);
  add_properties(&type_type, type_properties);
}

}  // namespace detail

constinit Type type_type("type", &object_type, sizeof(Type), detail::type_slots(), "builtins",
                         /*python_may_derive=*/true);

}  // namespace aiocc
