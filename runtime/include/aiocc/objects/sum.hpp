// What `sum` adds up with: ints, floats with compensation, and anything that has `+`.
#pragma once

#include <cmath>
#include <cstdint>

#include "aiocc/objects/float.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc {

namespace detail {
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
