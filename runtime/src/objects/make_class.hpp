// Making classes: what `class` statements, `type(...)` and the metaclasses of the runtime share.
#pragma once

#include "core.hpp"

namespace aiocc::detail {

/// The arguments of `type.__new__`.
struct NewClass {
  Type* metaclass;
  Str name;
  /// A tuple.
  Object bases;
  /// The attributes; the class gets a copy.
  Object attributes;
  /// What goes on to `__init_subclass__`.
  Object const* keyword_values = nullptr;
  KeywordNames const* keywords = nullptr;
};

/// `type.__new__` without its argument checks.
Result<Object> new_class(NewClass const& made);
/// The construct slot of `type`: `type.__new__`.
Result<void> check_class_name(Str const& name);
Result<Object> construct_class(Type* metaclass, Object const* args, std::size_t count, KeywordNames const* names);
/// The metaclass that's derived from `metaclass` and those of all bases, a tuple of classes; TypeError where there is none.
Result<Type*> most_derived_metaclass(Type* metaclass, Object const& bases);
/// What the compiler knows of the class whose body filled `attributes`; null for others.
ClassSpec const* spec_of(Object const& attributes) noexcept;
/// Another class by the same `class` statement: `metaclass(name, bases, attributes)`.
Result<Object> make_again(Type* cls, Object const& attributes);

}  // namespace aiocc::detail
