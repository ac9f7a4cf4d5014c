// format() of any object, and the fields of f-strings.
#include "aiocc/objects/format.hpp"

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "convert_arguments.hpp"
#include "format_spec.hpp"
#include "number_operands.hpp"

namespace aiocc {

Result<Str> format_str(Str const& value, Str const& spec) {
  if (spec.is_empty()) return value;
  FormatSpec parsed = PASS(parse_format_spec(spec, "str", 's', '<'));
  if (parsed.type != 's') return detail::unknown_format_code(parsed.type, "str");
  auto not_allowed = [](char const* what) {
    return raise_error(value_error_type, std::string(what) + " not allowed in string format specifier");
  };
  if (parsed.sign) return not_allowed(parsed.sign == ' ' ? "Space" : "Sign");
  if (parsed.no_negative_zero) return not_allowed("Negative zero coercion (z)");
  if (parsed.alternate) return not_allowed("Alternate form (#)");
  if (parsed.align == '=') return not_allowed("'=' alignment");
  bool cut = parsed.precision >= 0 && parsed.precision < value.length();
  return detail::lay_out_text(parsed, cut ? value.substring(0, parsed.precision) : value, '<');
}

Result<Str> format_object(Object const& value, Str const& spec) {
  if (is_str(value)) return format_str(static_cast<Str const&>(value), spec);
  if (is_float(value)) return format_double(float_value(value), spec);
  if (type_of(value) == &bool_type) return format_bool(value.is(True), spec);
  if (!type_of(value)->is_user_class) {
    if (Int number = detail::int_operand(value); number.bound()) return format_int(number, spec);
  }
  Object result;
  if (PASS(operators::call_special(value, "__format__"_s, result, &spec, 1))) {
    if (is_any_str(result)) return word_cast<Str>(std::move(result));
    return raise_error(type_error_type, "__format__ must return a str, not " + detail::type_name(result));
  }
  if (spec.is_empty()) return operators::str(value);
  if (Int number = detail::int_operand(value); number.bound()) return format_int(number, spec);
  if (is_instance(value, float_type)) return format_double(float_value(value), spec);
  return raise_error(type_error_type,
                     "unsupported format string passed to " + detail::type_name(value) + ".__format__");
}

Result<Str> format_value(Object const& value, Str const& spec, char conversion) {
  switch (conversion) {
    case 'r': return format_str(PASS(operators::repr(value)), spec);
    case 's': return format_str(PASS(operators::str(value)), spec);
    case 'a': return format_str(PASS(builtins::ascii(value)), spec);
    default: return format_object(value, spec);
  }
}

Result<Str> format_value(Int const& value) { return value.to_str(); }
Result<Str> format_value(double value) { return Str::from_latin1(repr_double(value)); }
Result<Str> format_value(bool value) { return value ? "True"_s : "False"_s; }
Result<Str> format_value(Object const& value) { return format_object(value, Str::empty()); }

}  // namespace aiocc
