// Python's int: 63 bits inline with overflow-checked arithmetic, a heap big integer (GMP) past that.
#pragma once

#include <cstdint>
#include <new>
#include <string>
#include <string_view>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

class Bytes;
class Int;
class Str;
template <class... T>
class Tuple;

namespace detail {
// The slow halves: at least one operand is big, or the small result overflowed. They borrow their operands' words,
// so that the fast halves keep everything in registers.
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int add_big(std::uintptr_t left, std::uintptr_t right) noexcept;
/// It takes the words over.
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int add_big_taken(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int subtract_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int multiply_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int add_product_big(std::uintptr_t term, std::uintptr_t left,
                                                     std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int subtract_product_big(std::uintptr_t term, std::uintptr_t left,
                                                          std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int negate_big(std::uintptr_t operand) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Result<Int> floor_divide_slow(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Result<Int> modulo_slow(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD int compare_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int and_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int or_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int xor_big(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int invert_big(std::uintptr_t operand) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Result<Int> left_shift_slow(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD Result<Int> right_shift_slow(std::uintptr_t left, std::uintptr_t right) noexcept;
AIOCC_KEEPS_REGISTERS AIOCC_COLD std::int64_t hash_big(std::uintptr_t operand) noexcept;
}  // namespace detail

/// An int of any size. A value that fits in 63 bits is always stored inline, so equal small ints are the same word.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("int") Int : public Object {
 public:
  static constexpr std::int64_t small_max = (std::int64_t{1} << 62) - 1;
  static constexpr std::int64_t small_min = -(std::int64_t{1} << 62);

  constexpr Int() noexcept = default;
  // Most are small: no count to look for.
  AIOCC_INLINE constexpr Int(Int const& other) noexcept : Object(copied(other)) {}
  constexpr Int(Int&& other) noexcept = default;
  AIOCC_INLINE constexpr ~Int() {
    if (is_small_int()) [[likely]]
      bits_ = 0;
  }
  AIOCC_INLINE Int& operator=(Int const& other) noexcept {
    Int copy(other);
    std::swap(bits_, copy.bits_);
    return *this;
  }
  AIOCC_INLINE Int& operator=(Int&& other) noexcept {
    Int moved(std::move(other));
    std::swap(bits_, moved.bits_);
    return *this;
  }
  /// Any 64-bit value; those past 63 bits become big.
  AIOCC_INLINE constexpr Int(std::int64_t value) noexcept {
    if (value >= small_min && value <= small_max) [[likely]]
      bits_ = (static_cast<std::uintptr_t>(value) << 1) | 1;
    else
      *this = big_from(value);
  }
  AIOCC_INLINE constexpr Int(int value) noexcept : Int(static_cast<std::int64_t>(value)) {}

  AIOCC_INLINE static Int from_word(std::uintptr_t bits) noexcept { return word_cast<Int>(Object::from_bits(bits)); }
  static Int from_unsigned(std::uint64_t value) noexcept;
  static bool accepts(Object const& value) noexcept { return value.is_small_int() || value.heap()->type == &int_type; }

  /// -1, 0 or 1.
  int sign() const noexcept;
  /// Whether it fits 64 bits; `value` is then set.
  bool to_int64(std::int64_t& value) const noexcept;
  /// The nearest 64-bit value.
  std::int64_t clamped() const noexcept;
  /// CPython's: modulo 2**61 - 1, never -1.
  std::int64_t hash() const noexcept {
    constexpr std::int64_t modulus = (std::int64_t{1} << 61) - 1;
    if (is_small_int() && small() < modulus && small() > -modulus) [[likely]]
      return small() == -1 ? -2 : small();
    return detail::hash_big(bits());
  }
  /// Decimal digits; ValueError past sys.set_int_max_str_digits().
  Result<Str> to_str() const;
  /// Digits in base 2, 8, 10 or 16, without prefix; no limit.
  std::string digits(int base) const;

  AIOCC_PY("def bit_length(self) -> int")
  Int bit_length() const noexcept;
  AIOCC_PY("def bit_count(self) -> int")
  Int bit_count() const noexcept;
  AIOCC_PY("def to_bytes(self, length: object = 1, byteorder: object = 'big', *, signed: object = False) -> bytes")
  Result<Bytes> to_bytes(Object const& length, Object const& byteorder, Object const& is_signed) const;
  AIOCC_PY("def from_bytes(bytes: object, byteorder: object = 'big', *, signed: object = False) -> int", staticmethod)
  static Result<Int> from_bytes(Object const& bytes, Object const& byteorder, Object const& is_signed);
  AIOCC_PY("def as_integer_ratio(self) -> tuple[int, int]")
  Tuple<Int, Int> as_integer_ratio() const;
  AIOCC_PY("def conjugate(self) -> int")
  Int conjugate() const noexcept { return *this; }
  AIOCC_PY("def is_integer(self) -> bool")
  bool is_integer() const noexcept { return true; }
  AIOCC_PY_PROPERTY("real: int")
  Int real() const noexcept { return *this; }
  AIOCC_PY_PROPERTY("imag: int")
  Int imag() const noexcept { return Int(0); }
  AIOCC_PY_PROPERTY("numerator: int")
  Int numerator() const noexcept { return *this; }
  AIOCC_PY_PROPERTY("denominator: int")
  Int denominator() const noexcept { return Int(1); }

 private:
  AIOCC_INLINE static constexpr Object copied(Int const& other) noexcept {
    if (other.is_small_int()) [[likely]]
      return Object::from_bits(other.bits());
    return Object(static_cast<Object const&>(other));
  }
  static Int big_from(std::int64_t value) noexcept;
};

/// An int that somebody else keeps meanwhile: it isn't counted. A loop that changes no container has such items.
class IntView {
 public:
  AIOCC_INLINE IntView() noexcept : value_() {}
  AIOCC_INLINE explicit IntView(Object const& word) noexcept : value_(Int::from_word(word.bits())) {}
  AIOCC_INLINE IntView(IntView const& other) noexcept : IntView(static_cast<Object const&>(other.value_)) {}
  AIOCC_INLINE IntView& operator=(IntView const& other) noexcept {
    new (this) IntView(other);
    return *this;
  }
  // Nothing is released.
  AIOCC_INLINE ~IntView() {}
  AIOCC_INLINE operator Int const&() const noexcept { return value_; }

 private:
  union {
    Int value_;
  };
};

namespace detail {
// One test of both tags.
AIOCC_INLINE inline bool both_small(Object const& left, Object const& right) noexcept {
  return left.is_small_int() && right.is_small_int();
}
}  // namespace detail

AIOCC_INLINE inline Int operator+(Int const& left, Int const& right) noexcept {
  std::intptr_t sum;
  if (detail::both_small(left, right) && !__builtin_add_overflow(static_cast<std::intptr_t>(left.bits() - 1),
                                                                 static_cast<std::intptr_t>(right.bits()), &sum))
      [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(sum));
  return detail::add_big(left.bits(), right.bits());
}

/// Of two ints that nobody reads again: where both are small, nobody looks once more whether they need to be released.
AIOCC_INLINE inline Int operator+(Int&& left, Int&& right) noexcept {
  std::uintptr_t const left_word = left.leak(), right_word = right.leak();
  std::intptr_t sum;
  if ((left_word & right_word & 1) && !__builtin_add_overflow(static_cast<std::intptr_t>(left_word - 1),
                                                              static_cast<std::intptr_t>(right_word), &sum)) [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(sum));
  return detail::add_big_taken(left_word, right_word);
}

AIOCC_INLINE inline Int operator-(Int const& left, Int const& right) noexcept {
  std::intptr_t difference;
  if (detail::both_small(left, right) &&
      !__builtin_sub_overflow(static_cast<std::intptr_t>(left.bits()), static_cast<std::intptr_t>(right.bits() - 1),
                              &difference)) [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(difference));
  return detail::subtract_big(left.bits(), right.bits());
}

namespace detail {
/// The product of two small ints, given as their words: its word without the tag. False if that doesn't fit.
AIOCC_INLINE inline bool multiply_words(std::uintptr_t left, std::uintptr_t right, std::intptr_t& product) noexcept {
  return !__builtin_mul_overflow(static_cast<std::intptr_t>(left - 1), static_cast<std::intptr_t>(right) >> 1,
                                 &product);
}
}  // namespace detail

AIOCC_INLINE inline Int operator*(Int const& left, Int const& right) noexcept {
  std::intptr_t product;
  if (detail::both_small(left, right) && detail::multiply_words(left.bits(), right.bits(), product)) [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(product) | 1);
  return detail::multiply_big(left.bits(), right.bits());
}

/// A product that a sum takes in: one test tells that all three operands are small. It borrows its factors.
struct Product {
  std::uintptr_t left;
  std::uintptr_t right;
};
AIOCC_INLINE inline Product product(Int const& left, Int const& right) noexcept { return {left.bits(), right.bits()}; }

AIOCC_INLINE inline Int operator+(Int const& term, Product factors) noexcept {
  std::intptr_t product, sum;
  if ((term.bits() & factors.left & factors.right & 1) &&
      detail::multiply_words(factors.left, factors.right, product) &&
      !__builtin_add_overflow(static_cast<std::intptr_t>(term.bits()), product, &sum)) [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(sum));
  return detail::add_product_big(term.bits(), factors.left, factors.right);
}
AIOCC_INLINE inline Int operator+(Product factors, Int const& term) noexcept { return term + factors; }
AIOCC_INLINE inline Int operator-(Int const& term, Product factors) noexcept {
  std::intptr_t product, difference;
  if ((term.bits() & factors.left & factors.right & 1) &&
      detail::multiply_words(factors.left, factors.right, product) &&
      !__builtin_sub_overflow(static_cast<std::intptr_t>(term.bits()), product, &difference)) [[likely]]
    return Int::from_word(static_cast<std::uintptr_t>(difference));
  return detail::subtract_product_big(term.bits(), factors.left, factors.right);
}

AIOCC_INLINE inline Int operator-(Int const& operand) noexcept {
  if (operand.is_small_int() && operand.small() != Int::small_min) [[likely]]
    return Int(-operand.small());
  return detail::negate_big(operand.bits());
}

#define AIOCC_INT_COMPARISON(op)                                                                  \
  AIOCC_INLINE inline bool operator op(Int const& left, Int const& right) noexcept {              \
    if (detail::both_small(left, right)) [[likely]]                                               \
      return static_cast<std::intptr_t>(left.bits()) op static_cast<std::intptr_t>(right.bits()); \
    return detail::compare_big(left.bits(), right.bits()) op 0;                                   \
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

AIOCC_INLINE inline Int operator&(Int const& left, Int const& right) noexcept {
  if (detail::both_small(left, right)) [[likely]]
    return Int::from_word(left.bits() & right.bits());
  return detail::and_big(left.bits(), right.bits());
}
AIOCC_INLINE inline Int operator|(Int const& left, Int const& right) noexcept {
  if (detail::both_small(left, right)) [[likely]]
    return Int::from_word(left.bits() | right.bits());
  return detail::or_big(left.bits(), right.bits());
}
AIOCC_INLINE inline Int operator^(Int const& left, Int const& right) noexcept {
  if (detail::both_small(left, right)) [[likely]]
    return Int::from_word((left.bits() ^ right.bits()) | 1);
  return detail::xor_big(left.bits(), right.bits());
}
AIOCC_INLINE inline Int operator~(Int const& operand) noexcept {
  if (operand.is_small_int()) [[likely]]
    return Int::from_word(~operand.bits() | 1);
  return detail::invert_big(operand.bits());
}

/// `left << right`: ValueError for a negative count, MemoryError for one past all memory.
inline Result<Int> left_shift(Int const& left, Int const& right) noexcept {
  if (detail::both_small(left, right) && right.small() >= 0 && right.small() < 62) [[likely]] {
    std::int64_t limit = Int::small_max >> right.small();
    if (left.small() <= limit && left.small() >= -limit) return Int(left.small() * (std::int64_t{1} << right.small()));
  }
  return detail::left_shift_slow(left.bits(), right.bits());
}
/// `left >> right`: ValueError for a negative count.
inline Result<Int> right_shift(Int const& left, Int const& right) noexcept {
  if (detail::both_small(left, right) && right.small() >= 0) [[likely]]
    return Int(left.small() >> (right.small() > 63 ? 63 : right.small()));
  return detail::right_shift_slow(left.bits(), right.bits());
}

/// `base ** exponent`: an int, or a float where the exponent is negative.
Result<Object> power(Int const& base, Int const& exponent);
/// For an exponent that isn't negative.
Result<Int> power_int(Int const& base, Int const& exponent);
/// `pow(base, exponent, modulus)`.
Result<Int> power_modulo(Int const& base, Int const& exponent, Int const& modulus);
Result<Tuple<Int, Int>> divide_modulo(Int const& left, Int const& right);
/// `round(value, -digits)`: to a multiple of a power of ten, half to even.
Result<Int> round_to_power_of_ten(Int const& value, std::int64_t digits);
Int absolute(Int const& value) noexcept;
Int greatest_common_divisor(Int const& left, Int const& right) noexcept;
/// The floor of the square root of a value that isn't negative.
Int integer_square_root(Int const& value) noexcept;

/// What `int(text, base)` accepts: any base from 2 to 36, or 0 for a prefix's; `shown` is the argument as the error quotes it.
Result<Int> parse_int(Str const& text, std::int64_t base, Object const& shown);
/// A decimal literal of any size that the compiler has checked.
Int int_literal(std::string_view decimal) noexcept;
/// sys.set_int_max_str_digits(); 0 is no limit.
extern std::int64_t int_max_str_digits;

}  // namespace aiocc
