// The types of NotImplemented and Ellipsis.
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

namespace {

Result<Object> repr_not_implemented(Object const&) { return "NotImplemented"_s; }
Result<Object> repr_ellipsis(Object const&) { return "Ellipsis"_s; }

/// An error only from CPython 3.14 on; the DeprecationWarning of 3.13 isn't shown by default.
Result<bool> truth_not_implemented(Object const&) { return true; }

}  // namespace

constinit Type not_implemented_type("NotImplementedType", &object_type, sizeof(HeapObject),
                                    Slots{.repr = repr_not_implemented, .truth = truth_not_implemented});
constinit Type ellipsis_type("ellipsis", &object_type, sizeof(HeapObject), Slots{.repr = repr_ellipsis});

}  // namespace aiocc
