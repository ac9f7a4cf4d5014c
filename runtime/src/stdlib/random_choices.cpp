// The module random: distributions, choices, shuffles and samples. The order of draws is CPython's.
#include <cmath>
#include <unordered_set>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/stdlib/random.hpp"

// Weak: null in programs that use none.
namespace aiocc {
extern Type bytearray_type [[gnu::weak]];
extern Type memoryview_type [[gnu::weak]];
namespace collections {
extern Type deque_type [[gnu::weak]];
namespace abc {
extern Type sequence_type [[gnu::weak]];
}  // namespace abc
}  // namespace collections
}  // namespace aiocc

namespace aiocc::random {

Result<Object> Random::choice(Object const& seq) const {
  std::int64_t length = PASS(operators::length(seq));
  if (length == 0) return raise_error(index_error_type, "Cannot choose from an empty sequence");
  return operators::get_item(seq, Int(below(length)));
}

Result<void> Random::shuffle(Object const& x) const {
  for (std::int64_t i = PASS(operators::length(x)) - 1; i > 0; --i) {
    Int here(i), there(below(i + 1));
    Object second = PASS(operators::get_item(x, there));
    Object first = PASS(operators::get_item(x, here));
    PASS(operators::set_item(x, here, second));
    PASS(operators::set_item(x, there, first));
  }
  return {};
}

namespace {

/// Running totals.
Result<List<Object>> accumulate(Object const& iterable) {
  auto totals = List<Object>::of();
  Iteration iteration = PASS(iterate(iterable));
  Object item, total;
  while (PASS(iteration.next(item))) {
    total = total.bound() ? PASS(operators::add(total, item)) : item;
    totals.append(total);
  }
  return totals;
}

/// bisect.bisect(totals, value, 0, high).
Result<std::int64_t> position_of(List<Object> const& totals, Object const& value, std::int64_t high) {
  std::int64_t low = 0;
  while (low < high) {
    std::int64_t middle = (low + high) / 2;
    if (PASS(operators::test_less(value, totals.words()[static_cast<std::size_t>(middle)])))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

Raised bad_sample_size() { return raise_error(value_error_type, "Sample larger than population or is negative"); }

/// Positions of a sample, in CPython's order: out of a shrinking pool, or by rejection where that takes less memory.
std::vector<std::int64_t> sample_positions(Random const& generator, std::int64_t size, std::int64_t count) {
  std::vector<std::int64_t> chosen;
  double set_size = 21;
  if (count > 5) set_size += std::pow(4, std::ceil(std::log(static_cast<double>(count * 3)) / std::log(4.0)));
  if (static_cast<double>(size) <= set_size) {
    std::vector<std::int64_t> pool(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < pool.size(); ++i) pool[i] = static_cast<std::int64_t>(i);
    for (; count > 0; --count) {
      auto at = static_cast<std::size_t>(generator.below(static_cast<std::int64_t>(pool.size())));
      chosen.push_back(pool[at]);
      pool[at] = pool.back();
      pool.pop_back();
    }
    return chosen;
  }
  std::unordered_set<std::int64_t> seen;
  for (; count > 0; --count) {
    std::int64_t position = generator.below(size);
    while (!seen.insert(position).second) position = generator.below(size);
    chosen.push_back(position);
  }
  return chosen;
}

Result<bool> is_sequence(Object const& object) {
  for (Type const* type : {&list_type, &tuple_type, &str_type, &bytes_type, &range_type, &bytearray_type,
                           &memoryview_type, &collections::deque_type})
    if (type && is_instance(object, *type)) return true;
  Type* const abstract = &collections::abc::sequence_type;
  return abstract ? builtins::isinstance(object, box(*abstract)) : Result<bool>(false);
}

}  // namespace

Result<List<Object>> Random::sample(Object const& population, Object const& k, Object const& counts) const {
  if (!PASS(is_sequence(population)))
    return raise_error(type_error_type, "Population must be a sequence.  For dicts or sets, use sorted(d).");
  std::int64_t size = PASS(operators::length(population));
  auto totals = List<Object>::of();
  if (!counts.is(None)) {
    totals = PASS(accumulate(counts));
    if (totals.size() != size)
      return raise_error(value_error_type, "The number of counts does not match the population");
    Object total = totals.size() > 0 ? totals.words().back() : static_cast<Object>(Int(0));
    if (!Int::accepts(total)) return raise_error(type_error_type, "Counts must be integers");
    if (static_cast<Int const&>(total) < Int(0)) return raise_error(value_error_type, "Counts must be non-negative");
    if (totals.size() > 0) totals.words().pop_back();
    size = static_cast<Int const&>(total).clamped();
  }
  std::int64_t count = PASS(detail::index_argument(k));
  if (count < 0 || count > size) return bad_sample_size();
  auto result = List<Object>::of();
  for (std::int64_t position : sample_positions(*this, size, count)) {
    if (!counts.is(None)) position = PASS(position_of(totals, Int(position), totals.size()));
    result.append(PASS(operators::get_item(population, Int(position))));
  }
  return result;
}

namespace {

Result<List<Object>> cumulative_weights(Object const& weights, Object const& cumulative) {
  if (cumulative.is(None)) {
    if (weights.is_small_int())
      return raise_error(type_error_type,
                         "The number of choices must be a keyword argument: k=" + std::to_string(weights.small()));
    return accumulate(weights);
  }
  if (!weights.is(None)) return raise_error(type_error_type, "Cannot specify both weights and cumulative weights");
  return word_cast<List<Object>>(PASS(list_from(cumulative)));
}

}  // namespace

Result<List<Object>> Random::choices(Object const& population, Object const& weights, Object const& cum_weights,
                                     Object const& k) const {
  std::int64_t size = PASS(operators::length(population));
  auto result = List<Object>::of();
  if (weights.is(None) && cum_weights.is(None)) {
    for (std::int64_t left = PASS(detail::index_argument(k)); left > 0; --left) {
      auto position = static_cast<std::int64_t>(random() * static_cast<double>(size));
      result.append(PASS(operators::get_item(population, Int(position))));
    }
    return result;
  }
  List<Object> totals = PASS(cumulative_weights(weights, cum_weights));
  if (totals.size() != size)
    return raise_error(value_error_type, "The number of weights does not match the population");
  if (size == 0) return raise_error(index_error_type, "list index out of range");
  double total = PASS(float_argument(totals.words().back()));
  if (total <= 0) return raise_error(value_error_type, "Total of weights must be greater than zero");
  if (!std::isfinite(total)) return raise_error(value_error_type, "Total of weights must be finite");
  for (std::int64_t left = PASS(detail::index_argument(k)); left > 0; --left) {
    std::int64_t position = PASS(position_of(totals, box(random() * total), size - 1));
    result.append(PASS(operators::get_item(population, Int(position))));
  }
  return result;
}

namespace {

bool is_real(Object const& number) { return is_instance(number, int_type) || is_instance(number, float_type); }

}  // namespace

Result<double> Random::uniform(Object const& a, Object const& b) const {
  if (!is_real(a) || !is_real(b)) {
    Object const range = PASS(operators::subtract(b, a));
    return float_argument(PASS(operators::add(a, PASS(operators::multiply(range, box(random()))))));
  }
  double low = PASS(float_argument(a)), high = PASS(float_argument(b));
  return low + (high - low) * random();
}

Result<double> Random::triangular(Object const& low, Object const& high, Object const& mode) const {
  double first = PASS(float_argument(low)), last = PASS(float_argument(high));
  double u = random(), c = 0.5;
  if (!mode.is(None)) {
    if (last == first) return first;
    c = (PASS(float_argument(mode)) - first) / (last - first);
  }
  if (u > c) {
    u = 1.0 - u;
    c = 1.0 - c;
    std::swap(first, last);
  }
  return first + (last - first) * std::sqrt(u * c);
}

Result<double> Random::gauss(Object const& mu, Object const& sigma) const {
  double mean = PASS(float_argument(mu)), deviation = PASS(float_argument(sigma));
  double z = object()->next_gauss;
  object()->next_gauss = std::nan("");
  if (std::isnan(z)) {
    double angle = random() * 6.283185307179586;
    double radius = std::sqrt(-2.0 * std::log(1.0 - random()));
    z = std::cos(angle) * radius;
    object()->next_gauss = std::sin(angle) * radius;
  }
  return mean + z * deviation;
}

Result<double> Random::normalvariate(Object const& mu, Object const& sigma) const {
  double mean = PASS(float_argument(mu)), deviation = PASS(float_argument(sigma));
  double const factor = 4 * std::exp(-0.5) / std::sqrt(2.0);
  for (;;) {
    double u = random();
    double v = 1.0 - random();
    double z = factor * (u - 0.5) / v;
    if (z * z / 4.0 <= -std::log(v)) return mean + z * deviation;
  }
}

Result<double> Random::expovariate(Object const& lambd) const {
  double rate = PASS(float_argument(lambd));
  return true_divide(-std::log(1.0 - random()), rate);
}

}  // namespace aiocc::random
