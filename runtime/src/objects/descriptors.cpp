// property, staticmethod, classmethod, super, and the descriptors of built-in attributes.
#include <algorithm>

#include "aiocc/objects/builtins.hpp"
#include "constructor_arguments.hpp"
#include "core.hpp"
#include "native_instance.hpp"
#include "number_operands.hpp"

namespace aiocc {
namespace detail {
namespace {

// property

struct PropertyObject : HeapObject {
  Object getter;
  Object setter;
  Object deleter;
  Object doc;
  /// The docstring is the getter's.
  bool has_doc_of_getter = false;
  /// The name under which a class body bound it.
  Object name;
};

PropertyObject* property_of(Object const& self) noexcept { return self.as<PropertyObject>(); }

/// What `property(getter)` without a doc takes over from the getter.
Result<Object> doc_of(Object const& getter) {
  Object doc;
  return !getter.is(None) && PASS(operators::find_attr(getter, "__doc__"_s, doc)) ? doc : None;
}

void fill_property(Object const& self, Object const* accessors, Object doc) {
  PropertyObject* property = property_of(self);
  property->getter = accessors[0];
  property->setter = accessors[1];
  property->deleter = accessors[2];
  property->doc = std::move(doc);
}

Object new_property(Type* type) {
  auto property = make_native<PropertyObject>(type, property_type);
  property->type = type;
  Object made = Object::adopt(property);
  Object const nothing[] = {None, None, None};
  fill_property(made, nothing, None);
  return made;
}

/// As the class or `__name__` has set it, else its getter's; unbound where there's none.
Object name_of(PropertyObject* property) {
  if (property->name.bound() || !property->getter.bound() || property->getter.is(None)) return property->name;
  Object name;
  if (!operators::find_attr(property->getter, "__name__"_s, name)) take_error();
  return name;
}

/// "property 'x' of 'C' object has no setter".
Raised raise_no_accessor(PropertyObject* property, Object const& instance, char const* what) {
  Object const own = name_of(property);
  std::string name =
      own.bound() && is_instance(own, str_type) ? fmt::format(" {}", repr_str(word_cast<Str>(own)).utf8()) : "";
  std::string owner = word_cast<Str>(type_of(instance)->qualified_name).bound()
                          ? word_cast<Str>(type_of(instance)->qualified_name).utf8()
                          : type_name(instance);
  return raise_format(attribute_error_type, "property{} of '{}' object has no {}", name, owner, what);
}

Result<Object> property_get(Object const& self, Object const& instance, Type*) {
  if (!instance.bound()) return self;
  PropertyObject* property = property_of(self);
  if (property->getter.is(None)) return raise_no_accessor(property, instance, "getter");
  return call_array(Object(property->getter), &instance, 1);
}

Result<void> property_set(Object const& self, Object const& instance, Object const* value) {
  PropertyObject* property = property_of(self);
  Object accessor = value ? property->setter : property->deleter;
  if (accessor.is(None)) return raise_no_accessor(property, instance, value ? "setter" : "deleter");
  WordBuffer args(2);
  args.push(instance);
  if (value) args.push(*value);
  PASS(call_array(accessor, args.data(), args.size()));
  return {};
}

Result<Object> property_construct(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return new_property(type);
}

Result<void> property_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  static constexpr char const* parameters[] = {"fget", "fset", "fdel", "doc"};
  Object values[4];
  PASS(constructor_arguments("property", parameters, 0, args, count, names, values));
  for (std::size_t i = 0; i < 3; ++i)
    if (!values[i].bound()) values[i] = None;
  bool const is_given = values[3].bound() && !values[3].is(None);
  Object doc = is_given ? values[3] : PASS(doc_of(values[0]));
  fill_property(self, values, doc);
  property_of(self)->has_doc_of_getter = !is_given && !doc.is(None);
  if (type_of(self) == &property_type) return {};
  // In a derived class the class's own docstring would hide it: it's an attribute of the instance.
  property_of(self)->doc = None;
  if (operators::set_attr(self, "__doc__"_s, doc)) return {};
  if (property_of(self)->has_doc_of_getter || !error_is(attribute_error_type)) return raised;
  take_error();
  return {};
}

template <Object PropertyObject::* accessor>
Result<Object> property_with(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  PropertyObject* old = property_of(args[0]);
  Object accessors[] = {old->getter, old->setter, old->deleter};
  std::size_t const changed = accessor == &PropertyObject::getter ? 0 : accessor == &PropertyObject::setter ? 1 : 2;
  if (!args[1].is(None)) accessors[changed] = args[1];
  bool const follows_getter = old->has_doc_of_getter && !accessors[0].is(None);
  Object const doc = follows_getter ? Object(None) : old->doc;
  Object made = PASS(call(box(*type_of(args[0])), accessors[0], accessors[1], accessors[2], doc));
  if (is_instance(made, property_type)) property_of(made)->name = old->name;
  return made;
}

Result<Object> property_set_name(FunctionObject* self, Object const* args, std::size_t count,
                                 KeywordNames const* names) {
  if (count != 3)
    return raise_format(type_error_type, "__set_name__() takes 2 positional arguments but {} were given", count - 1);
  PASS(check_method(self, args, count, names, 2, 2));
  property_of(args[0])->name = args[2];
  return None;
}

Result<Object> property_name(Object const& self) {
  PropertyObject* property = property_of(self);
  if (property->name.bound()) return property->name;
  Object name;
  bool const of_getter = !property->getter.is(None) && PASS(operators::find_attr(property->getter, "__name__"_s, name));
  if (!of_getter) return raise_no_attribute(self, "__name__"_s);
  return name;
}
Result<void> set_property_name(Object const& self, Object const& value) {
  property_of(self)->name = value;
  return {};
}

Result<Object> property_is_abstract(Object const& self) {
  PropertyObject* property = property_of(self);
  for (Object const& accessor : {property->getter, property->setter, property->deleter}) {
    Object flag;
    if (PASS(operators::find_attr(accessor, "__isabstractmethod__"_s, flag)) && PASS(operators::truth(flag)))
      return True;
  }
  return False;
}

Result<void> refuse_change(Object const&, Object const&) {
  return raise_error(attribute_error_type, "readonly attribute");
}

constexpr CoreMethod property_methods[] = {
    {"getter", property_with<&PropertyObject::getter>},
    {"setter", property_with<&PropertyObject::setter>},
    {"deleter", property_with<&PropertyObject::deleter>},
    {"__set_name__", property_set_name},
};
constexpr Member property_properties[] = {
    {.name = "fget",
     .kind = MemberKind::Property,
     .get = [](Object const& self) -> Result<Object> { return property_of(self)->getter; },
     .set = refuse_change,
     .sets_deleted = true},
    {.name = "fset",
     .kind = MemberKind::Property,
     .get = [](Object const& self) -> Result<Object> { return property_of(self)->setter; },
     .set = refuse_change,
     .sets_deleted = true},
    {.name = "fdel",
     .kind = MemberKind::Property,
     .get = [](Object const& self) -> Result<Object> { return property_of(self)->deleter; },
     .set = refuse_change,
     .sets_deleted = true},
    {.name = "__doc__",
     .kind = MemberKind::Property,
     .get = [](Object const& self) -> Result<Object> { return property_of(self)->doc; },
     .set = [](Object const& self, Object const& value) -> Result<void> {
       property_of(self)->doc = value;
       return {};
     }},
    {.name = "__name__", .kind = MemberKind::Property, .get = property_name, .set = set_property_name},
    {.name = "__isabstractmethod__", .kind = MemberKind::Property, .get = property_is_abstract},
};

// staticmethod and classmethod

struct WrappedMethod : HeapObject {
  Object function;
  /// A dict of what it has from its function and what programs store; unbound until somebody asks.
  Object attributes;
};

WrappedMethod* wrapped_of(Object const& self) noexcept { return self.as<WrappedMethod>(); }

template <Type& type>
Object new_wrapped(Object const& function) {
  auto wrapped = make_native<WrappedMethod>(&type, type);
  wrapped->type = &type;
  wrapped->function = function;
  return Object::adopt(wrapped);
}

}  // namespace

Object const& function_of_static_method(Object const& wrapped) noexcept { return wrapped_of(wrapped)->function; }

namespace {

Result<Object> static_get(Object const& self, Object const&, Type*) { return wrapped_of(self)->function; }
Result<Object> static_call(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  return call_array(Object(wrapped_of(self)->function), args, count, names);
}
/// A class method of a built-in class, rather than a built-in function that a program has made one of.
bool is_native_method(Object const& function) noexcept {
  return type_of(function) == &builtin_function_type && function.as<FunctionObject>()->owner;
}
Result<Object> class_get(Object const& self, Object const&, Type* owner) {
  Object const& function = wrapped_of(self)->function;
  if (is_native_method(function)) return bind_native(function, box(*owner));
  return make_bound_method(function, box(*owner));
}
Result<Object> wrapped_repr(Object const& self) {
  Str function = PASS(operators::repr(wrapped_of(self)->function));
  return Str::from_utf8(fmt::format("<{}({})>", type_name(self), function.utf8()));
}

constexpr char const* attributes_of_function[] = {"__module__", "__name__", "__qualname__", "__doc__",
                                                  "__annotations__"};

Result<DictObject*> wrapped_attributes(Object const& self) {
  Object& attributes = wrapped_of(self)->attributes;
  if (attributes.bound()) return as_dict(attributes);
  Object const made = Object::adopt(make_dict_object());
  for (char const* name : attributes_of_function) {
    Object value;
    Str const key = Str::intern(name);
    if (PASS(operators::find_attr(wrapped_of(self)->function, key, value))) dict_set_str(as_dict(made), key, value);
  }
  attributes = made;
  return as_dict(attributes);
}
Result<Object> wrapped_get_attr(Object const& self, Str const& name) {
  bool const is_of_function =
      std::ranges::any_of(attributes_of_function, [&](char const* each) { return name.equals(each); });
  if (is_of_function || wrapped_of(self)->attributes.bound()) {
    Object const own = dict_value(PASS(wrapped_attributes(self)), name);
    if (own.bound()) return own;
  }
  Object value;
  if (PASS(generic_find_attr(self, name, value))) return value;
  return raise_no_attribute(self, name);
}
Result<void> wrapped_set_attr(Object const& self, Str const& name, Object const* value) {
  Object const* const of_class = find_in_mro(type_of(self), name);
  if (of_class && ready_type(*of_class)->slots.descriptor_set) return generic_set_attr(self, name, value);
  DictObject* const attributes = PASS(wrapped_attributes(self));
  if (value)
    dict_set_str(attributes, Str::intern(name), *value);
  else if (!dict_delete_str(attributes, name))
    return raise_no_attribute(self, name);
  return {};
}
template <Type& type>
Result<Object> wrapped_construct(Type* derived, Object const*, std::size_t, KeywordNames const*) {
  auto wrapped = make_native<WrappedMethod>(derived, type);
  wrapped->type = derived;
  wrapped->function = None;
  return Object::adopt(wrapped);
}
template <Type& type>
Result<void> wrapped_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names) return raise_format(type_error_type, "{}() takes no keyword arguments", type.name);
  if (count != 1) return raise_format(type_error_type, "{} expected 1 argument, got {}", type.name, count);
  wrapped_of(self)->function = args[0];
  return {};
}
Result<Object> get_wrapped(Object const& self) { return wrapped_of(self)->function; }
Result<Object> wrapped_is_abstract(Object const& self) {
  Object flag;
  bool const has_flag = PASS(operators::find_attr(wrapped_of(self)->function, "__isabstractmethod__"_s, flag));
  return box(has_flag && PASS(operators::truth(flag)));
}
Result<Object> get_wrapped_dict(Object const& self) { return Object::share(PASS(wrapped_attributes(self))); }
Result<void> set_wrapped_dict(Object const& self, Object const& value) {
  if (!value.bound()) return raise_error(type_error_type, "cannot delete __dict__");
  if (!is_instance(value, dict_type))
    return raise_format(type_error_type, "__dict__ must be set to a dictionary, not a '{}'", type_name(value));
  wrapped_of(self)->attributes = value;
  return {};
}
constexpr Member wrapped_properties[] = {
    {.name = "__func__", .kind = MemberKind::Property, .get = get_wrapped, .set = refuse_change, .sets_deleted = true},
    {.name = "__wrapped__",
     .kind = MemberKind::Property,
     .get = get_wrapped,
     .set = refuse_change,
     .sets_deleted = true},
    {.name = "__isabstractmethod__", .kind = MemberKind::Property, .get = wrapped_is_abstract},
    {.name = "__dict__",
     .kind = MemberKind::Property,
     .get = get_wrapped_dict,
     .set = set_wrapped_dict,
     .sets_deleted = true},
};

// super

struct SuperObject : HeapObject {
  Type* start = nullptr;
  /// Keeps `start` alive.
  Object start_object;
  /// The instance or class that attributes are bound to; its class, in whose MRO the search goes on behind `start`.
  Object self;
  Object owner;
};

SuperObject* super_of(Object const& self) noexcept { return self.as<SuperObject>(); }

/// What the classes behind `start` have by that name; null where it isn't theirs to say.
Object const* find_behind(SuperObject const* super, Str const& name) {
  if (!super->self.bound() || name.equals("__class__")) return nullptr;
  Type const* const owner = super->owner.as<Type>();
  auto place = std::find(owner->mro.begin(), owner->mro.end(), super->start);
  if (place == owner->mro.end()) return nullptr;
  for (++place; place != owner->mro.end(); ++place) {
    ensure_ready(*place);
    if (Object const* const value = dict_get_str((*place)->dict, name)) return value;
  }
  return nullptr;
}

Result<Object> super_get_attr(Object const& self, Str const& name) {
  SuperObject* super = super_of(self);
  Object const* const found = find_behind(super, name);
  if (!found) return generic_get_attr(self, name);
  Object const value = *found;
  auto const get = value.is_heap() ? ready_type(value)->slots.descriptor_get : nullptr;
  if (!get) return value;
  // Of a class, plain functions stay unbound.
  return get(value, super->self.is(super->owner) ? Object() : super->self, super->owner.as<Type>());
}

}  // namespace

bool find_method_of_super(Object const& super, Str const& name, Object& function, Object& self) {
  SuperObject const* const object = super_of(super);
  Object const* const found = find_behind(object, name);
  if (!found || !found->is_heap() || object->self.is(object->owner)) return false;
  Type const* const kind = found->heap()->type;
  if (kind != &function_type && kind != &method_descriptor_type) return false;
  function = *found;
  self = object->self;
  return true;
}

namespace {

Result<Object> super_repr(Object const& self) {
  SuperObject* super = super_of(self);
  if (!super->self.bound()) return Str::from_utf8(fmt::format("<super: <class '{}'>, NULL>", super->start->name));
  return Str::from_utf8(
      fmt::format("<super: <class '{}'>, <{} object>>", super->start->name, super->owner.as<Type>()->name));
}

/// An unbound one that a class keeps is bound to the instance through which it's got.
Result<Object> super_descriptor_get(Object const& self, Object const& instance, Type*) {
  if (!instance.bound() || super_of(self)->self.bound()) return self;
  return builtins::super(super_of(self)->start_object, instance);
}

Result<Object> get_super_start(Object const& self) { return super_of(self)->start_object; }
Result<Object> get_super_self(Object const& self) {
  Object const& bound = super_of(self)->self;
  return bound.bound() ? bound : None;
}
Result<Object> get_super_owner(Object const& self) {
  Object const& owner = super_of(self)->owner;
  return owner.bound() ? owner : None;
}
constexpr Member super_properties[] = {
    {.name = "__thisclass__", .kind = MemberKind::Property, .get = get_super_start},
    {.name = "__self__", .kind = MemberKind::Property, .get = get_super_self},
    {.name = "__self_class__", .kind = MemberKind::Property, .get = get_super_owner},
};

Result<Object> super_construct(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names) return raise_error(type_error_type, "super() takes no keyword arguments");
  if (count == 0) return raise_error(runtime_error_type, "super(): no arguments");
  if (count > 2) return raise_format(type_error_type, "super() expected at most 2 arguments, got {}", count);
  return builtins::super(args[0], count > 1 ? args[1] : Object());
}

// Attributes of built-in types

GetSetObject* getset_of(Object const& self) noexcept { return self.as<GetSetObject>(); }

Result<void> check_owner(GetSetObject const* getset, Object const& instance) {
  if (is_instance(instance, *getset->owner)) return {};
  return raise_format(type_error_type, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                      getset->member->name, getset->owner->name, type_name(instance));
}

Result<Object> getset_get(Object const& self, Object const& instance, Type*) {
  if (!instance.bound()) return self;
  GetSetObject* getset = getset_of(self);
  PASS(check_owner(getset, instance));
  // `real` and its like give the int itself.
  if (getset->owner == &int_type) return getset->member->get(int_operand(instance));
  return getset->member->get(instance);
}
Result<void> getset_set(Object const& self, Object const& instance, Object const* value) {
  GetSetObject* getset = getset_of(self);
  PASS(check_owner(getset, instance));
  if (!value && getset->owner == &type_type && getset->member->set && !getset->member->sets_deleted)
    return raise_format(type_error_type, "cannot delete '{}' attribute of immutable type '{}'", getset->member->name,
                        instance.as<Type>()->name);
  if (!getset->member->set || (!value && !getset->member->sets_deleted))
    return raise_format(attribute_error_type, "attribute '{}' of '{}' objects is not writable", getset->member->name,
                        getset->owner->name);
  return getset->member->set(instance, value ? *value : Object());
}
Result<Object> getset_repr(Object const& self) {
  return Str::from_utf8(
      fmt::format("<attribute '{}' of '{}' objects>", getset_of(self)->member->name, getset_of(self)->owner->name));
}

}  // namespace

void add_descriptor_members(Type* type) {
  if (type == &property_type) {
    add_methods(type, property_methods);
    add_properties(type, property_properties);
  }
  if (type == &staticmethod_type || type == &classmethod_type) add_properties(type, wrapped_properties);
  if (type == &super_type) add_properties(type, super_properties);
}

}  // namespace detail

constinit Type property_type(
    "property", &object_type, sizeof(detail::PropertyObject),
    {.dealloc = detail::dealloc_native<detail::PropertyObject, property_type>,
     .traverse = detail::traverse_members<&detail::PropertyObject::getter, &detail::PropertyObject::setter,
                                          &detail::PropertyObject::deleter, &detail::PropertyObject::doc>,
     .clear = detail::clear_members<&detail::PropertyObject::getter, &detail::PropertyObject::setter,
                                    &detail::PropertyObject::deleter>,
     .descriptor_get = detail::property_get,
     .descriptor_set = detail::property_set,
     .construct = detail::property_construct,
     .init = detail::property_init},
    "builtins", /*python_may_derive=*/true);
constinit Type staticmethod_type(
    "staticmethod", &object_type, sizeof(detail::WrappedMethod),
    {.dealloc = detail::dealloc_native<detail::WrappedMethod, staticmethod_type>,
     .traverse = detail::traverse_members<&detail::WrappedMethod::function, &detail::WrappedMethod::attributes>,
     .clear = detail::clear_members<&detail::WrappedMethod::function, &detail::WrappedMethod::attributes>,
     .repr = detail::wrapped_repr,
     .call = detail::static_call,
     .get_attr = detail::wrapped_get_attr,
     .set_attr = detail::wrapped_set_attr,
     .descriptor_get = detail::static_get,
     .construct = detail::wrapped_construct<staticmethod_type>,
     .init = detail::wrapped_init<staticmethod_type>},
    "builtins", /*python_may_derive=*/true);
constinit Type classmethod_type(
    "classmethod", &object_type, sizeof(detail::WrappedMethod),
    {.dealloc = detail::dealloc_native<detail::WrappedMethod, classmethod_type>,
     .traverse = detail::traverse_members<&detail::WrappedMethod::function, &detail::WrappedMethod::attributes>,
     .clear = detail::clear_members<&detail::WrappedMethod::function, &detail::WrappedMethod::attributes>,
     .repr = detail::wrapped_repr,
     .get_attr = detail::wrapped_get_attr,
     .set_attr = detail::wrapped_set_attr,
     .descriptor_get = detail::class_get,
     .construct = detail::wrapped_construct<classmethod_type>,
     .init = detail::wrapped_init<classmethod_type>},
    "builtins", /*python_may_derive=*/true);
constinit Type super_type(
    "super", &object_type, sizeof(detail::SuperObject),
    {.dealloc = detail::dealloc_object<detail::SuperObject>,
     .traverse = detail::traverse_members<&detail::SuperObject::start_object, &detail::SuperObject::self,
                                          &detail::SuperObject::owner>,
     .repr = detail::super_repr,
     .get_attr = detail::super_get_attr,
     .descriptor_get = detail::super_descriptor_get,
     .construct = detail::super_construct});
constinit Type getset_type("getset_descriptor", &object_type, sizeof(GetSetObject),
                           {.dealloc = detail::dealloc_object<GetSetObject>,
                            .repr = detail::getset_repr,
                            .descriptor_get = detail::getset_get,
                            .descriptor_set = detail::getset_set});

namespace builtins {

Object property(Object const& getter, Object const& setter, Object const& deleter, Object const& doc) {
  Object made = detail::new_property(&property_type);
  Object const accessors[] = {getter, setter, deleter};
  Object text = doc;
  if (doc.is(None)) {
    Result<Object> found = detail::doc_of(getter);
    if (found)
      text = std::move(found).value();
    else
      take_error();
  }
  detail::property_of(made)->has_doc_of_getter = doc.is(None) && !text.is(None);
  detail::fill_property(made, accessors, std::move(text));
  return made;
}
Object staticmethod(Object const& function) { return detail::new_wrapped<staticmethod_type>(function); }
Object classmethod(Object const& function) { return detail::new_wrapped<classmethod_type>(function); }

Result<Object> super(Object const& type, Object const& object) {
  if (!is_instance(type, type_type))
    return detail::raise_format(type_error_type, "super() argument 1 must be a type, not {}", detail::type_name(type));
  Type* start = type.as<Type>();
  Object owner;
  bool const is_bound = object.bound() && !object.is(None);
  if (is_bound && is_instance(object, type_type) && is_subtype(object.as<Type>(), start))
    owner = object;
  else if (is_bound && is_instance(object, *start))
    owner = box(*type_of(object));
  else if (is_bound)
    return detail::raise_format(
        type_error_type, "super(type, obj): obj ({} {}) is not an instance or subtype of type ({}).",
        is_instance(object, type_type) ? "type" : "instance of",
        is_instance(object, type_type) ? object.as<Type>()->name : detail::type_name(object), start->name);
  auto made = new detail::SuperObject;
  made->type = &super_type;
  made->start = start;
  made->start_object = type;
  if (is_bound) made->self = object;
  made->owner = std::move(owner);
  return Object::adopt(made);
}

}  // namespace builtins
}  // namespace aiocc
