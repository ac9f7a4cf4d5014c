// What `sum` adds up with: ints, floats with compensation, and anything that has `+`.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "aiocc/objects/float.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc {

namespace detail {
/// The sum of `left[i] * right[i]` of so many ints each.
Int sum_of_products(Object const* left, Object const* right, std::size_t count);

/// Neumaier's compensated sum, as CPython adds floats since 3.12.
class FloatSum {
 public:
  explicit FloatSum(double start) noexcept : sum_(start) {}
  void add(double value) noexcept {
    double const next = sum_ + value;
    if (std::fabs(sum_) >= std::fabs(value))
      lost_ += (sum_ - next) + value;
    else
      lost_ += (value - next) + sum_;
    sum_ = next;
  }
  /// CPython adds ints without compensation.
  void add_int(std::int64_t value) noexcept { sum_ += static_cast<double>(value); }
  /// The sign of a zero stays, and an overflow doesn't become a NaN.
  double result() const noexcept { return lost_ != 0 && std::isfinite(lost_) ? sum_ + lost_ : sum_; }

 private:
  double sum_;
  double lost_ = 0;
};
}  // namespace detail

/// A sum of ints, in two parts: what has been added in a machine word, and what didn't fit there. So adding a small int tests nothing
/// but that it's one. Nothing gets at the address of either part, so that they stay in registers.
class IntSum {
 public:
  AIOCC_INLINE IntSum() noexcept = default;
  AIOCC_INLINE explicit IntSum(Int const& start) noexcept : big_(start) {}
  AIOCC_INLINE void add(Int const& item) noexcept {
    std::intptr_t sum;
    if (item.is_small_int() && !__builtin_add_overflow(twice_, static_cast<std::intptr_t>(item.bits() - 1), &sum))
        [[likely]]
      twice_ = sum;
    else
      big_ = detail::add_big(big_.bits(), item.bits());
  }
  AIOCC_INLINE void add(Product factors) noexcept {
    std::intptr_t product, sum;
    if ((factors.left & factors.right & 1) && detail::multiply_words(factors.left, factors.right, product) &&
        !__builtin_add_overflow(twice_, product, &sum)) [[likely]]
      twice_ = sum;
    else
      big_ = detail::add_product_big(big_.bits(), factors.left, factors.right);
  }
  AIOCC_INLINE Int total() const noexcept { return big_ + Int::from_word(static_cast<std::uintptr_t>(twice_) | 1); }

 private:
  // As in a small int's word, whose lowest bit is its tag.
  std::intptr_t twice_ = 0;
  Int big_{0};
};

/// What the loop of CPython's `sum` does item by item: ints while they last, then floats, then `+`.
class Sum {
 public:
  explicit Sum(Object start) : total_(std::move(start)), floats_(0) { choose(); }

  Result<void> add(Object const& item);
  Result<void> add(double item) {
    if (kind_ != Kind::Float) [[unlikely]]
      return add(box(item));
    floats_.add(item);
    return {};
  }
  Object total() const { return kind_ == Kind::Float ? box(floats_.result()) : total_; }

 private:
  enum class Kind { Int, Float, Any };

  void choose() noexcept;
  bool add_to_int(Object const& item) noexcept;
  bool add_to_float(Object const& item) noexcept;

  Kind kind_ = Kind::Any;
  Object total_;
  detail::FloatSum floats_;
};

}  // namespace aiocc
