// Dataclasses whose `__init__` the compiler has made.
#include "aiocc/objects/dataclass.hpp"

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

Object factory_marker;

namespace {

/// Hands the initializer to the module dataclasses, then the class to the decorator.
Result<Object> decorate(Object const& decorator, Object const& cls, Object const& initializer, Str const& shape) {
  if (initializer.bound()) {
    Object const module = PASS(operators::get_item(detail::module_registry(), "dataclasses"_s));
    factory_marker = PASS(operators::get_attr(module, "_HAS_DEFAULT_FACTORY"_s));
    Object const compiled = PASS(operators::get_attr(module, "_compiled"_s));
    PASS(operators::set_item(compiled, cls, pack_tuple(initializer, shape)));
  }
  return call(decorator, cls);
}

}  // namespace

Result<Object> decorate_dataclass(Object const& decorator, Object const& cls, Object const& initializer,
                                  Str const& shape) {
  Object decorated = PASS(decorate(decorator, cls, initializer, shape));
  if (!decorated.is(cls))
    return raise_error(system_error_type, "dataclass() returned something other than the class it was given");
  return decorated;
}

Result<Object> decorate_slotted_dataclass(Object const& decorator, Type*& class_object, Object const& initializer,
                                          Str const& shape) {
  Object decorated = PASS(decorate(decorator, box(*class_object), initializer, shape));
  if (!is_instance(decorated, type_type) || decorated.as<Type>()->spec != class_object->spec)
    return raise_error(system_error_type, "dataclass() returned something other than the class with slots");
  class_object = decorated.as<Type>();
  return decorated;
}

}  // namespace aiocc
