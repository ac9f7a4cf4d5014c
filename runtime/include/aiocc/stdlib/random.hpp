// The module random: the Mersenne Twister with CPython's sequences.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/list.hpp"

namespace aiocc::random {

/// MT19937 as CPython seeds and reads it.
class MersenneTwister {
 public:
  static constexpr std::size_t size = 624;

  void seed(std::uint32_t const* key, std::size_t count) noexcept;
  std::uint32_t next() noexcept;
  std::uint32_t const* words() const noexcept { return state_; }
  std::size_t position() const noexcept { return position_; }
  /// What `words` and `position` were.
  void restore(std::uint32_t const* words, std::size_t position) noexcept;

 private:
  void refill() noexcept;
  std::uint32_t state_[size];
  std::size_t position_ = size;
};

struct RandomObject : HeapObject {
  explicit RandomObject() noexcept;
  /// Of the twister; SystemRandom's are the system's.
  std::uint32_t next_word() noexcept { return asks_system ? system_word() : twister.next(); }
  static std::uint32_t system_word() noexcept;
  MersenneTwister twister;
  bool asks_system = false;
  /// gauss() makes two values at a time; NaN while there's none left.
  double next_gauss;
};

extern Type random_type;
/// Its numbers come from the system: they can't be had again.
extern Type system_random_type AIOCC_PY_CLASS("SystemRandom(Random)", subclassable);

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("random.Random", subclassable) Random : public Object {
 public:
  constexpr Random() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, random_type); }
  RandomObject* object() const noexcept { return as<RandomObject>(); }

  /// Initialises the generator; the same int, float, str or bytes gives CPython's sequence.
  AIOCC_PY("def seed(self, a: object = None, version: object = 2) -> None")
  Result<void> seed(Object const& a, Object const& version) const;
  /// The next number in [0.0, 1.0).
  AIOCC_PY("def random(self) -> float")
  double random() const noexcept;
  AIOCC_PY("def getrandbits(self, k: object, /) -> int")
  Result<Int> getrandbits(Object const& k) const;
  AIOCC_PY("def randbytes(self, n: object) -> bytes")
  Result<Bytes> randbytes(Object const& n) const;
  AIOCC_PY("def randrange(self, start: object, stop: object = None, step: object = 1) -> int")
  Result<Int> randrange(Object const& start, Object const& stop, Object const& step) const;
  AIOCC_PY("def randint(self, a: object, b: object) -> int")
  Result<Int> randint(Object const& a, Object const& b) const;
  AIOCC_PY("def choice(self, seq: object) -> object")
  Result<Object> choice(Object const& seq) const;
  /// Reorders a mutable sequence in place.
  AIOCC_PY("def shuffle(self, x: object) -> None")
  Result<void> shuffle(Object const& x) const;
  /// `k` different items, in random order.
  AIOCC_PY("def sample(self, population: object, k: object, *, counts: object = None) -> list[object]")
  Result<List<Object>> sample(Object const& population, Object const& k, Object const& counts) const;
  /// `k` items, each chosen anew.
  AIOCC_PY(
      "def choices(self, population: object, weights: object = None, *, cum_weights: object = None, k: object = 1) -> "
      "list[object]")
  Result<List<Object>> choices(Object const& population, Object const& weights, Object const& cum_weights,
                               Object const& k) const;
  AIOCC_PY("def uniform(self, a: object, b: object) -> float")
  Result<double> uniform(Object const& a, Object const& b) const;
  AIOCC_PY("def triangular(self, low: object = 0.0, high: object = 1.0, mode: object = None) -> float")
  Result<double> triangular(Object const& low, Object const& high, Object const& mode) const;
  AIOCC_PY("def gauss(self, mu: object = 0.0, sigma: object = 1.0) -> float")
  Result<double> gauss(Object const& mu, Object const& sigma) const;
  AIOCC_PY("def normalvariate(self, mu: object = 0.0, sigma: object = 1.0) -> float")
  Result<double> normalvariate(Object const& mu, Object const& sigma) const;
  AIOCC_PY("def expovariate(self, lambd: object = 1.0) -> float")
  Result<double> expovariate(Object const& lambd) const;
  /// Log normal distribution.
  AIOCC_PY("def lognormvariate(self, mu: object, sigma: object) -> float")
  Result<double> lognormvariate(Object const& mu, Object const& sigma) const;
  /// Circular data distribution.
  AIOCC_PY("def vonmisesvariate(self, mu: object, kappa: object) -> float")
  Result<double> vonmisesvariate(Object const& mu, Object const& kappa) const;
  /// Gamma distribution. ValueError unless both parameters are positive.
  AIOCC_PY("def gammavariate(self, alpha: object, beta: object) -> float")
  Result<double> gammavariate(Object const& alpha, Object const& beta) const;
  /// Beta distribution.
  AIOCC_PY("def betavariate(self, alpha: object, beta: object) -> float")
  Result<double> betavariate(Object const& alpha, Object const& beta) const;
  /// Pareto distribution.
  AIOCC_PY("def paretovariate(self, alpha: object) -> float")
  Result<double> paretovariate(Object const& alpha) const;
  /// Weibull distribution.
  AIOCC_PY("def weibullvariate(self, alpha: object, beta: object) -> float")
  Result<double> weibullvariate(Object const& alpha, Object const& beta) const;
  /// The number of successes among `n` trials.
  AIOCC_PY("def binomialvariate(self, n: object = 1, p: object = 0.5) -> int")
  Result<Int> binomialvariate(Object const& n, Object const& p) const;
  /// What setstate takes: the generator goes on from there.
  AIOCC_PY("def getstate(self) -> object")
  Result<Object> getstate() const;
  AIOCC_PY("def setstate(self, state: object) -> None")
  Result<void> setstate(Object const& state) const;
  /// For pickle and copy.
  AIOCC_PY("def __reduce__(self) -> object")
  Result<Object> reduce() const;
  AIOCC_PY("def __setstate__(self, state: object) -> None")
  Result<void> restore(Object const& state) const;

  /// An int in [0, limit); `limit` is positive.
  Int below(Int const& limit) const noexcept;
  std::int64_t below(std::int64_t limit) const noexcept;
  Int drawn_bits(std::int64_t count) const noexcept;
};

AIOCC_PY("def Random(x: object = None) -> Random")
Result<Random> make_random(Object const& x);
AIOCC_PY("def SystemRandom(x: object = None) -> object")
Result<Object> make_system_random(Object const& x);

/// The generator behind the module's functions; seeded from the system at first use.
Random const& shared() noexcept;

AIOCC_PY("def seed(a: object = None, version: object = 2) -> None")
inline Result<void> seed(Object const& a, Object const& version) { return shared().seed(a, version); }
AIOCC_PY("def random() -> float")
inline double random() noexcept { return shared().random(); }
AIOCC_PY("def getrandbits(k: object, /) -> int")
inline Result<Int> getrandbits(Object const& k) { return shared().getrandbits(k); }
AIOCC_PY("def randbytes(n: object) -> bytes")
inline Result<Bytes> randbytes(Object const& n) { return shared().randbytes(n); }
AIOCC_PY("def randrange(start: object, stop: object = None, step: object = 1) -> int")
inline Result<Int> randrange(Object const& start, Object const& stop, Object const& step) {
  return shared().randrange(start, stop, step);
}
AIOCC_PY("def randint(a: object, b: object) -> int")
inline Result<Int> randint(Object const& a, Object const& b) { return shared().randint(a, b); }
template <class T>
AIOCC_PY("def choice[T](seq: list[T]) -> T", retains)
Result<T> choice(List<T> const& seq) { return from_object<T>(PASS(shared().choice(seq))); }
AIOCC_PY("def choice(seq: object) -> object")
inline Result<Object> choice(Object const& seq) { return shared().choice(seq); }
AIOCC_PY("def shuffle(x: object) -> None")
inline Result<void> shuffle(Object const& x) { return shared().shuffle(x); }
template <class T>
AIOCC_PY("def sample[T](population: list[T], k: object) -> list[T]", retains)
Result<List<T>> sample(List<T> const& population, Object const& k) {
  return word_cast<List<T>>(Object(PASS(shared().sample(population, k, None))));
}
AIOCC_PY("def sample(population: object, k: object, *, counts: object = None) -> list[object]")
inline Result<List<Object>> sample(Object const& population, Object const& k, Object const& counts) {
  return shared().sample(population, k, counts);
}
AIOCC_PY(
    "def choices(population: object, weights: object = None, *, cum_weights: object = None, k: object = 1) -> "
    "list[object]")
inline Result<List<Object>> choices(Object const& population, Object const& weights, Object const& cum_weights,
                                    Object const& k) {
  return shared().choices(population, weights, cum_weights, k);
}
AIOCC_PY("def uniform(a: object, b: object) -> float")
inline Result<double> uniform(Object const& a, Object const& b) { return shared().uniform(a, b); }
AIOCC_PY("def triangular(low: object = 0.0, high: object = 1.0, mode: object = None) -> float")
inline Result<double> triangular(Object const& low, Object const& high, Object const& mode) {
  return shared().triangular(low, high, mode);
}
AIOCC_PY("def gauss(mu: object = 0.0, sigma: object = 1.0) -> float")
inline Result<double> gauss(Object const& mu, Object const& sigma) { return shared().gauss(mu, sigma); }
AIOCC_PY("def normalvariate(mu: object = 0.0, sigma: object = 1.0) -> float")
inline Result<double> normalvariate(Object const& mu, Object const& sigma) { return shared().normalvariate(mu, sigma); }
AIOCC_PY("def expovariate(lambd: object = 1.0) -> float")
inline Result<double> expovariate(Object const& lambd) { return shared().expovariate(lambd); }
AIOCC_PY("def lognormvariate(mu: object, sigma: object) -> float")
inline Result<double> lognormvariate(Object const& mu, Object const& sigma) {
  return shared().lognormvariate(mu, sigma);
}
AIOCC_PY("def vonmisesvariate(mu: object, kappa: object) -> float")
inline Result<double> vonmisesvariate(Object const& mu, Object const& kappa) {
  return shared().vonmisesvariate(mu, kappa);
}
AIOCC_PY("def gammavariate(alpha: object, beta: object) -> float")
inline Result<double> gammavariate(Object const& alpha, Object const& beta) {
  return shared().gammavariate(alpha, beta);
}
AIOCC_PY("def betavariate(alpha: object, beta: object) -> float")
inline Result<double> betavariate(Object const& alpha, Object const& beta) { return shared().betavariate(alpha, beta); }
AIOCC_PY("def paretovariate(alpha: object) -> float")
inline Result<double> paretovariate(Object const& alpha) { return shared().paretovariate(alpha); }
AIOCC_PY("def weibullvariate(alpha: object, beta: object) -> float")
inline Result<double> weibullvariate(Object const& alpha, Object const& beta) {
  return shared().weibullvariate(alpha, beta);
}
AIOCC_PY("def binomialvariate(n: object = 1, p: object = 0.5) -> int")
inline Result<Int> binomialvariate(Object const& n, Object const& p) { return shared().binomialvariate(n, p); }
AIOCC_PY("def getstate() -> object")
inline Result<Object> getstate() { return shared().getstate(); }
AIOCC_PY("def setstate(state: object) -> None")
inline Result<void> setstate(Object const& state) { return shared().setstate(state); }

}  // namespace aiocc::random
