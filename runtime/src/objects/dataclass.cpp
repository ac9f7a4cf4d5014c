// Dataclasses whose `__init__` the compiler has made.
#include "aiocc/objects/dataclass.hpp"

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

Object factory_marker;

Result<Object> decorate_dataclass(Object const& decorator, Object const& cls, Object const& initializer,
                                  Str const& shape) {
  if (initializer.bound()) {
    Object const module = PASS(operators::get_item(detail::module_registry(), "dataclasses"_s));
    factory_marker = PASS(operators::get_attr(module, "_HAS_DEFAULT_FACTORY"_s));
    Object const compiled = PASS(operators::get_attr(module, "_compiled"_s));
    PASS(operators::set_item(compiled, cls, pack_tuple(initializer, shape)));
  }
  Object decorated = PASS(call(decorator, cls));
  if (!decorated.is(cls))
    return raise_error(system_error_type, "dataclass() returned something other than the class it was given");
  return decorated;
}

}  // namespace aiocc
