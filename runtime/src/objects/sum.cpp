// The accumulator of `sum`.
#include "aiocc/objects/sum.hpp"

#include "aiocc/objects/operators.hpp"

namespace aiocc {

namespace {

bool is_int(Object const& value) noexcept { return type_of(value) == &int_type; }

}  // namespace

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
