// What the abstract base classes of collections.abc and typing have in common.
#pragma once

#include <initializer_list>
#include <span>

#include "aiocc/objects/type.hpp"

namespace aiocc::detail {

/// A class of collections.abc. Lists of names end with a null.
struct CollectionBase : AbstractBase {
  /// Whoever has all of these methods counts as derived; null where only the classes in `registered` do.
  char const* const* structure;
  /// All methods that the class promises: a class that promises more counts as derived from it.
  char const* const* promised;
  /// Built-in classes that count as derived; null are those that the program doesn't use.
  std::span<Type* const> registered;
};

/// The type of a class's `__dict__`, a mapping.
extern Type mapping_proxy_type;

/// Whether instances of `cls` have the method: it's there, and not None.
bool has_method(Type* cls, char const* name) noexcept;
Result<bool> accepts_structure(Type* base, Type* cls);
/// Gives `type`, which is being made ready, several bases: a constant can name just one.
void set_bases(Type* type, std::initializer_list<Type*> bases);

}  // namespace aiocc::detail
