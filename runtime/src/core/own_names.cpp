// Names that a program gives generators and coroutines.
#include "aiocc/core/own_names.hpp"

#include <unordered_map>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::detail {
namespace {

struct Names {
  Object plain;
  Object qualified;
  Object& of(OwnName which) noexcept { return which == OwnName::Plain ? plain : qualified; }
};

std::unordered_map<HeapObject const*, Names>& table() {
  static auto& names = *new std::unordered_map<HeapObject const*, Names>;
  return names;
}

}  // namespace

Object own_name(HeapObject const* named, OwnName which) {
  return named->flags & object_named ? table()[named].of(which) : Object();
}

Result<void> set_own_name(HeapObject* named, OwnName which, Object const& name) {
  if (!is_instance(name, str_type)) {
    char const* const attribute = which == OwnName::Plain ? "__name__" : "__qualname__";
    return raise_error(type_error_type, std::string(attribute) + " must be set to a string object");
  }
  named->flags |= object_named;
  table()[named].of(which) = name;
  return {};
}

void forget_own_names(HeapObject const* named) noexcept { table().erase(named); }

}  // namespace aiocc::detail
