// Python's operators over any objects: small ints inline, the rest by slots and special methods, with CPython's errors.
#pragma once

#include "aiocc/objects/float.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::operators {

namespace detail {
Result<Object> binary_slow(Object const& left, Object const& right, BinaryOp op);
Result<Object> inplace_slow(Object const& left, Object const& right, BinaryOp op);
Result<Object> compare_slow(Object const& left, Object const& right, CompareOp op);
Result<bool> test_slow(Object const& left, Object const& right, CompareOp op);
Result<bool> truth_slow(Object const& object);
Result<Object> get_item_slow(Object const& container, Object const& key);

inline bool both_small(Object const& left, Object const& right) noexcept { return left.bits() & right.bits() & 1; }
inline std::intptr_t word(Object const& object) noexcept { return static_cast<std::intptr_t>(object.bits()); }
inline Object from_word(std::intptr_t bits) noexcept { return Object::from_bits(static_cast<std::uintptr_t>(bits)); }
}  // namespace detail

inline Result<Object> add(Object const& left, Object const& right) {
  std::intptr_t sum;
  if (detail::both_small(left, right) && !__builtin_add_overflow(detail::word(left) - 1, detail::word(right), &sum))
      [[likely]]
    return detail::from_word(sum);
  return detail::binary_slow(left, right, BinaryOp::Add);
}
inline Result<Object> subtract(Object const& left, Object const& right) {
  std::intptr_t difference;
  if (detail::both_small(left, right) &&
      !__builtin_sub_overflow(detail::word(left), detail::word(right) - 1, &difference)) [[likely]]
    return detail::from_word(difference);
  return detail::binary_slow(left, right, BinaryOp::Subtract);
}
inline Result<Object> multiply(Object const& left, Object const& right) {
  std::intptr_t product;
  if (detail::both_small(left, right) && aiocc::detail::multiply_words(left.bits(), right.bits(), product)) [[likely]]
    return detail::from_word(product | 1);
  return detail::binary_slow(left, right, BinaryOp::Multiply);
}
inline Result<Object> floor_divide(Object const& left, Object const& right) {
  if (detail::both_small(left, right) && right.small() > 0) [[likely]] {
    std::int64_t quotient = left.small() / right.small();
    if (left.small() % right.small() < 0) --quotient;
    return Object::small_int(quotient);
  }
  return detail::binary_slow(left, right, BinaryOp::FloorDivide);
}
inline Result<Object> modulo(Object const& left, Object const& right) {
  if (detail::both_small(left, right) && right.small() > 0) [[likely]] {
    std::int64_t remainder = left.small() % right.small();
    return Object::small_int(remainder < 0 ? remainder + right.small() : remainder);
  }
  return detail::binary_slow(left, right, BinaryOp::Modulo);
}
inline Result<Object> bit_and(Object const& left, Object const& right) {
  if (detail::both_small(left, right)) [[likely]]
    return Object::from_bits(left.bits() & right.bits());
  return detail::binary_slow(left, right, BinaryOp::And);
}
inline Result<Object> bit_or(Object const& left, Object const& right) {
  if (detail::both_small(left, right)) [[likely]]
    return Object::from_bits(left.bits() | right.bits());
  return detail::binary_slow(left, right, BinaryOp::Or);
}
inline Result<Object> bit_xor(Object const& left, Object const& right) {
  if (detail::both_small(left, right)) [[likely]]
    return Object::from_bits((left.bits() ^ right.bits()) | 1);
  return detail::binary_slow(left, right, BinaryOp::Xor);
}
inline Result<Object> right_shift(Object const& left, Object const& right) {
  if (detail::both_small(left, right) && right.small() >= 0) [[likely]]
    return Object::small_int(left.small() >> (right.small() > 63 ? 63 : right.small()));
  return detail::binary_slow(left, right, BinaryOp::RightShift);
}
inline Result<Object> left_shift(Object const& left, Object const& right) {
  if (detail::both_small(left, right) && right.small() >= 0 && right.small() < 62) [[likely]] {
    auto shift = static_cast<int>(right.small());
    std::int64_t value = left.small();
    std::int64_t limit = Int::small_max >> shift;
    if (value <= limit && value >= -limit) return Object::small_int(value * (std::int64_t{1} << shift));
  }
  return detail::binary_slow(left, right, BinaryOp::LeftShift);
}
inline Result<Object> true_divide(Object const& left, Object const& right) {
  return detail::binary_slow(left, right, BinaryOp::TrueDivide);
}
inline Result<Object> power(Object const& left, Object const& right) {
  return detail::binary_slow(left, right, BinaryOp::Power);
}
inline Result<Object> matrix_multiply(Object const& left, Object const& right) {
  return detail::binary_slow(left, right, BinaryOp::MatrixMultiply);
}

// `left op= right`: the new value. Ints have no in-place forms of their own; what fails must name the operator with its `=`.
#define AIOCC_INPLACE(name, op)                                                   \
  inline Result<Object> inplace_##name(Object const& left, Object const& right) { \
    if (detail::both_small(left, right)) [[likely]]                               \
      return name(left, right);                                                   \
    return detail::inplace_slow(left, right, BinaryOp::op);                       \
  }
AIOCC_INPLACE(add, Add)
AIOCC_INPLACE(subtract, Subtract)
AIOCC_INPLACE(multiply, Multiply)
AIOCC_INPLACE(matrix_multiply, MatrixMultiply)
AIOCC_INPLACE(true_divide, TrueDivide)
AIOCC_INPLACE(floor_divide, FloorDivide)
AIOCC_INPLACE(modulo, Modulo)
AIOCC_INPLACE(power, Power)
AIOCC_INPLACE(left_shift, LeftShift)
AIOCC_INPLACE(right_shift, RightShift)
AIOCC_INPLACE(bit_and, And)
AIOCC_INPLACE(bit_or, Or)
AIOCC_INPLACE(bit_xor, Xor)
#undef AIOCC_INPLACE

Result<Object> negative(Object const& operand);
Result<Object> positive(Object const& operand);
Result<Object> invert(Object const& operand);

// Comparisons: the value that Python's operator gives, and `test_...`, its truth.
#define AIOCC_COMPARISON(name, symbol, op)                                   \
  inline Result<Object> name(Object const& left, Object const& right) {      \
    if (detail::both_small(left, right)) [[likely]]                          \
      return box(detail::word(left) symbol detail::word(right));             \
    return detail::compare_slow(left, right, CompareOp::op);                 \
  }                                                                          \
  inline Result<bool> test_##name(Object const& left, Object const& right) { \
    if (detail::both_small(left, right)) [[likely]]                          \
      return detail::word(left) symbol detail::word(right);                  \
    return detail::test_slow(left, right, CompareOp::op);                    \
  }
AIOCC_COMPARISON(less, <, Lt)
AIOCC_COMPARISON(less_equal, <=, Le)
AIOCC_COMPARISON(equal, ==, Eq)
AIOCC_COMPARISON(not_equal, !=, Ne)
AIOCC_COMPARISON(greater, >, Gt)
AIOCC_COMPARISON(greater_equal, >=, Ge)
#undef AIOCC_COMPARISON

/// `left is right or left == right`: how containers compare.
inline Result<bool> same_or_equal(Object const& left, Object const& right) {
  if (left.is(right)) return true;
  if (detail::both_small(left, right)) return false;
  return aiocc::detail::is_same_nan(left, right) ? Result<bool>(true) : detail::test_slow(left, right, CompareOp::Eq);
}

inline Result<bool> truth(Object const& object) {
  if (object.is_small_int()) return object.small() != 0;
  if (object.is(True)) return true;
  if (object.is(False) || object.is(None)) return false;
  return detail::truth_slow(object);
}
inline Result<bool> not_(Object const& object) {
  Result<bool> result = truth(object);
  if (!result) [[unlikely]]
    return raised;
  return !result.value();
}
inline bool is(Object const& left, Object const& right) noexcept { return left.is(right); }
inline bool is_not(Object const& left, Object const& right) noexcept { return !left.is(right); }

/// `item in container`.
Result<bool> contains(Object const& container, Object const& item);
/// `item not in container`.
inline Result<bool> not_contains(Object const& container, Object const& item) {
  Result<bool> found = contains(container, item);
  if (!found) [[unlikely]]
    return raised;
  return !found.value();
}

inline Result<Object> get_item(Object const& container, Object const& key) {
  return detail::get_item_slow(container, key);
}
Result<void> set_item(Object const& container, Object const& key, Object const& value);
Result<void> delete_item(Object const& container, Object const& key);

Result<Object> get_attr(Object const& object, Str const& name);
Result<void> set_attr(Object const& object, Str const& name, Object const& value);
Result<void> delete_attr(Object const& object, Str const& name);
/// The attribute if there is one: true and its value; an AttributeError means false.
Result<bool> find_attr(Object const& object, Str const& name, Object& value);
/// The special method `name` of the object's type, called: true and its result, or false where there is none.
Result<bool> call_special(Object const& object, Str const& name, Object& result, Object const* args = nullptr,
                          std::size_t count = 0);

/// `len(object)`.
Result<std::int64_t> length(Object const& object);
Result<std::int64_t> hash(Object const& object);
Result<Str> repr(Object const& object);
Result<Str> str(Object const& object);
/// `operator.index`: an int from what has `__index__`.
Result<Int> index(Object const& object);
/// `int(object)` of a number: `__int__`, `__index__`; TypeError in the words of `int()`.
Result<Int> to_int(Object const& object);
/// `float(object)` of a number.
Result<double> to_float(Object const& object);

}  // namespace aiocc::operators
