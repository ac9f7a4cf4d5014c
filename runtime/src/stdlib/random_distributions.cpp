// The module random: distributions, by the algorithms that its documentation names, and the generator's state.
#include <cmath>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/math.hpp"
#include "aiocc/stdlib/random.hpp"

namespace aiocc::random {

namespace {

double const log_4 = std::log(4.0);
double const sg_magic = 1.0 + std::log(4.5);

/// Gamma distribution for alpha > 1: Cheng, "The generation of Gamma variables with non-integral shape parameters".
double gamma_above_one(Random const& source, double alpha) noexcept {
  double const a = std::sqrt(2.0 * alpha - 1.0), b = alpha - log_4, c = alpha + a;
  while (true) {
    double const u = source.random();
    if (!(1e-7 < u && u < 0.9999999)) continue;
    double const other = 1.0 - source.random();
    double const v = std::log(u / (1.0 - u)) / a;
    double const x = alpha * std::exp(v);
    double const z = u * u * other;
    double const r = b + c * v - x;
    if (r + sg_magic - 4.5 * z >= 0.0 || r >= std::log(z)) return x;
  }
}

/// For alpha < 1: algorithm GS of Kennedy and Gentle, "Statistical Computing".
double gamma_below_one(Random const& source, double alpha) noexcept {
  while (true) {
    double const b = (math::e + alpha) / math::e;
    double const p = b * source.random();
    double const x = p <= 1.0 ? std::pow(p, 1.0 / alpha) : -std::log((b - p) / alpha);
    double const u = source.random();
    if (p > 1.0 ? u <= std::pow(x, alpha - 1.0) : u <= std::exp(-x)) return x;
  }
}

Result<double> gamma_of(Random const& source, double alpha, double beta) {
  if (alpha <= 0.0 || beta <= 0.0) return raise_error(value_error_type, "gammavariate: alpha and beta must be > 0.0");
  if (alpha > 1.0) return gamma_above_one(source, alpha) * beta;
  if (alpha == 1.0) return -std::log(1.0 - source.random()) * beta;
  return gamma_below_one(source, alpha) * beta;
}

double log_gamma(double x) {
  Result<double> result = math::lgamma(x);
  return result ? result.value() : 0.0;
}

/// Few successes: the gaps between them are geometric.
std::int64_t binomial_by_gaps(Random const& source, double n, double p) {
  double const c = std::log2(1.0 - p);
  std::int64_t successes = 0;
  if (c == 0.0) return 0;
  for (double at = 0;; ++successes) {
    at += std::floor(std::log2(source.random()) / c) + 1;
    if (at > n) return successes;
  }
}

/// Many: algorithm BTRS of Hörmann, "The Generation of Binomial Random Variates".
std::int64_t binomial_by_rejection(Random const& source, double n, double p) {
  double const spq = std::sqrt(n * p * (1.0 - p));
  double const b = 1.15 + 2.53 * spq, a = -0.0873 + 0.0248 * b + 0.01 * p, c = n * p + 0.5, vr = 0.92 - 4.2 / b;
  double const alpha = (2.83 + 5.1 / b) * spq, lpq = std::log(p / (1.0 - p)), m = std::floor((n + 1) * p);
  double const h = log_gamma(m + 1) + log_gamma(n - m + 1);
  while (true) {
    double const u = source.random() - 0.5;
    double const us = 0.5 - std::fabs(u);
    double const k = std::floor((2.0 * a / us + b) * u + c);
    if (k < 0 || k > n) continue;
    double v = source.random();
    if (us >= 0.07 && v <= vr) return static_cast<std::int64_t>(k);
    v *= alpha / (a / (us * us) + b);
    if (std::log(v) <= h - log_gamma(k + 1) - log_gamma(n - k + 1) + (k - m) * lpq) return static_cast<std::int64_t>(k);
  }
}

}  // namespace

Result<double> Random::lognormvariate(Object const& mu, Object const& sigma) const {
  return math::exp(PASS(normalvariate(mu, sigma)));
}

Result<double> Random::vonmisesvariate(Object const& mu, Object const& kappa) const {
  double const mean = PASS(float_argument(mu)), concentration = PASS(float_argument(kappa));
  if (concentration <= 1e-6) return math::tau * random();
  double const s = 0.5 / concentration, r = s + std::sqrt(1.0 + s * s);
  double z;
  while (true) {
    z = std::cos(math::pi * random());
    double const d = z / (r + z);
    double const u = random();
    if (u < 1.0 - d * d || u <= (1.0 - d) * std::exp(d)) break;
  }
  double const q = 1.0 / r, f = (q + z) / (1.0 + q * z);
  double const angle = random() > 0.5 ? mean + std::acos(f) : mean - std::acos(f);
  // Python's `%`: the result has the sign of the divisor.
  double const rest = std::fmod(angle, math::tau);
  return rest < 0 ? rest + math::tau : rest;
}

Result<double> Random::gammavariate(Object const& alpha, Object const& beta) const {
  double const shape = PASS(float_argument(alpha));
  return gamma_of(*this, shape, PASS(float_argument(beta)));
}

Result<double> Random::betavariate(Object const& alpha, Object const& beta) const {
  double const first = PASS(float_argument(alpha)), second = PASS(float_argument(beta));
  double const y = PASS(gamma_of(*this, first, 1.0));
  if (y == 0) return 0.0;
  return y / (y + PASS(gamma_of(*this, second, 1.0)));
}

Result<double> Random::paretovariate(Object const& alpha) const {
  double const shape = PASS(float_argument(alpha));
  double const u = 1.0 - random();
  return std::pow(u, PASS(true_divide(-1.0, shape)));
}

Result<double> Random::weibullvariate(Object const& alpha, Object const& beta) const {
  double const scale = PASS(float_argument(alpha)), shape = PASS(float_argument(beta));
  double const u = 1.0 - random();
  return scale * std::pow(-std::log(u), PASS(true_divide(1.0, shape)));
}

Result<Int> Random::binomialvariate(Object const& n, Object const& p) const {
  double chance = PASS(float_argument(p));
  std::int64_t const trials = PASS(aiocc::detail::ssize_argument(n));
  if (trials < 0) return raise_error(value_error_type, "n must be non-negative");
  if (chance == 0.0) return Int(0);
  if (chance == 1.0) return Int(trials);
  if (!(chance > 0.0 && chance < 1.0)) return raise_error(value_error_type, "p must be in the range 0.0 <= p <= 1.0");
  if (trials == 1) return Int(std::int64_t{random() < chance});
  bool const mirrored = chance > 0.5;
  if (mirrored) chance = 1.0 - chance;
  auto const count = static_cast<double>(trials);
  std::int64_t const successes =
      count * chance < 10.0 ? binomial_by_gaps(*this, count, chance) : binomial_by_rejection(*this, count, chance);
  return Int(mirrored ? trials - successes : successes);
}

namespace {

Raised no_state() { return raise_error(not_implemented_error_type, "System entropy source does not have state."); }

}  // namespace

Result<Object> Random::getstate() const {
  if (object()->asks_system) return no_state();
  auto words = make_tuple_object(MersenneTwister::size + 1);
  for (std::size_t i = 0; i < MersenneTwister::size; ++i)
    words->items()[i] = Int(std::int64_t{object()->twister.words()[i]});
  words->items()[MersenneTwister::size] = Int(static_cast<std::int64_t>(object()->twister.position()));
  Object state = Object::adopt(words);
  double const next = object()->next_gauss;
  return pack_tuple(Int(3), state, std::isnan(next) ? None : box(next));
}

Result<Object> Random::reduce() const {
  return pack_tuple(box(*type_of(*this)), aiocc::make_tuple({}), PASS(call_method(*this, "getstate"_s)));
}

Result<void> Random::restore(Object const& state) const {
  PASS(call_method(*this, "setstate"_s, state));
  return {};
}

Result<void> Random::setstate(Object const& state) const {
  if (object()->asks_system) return no_state();
  Object const version = PASS(operators::get_item(state, Int(0)));
  if (!PASS(operators::test_equal(version, Int(3))) && !PASS(operators::test_equal(version, Int(2))))
    return raise_error(value_error_type, "state with version " + PASS(operators::str(version)).utf8() +
                                             " passed to Random.setstate() of version 3");
  Object parts[3];
  PASS(unpack(state, 3, parts));
  if (!is_instance(parts[1], tuple_type)) return raise_error(type_error_type, "state vector must be a tuple");
  auto const words = parts[1].as<TupleObject>()->words();
  if (words.size() != MersenneTwister::size + 1) return raise_error(value_error_type, "state vector is the wrong size");
  std::uint32_t restored[MersenneTwister::size];
  for (std::size_t i = 0; i < MersenneTwister::size; ++i)
    restored[i] = static_cast<std::uint32_t>(PASS(aiocc::detail::ssize_argument(words[i])));
  std::int64_t const position = PASS(aiocc::detail::ssize_argument(words[MersenneTwister::size]));
  if (position < 0 || position > static_cast<std::int64_t>(MersenneTwister::size))
    return raise_error(value_error_type, "invalid state");
  object()->twister.restore(restored, static_cast<std::size_t>(position));
  object()->next_gauss = parts[2].is(None) ? std::nan("") : PASS(float_argument(parts[2]));
  return {};
}

}  // namespace aiocc::random
