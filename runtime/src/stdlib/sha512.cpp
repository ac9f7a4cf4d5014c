// SHA-512 (FIPS 180-4). The round constants are the fractional parts of the cube roots of the first 80 primes, the start
// values those of the square roots of the first 8; both are computed with GMP at first use rather than listed.
#include "sha512.hpp"

#include <gmp.h>

#include <array>
#include <bit>
#include <cstdint>

namespace aiocc::detail {

namespace {

using Words = std::array<std::uint64_t, 80>;

/// The first 64 bits behind the point of `prime`'s square or cube root.
std::uint64_t root_fraction(unsigned prime, unsigned degree) {
  mpz_t value;
  mpz_init_set_ui(value, prime);
  mpz_mul_2exp(value, value, 64 * degree);
  mpz_root(value, value, degree);
  std::uint64_t bits = mpz_get_ui(value);
  mpz_clear(value);
  return bits;
}

Words prime_roots(unsigned degree) {
  Words roots{};
  std::size_t count = 0;
  for (unsigned number = 2; count < roots.size(); ++number) {
    bool prime = true;
    for (unsigned divisor = 2; divisor * divisor <= number; ++divisor) prime = prime && number % divisor != 0;
    if (prime) roots[count++] = root_fraction(number, degree);
  }
  return roots;
}

std::uint64_t big_sigma(std::uint64_t x, int a, int b, int c) {
  return std::rotr(x, a) ^ std::rotr(x, b) ^ std::rotr(x, c);
}
std::uint64_t small_sigma(std::uint64_t x, int a, int b, int shift) {
  return std::rotr(x, a) ^ std::rotr(x, b) ^ x >> shift;
}

void absorb(std::array<std::uint64_t, 8>& state, unsigned char const* block) {
  static Words const constants = prime_roots(3);
  Words schedule{};
  for (std::size_t i = 0; i < 16; ++i)
    for (std::size_t byte = 0; byte < 8; ++byte) schedule[i] = schedule[i] << 8 | block[8 * i + byte];
  for (std::size_t i = 16; i < 80; ++i)
    schedule[i] = small_sigma(schedule[i - 2], 19, 61, 6) + schedule[i - 7] + small_sigma(schedule[i - 15], 1, 8, 7) +
                  schedule[i - 16];
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 80; ++i) {
    std::uint64_t first = h + big_sigma(e, 14, 18, 41) + ((e & f) ^ (~e & g)) + constants[i] + schedule[i];
    std::uint64_t second = big_sigma(a, 28, 34, 39) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + first, d = c, c = b, b = a, a = first + second;
  }
  std::uint64_t const added[] = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += added[i];
}

}  // namespace

std::string sha512(std::string_view data) {
  static Words const roots = prime_roots(2);
  std::array<std::uint64_t, 8> state;
  for (std::size_t i = 0; i < 8; ++i) state[i] = roots[i];
  std::string padded(data);
  padded += static_cast<char>(0x80);
  while (padded.size() % 128 != 112) padded += '\0';
  padded.append(8, '\0');
  for (int shift = 56; shift >= 0; shift -= 8) padded += static_cast<char>(std::uint64_t{data.size()} * 8 >> shift);
  for (std::size_t at = 0; at < padded.size(); at += 128)
    absorb(state, reinterpret_cast<unsigned char const*>(padded.data()) + at);
  std::string digest;
  for (std::uint64_t word : state)
    for (int shift = 56; shift >= 0; shift -= 8) digest += static_cast<char>(word >> shift);
  return digest;
}

}  // namespace aiocc::detail
