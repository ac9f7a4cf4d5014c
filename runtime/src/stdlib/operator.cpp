// The module operator: functions.
#include "aiocc/stdlib/operator.hpp"

#include "../objects/sequence.hpp"
#include "aiocc/objects/numbers.hpp"

namespace aiocc::operator_ {

#define AIOCC_BINARY(name) \
  Result<Object> name(Object const& a, Object const& b) { return operators::name(a, b); }
AIOCC_BINARY(add)
AIOCC_BINARY(floor_divide)
AIOCC_BINARY(left_shift)
AIOCC_BINARY(matrix_multiply)
AIOCC_BINARY(modulo)
AIOCC_BINARY(multiply)
AIOCC_BINARY(power)
AIOCC_BINARY(right_shift)
AIOCC_BINARY(subtract)
AIOCC_BINARY(true_divide)
AIOCC_BINARY(bit_and)
AIOCC_BINARY(bit_or)
AIOCC_BINARY(bit_xor)
AIOCC_BINARY(less)
AIOCC_BINARY(less_equal)
AIOCC_BINARY(equal)
AIOCC_BINARY(not_equal)
AIOCC_BINARY(greater_equal)
AIOCC_BINARY(greater)
AIOCC_BINARY(get_item)
AIOCC_BINARY(inplace_add)
AIOCC_BINARY(inplace_bit_and)
AIOCC_BINARY(inplace_bit_or)
AIOCC_BINARY(inplace_bit_xor)
AIOCC_BINARY(inplace_floor_divide)
AIOCC_BINARY(inplace_left_shift)
AIOCC_BINARY(inplace_matrix_multiply)
AIOCC_BINARY(inplace_modulo)
AIOCC_BINARY(inplace_multiply)
AIOCC_BINARY(inplace_power)
AIOCC_BINARY(inplace_right_shift)
AIOCC_BINARY(inplace_subtract)
AIOCC_BINARY(inplace_true_divide)
#undef AIOCC_BINARY

Result<Object> negative(Object const& a) { return operators::negative(a); }
Result<Object> positive(Object const& a) { return operators::positive(a); }
Result<Object> invert(Object const& a) { return operators::invert(a); }
Result<Object> absolute(Object const& a) { return builtins::abs(a); }
Result<Int> index(Object const& a) { return operators::index(a); }
Result<bool> truth(Object const& a) { return operators::truth(a); }
Result<bool> not_(Object const& a) { return operators::not_(a); }
Result<bool> contains(Object const& a, Object const& b) { return operators::contains(a, b); }
Result<void> set_item(Object const& a, Object const& b, Object const& c) { return operators::set_item(a, b, c); }
Result<void> delete_item(Object const& a, Object const& b) { return operators::delete_item(a, b); }

namespace {

Result<void> check_concatenated(Object const& a) {
  Type* type = type_of(a);
  detail::ensure_ready(type);
  bool const is_sequence = type->slots.get_item && !is_instance(a, dict_type);
  if (is_sequence) return {};
  return raise_error(type_error_type, std::string("'") + type->name + "' object can't be concatenated");
}

}  // namespace

Result<Object> concatenate(Object const& a, Object const& b) {
  PASS(check_concatenated(a));
  return operators::add(a, b);
}

Result<Object> inplace_concatenate(Object const& a, Object const& b) {
  PASS(check_concatenated(a));
  return operators::inplace_add(a, b);
}

Result<Int> count_of(Object const& a, Object const& b) {
  std::int64_t count = 0;
  PASS(detail::for_each(a, [&](Object const& item) -> Result<bool> {
    if (PASS(detail::item_equals(item, b))) ++count;
    return true;
  }));
  return Int(count);
}

Result<Int> index_of(Object const& a, Object const& b) {
  std::int64_t position = 0;
  bool found = false;
  PASS(detail::for_each(a, [&](Object const& item) -> Result<bool> {
    found = PASS(detail::item_equals(item, b));
    if (!found) ++position;
    return !found;
  }));
  if (!found) return raise_error(value_error_type, "sequence.index(x): x not in sequence");
  return Int(position);
}

Result<Int> length_hint(Object const& object, Object const& otherwise) {
  std::int64_t const fallback = PASS(detail::size_argument(otherwise));
  Type* type = type_of(object);
  detail::ensure_ready(type);
  if (type->slots.length) {
    Result<std::int64_t> length = operators::length(object);
    if (length) return Int(length.value());
    if (!error_is(type_error_type)) return raised;
    (void)take_error();
  }
  Object hint;
  Result<bool> found = operators::call_special(object, "__length_hint__"_s, hint);
  if (!found && !error_is(type_error_type)) return raised;
  if (!found) (void)take_error();
  if (!found || !found.value() || hint.is(NotImplemented)) return Int(fallback);
  if (!is_instance(hint, int_type))
    return raise_error(type_error_type, std::string("__length_hint__ must be an integer, not ") + type_of(hint)->name);
  Int length = PASS(operators::index(hint));
  if (PASS(operators::test_less(length, Int(0))))
    return raise_error(value_error_type, "__length_hint__() should return >= 0");
  return length;
}

Result<Object> call(Arguments args, Dict<Str, Object> const& kwargs) {
  PASS(detail::argument_range("call", args.size(), 1, SIZE_MAX));
  Object const& callee = args[0];
  if (!kwargs.bound() || kwargs.size() == 0) return call_array(callee, args.data() + 1, args.size() - 1);
  return call_unpacked(callee, make_tuple({args.data() + 1, args.size() - 1}), kwargs);
}

}  // namespace aiocc::operator_
