// The types int and bool: slots over Int's operations.
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/numbers.hpp"
#include "aiocc/objects/operators.hpp"
#include "big_int.hpp"
#include "constructor_arguments.hpp"
#include "convert_arguments.hpp"
#include "held_bytes.hpp"
#include "native_instance.hpp"
#include "number_operands.hpp"
#include "numeral.hpp"

namespace aiocc {

namespace detail {

Int int_operand(Object const& value) noexcept {
  if (value.is_small_int()) return Int::from_word(value.bits());
  Type* type = value.heap()->type;
  if (type == &int_type) return word_cast<Int>(value);
  if (type == &bool_type) return Int(value.is(True));
  if (!is_subtype(type, &int_type)) return Int();
  mpz_srcptr const number = value.as<BigIntObject>()->value;
  if (mpz_fits_slong_p(number)) return Int(std::int64_t{mpz_get_si(number)});
  Scratch copy;
  mpz_set(copy, number);
  return make_int(copy);
}

}  // namespace detail

using detail::int_operand;

namespace {

constexpr std::size_t slot(BinaryOp op) noexcept { return static_cast<std::size_t>(op); }

/// A binary slot over two Ints; anything else is for the other operand's type.
template <auto operation>
Result<Object> binary(Object const& left, Object const& right) {
  Int a = int_operand(left);
  if (!a.bound()) return NotImplemented;
  Int b = int_operand(right);
  if (!b.bound()) return NotImplemented;
  return operation(a, b);
}

Result<Object> add(Int const& a, Int const& b) { return a + b; }
Result<Object> subtract(Int const& a, Int const& b) { return a - b; }
Result<Object> multiply(Int const& a, Int const& b) { return a * b; }
Result<Object> bit_and(Int const& a, Int const& b) { return a & b; }
Result<Object> bit_or(Int const& a, Int const& b) { return a | b; }
Result<Object> bit_xor(Int const& a, Int const& b) { return a ^ b; }
Result<Object> floor_quotient(Int const& a, Int const& b) { return PASS(floor_divide(a, b)); }
Result<Object> remainder(Int const& a, Int const& b) { return PASS(modulo(a, b)); }
Result<Object> shift_left(Int const& a, Int const& b) { return PASS(left_shift(a, b)); }
Result<Object> shift_right(Int const& a, Int const& b) { return PASS(right_shift(a, b)); }
Result<Object> quotient(Int const& a, Int const& b) { return box(PASS(true_divide(a, b))); }
Result<Object> raise_to(Int const& a, Int const& b) { return power(a, b); }

Result<Object> compare_ints(Object const& left, Object const& right, CompareOp op) {
  Int a = int_operand(left);
  Int b = int_operand(right);
  if (!a.bound() || !b.bound()) return NotImplemented;
  switch (op) {
    case CompareOp::Lt: return box(a < b);
    case CompareOp::Le: return box(a <= b);
    case CompareOp::Eq: return box(a == b);
    case CompareOp::Ne: return box(a != b);
    case CompareOp::Gt: return box(a > b);
    case CompareOp::Ge: return box(a >= b);
  }
  return NotImplemented;
}

Result<Object> repr_int(Object const& self) { return PASS(int_operand(self).to_str()); }
Result<std::int64_t> hash_int(Object const& self) { return int_operand(self).hash(); }
Result<bool> truth_int(Object const& self) { return int_operand(self) != Int(0); }
Result<Object> negative_int(Object const& self) { return -int_operand(self); }
Result<Object> same_int(Object const& self) { return int_operand(self); }
Result<Object> invert_int(Object const& self) {
  if (type_of(self) == &bool_type)
    PASS(
        warn(deprecation_warning_type,
             "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise "
             "inversion of the underlying int object and is usually not what you expect from negating a bool. Use the "
             "'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the "
             "underlying int."));
  return ~int_operand(self);
}
Result<Object> float_of_int(Object const& self) { return box(PASS(to_double(int_operand(self)))); }

void dealloc_int(HeapObject* self) noexcept { detail::dealloc_native<BigIntObject, int_type>(self); }

constexpr char const* int_parameters[] = {"x", "base"};

Result<Object> construct_int(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  Object slots[2];
  PASS(detail::constructor_arguments("int", int_parameters, 1, args, count, names, slots));
  Int value = PASS(builtins::int_(slots[0], slots[1]));
  if (type == &int_type) return value;
  auto* object = detail::make_native<BigIntObject>(type, int_type);
  mpz_set(object->value, detail::BigView(value));
  return Object::adopt(object);
}

constexpr Slots int_slots() {
  Slots slots{.dealloc = dealloc_int,
              .repr = repr_int,
              .hash = hash_int,
              .truth = truth_int,
              .compare = compare_ints,
              .negative = negative_int,
              .positive = same_int,
              .invert = invert_int,
              .index = same_int,
              .to_int = same_int,
              .to_float = float_of_int,
              .construct = construct_int,
              .members = members<int_type>};
  slots.binary[slot(BinaryOp::Add)] = binary<add>;
  slots.binary[slot(BinaryOp::Subtract)] = binary<subtract>;
  slots.binary[slot(BinaryOp::Multiply)] = binary<multiply>;
  slots.binary[slot(BinaryOp::TrueDivide)] = binary<quotient>;
  slots.binary[slot(BinaryOp::FloorDivide)] = binary<floor_quotient>;
  slots.binary[slot(BinaryOp::Modulo)] = binary<remainder>;
  slots.binary[slot(BinaryOp::Power)] = binary<raise_to>;
  slots.binary[slot(BinaryOp::LeftShift)] = binary<shift_left>;
  slots.binary[slot(BinaryOp::RightShift)] = binary<shift_right>;
  slots.binary[slot(BinaryOp::And)] = binary<bit_and>;
  slots.binary[slot(BinaryOp::Or)] = binary<bit_or>;
  slots.binary[slot(BinaryOp::Xor)] = binary<bit_xor>;
  return slots;
}

/// `&`, `|` and `^` of two bools give a bool, of a bool and an int an int.
template <auto operation, BinarySlot of_ints>
Result<Object> of_bools(Object const& left, Object const& right) {
  bool both = type_of(left) == &bool_type && type_of(right) == &bool_type;
  if (!both) return of_ints(left, right);
  return box(operation(left.is(True), right.is(True)));
}

bool both(bool a, bool b) { return a && b; }
bool either(bool a, bool b) { return a || b; }
bool differ(bool a, bool b) { return a != b; }

Result<Object> repr_bool(Object const& self) { return self.is(True) ? "True"_s : "False"_s; }

constexpr char const* bool_parameters[] = {"object"};

Result<Object> construct_bool(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  Object argument;
  PASS(detail::constructor_arguments("bool", bool_parameters, 1, args, count, names, &argument));
  return box(PASS(builtins::bool_(argument)));
}

constexpr Slots bool_slots() {
  Slots slots{.repr = repr_bool, .construct = construct_bool, .members = members<bool_type>};
  slots.binary[slot(BinaryOp::And)] = of_bools<both, binary<bit_and>>;
  slots.binary[slot(BinaryOp::Or)] = of_bools<either, binary<bit_or>>;
  slots.binary[slot(BinaryOp::Xor)] = of_bools<differ, binary<bit_xor>>;
  return slots;
}

constexpr Type make_bool_type() { return Type("bool", &int_type, sizeof(HeapObject), bool_slots()); }

}  // namespace

constinit Type int_type("int", &object_type, sizeof(BigIntObject), int_slots(), "builtins", /*python_may_derive=*/true);
constinit Type bool_type = make_bool_type();

namespace builtins {

Result<Int> int_(Object const& x) { return int_(x, Object()); }

Result<Int> int_(Object const& x, Object const& base) {
  if (!x.bound()) {
    if (base.bound()) return raise_error(type_error_type, "int() missing string argument");
    return Int(0);
  }
  bool is_text = is_any_str(x) || is_any_bytes(x);
  if (!is_text && x.is_heap() && detail::has_plain_buffer(x) && (!base.bound() || is_instance(x, bytearray_type))) {
    Object const bytes = PASS(detail::buffer_bytes(x));
    return int_(bytes, base);
  }
  if (base.bound()) {
    std::int64_t number = PASS(detail::index_argument(base));
    if (!is_text) return raise_error(type_error_type, "int() can't convert non-string with explicit base");
    Str text = is_any_str(x) ? word_cast<Str>(x) : detail::numeral_of_bytes(static_cast<Bytes const&>(x).view());
    return parse_int(text, number, x);
  }
  if (x.is_small_int()) return Int::from_word(x.bits());
  if (is_any_str(x)) return parse_int(static_cast<Str const&>(x), 10, x);
  if (is_any_bytes(x)) return parse_int(detail::numeral_of_bytes(static_cast<Bytes const&>(x).view()), 10, x);
  return operators::to_int(x);
}

Result<bool> bool_(Object const& x) {
  if (!x.bound()) return false;
  return operators::truth(x);
}

}  // namespace builtins

}  // namespace aiocc
