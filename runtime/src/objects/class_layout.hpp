// Where the instances of a new class keep what: the base whose layout it extends, its slots, its dict.
#pragma once

#include <vector>

#include "core.hpp"

namespace aiocc::detail {

/// `__slots__` as a class body gave it.
struct DeclaredSlots {
  bool given = false;
  /// Mangled and sorted; without those two.
  std::vector<Str> names;
  bool dict = false;
  bool weak_references = false;
};

/// Reads `__slots__` out of the class's dict; TypeErrors of CPython (type_new_slots).
Result<DeclaredSlots> declared_slots(Type* type);

/// The base whose layout a class extends; TypeError where the bases' layouts exclude each other (CPython: best_base).
Result<Type*> best_base(std::vector<Type*> const& bases);

/// Lays out the instances of `type`, whose `base` and `bases` are set. `spec` is what the compiler has laid out, or null.
Result<void> lay_out(Type* type, DeclaredSlots const& slots, ClassSpec const* spec);

}  // namespace aiocc::detail
