// The type of None.
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/str.hpp"
#include "constructor_arguments.hpp"

namespace aiocc {

namespace {

Result<Object> repr_none(Object const&) { return "None"_s; }
Result<bool> truth_none(Object const&) { return false; }
/// As CPython's, which doesn't depend on the address.
Result<std::int64_t> hash_none(Object const&) { return 0xFCA86420; }

Result<Object> construct_none(Type*, Object const*, std::size_t count, KeywordNames const*) {
  if (count > 0) return raise_error(type_error_type, "NoneType takes no arguments");
  return None;
}

constexpr Slots none_slots() {
  return Slots{.repr = repr_none, .hash = hash_none, .truth = truth_none, .construct = construct_none};
}

}  // namespace

constinit Type none_type("NoneType", &object_type, sizeof(HeapObject), none_slots());

}  // namespace aiocc
