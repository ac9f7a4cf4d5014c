// The accumulator of `sum`.
#include "aiocc/objects/sum.hpp"

#include <algorithm>

#include "aiocc/objects/operators.hpp"

namespace aiocc {

namespace {

bool is_int(Object const& value) noexcept { return type_of(value) == &int_type; }

// Factors from -2**26 to 2**26 - 1 are multiplied without a test of each, as what they're more than -2**26: that's never negative, and fits
// in 32 bits, so that a processor does several at once. So many of their products don't leave a word.
constexpr std::uint64_t offset = std::uint64_t{1} << 26;
constexpr std::size_t block_size = 64;

// The words of `count` ints; false if some aren't in that range. Words are twice the ints and a tag, so here everything is twice as much.
bool add_small_products(Object const* left, Object const* right, std::size_t count, IntSum& sum) noexcept {
  constexpr std::uint64_t possible_bits = 4 * offset - 2;
  std::uint64_t seen_bits = 0, factors = 0, products = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t const x = left[i].bits() + (2 * offset - 1), y = right[i].bits() + (2 * offset - 1);
    seen_bits |= x | y;
    factors += x + y;
    products += static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) * static_cast<std::uint32_t>(y);
  }
  if (seen_bits & ~possible_bits) return false;
  // The sum of (2a + 2o)(2b + 2o), from which all but 4ab is taken away again.
  std::uint64_t const fourfold = products - 2 * offset * factors + 4 * offset * offset * count;
  sum.add(Int(static_cast<std::int64_t>(fourfold) / 4));
  return true;
}

}  // namespace

Int detail::sum_of_products(Object const* left, Object const* right, std::size_t count) {
  IntSum sum;
  for (std::size_t first = 0; first < count; first += block_size) {
    std::size_t const size = std::min(count - first, block_size);
    if (add_small_products(left + first, right + first, size, sum)) continue;
    for (std::size_t i = first; i < first + size; ++i)
      sum.add(product(static_cast<Int const&>(left[i]), static_cast<Int const&>(right[i])));
  }
  return sum.total();
}

Result<void> Sum::add(Object const& item) {
  if (kind_ == Kind::Float && add_to_float(item)) return {};
  if (kind_ == Kind::Int && add_to_int(item)) return {};
  Object const left = total();
  total_ = PASS(operators::add(left, item));
  // Having left a loop for one kind, CPython goes on only to the kinds behind it.
  kind_ = kind_ == Kind::Int && is_float(total_) ? Kind::Float : Kind::Any;
  if (kind_ == Kind::Float) floats_ = detail::FloatSum(float_value(total_));
  return {};
}

void Sum::choose() noexcept {
  kind_ = is_int(total_) ? Kind::Int : is_float(total_) ? Kind::Float : Kind::Any;
  if (kind_ == Kind::Float) floats_ = detail::FloatSum(float_value(total_));
}

bool Sum::add_to_int(Object const& item) noexcept {
  if (is_int(item))
    total_ = word_cast<Int>(total_) + word_cast<Int>(item);
  else if (type_of(item) == &bool_type)
    total_ = word_cast<Int>(total_) + Int(item.is(True) ? 1 : 0);
  else
    return false;
  return true;
}

bool Sum::add_to_float(Object const& item) noexcept {
  if (is_float(item))
    floats_.add(float_value(item));
  else if (item.is_small_int())
    floats_.add_int(item.small());
  else if (type_of(item) == &bool_type)
    floats_.add_int(item.is(True));
  else
    return false;
  return true;
}

}  // namespace aiocc
