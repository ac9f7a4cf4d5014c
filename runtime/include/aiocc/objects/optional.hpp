// A value that may be None.
#pragma once

#include "aiocc/objects/convert.hpp"

namespace aiocc {

/// None or a T, as one word. Reading it as a T is a `word_cast` where the compiler has seen that it isn't None.
template <Word T>
class AIOCC_TRIVIAL_ABI Optional : public Object {
 public:
  constexpr Optional() noexcept = default;
  Optional(T value) noexcept { static_cast<Object&>(*this) = std::move(value); }
  static bool accepts(Object const& value) noexcept { return value.is(None) || holds<T>(value); }
};

}  // namespace aiocc
