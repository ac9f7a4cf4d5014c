// A number that is an int at times and a float at others: no object for either.
#pragma once

#include <cmath>
#include <compare>
#include <concepts>

#include "aiocc/objects/float.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc {

/// What a variable holds that starts as `total = 0` and goes on with `total += 0.5`.
class AIOCC_TRIVIAL_ABI IntOrFloat {
 public:
  constexpr IntOrFloat() noexcept = default;
  AIOCC_INLINE IntOrFloat(Int value) noexcept : int_(std::move(value)) {}
  AIOCC_INLINE IntOrFloat(IntView const& value) noexcept : int_(static_cast<Int const&>(value)) {}
  AIOCC_INLINE IntOrFloat(int value) noexcept : int_(value) {}
  AIOCC_INLINE constexpr IntOrFloat(double value) noexcept : float_(value) {}
  /// Of an object that is known to be one of them.
  AIOCC_INLINE static IntOrFloat of(Object const& value) noexcept {
    if (is_float(value)) return float_value(value);
    return word_cast<Int>(Object(value));
  }

  AIOCC_INLINE bool is_int() const noexcept { return int_.bound(); }
  /// The number that it's known to be.
  AIOCC_INLINE Int const& as_int() const noexcept { return int_; }
  AIOCC_INLINE double as_float() const noexcept { return float_; }

  /// Exact, whatever the sizes; nothing is in any order with a NaN.
  AIOCC_INLINE friend std::partial_ordering operator<=>(IntOrFloat const& left, IntOrFloat const& right) noexcept {
    if (left.is_int() != right.is_int()) return compare_mixed(left, right);
    if (!left.is_int()) return left.float_ <=> right.float_;
    if (left.int_ < right.int_) return std::partial_ordering::less;
    return left.int_ == right.int_ ? std::partial_ordering::equivalent : std::partial_ordering::greater;
  }
  AIOCC_INLINE friend bool operator==(IntOrFloat const& left, IntOrFloat const& right) noexcept {
    return (left <=> right) == 0;
  }
  AIOCC_INLINE friend IntOrFloat operator+(IntOrFloat const& operand) noexcept { return operand; }
  AIOCC_INLINE friend IntOrFloat operator-(IntOrFloat const& operand) noexcept {
    if (operand.is_int()) return -operand.int_;
    return -operand.float_;
  }

 private:
  static std::partial_ordering compare_mixed(IntOrFloat const& left, IntOrFloat const& right) noexcept;

  // Unbound where the number is a float.
  Int int_;
  double float_ = 0;
};

/// As Python's object.
inline Object box(IntOrFloat const& value) noexcept {
  return value.is_int() ? Object(value.as_int()) : box(value.as_float());
}

namespace operators {

template <class T>
concept Number =
    std::same_as<T, Int> || std::same_as<T, IntView> || std::same_as<T, double> || std::same_as<T, IntOrFloat>;
template <class L, class R>
concept MixedNumbers = Number<L> && Number<R> && (std::same_as<L, IntOrFloat> || std::same_as<R, IntOrFloat>);
/// What an operation gives that keeps ints: a float where one of the operands always is one.
template <class L, class R>
using MixedNumber = std::conditional_t<std::same_as<L, double> || std::same_as<R, double>, double, IntOrFloat>;

AIOCC_INLINE inline Result<double> operand_as_double(double value) noexcept { return value; }
AIOCC_INLINE inline Result<double> operand_as_double(Int const& value) { return int_operand_as_double(value); }
AIOCC_INLINE inline Result<double> operand_as_double(IntOrFloat const& value) {
  if (value.is_int()) return int_operand_as_double(value.as_int());
  return value.as_float();
}
AIOCC_INLINE inline Result<double> operand_as_double(IntView const& value) { return int_operand_as_double(value); }
AIOCC_INLINE inline bool is_int_operand(Int const&) noexcept { return true; }
AIOCC_INLINE inline bool is_int_operand(IntView const&) noexcept { return true; }
AIOCC_INLINE inline bool is_int_operand(IntOrFloat const& value) noexcept { return value.is_int(); }
AIOCC_INLINE inline Int const& int_operand(Int const& value) noexcept { return value; }
AIOCC_INLINE inline Int const& int_operand(IntView const& value) noexcept { return value; }
AIOCC_INLINE inline Int const& int_operand(IntOrFloat const& value) noexcept { return value.as_int(); }

// Two ints give `of_ints`; else both become floats, or raise OverflowError.
#define AIOCC_NUMBER_OPERATOR(name, of_ints, of_floats)                               \
  template <class L, class R>                                                         \
    requires MixedNumbers<L, R>                                                       \
  AIOCC_INLINE inline Result<MixedNumber<L, R>> name(L const& left, R const& right) { \
    if constexpr (!std::same_as<MixedNumber<L, R>, double>) {                         \
      if (is_int_operand(left) && is_int_operand(right)) {                            \
        Int const& a = int_operand(left);                                             \
        Int const& b = int_operand(right);                                            \
        return IntOrFloat(of_ints);                                                   \
      }                                                                               \
    }                                                                                 \
    double const x = PASS(operand_as_double(left));                                   \
    double const y = PASS(operand_as_double(right));                                  \
    return MixedNumber<L, R>(of_floats);                                              \
  }
AIOCC_NUMBER_OPERATOR(add, a + b, x + y)
AIOCC_NUMBER_OPERATOR(subtract, a - b, x - y)
AIOCC_NUMBER_OPERATOR(multiply, a* b, x* y)
AIOCC_NUMBER_OPERATOR(floor_divide, PASS(aiocc::floor_divide(a, b)), PASS(aiocc::floor_divide(x, y)))
AIOCC_NUMBER_OPERATOR(modulo, PASS(aiocc::modulo(a, b)), PASS(aiocc::modulo(x, y)))
#undef AIOCC_NUMBER_OPERATOR

template <class L, class R>
  requires MixedNumbers<L, R>
AIOCC_INLINE inline Result<double> true_divide(L const& left, R const& right) {
  if constexpr (!std::same_as<MixedNumber<L, R>, double>) {
    if (is_int_operand(left) && is_int_operand(right)) return aiocc::true_divide(int_operand(left), int_operand(right));
  }
  double const x = PASS(operand_as_double(left));
  double const y = PASS(operand_as_double(right));
  return aiocc::true_divide(x, y);
}

}  // namespace operators
}  // namespace aiocc
