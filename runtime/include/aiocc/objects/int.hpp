// Python's int: 63 bits inline with overflow-checked arithmetic, a heap big integer (GMP) past that.
#pragma once

#include <cstdint>

#include "aiocc/objects/result.hpp"

namespace aiocc {

class Int;

namespace detail {
// The slow halves: at least one operand is big, or the small result overflowed. They borrow their operands' words,
// so that the fast halves keep everything in registers.
AIOCC_COLD Int add_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_COLD Int subtract_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_COLD Int multiply_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_COLD Int negate_big(std::uintptr_t operand) noexcept;
AIOCC_COLD Result<Int> floor_divide_slow(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_COLD Result<Int> modulo_slow(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_COLD int compare_big(std::uintptr_t left, std::uintptr_t right) noexcept;
}  // namespace detail

/// An int of any size. A value that fits in 63 bits is always stored inline, so equal small ints are the same word.
class AIOCC_TRIVIAL_ABI Int : public Object {
 public:
  static constexpr std::int64_t small_max = (std::int64_t{1} << 62) - 1;
  static constexpr std::int64_t small_min = -(std::int64_t{1} << 62);

  constexpr Int() noexcept = default;
  /// Any 64-bit value; those past 63 bits become big.
  constexpr Int(std::int64_t value) noexcept {
    if (value >= small_min && value <= small_max) [[likely]]
      bits_ = (static_cast<std::uintptr_t>(value) << 1) | 1;
    else
      *this = big_from(value);
  }
  constexpr Int(int value) noexcept : Int(static_cast<std::int64_t>(value)) {}

  static Int from_word(std::uintptr_t bits) noexcept { return word_cast<Int>(Object::from_bits(bits)); }

 private:
  static Int big_from(std::int64_t value) noexcept;
};

namespace detail {
inline bool both_small(Object const& left, Object const& right) noexcept { return left.bits() & right.bits() & 1; }
}  // namespace detail

inline Int operator+(Int const& left, Int const& right) noexcept {
  std::intptr_t sum;
  if (detail::both_small(left, right) &&
      !__builtin_add_overflow(static_cast<std::intptr_t>(left.bits() - 1), static_cast<std::intptr_t>(right.bits()), &sum))
      [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(sum));
  return detail::add_big(left.bits(), right.bits());
}

inline Int operator-(Int const& left, Int const& right) noexcept {
  std::intptr_t difference;
  if (detail::both_small(left, right) &&
      !__builtin_sub_overflow(static_cast<std::intptr_t>(left.bits()), static_cast<std::intptr_t>(right.bits() - 1), &difference))
      [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(difference));
  return detail::subtract_big(left.bits(), right.bits());
}

inline Int operator*(Int const& left, Int const& right) noexcept {
  std::intptr_t product;
  if (detail::both_small(left, right) &&
      !__builtin_mul_overflow(static_cast<std::intptr_t>(left.bits() - 1), static_cast<std::intptr_t>(right.small()), &product))
      [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(product) | 1);
  return detail::multiply_big(left.bits(), right.bits());
}

inline Int operator-(Int const& operand) noexcept {
  if (operand.is_small_int() && operand.small() != Int::small_min) [[likely]] return Int(-operand.small());
  return detail::negate_big(operand.bits());
}

#define AIOCC_INT_COMPARISON(op)                                                                      \
  inline bool operator op(Int const& left, Int const& right) noexcept {                               \
    if (detail::both_small(left, right)) [[likely]]                                                   \
      return static_cast<std::intptr_t>(left.bits()) op static_cast<std::intptr_t>(right.bits());     \
    return detail::compare_big(left.bits(), right.bits()) op 0;                                                     \
  }
AIOCC_INT_COMPARISON(==)
AIOCC_INT_COMPARISON(!=)
AIOCC_INT_COMPARISON(<)
AIOCC_INT_COMPARISON(<=)
AIOCC_INT_COMPARISON(>)
AIOCC_INT_COMPARISON(>=)
#undef AIOCC_INT_COMPARISON

/// Python's `//`: rounds toward minus infinity; ZeroDivisionError when `right` is 0.
inline Result<Int> floor_divide(Int const& left, Int const& right) noexcept {
  if (detail::both_small(left, right) && right.small() > 0) [[likely]] {
    std::int64_t quotient = left.small() / right.small();
    if (left.small() % right.small() < 0) --quotient;
    return Int(quotient);
  }
  return detail::floor_divide_slow(left.bits(), right.bits());
}

/// Python's `%`: the sign is the divisor's; ZeroDivisionError when `right` is 0.
inline Result<Int> modulo(Int const& left, Int const& right) noexcept {
  if (detail::both_small(left, right) && right.small() > 0) [[likely]] {
    std::int64_t remainder = left.small() % right.small();
    if (remainder < 0) remainder += right.small();
    return Int(remainder);
  }
  return detail::modulo_slow(left.bits(), right.bits());
}

}  // namespace aiocc
