// Special methods of numbers and bytes that have no slots: `__abs__`, `__round__`, `__divmod__`, ... They see the value alone, so that a
// class derived from int can call them by `super()`.
#include "protocol_methods.hpp"

#include <cmath>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/numbers.hpp"
#include "number_operands.hpp"
#include "text.hpp"

namespace aiocc::detail {
namespace {

#define AIOCC_ENTRY(name)                                                                         \
  Result<Object> name([[maybe_unused]] FunctionObject* self, [[maybe_unused]] Object const* args, \
                      [[maybe_unused]] std::size_t count, [[maybe_unused]] KeywordNames const* names)

/// The number that an int or a float, or an instance of a class derived from them, is.
Object plain_number(Object const& value) {
  Int const number = int_operand(value);
  return number.bound() ? Object(number) : box(float_value(value));
}

AIOCC_ENTRY(absolute_value) {
  PASS(check_special_call(self, "__abs__", args, count, names, 0, 0));
  return builtins::abs(plain_number(args[0]));
}
AIOCC_ENTRY(rounded) {
  PASS(check_method(self, args, count, names, 0, 1));
  return builtins::round(plain_number(args[0]), count > 1 ? args[1] : Object());
}
AIOCC_ENTRY(truncated) {
  PASS(check_method(self, args, count, names, 0, 0));
  return operators::to_int(plain_number(args[0]));
}

bool is_number(Object const& value, Type* owner) noexcept {
  return int_operand(value).bound() || (owner == &float_type && is_instance(value, float_type));
}

AIOCC_ENTRY(divided) {
  PASS(check_special_call(self, "__divmod__", args, count, names, 1, 1));
  if (!is_number(args[1], self->owner)) return NotImplemented;
  return builtins::divmod(plain_number(args[0]), plain_number(args[1]));
}
AIOCC_ENTRY(dividing) {
  PASS(check_special_call(self, "__rdivmod__", args, count, names, 1, 1));
  if (!is_number(args[1], self->owner)) return NotImplemented;
  return builtins::divmod(plain_number(args[1]), plain_number(args[0]));
}

/// Floors and ceilings of floats; ints are their own.
template <double (*function)(double)>
AIOCC_ENTRY(whole) {
  PASS(check_method(self, args, count, names, 0, 0));
  Object const number = plain_number(args[0]);
  if (!is_instance(number, float_type)) return number;
  return operators::to_int(box(function(float_value(number))));
}
double floor_of(double value) { return std::floor(value); }
double ceiling_of(double value) { return std::ceil(value); }

/// What copies and pickles are made from.
AIOCC_ENTRY(new_arguments) {
  PASS(check_method(self, args, count, names, 0, 0));
  Object const value[] = {plain_number(args[0])};
  return make_tuple(value);
}
Object exact_bytes(Object const& value) {
  return is_bytes(value) ? value : Bytes::from(static_cast<Bytes const&>(value).view());
}
/// A value of str, bytes or tuple itself, where it's of a class derived from that.
Object exact_value(Object const& value) {
  if (is_instance(value, str_type)) return exact_str(value);
  if (is_instance(value, bytes_type)) return exact_bytes(value);
  return make_tuple(value.as<TupleObject>()->words());
}
AIOCC_ENTRY(new_arguments_of_sequence) {
  PASS(check_method(self, args, count, names, 0, 0));
  Object const value[] = {exact_value(args[0])};
  return make_tuple(value);
}
AIOCC_ENTRY(bytes_themselves) {
  PASS(check_method(self, args, count, names, 0, 0));
  return exact_bytes(args[0]);
}
#undef AIOCC_ENTRY

constexpr CoreMethod number_methods[] = {
    {"__abs__", absolute_value},     {"__round__", rounded},
    {"__trunc__", truncated},        {"__floor__", whole<floor_of>},
    {"__ceil__", whole<ceiling_of>}, {"__divmod__", divided},
    {"__rdivmod__", dividing},       {"__getnewargs__", new_arguments},
};

constexpr CoreMethod sequence_methods[] = {{"__getnewargs__", new_arguments_of_sequence}};
constexpr CoreMethod bytes_methods[] = {{"__bytes__", bytes_themselves}};

}  // namespace

void add_protocol_methods(Type* type) {
  if (type == &int_type || type == &float_type) add_methods(type, number_methods);
  if (type == &str_type || type == &bytes_type || type == &tuple_type) add_methods(type, sequence_methods);
  if (type == &bytes_type) add_methods(type, bytes_methods);
}

}  // namespace aiocc::detail
