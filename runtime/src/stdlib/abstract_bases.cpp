// Abstract base classes: which classes count as derived, and which may have instances.
#include "abstract_bases.hpp"

#include <string_view>

#include "../objects/core.hpp"
#include "../objects/sequence.hpp"

namespace aiocc::detail {

bool has_method(Type* cls, char const* name) noexcept {
  // Every class inherits a hash that says that there's none.
  if (std::string_view(name) == "__hash__") {
    ensure_ready(cls);
    Object const* found = find_in_mro(cls, "__hash__"_s);
    return cls->slots.hash && cls->slots.hash != hash_not_implemented && cls->slots.hash != unhashable && found &&
           !found->is(None);
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
  for (Type* each : wanted.registered)
    if (each && is_subtype(cls, each)) return true;
  if (!wanted.structure) return false;
  bool const is_promise = cls->abstract && cls->abstract->accepts == accepts_structure;
  for (char const* const* name = wanted.structure; *name; ++name)
    if (is_promise ? !has_name(static_cast<CollectionBase const*>(cls->abstract)->promised, *name)
                   : !has_method(cls, *name))
      return false;
  return true;
}

void set_bases(Type* type, std::initializer_list<Type*> bases) {
  for (Type* base : type->bases) std::erase(base->subclasses, type);
  type->bases = bases;
  for (Type* base : bases) {
    ensure_ready(base);
    base->subclasses.push_back(type);
  }
  if (!compute_mro(type)) take_error();
}

}  // namespace aiocc::detail
