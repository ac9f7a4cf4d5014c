// The types of NotImplemented and Ellipsis.
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

namespace {

Result<Object> repr_not_implemented(Object const&) { return "NotImplemented"_s; }
Result<Object> repr_ellipsis(Object const&) { return "Ellipsis"_s; }

/// An error only from CPython 3.14 on.
Result<bool> truth_not_implemented(Object const&) {
  PASS(warn(deprecation_warning_type, "NotImplemented should not be used in a boolean context"));
  return true;
}

}  // namespace

constinit Type not_implemented_type("NotImplementedType", &object_type, sizeof(HeapObject),
                                    Slots{.repr = repr_not_implemented, .truth = truth_not_implemented});
constinit Type ellipsis_type("ellipsis", &object_type, sizeof(HeapObject), Slots{.repr = repr_ellipsis});

}  // namespace aiocc
