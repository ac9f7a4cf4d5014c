// property, staticmethod, classmethod, super, and the descriptors of built-in attributes.
#include <algorithm>

#include "aiocc/objects/builtins.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {
namespace {

// property

struct PropertyObject : HeapObject {
  Object getter;
  Object setter;
  Object deleter;
  Object doc;
  /// The name under which a class body bound it.
  Object name;
};

PropertyObject* property_of(Object const& self) noexcept { return self.as<PropertyObject>(); }

Object new_property(Object getter, Object setter, Object deleter, Object doc, Object name) {
  auto property = new PropertyObject;
  property->type = &property_type;
  property->getter = std::move(getter);
  property->setter = std::move(setter);
  property->deleter = std::move(deleter);
  property->doc = std::move(doc);
  property->name = std::move(name);
  return Object::adopt(property);
}

/// "property 'x' of 'C' object has no setter".
Raised raise_no_accessor(PropertyObject* property, Object const& instance, char const* what) {
  std::string name =
      is_instance(property->name, str_type) ? fmt::format(" {}", repr_str(word_cast<Str>(property->name)).utf8()) : "";
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

Result<Object> property_construct(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  static char const* const parameters[] = {"fget", "fset", "fdel", "doc"};
  std::size_t positional = count - (names ? names->names.size() : 0);
  if (positional > 4) return raise_format(type_error_type, "property() takes at most 4 arguments ({} given)", count);
  Object values[4];
  for (std::size_t i = 0; i < positional; ++i) values[i] = args[i];
  for (std::size_t i = positional; i < count; ++i) {
    Str const& name = names->names[i - positional];
    auto place =
        std::find_if(std::begin(parameters), std::end(parameters), [&](char const* text) { return name.equals(text); });
    if (place == std::end(parameters))
      return raise_format(type_error_type, "property() got an unexpected keyword argument '{}'", name.utf8());
    values[place - std::begin(parameters)] = args[i];
  }
  for (Object& value : values)
    if (!value.bound()) value = None;
  return builtins::property(values[0], values[1], values[2], values[3]);
}

template <Object PropertyObject::* accessor>
Result<Object> property_with(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  PropertyObject* old = property_of(args[0]);
  Object made = new_property(old->getter, old->setter, old->deleter, old->doc, old->name);
  property_of(made)->*accessor = args[1];
  return made;
}

Result<Object> property_set_name(FunctionObject* self, Object const* args, std::size_t count,
                                 KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 2, 2));
  property_of(args[0])->name = args[2];
  return None;
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
     .get = [](Object const& self) -> Result<Object> { return property_of(self)->getter; }},
    {.name = "fset",
     .kind = MemberKind::Property,
     .get = [](Object const& self) -> Result<Object> { return property_of(self)->setter; }},
    {.name = "fdel",
     .kind = MemberKind::Property,
     .get = [](Object const& self) -> Result<Object> { return property_of(self)->deleter; }},
    {.name = "__doc__",
     .kind = MemberKind::Property,
     .get = [](Object const& self) -> Result<Object> { return property_of(self)->doc; }},
};

// staticmethod and classmethod

struct WrappedMethod : HeapObject {
  Object function;
};

WrappedMethod* wrapped_of(Object const& self) noexcept { return self.as<WrappedMethod>(); }

Object new_wrapped(Type& type, Object const& function) {
  auto wrapped = new WrappedMethod;
  wrapped->type = &type;
  wrapped->function = function;
  return Object::adopt(wrapped);
}

Result<Object> static_get(Object const& self, Object const&, Type*) { return wrapped_of(self)->function; }
Result<Object> static_call(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  return call_array(Object(wrapped_of(self)->function), args, count, names);
}
Result<Object> class_get(Object const& self, Object const&, Type* owner) {
  return make_bound_method(wrapped_of(self)->function, box(*owner));
}
Result<Object> wrapped_repr(Object const& self) {
  Str function = PASS(operators::repr(wrapped_of(self)->function));
  return Str::from_utf8(fmt::format("<{}({})>", type_name(self), function.utf8()));
}
Result<Object> wrapped_get_attr(Object const& self, Str const& name) {
  Object value;
  if (PASS(generic_find_attr(self, name, value))) return value;
  return operators::get_attr(wrapped_of(self)->function, name);
}
template <Type& type>
Result<Object> wrapped_construct(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names) return raise_format(type_error_type, "{}() takes no keyword arguments", type.name);
  if (count != 1) return raise_format(type_error_type, "{} expected 1 argument, got {}", type.name, count);
  return new_wrapped(type, args[0]);
}
Result<Object> get_wrapped(Object const& self) { return wrapped_of(self)->function; }
constexpr Member wrapped_properties[] = {
    {.name = "__func__", .kind = MemberKind::Property, .get = get_wrapped},
    {.name = "__wrapped__", .kind = MemberKind::Property, .get = get_wrapped},
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

Result<Object> super_get_attr(Object const& self, Str const& name) {
  SuperObject* super = super_of(self);
  Type* owner = super->owner.as<Type>();
  auto place = std::find(owner->mro.begin(), owner->mro.end(), super->start);
  if (place != owner->mro.end() && !name.equals("__class__")) {
    for (++place; place != owner->mro.end(); ++place) {
      ensure_ready(*place);
      Object value = dict_value((*place)->dict, name);
      if (!value.bound()) continue;
      if (!value.is_heap()) return value;
      auto get = ready_type(value)->slots.descriptor_get;
      if (!get) return value;
      // Of a class, plain functions stay unbound.
      return get(value, super->self.is(super->owner) ? Object() : super->self, owner);
    }
  }
  return generic_get_attr(self, name);
}

Result<Object> super_repr(Object const& self) {
  SuperObject* super = super_of(self);
  return Str::from_utf8(
      fmt::format("<super: <class '{}'>, <{} object>>", super->start->name, super->owner.as<Type>()->name));
}

Result<Object> super_construct(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names) return raise_error(type_error_type, "super() takes no keyword arguments");
  if (count == 0) return raise_error(runtime_error_type, "super(): no arguments");
  if (count > 2) return raise_format(type_error_type, "super() expected at most 2 arguments, got {}", count);
  return builtins::super(args[0], count > 1 ? args[1] : Object());
}

// Attributes of built-in types

GetSetObject* getset_of(Object const& self) noexcept { return self.as<GetSetObject>(); }

Result<Object> getset_get(Object const& self, Object const& instance, Type*) {
  if (!instance.bound()) return self;
  GetSetObject* getset = getset_of(self);
  if (!is_instance(instance, *getset->owner))
    return raise_format(type_error_type, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                        getset->member->name, getset->owner->name, type_name(instance));
  return getset->member->get(instance);
}
Result<void> getset_set(Object const& self, Object const& instance, Object const* value) {
  GetSetObject* getset = getset_of(self);
  if (!getset->member->set || !value)
    return raise_format(attribute_error_type, "attribute '{}' of '{}' objects is not writable", getset->member->name,
                        getset->owner->name);
  return getset->member->set(instance, *value);
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
}

}  // namespace detail

constinit Type property_type("property", &object_type, sizeof(detail::PropertyObject),
                             {.dealloc = detail::dealloc_object<detail::PropertyObject>,
                              .traverse = detail::traverse_members<&detail::PropertyObject::getter, &detail::PropertyObject::setter,
                                                                   &detail::PropertyObject::deleter, &detail::PropertyObject::doc>,
                              .clear = detail::clear_members<&detail::PropertyObject::getter, &detail::PropertyObject::setter,
                                                             &detail::PropertyObject::deleter>,
                              .descriptor_get = detail::property_get,
                              .descriptor_set = detail::property_set,
                              .construct = detail::property_construct});
constinit Type staticmethod_type("staticmethod", &object_type, sizeof(detail::WrappedMethod),
                                 {.dealloc = detail::dealloc_object<detail::WrappedMethod>,
                                  .traverse = detail::traverse_members<&detail::WrappedMethod::function>,
                                  .clear = detail::clear_members<&detail::WrappedMethod::function>,
                                  .repr = detail::wrapped_repr,
                                  .call = detail::static_call,
                                  .get_attr = detail::wrapped_get_attr,
                                  .descriptor_get = detail::static_get,
                                  .construct = detail::wrapped_construct<staticmethod_type>});
constinit Type classmethod_type("classmethod", &object_type, sizeof(detail::WrappedMethod),
                                {.dealloc = detail::dealloc_object<detail::WrappedMethod>,
                                  .traverse = detail::traverse_members<&detail::WrappedMethod::function>,
                                  .clear = detail::clear_members<&detail::WrappedMethod::function>,
                                 .repr = detail::wrapped_repr,
                                 .get_attr = detail::wrapped_get_attr,
                                 .descriptor_get = detail::class_get,
                                 .construct = detail::wrapped_construct<classmethod_type>});
constinit Type super_type("super", &object_type, sizeof(detail::SuperObject),
                          {.dealloc = detail::dealloc_object<detail::SuperObject>,
                           .traverse = detail::traverse_members<&detail::SuperObject::start_object, &detail::SuperObject::self,
                                                                &detail::SuperObject::owner>,
                           .repr = detail::super_repr,
                           .get_attr = detail::super_get_attr,
                           .construct = detail::super_construct});
constinit Type getset_type("getset_descriptor", &object_type, sizeof(GetSetObject),
                           {.dealloc = detail::dealloc_object<GetSetObject>,
                            .repr = detail::getset_repr,
                            .descriptor_get = detail::getset_get,
                            .descriptor_set = detail::getset_set});

namespace builtins {

Object property(Object const& getter, Object const& setter, Object const& deleter, Object const& doc) {
  Object text = doc;
  if (doc.is(None) && is_instance(getter, function_type)) {
    Result<Object> found = operators::get_attr(getter, "__doc__"_s);
    if (found)
      text = std::move(found).value();
    else
      take_error();
  }
  return detail::new_property(getter, setter, deleter, text, Object());
}
Object staticmethod(Object const& function) { return detail::new_wrapped(staticmethod_type, function); }
Object classmethod(Object const& function) { return detail::new_wrapped(classmethod_type, function); }

Result<Object> super(Object const& type, Object const& object) {
  if (!is_instance(type, type_type))
    return detail::raise_format(type_error_type, "super() argument 1 must be a type, not {}", detail::type_name(type));
  if (!object.bound() || object.is(None))
    return raise_error(not_implemented_error_type, "aiocc doesn't support unbound super objects");
  Type* start = type.as<Type>();
  Object owner;
  if (is_instance(object, type_type) && is_subtype(object.as<Type>(), start))
    owner = object;
  else if (is_instance(object, *start))
    owner = box(*type_of(object));
  else
    return raise_error(type_error_type, "super(type, obj): obj must be an instance or subtype of type");
  auto made = new detail::SuperObject;
  made->type = &super_type;
  made->start = start;
  made->start_object = type;
  made->self = object;
  made->owner = std::move(owner);
  return Object::adopt(made);
}

}  // namespace builtins
}  // namespace aiocc
