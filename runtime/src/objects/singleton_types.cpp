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

/// The class called: there's just the one.
template <auto const& only>
Result<Object> construct_only(Type* type, Object const*, std::size_t count, KeywordNames const*) {
  if (count > 0)
    return raise_error(type_error_type,
                       std::string(type == &ellipsis_type ? "EllipsisType" : type->name) + " takes no arguments");
  return only;
}

}  // namespace

constinit Type not_implemented_type("NotImplementedType", &object_type, sizeof(HeapObject),
                                    Slots{.repr = repr_not_implemented,
                                          .truth = truth_not_implemented,
                                          .construct = construct_only<NotImplemented>});
constinit Type ellipsis_type("ellipsis", &object_type, sizeof(HeapObject),
                             Slots{.repr = repr_ellipsis, .construct = construct_only<Ellipsis>});

}  // namespace aiocc
