// The module abc.
#include "aiocc/stdlib/abc.hpp"

#include "../objects/core.hpp"
#include "aiocc/objects/builtins.hpp"

namespace aiocc::abc {
namespace {

constexpr char const* const no_methods[] = {nullptr};

constexpr AbstractBase abc_base{nullptr, no_methods, AbstractBase::Subscript::None, nullptr};

}  // namespace

constinit Type abc_type("ABC", &object_type, Slots{}, abc_base, "abc", &abc_meta_type);

Object const ABCMeta = box(abc_meta_type);

Result<Object> abstractmethod(Object const& function) {
  PASS(operators::set_attr(function, "__isabstractmethod__"_s, True));
  return function;
}

Result<Object> abstractclassmethod(Object const& function) {
  return builtins::classmethod(PASS(abstractmethod(function)));
}

Result<Object> abstractstaticmethod(Object const& function) {
  return builtins::staticmethod(PASS(abstractmethod(function)));
}

Result<Object> abstractproperty(Object const& getter, Object const& setter, Object const& deleter, Object const& doc) {
  if (!getter.is(None)) PASS(abstractmethod(getter));
  return builtins::property(getter, setter, deleter, doc);
}

Result<Object> update_abstractmethods(Object const& cls) {
  if (is_instance(cls, abc_meta_type)) PASS(aiocc::detail::find_abstract_methods(cls.as<Type>()));
  return cls;
}

Int get_cache_token() { return Int(aiocc::detail::registrations); }

}  // namespace aiocc::abc
