// The module random: generators, seeds, and ints.
#include "aiocc/stdlib/random.hpp"

#include <sys/random.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "../core/forking.hpp"
#include "../objects/attributes_apart.hpp"
#include "../objects/big_int.hpp"
#include "../objects/constructor_arguments.hpp"
#include "../objects/convert_arguments.hpp"
#include "../objects/native_instance.hpp"
#include "../objects/number_operands.hpp"
#include "aiocc/objects/bytearray.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "sha512.hpp"

namespace aiocc::random {

using aiocc::detail::BigView;
using aiocc::detail::make_int;
using aiocc::detail::Scratch;

/// init_by_array of the reference implementation.
void MersenneTwister::seed(std::uint32_t const* key, std::size_t count) noexcept {
  state_[0] = 19650218u;
  for (std::uint32_t i = 1; i < size; ++i) state_[i] = 1812433253u * (state_[i - 1] ^ state_[i - 1] >> 30) + i;
  std::size_t at = 1, used = 0;
  auto advance = [&] {
    if (++at < size) return;
    state_[0] = state_[size - 1];
    at = 1;
  };
  for (std::size_t left = std::max(size, count); left > 0; --left) {
    state_[at] = (state_[at] ^ (state_[at - 1] ^ state_[at - 1] >> 30) * 1664525u) + key[used] +
                 static_cast<std::uint32_t>(used);
    advance();
    if (++used >= count) used = 0;
  }
  for (std::size_t left = size - 1; left > 0; --left) {
    state_[at] = (state_[at] ^ (state_[at - 1] ^ state_[at - 1] >> 30) * 1566083941u) - static_cast<std::uint32_t>(at);
    advance();
  }
  state_[0] = 0x80000000u;
  position_ = size;
}

void MersenneTwister::restore(std::uint32_t const* words, std::size_t position) noexcept {
  std::copy_n(words, size, state_);
  position_ = position;
}

void MersenneTwister::refill() noexcept {
  constexpr std::size_t distance = 397;
  for (std::size_t i = 0; i < size; ++i) {
    std::uint32_t mixed = (state_[i] & 0x80000000u) | (state_[(i + 1) % size] & 0x7FFFFFFFu);
    state_[i] = state_[(i + distance) % size] ^ mixed >> 1 ^ (mixed & 1 ? 0x9908B0DFu : 0);
  }
  position_ = 0;
}

std::uint32_t MersenneTwister::next() noexcept {
  if (position_ == size) refill();
  std::uint32_t word = state_[position_++];
  word ^= word >> 11;
  word ^= word << 7 & 0x9D2C5680u;
  word ^= word << 15 & 0xEFC60000u;
  return word ^ word >> 18;
}

RandomObject::RandomObject() noexcept
    : HeapObject(&random_type), next_gauss(std::numeric_limits<double>::quiet_NaN()) {}

namespace {

void seed_with(MersenneTwister& twister, Int const& value) {
  BigView magnitude(value);
  std::size_t count = 0;
  std::vector<std::uint32_t> key(mpz_sizeinbase(magnitude, 2) / 32 + 2);
  mpz_export(key.data(), &count, -1, 4, 0, 0, magnitude);
  twister.seed(key.data(), std::max<std::size_t>(count, 1));
}

void seed_from_system(MersenneTwister& twister) noexcept {
  std::uint32_t key[624];
  if (getentropy(key, 256) != 0) key[0] = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(key));
  twister.seed(key, 64);
}

/// Text counts as itself and its digest, read as one number.
Int number_of_text(std::string text) {
  text += aiocc::detail::sha512(text);
  Scratch result;
  mpz_import(result, text.size(), 1, 1, 0, 0, text.data());
  return make_int(result);
}

/// The hash of a text in Python 3.1 and before, without a sign: seeds of version 1 are made of it.
Int old_hash(Str const& text) {
  std::int64_t const length = text.length();
  std::uint64_t value = length == 0 ? 0 : std::uint64_t{text[0]} << 7;
  for (std::int64_t i = 0; i < length; ++i) value = value * 1000003 ^ std::uint64_t{text[i]};
  return Int::from_unsigned(value ^ static_cast<std::uint64_t>(length));
}

}  // namespace

std::uint32_t RandomObject::system_word() noexcept {
  constexpr std::size_t count = 64;
  static thread_local std::uint32_t words[count];
  static thread_local std::size_t left = 0;
  if (left == 0) {
    // It fails only where the kernel lacks it, which aiocc's own requirements exclude.
    if (getentropy(words, sizeof(words)) != 0) std::abort();
    left = count;
  }
  return words[--left];
}

Result<Random> make_random(Object const& x) {
  Random made = word_cast<Random>(Object::adopt(new RandomObject));
  PASS(made.seed(x, Int(2)));
  return made;
}

/// What the module's functions draw from.
Random const& shared() noexcept {
  static Random const* generator = [] {
    auto* object = new RandomObject;
    seed_from_system(object->twister);
    aiocc::detail::reseed_after_fork = []() noexcept { seed_from_system(shared().object()->twister); };
    return new Random(word_cast<Random>(Object::adopt(object)));
  }();
  return *generator;
}

Result<void> Random::seed(Object const& a, Object const& version) const {
  if (object()->asks_system) return {};
  // Only version 2 knows of them.
  if (is_instance(a, bytearray_type) && !PASS(operators::test_equal(version, Int(2)))) PASS(operators::hash(a));
  MersenneTwister& twister = object()->twister;
  if (a.is(None))
    seed_from_system(twister);
  else if (Int number = aiocc::detail::int_operand(a); number.bound())
    seed_with(twister, number);
  else if (is_float(a))
    seed_with(twister, Int::from_unsigned(static_cast<std::uint64_t>(hash_double(float_value(a)))));
  else if ((is_any_str(a) || is_any_bytes(a)) && PASS(operators::test_equal(version, Int(1))))
    seed_with(twister, old_hash(is_any_str(a) ? static_cast<Str const&>(a)
                                              : Str::from_latin1(static_cast<Bytes const&>(a).view())));
  else if (is_any_str(a))
    seed_with(twister, number_of_text(static_cast<Str const&>(a).utf8()));
  else if (is_any_bytes(a) || is_instance(a, bytearray_type))
    seed_with(twister, number_of_text(std::string(PASS(aiocc::detail::bytes_like(a)).view())));
  else
    return raise_error(type_error_type,
                       "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
  object()->next_gauss = std::numeric_limits<double>::quiet_NaN();
  return {};
}

double Random::random() const noexcept {
  std::uint32_t high = object()->next_word() >> 5;
  std::uint32_t low = object()->next_word() >> 6;
  return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

Int Random::drawn_bits(std::int64_t count) const noexcept {
  RandomObject* const source = object();
  if (count == 0) return Int(0);
  if (count <= 32) return Int(std::int64_t{source->next_word() >> (32 - count)});
  std::vector<std::uint32_t> words(static_cast<std::size_t>((count - 1) / 32 + 1));
  for (std::uint32_t& word : words) {
    word = source->next_word();
    if (count < 32) word >>= 32 - count;
    count -= 32;
  }
  Scratch result;
  mpz_import(result, words.size(), -1, 4, 0, 0, words.data());
  return make_int(result);
}

Int Random::below(Int const& limit) const noexcept {
  if (limit.is_small_int()) return Int(below(limit.small()));
  std::int64_t size = limit.bit_length().small();
  Int drawn = drawn_bits(size);
  while (drawn >= limit) drawn = drawn_bits(size);
  return drawn;
}

std::int64_t Random::below(std::int64_t limit) const noexcept {
  int size = std::bit_width(static_cast<std::uint64_t>(limit));
  auto draw = [&]() -> std::int64_t {
    if (size <= 32) return object()->next_word() >> (32 - size);
    std::uint64_t low = object()->next_word();
    return static_cast<std::int64_t>(low | std::uint64_t{object()->next_word() >> (64 - size)} << 32);
  };
  std::int64_t drawn = draw();
  while (drawn >= limit) drawn = draw();
  return drawn;
}

Result<Int> Random::getrandbits(Object const& k) const {
  std::int64_t count = PASS(aiocc::detail::ssize_argument(k));
  if (count < 0) return raise_error(value_error_type, "number of bits must be non-negative");
  return drawn_bits(count);
}

Result<Bytes> Random::randbytes(Object const& n) const {
  std::int64_t count = PASS(aiocc::detail::ssize_argument(n));
  if (count < 0) return raise_error(value_error_type, "number of bits must be non-negative");
  return drawn_bits(count * 8).to_bytes(n, "little"_s, False);
}

namespace {

std::string shown(Int const& value) { return value.digits(10); }

Raised empty_range(std::string const& range) {
  return raise_error(value_error_type, "empty range in randrange(" + range + ")");
}

}  // namespace

Result<Int> Random::randrange(Object const& start, Object const& stop, Object const& step) const {
  Int first = PASS(operators::index(start));
  if (stop.is(None)) {
    if (!step.is(Int(1))) return raise_error(type_error_type, "Missing a non-None stop argument");
    if (first <= Int(0)) return raise_error(value_error_type, "empty range for randrange()");
    return below(first);
  }
  Int last = PASS(operators::index(stop));
  Int stride = PASS(operators::index(step));
  Int width = last - first;
  if (stride == Int(1)) {
    if (width <= Int(0)) return empty_range(shown(first) + ", " + shown(last));
    return first + below(width);
  }
  if (stride == Int(0)) return raise_error(value_error_type, "zero step for randrange()");
  Int count = PASS(floor_divide(width + stride + (stride > Int(0) ? Int(-1) : Int(1)), stride));
  if (count <= Int(0)) return empty_range(shown(first) + ", " + shown(last) + ", " + shown(stride));
  return first + stride * below(count);
}

Result<Int> Random::randint(Object const& a, Object const& b) const {
  Object behind = PASS(operators::add(b, Int(1)));
  return randrange(a, behind, Int(1));
}

namespace {

constexpr char const* random_parameters[] = {"x"};

/// The runtime's methods draw by what they know, and wouldn't see a class's own source.
Result<void> check_sources(Type* type) {
  for (char const* name : {"random", "getrandbits"}) {
    Str const key = Str::intern(name);
    if (!aiocc::detail::find_in_mro(type, key)->is(*aiocc::detail::find_in_mro(&random_type, key)))
      return raise_error(not_implemented_error_type,
                         std::string("aiocc can't derive classes from random.Random that override '") + name + "'");
  }
  return {};
}

Result<Object> construct_random(Type* type, Object const*, std::size_t, KeywordNames const*) {
  PASS(check_sources(type));
  RandomObject* const made = aiocc::detail::make_native<RandomObject>(type, random_type);
  made->asks_system = is_subtype(type, &system_random_type);
  seed_from_system(made->twister);
  return Object::adopt(made);
}

Result<void> init_random(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  Object argument;
  PASS(aiocc::detail::init_arguments("Random", random_parameters, args, count, names, &argument));
  if (!argument.bound()) argument = None;
  if (!type_of(self)->is_user_class) return static_cast<Random const&>(self).seed(argument, Int(2));
  // Classes may have a seed() of their own.
  PASS(call_method(self, "seed"_s, argument));
  return {};
}

Result<void> set_random_attribute(Object const& self, Str const& name, Object const* value) {
  if (name.equals("random") || name.equals("getrandbits"))
    return raise_error(not_implemented_error_type, "aiocc can't replace the source of a random.Random");
  return aiocc::detail::generic_set_attr(self, name, value);
}

constexpr Slots random_slots() {
  return {.dealloc = aiocc::detail::dealloc_native<RandomObject, random_type>,
          .weak_references = aiocc::detail::forget_weak_references,
          .set_attr = set_random_attribute,
          .construct = construct_random,
          .init = init_random,
          .members = members<random_type>};
}

}  // namespace

constinit Type random_type("Random", &object_type, sizeof(RandomObject), random_slots(), "random", true);
[[maybe_unused]] bool const random_has_attributes = aiocc::detail::keep_attributes_apart(random_type);
constinit Type system_random_type("SystemRandom", &random_type, sizeof(RandomObject),
                                  Slots{.construct = construct_random, .members = members<system_random_type>},
                                  "random", true);

Result<Object> make_system_random(Object const& x) { return call(box(system_random_type), x); }

}  // namespace aiocc::random
