// Protocol classes (typing._ProtocolMeta, _proto_hook and _get_protocol_attrs in Lib/typing.py say who counts as an instance).
#include "protocols.hpp"

#include <algorithm>
#include <string_view>

#include "../objects/core.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/reductions.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/stdlib/typing.hpp"

namespace aiocc::detail {
namespace {

constexpr std::string_view not_members[] = {
    "__abstractmethods__",
    "__annotations__",
    "__class_getitem__",
    "__dict__",
    "__doc__",
    "__firstlineno__",
    "__init__",
    "__match_args__",
    "__module__",
    "__new__",
    "__non_callable_proto_members__",
    "__orig_bases__",
    "__orig_class__",
    "__parameters__",
    "__protocol_attrs__",
    "__slots__",
    "__static_attributes__",
    "__subclasshook__",
    "__type_params__",
    "__weakref__",
    "_is_protocol",
    "_is_runtime_protocol",
};

Result<void> add_members(SetObject* members, Object const& names) {
  Iteration loop = PASS(iterate(names));
  Object name;
  while (PASS(loop.next(name))) {
    if (!is_instance(name, str_type)) continue;
    std::string const text = word_cast<Str>(name).utf8();
    bool const is_member = std::find(std::begin(not_members), std::end(not_members), text) == std::end(not_members);
    if (is_member && !text.starts_with("_abc_")) PASS(members->add(name));
  }
  return {};
}

/// Names that the class kept in its own attribute `place`; an empty set where there are none.
Object names_in(Type* type, Str const& place) {
  Object const* names = find_in_mro(type, place);
  return names ? *names : Object::adopt(make_set_object(&frozenset_type));
}

bool has_annotation(Type* type, Object const& name) {
  Object const annotations = dict_value(type->dict, "__annotations__"_s);
  return annotations.bound() && is_instance(annotations, dict_type) &&
         dict_get_str(as_dict(annotations), word_cast<Str>(name));
}

/// A member that is None says that the class doesn't have it.
Result<bool> has_member(Type* cls, Object const& name) {
  for (Type* each : cls->mro) {
    if (Object const* found = dict_get_str(each->dict, word_cast<Str>(name))) return !found->is(None);
    if (is_protocol(cls) && has_annotation(each, name)) return true;
  }
  return false;
}

Result<bool> has_all_members(Type* protocol, Type* cls) {
  Iteration loop = PASS(iterate(names_in(protocol, "__protocol_attrs__"_s)));
  Object name;
  while (PASS(loop.next(name)))
    if (!PASS(has_member(cls, name))) return false;
  return true;
}

Result<void> check_runtime_protocol(Type* protocol) {
  Object const* mark = find_in_mro(protocol, "_is_runtime_protocol"_s);
  if (mark && PASS(operators::truth(*mark))) return {};
  return raise_error(type_error_type, "Instance and class checks can only be used with @runtime_checkable protocols");
}

/// The static look-up of `inspect.getattr_static`; an unbound object where there's nothing.
Result<Object> static_member(Object const& object, Str const& name) {
  if (Object const* found = find_in_mro(type_of(object), name)) return *found;
  Object own;
  if (object.is_heap()) PASS(generic_find_attr(object, name, own));
  return own.bound() ? own : NotImplemented;
}

}  // namespace

bool is_protocol(Type* type) noexcept {
  return type->is_user_class &&
         std::find(type->bases.begin(), type->bases.end(), &typing::protocol_type) != type->bases.end();
}

namespace {

/// Classes of the library's that protocols may derive from (typing: `_PROTO_ALLOWLIST`).
Result<bool> may_be_base_of_protocol(Type* type) {
  constexpr std::string_view abstract[] = {"Callable",      "Awaitable",     "Iterable",   "Iterator",
                                           "AsyncIterable", "AsyncIterator", "Hashable",   "Sized",
                                           "Container",     "Collection",    "Reversible", "Buffer"};
  constexpr std::string_view managers[] = {"AbstractContextManager", "AbstractAsyncContextManager"};
  auto const has = [&](auto const& names) { return std::ranges::find(names, plain_name(type)) != std::end(names); };
  std::string const module = PASS(operators::str(PASS(operators::get_attr(box(*type), "__module__"_s)))).utf8();
  return (module == "collections.abc" && has(abstract)) || (module == "contextlib" && has(managers));
}

}  // namespace

Result<void> check_protocol_bases(Type* type) {
  for (Type* base : type->bases) {
    bool const is_allowed = base == &object_type || base == &typing::generic_type || base == &typing::protocol_type ||
                            is_protocol(base) || PASS(may_be_base_of_protocol(base));
    if (!is_allowed)
      return raise_format(type_error_type, "Protocols can only inherit from other protocols, got {}",
                          PASS(operators::repr(box(*base))).utf8());
  }
  return {};
}

Result<void> note_protocol_members(Type* type) {
  Object const members = Object::adopt(make_set_object(&set_type));
  for (Type* each : type->mro) {
    if (each == &object_type || each == &typing::protocol_type || each == &typing::generic_type) continue;
    PASS(add_members(members.as<SetObject>(), Object::share(each->dict)));
    Object const annotations = dict_value(each->dict, "__annotations__"_s);
    if (annotations.bound() && is_instance(annotations, dict_type))
      PASS(add_members(members.as<SetObject>(), annotations));
  }
  return operators::set_attr(box(*type), "__protocol_attrs__"_s, members);
}

Result<bool> accepts_protocol(Type* protocol, Type* cls) {
  PASS(check_runtime_protocol(protocol));
  Object const others = names_in(protocol, "__non_callable_proto_members__"_s);
  if (PASS(operators::truth(others))) {
    std::string names;
    Object const sorted = PASS(sorted_list(others, None, false));
    Iteration loop = PASS(iterate(sorted));
    Object name;
    while (PASS(loop.next(name)))
      names += fmt::format("{}{}", names.empty() ? "" : ", ", PASS(operators::repr(name)).utf8());
    return raise_format(type_error_type,
                        "Protocols with non-method members don't support issubclass(). Non-method members: {}.", names);
  }
  return has_all_members(protocol, cls);
}

Result<bool> has_protocol_members(Type* protocol, Object const& object) {
  PASS(check_runtime_protocol(protocol));
  Object const others = names_in(protocol, "__non_callable_proto_members__"_s);
  Iteration loop = PASS(iterate(names_in(protocol, "__protocol_attrs__"_s)));
  Object name;
  while (PASS(loop.next(name))) {
    Object const value = PASS(static_member(object, word_cast<Str>(name)));
    if (value.is(NotImplemented)) return false;
    if (value.is(None) && !PASS(operators::contains(others, name))) return false;
  }
  return true;
}

}  // namespace aiocc::detail
