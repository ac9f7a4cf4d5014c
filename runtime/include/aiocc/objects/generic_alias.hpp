// Types with arguments, `list[int]`, and unions of types, `int | None`.
#pragma once

#include "aiocc/objects/str.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

/// What is special about an alias's text and substitution. `Unpacked` is `*tuple[int]`.
enum class AliasKind : std::uint8_t { Plain, Callable, Literal, Annotated, Union, Unpacked };

/// `list[int]` (of generic_alias_type) and `typing.List[int]` (of typing_alias_type).
struct AliasObject : HeapObject {
  AliasObject(Type* alias_type, Object alias_origin, Object alias_args, AliasKind alias_kind = AliasKind::Plain)
      : HeapObject(alias_type), kind(alias_kind), origin(std::move(alias_origin)), args(std::move(alias_args)) {}

  AliasKind kind;
  /// "typing.List"; null where the origin's own name is meant.
  char const* name = nullptr;
  /// The class; for `Union` and `Literal` the form itself.
  Object origin;
  /// A tuple; of a callable its parameters and its result in one row.
  Object args;
  /// A tuple of what follows the type in `Annotated`; else unbound.
  Object metadata;
};
extern Type generic_alias_type, typing_alias_type;

/// `int | str`: the types in a tuple, each once.
struct UnionObject : HeapObject {
  explicit UnionObject(Object union_args);
  Object args;
};
extern Type union_type;

inline bool is_alias(Object const& object) noexcept {
  return object.is_heap() && (object.heap()->type == &generic_alias_type || object.heap()->type == &typing_alias_type);
}

namespace detail {
/// `cls[key]`, or the TypeError that `cls` isn't subscriptable.
Result<Object> class_item(Object const& cls, Object const& key);
/// `left | right` of types; NotImplemented where one isn't a type.
Result<Object> type_or(Object const& left, Object const& right);
/// A type as it stands in an alias's repr: "int", "__main__.Box", "~T".
Result<std::string> type_text(Object const& type);
/// The class that a base like `Box[int]` stands for; unbound if it's no alias.
Object aliased_class(Object const& base) noexcept;
/// The words of `key`, which is the subscript: of a tuple its items, else itself.
std::span<Object const> subscripts(Object const& key) noexcept;
/// Type variables in the arguments, each once, in a tuple.
Object type_parameters(Object const& args);
/// `args` with each type equal to an earlier one left out.
Result<Object> without_duplicates(std::span<Object const> args);
/// `[int], str` of `Callable[[int], str]` in a row.
Result<Object> callable_arguments(std::span<Object const> items, bool is_typing);
}  // namespace detail

}  // namespace aiocc
