// What typing's names are as values: forms such as `typing.Optional` and `typing.List`, and forward references.
#pragma once

#include "aiocc/objects/generic_alias.hpp"

namespace aiocc {

/// A name of typing's that is subscripted; constants of the runtime.
struct FormObject : HeapObject {
  using Item = Result<Object> (*)(FormObject* form, Object const& key);
  /// `form_class` stands behind forms like `List`; `parameters` is how many arguments those take, -1 for any number.
  constexpr FormObject(char const* form_name, Item form_item, Type* form_class = nullptr, int form_parameters = -1);

  /// "typing.List".
  char const* name;
  /// Null where the form can't be subscripted.
  Item item;
  Type* cls;
  int parameters;
};
extern Type special_form_type;

constexpr FormObject::FormObject(char const* form_name, Item form_item, Type* form_class, int form_parameters)
    : HeapObject(&special_form_type, immortal_references),
      name(form_name),
      item(form_item),
      cls(form_class),
      parameters(form_parameters) {}

/// `ForwardRef("Branch")`: what typing makes of a string.
struct ForwardRefObject : HeapObject {
  /// `module_name` tells where the text's names are looked up; None without one.
  explicit ForwardRefObject(Object type_text, Object module_name = None);
  Object text, module;
};
extern Type forward_ref_type;

/// `typing.Any` and `typing.Union`.
extern FormObject any_form, union_form;

inline bool is_form(Object const& object) noexcept {
  return object.is_heap() && object.heap()->type == &special_form_type;
}

namespace detail {
/// What typing makes of an argument: None is its type, a string a forward reference.
Object typing_argument(Object const& type);
/// A row of them as a tuple.
Object typing_arguments(std::span<Object const> types);
/// `typing.Union[types...]`: flat, each type once; a single one is itself.
Result<Object> typing_union(std::span<Object const> types);
/// `left | right` of what typing has.
Result<Object> typing_or(Object const& left, Object const& right);
}  // namespace detail

}  // namespace aiocc
