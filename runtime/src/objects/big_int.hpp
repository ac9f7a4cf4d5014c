// Big integers: GMP values in heap objects, and views of any Int as a GMP operand.
#pragma once

#include <gmp.h>

#include "aiocc/objects/int.hpp"

namespace aiocc {

/// Never holds what would fit 63 bits.
struct BigIntObject : LeafObject {
  BigIntObject() noexcept : LeafObject(&int_type) { mpz_init(value); }
  ~BigIntObject() { mpz_clear(value); }
  mpz_t value;
};

namespace detail {

/// A GMP value that clears itself.
struct Scratch {
  Scratch() noexcept { mpz_init(value); }
  ~Scratch() { mpz_clear(value); }
  Scratch(Scratch const&) = delete;
  mpz_t value;
  operator mpz_ptr() noexcept { return value; }
};

/// An Int's word as a GMP operand, without copying it.
class BigView {
 public:
  explicit BigView(std::uintptr_t word) noexcept {
    if (!(word & 1)) {
      operand_ = static_cast<BigIntObject*>(reinterpret_cast<HeapObject*>(word))->value;
      return;
    }
    auto number = static_cast<std::int64_t>(word) >> 1;
    limb_ = number < 0 ? -static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    operand_ = mpz_roinit_n(small_, &limb_, number < 0 ? -1 : number > 0);
  }
  explicit BigView(Int const& value) noexcept : BigView(value.bits()) {}
  BigView(BigView const&) = delete;
  operator mpz_srcptr() const noexcept { return operand_; }
  mpz_srcptr get() const noexcept { return operand_; }
  int sign() const noexcept { return mpz_sgn(operand_); }

 private:
  mp_limb_t limb_ = 0;
  mpz_t small_;
  mpz_srcptr operand_;
};

/// From here on GMP takes the memory of its numbers, most of which are short, from the pools.
void pool_big_ints() noexcept;

/// The Int of this value, which it may take over.
Int make_int(Scratch& value) noexcept;

}  // namespace detail
}  // namespace aiocc
