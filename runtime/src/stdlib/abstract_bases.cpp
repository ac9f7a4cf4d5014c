// Abstract base classes: which classes count as derived, and which may have instances.
#include "abstract_bases.hpp"

#include <algorithm>
#include <set>

#include "../objects/core.hpp"

namespace aiocc::detail {

bool has_method(Type* cls, char const* name) noexcept {
  // Every class inherits a hash that says that there's none.
  if (std::string_view(name) == "__hash__") {
    ensure_ready(cls);
    Object const* found = find_in_mro(cls, "__hash__"_s);
    return cls->slots.hash && cls->slots.hash != hash_not_implemented && found && !found->is(None);
  }
  Object const* found = find_in_mro(cls, Str::intern(name));
  return found && !found->is(None);
}

namespace {

bool has_name(char const* const* names, char const* wanted) noexcept {
  for (; *names; ++names)
    if (std::string_view(*names) == wanted) return true;
  return false;
}

}  // namespace

Result<bool> accepts_structure(Type* base, Type* cls) {
  auto const& wanted = *static_cast<CollectionBase const*>(base->abstract);
  for (Type* const* each = wanted.registered; each && *each; ++each)
    if (is_subtype(cls, *each)) return true;
  if (!wanted.structure) return false;
  bool const is_promise = cls->abstract && cls->abstract->accepts == accepts_structure;
  for (char const* const* name = wanted.structure; *name; ++name)
    if (is_promise ? !has_name(static_cast<CollectionBase const*>(cls->abstract)->promised, *name) : !has_method(cls, *name)) return false;
  return true;
}

Result<Object> construct_abstract(Type* type, Object const*, std::size_t count, KeywordNames const*) {
  std::set<std::string> missing;
  for (Type* base : type->mro)
    for (char const* const* name = base->abstract ? base->abstract->methods : nullptr; name && *name; ++name)
      if (!find_in_mro(type, Str::intern(*name))) missing.insert(*name);
  if (!missing.empty()) {
    std::string names;
    for (std::string const& name : missing) names += fmt::format("{}'{}'", names.empty() ? "" : ", ", name);
    return raise_format(type_error_type, "Can't instantiate abstract class {} without an implementation for abstract method{} {}",
                        type->name, missing.size() > 1 ? "s" : "", names);
  }
  if (!type->is_user_class) return raise_format(not_implemented_error_type, "aiocc can't make instances of '{}'", type->name);
  if (count != 0 && !has_init(type)) return raise_format(type_error_type, "{}() takes no arguments", type->name);
  return Object::adopt(allocate_instance(type));
}

}  // namespace aiocc::detail
