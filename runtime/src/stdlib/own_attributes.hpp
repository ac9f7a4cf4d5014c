// Attributes that a program may store into callables which aren't functions: partials, caches.
#pragma once

#include "../objects/core.hpp"

namespace aiocc::detail {

/// The head of their layouts.
struct WithAttributes : HeapObject {
  explicit WithAttributes(Type* object_type) : HeapObject(object_type) {}
  /// A dict, or unbound while nobody has stored any.
  Object attributes;

  DictObject* attribute_dict() {
    if (!attributes.bound()) attributes = Object::adopt(make_dict_object());
    return as_dict(attributes);
  }
};

/// `get_attr` and `set_attr` slots. Instances of derived classes have a dict, or slots, as other objects.
inline Result<Object> get_own_attribute(Object const& self, Str const& name) {
  if (type_of(self)->is_user_class) return generic_get_attr(self, name);
  auto object = self.as<WithAttributes>();
  if (name.equals("__dict__")) return Object::share(object->attribute_dict());
  Object own = object->attributes.bound() ? dict_value(as_dict(object->attributes), name) : Object();
  if (own.bound()) return own;
  return generic_get_attr(self, name);
}

inline Result<void> set_own_attribute(Object const& self, Str const& name, Object const* value) {
  if (type_of(self)->is_user_class) return generic_set_attr(self, name, value);
  auto object = self.as<WithAttributes>();
  // What the class declares can't be hidden.
  if (find_in_mro(type_of(self), name)) return generic_set_attr(self, name, value);
  if (value)
    dict_set_str(object->attribute_dict(), Str::intern(name), *value);
  else if (!object->attributes.bound() || !dict_delete_str(as_dict(object->attributes), name))
    return raise_no_attribute(self, name);
  return {};
}

}  // namespace aiocc::detail
