// The `%` operators of str and bytes. The format of the latter is taken as Latin-1, and what comes out is turned back.
#include "percent_format.hpp"
#include "held_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "aiocc/objects/tuple.hpp"
#include "convert_arguments.hpp"
#include "format_spec.hpp"
#include "number_operands.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

Raised value_error(std::string const& message) { return raise_error(value_error_type, message); }
Raised type_error(std::string const& message) { return raise_error(type_error_type, message); }

/// All of whose code points are below 256.
Bytes latin1_bytes(Str const& text) {
  std::string bytes;
  for (char32_t code : text.code_points()) bytes += static_cast<char>(code);
  return Bytes::from(bytes);
}

/// One conversion: `%(key)#0- +width.precision` and the type.
struct Conversion {
  bool left = false, plus = false, blank = false, alternate = false, zeros = false;
  std::int64_t width = -1;
  std::int64_t precision = -1;
  char32_t type = 0;
};

class PercentFormatter {
 public:
  PercentFormatter(Str const& format, Object const& arguments, bool is_bytes)
      : format_(format), arguments_(arguments), output_(format.length() + 32), is_bytes_(is_bytes) {
    is_tuple_ = is_instance(arguments, tuple_type);
    bool const is_text = is_any_str(arguments) || (is_bytes && detail::has_buffer(arguments));
    is_mapping_ = !is_tuple_ && !is_text && type_of(arguments)->slots.get_item;
  }

  Result<Str> run() {
    while (at_ < format_.length()) {
      std::int64_t start = at_;
      while (at_ < format_.length() && format_[at_] != '%') ++at_;
      output_.append(format_, start, at_);
      if (at_ == format_.length()) break;
      ++at_;
      if (peek() == '%') {
        output_.append('%');
        ++at_;
      } else {
        PASS(convert());
      }
    }
    bool all_used = is_tuple_ ? used_ == tuple()->size : used_ > 0 || is_mapping_;
    if (!all_used)
      return type_error(
          fmt::format("not all arguments converted during {} formatting", is_bytes_ ? "bytes" : "string"));
    return output_.finish();
  }

 private:
  TupleObject* tuple() const noexcept { return arguments_.as<TupleObject>(); }
  bool at_end() const noexcept { return at_ >= format_.length(); }
  char32_t peek() const noexcept { return at_end() ? 0 : format_[at_]; }

  Result<Object> next_argument() {
    if (has_keys_) {
      // Each key is for one argument, and from the first one on there are no others.
      if (keyed_.bound()) return std::exchange(keyed_, Object());
    } else if (is_tuple_) {
      if (used_ < tuple()->size) return tuple()->items()[used_++];
    } else if (used_ == 0) {
      ++used_;
      return arguments_;
    }
    return type_error("not enough arguments for format string");
  }

  Result<void> read_key() {
    keyed_.reset();
    if (peek() != '(') return {};
    if (!is_mapping_) return type_error("format requires a mapping");
    std::int64_t start = ++at_;
    int depth = 1;
    for (; !at_end() && depth > 0; ++at_) depth += format_[at_] == '(' ? 1 : format_[at_] == ')' ? -1 : 0;
    if (depth > 0) return value_error("incomplete format key");
    Str const key = format_.substring(start, at_ - 1);
    keyed_ = PASS(operators::get_item(arguments_, is_bytes_ ? Object(latin1_bytes(key)) : Object(key)));
    has_keys_ = true;
    return {};
  }

  void read_flags(Conversion& conversion) {
    for (;; ++at_) {
      switch (peek()) {
        case '-': conversion.left = true; break;
        case '+': conversion.plus = true; break;
        case ' ': conversion.blank = true; break;
        case '#': conversion.alternate = true; break;
        case '0': conversion.zeros = true; break;
        default: return;
      }
    }
  }

  /// Digits or `*`; false leaves `number` as it is.
  Result<bool> read_number(std::int64_t& number, char const* too_big) {
    if (peek() == '*') {
      ++at_;
      Object argument = PASS(next_argument());
      if (!Int::accepts(argument)) return type_error("* wants int");
      number = static_cast<Int const&>(argument).clamped();
      return true;
    }
    bool some = false;
    for (; peek() >= '0' && peek() <= '9'; ++at_) {
      number = (some ? number : 0) * 10 + static_cast<std::int64_t>(peek() - '0');
      some = true;
      if (number > INT32_MAX) return value_error(too_big);
    }
    return some;
  }

  Result<void> convert() {
    Conversion conversion;
    PASS(read_key());
    read_flags(conversion);
    if (PASS(read_number(conversion.width, "width too big")) && conversion.width < 0) {
      conversion.left = true;
      conversion.width = -conversion.width;
    }
    if (conversion.width > 0 && !detail::has_room_for(1, static_cast<std::size_t>(conversion.width)))
      return detail::memory_error();
    if (peek() == '.') {
      ++at_;
      conversion.precision = 0;
      PASS(read_number(conversion.precision, "precision too big"));
      conversion.precision = std::max<std::int64_t>(conversion.precision, 0);
      if (conversion.precision > INT32_MAX)
        return raise_error(overflow_error_type, "Python int too large to convert to C int");
    }
    if (peek() == 'h' || peek() == 'l' || peek() == 'L') ++at_;
    if (at_end()) return value_error("incomplete format");
    conversion.type = format_[at_++];
    Object argument = PASS(next_argument());
    return append_converted(conversion, argument);
  }

  Result<void> append_converted(Conversion const& conversion, Object const& argument) {
    if (is_bytes_) {
      switch (conversion.type) {
        case 'b':
        case 's': append_text(conversion, PASS(text_of_bytes(argument))); return {};
        case 'r': append_text(conversion, PASS(builtins::ascii(argument))); return {};
        case 'c': append_padded(conversion, PASS(byte_of(argument))); return {};
        default: break;
      }
    }
    switch (conversion.type) {
      case 's': append_text(conversion, PASS(operators::str(argument))); return {};
      case 'r': append_text(conversion, PASS(operators::repr(argument))); return {};
      case 'a': append_text(conversion, PASS(builtins::ascii(argument))); return {};
      case 'c': append_padded(conversion, PASS(character_of(argument))); return {};
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X': return append_int(conversion, argument);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': return append_float(conversion, argument);
      default: break;
    }
    auto code = static_cast<std::uint32_t>(conversion.type);
    char shown = code >= 32 && code < 127 ? static_cast<char>(code) : '?';
    return value_error(fmt::format("unsupported format character '{}' (0x{:x}) at index {}", shown, code, at_ - 1));
  }

  void append_padded(Conversion const& conversion, Str const& text) {
    std::int64_t padding = conversion.width - text.length();
    if (!conversion.left) output_.append_repeated(' ', padding);
    output_.append(text);
    if (conversion.left) output_.append_repeated(' ', padding);
  }

  void append_text(Conversion const& conversion, Str const& text) {
    bool cut = conversion.precision >= 0 && conversion.precision < text.length();
    append_padded(conversion, cut ? text.substring(0, conversion.precision) : text);
  }

  Result<Str> character_of(Object const& argument) {
    if (is_any_str(argument)) {
      if (static_cast<Str const&>(argument).length() == 1) return word_cast<Str>(argument);
      return type_error("%c requires int or char");
    }
    if (!detail::int_operand(argument).bound() && !type_of(argument)->slots.index)
      return type_error("%c requires int or char");
    Int code = PASS(operators::index(argument));
    if (code < Int(0) || code > Int(0x10FFFF)) return raise_error(overflow_error_type, "%c arg not in range(0x110000)");
    return Str::from_code_point(static_cast<char32_t>(code.small()));
  }

  Result<Str> text_of_bytes(Object const& argument) {
    if (detail::has_buffer(argument)) return Str::from_latin1(PASS(detail::packed_buffer_bytes(argument)).view());
    Object made;
    if (!PASS(operators::call_special(argument, "__bytes__"_s, made)))
      return type_error(fmt::format("%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                                    detail::type_name(argument)));
    if (!is_instance(made, bytes_type))
      return type_error(fmt::format("__bytes__ returned non-bytes (type {})", detail::type_name(made)));
    return Str::from_latin1(static_cast<Bytes const&>(made).view());
  }

  Result<Str> byte_of(Object const& argument) {
    if (detail::has_buffer(argument)) {
      Bytes const bytes = PASS(detail::buffer_bytes(argument));
      if (bytes.length() == 1) return Str::from_latin1(bytes.view());
    }
    bool const is_index = detail::int_operand(argument).bound() || type_of(argument)->slots.index;
    if (!is_index) return type_error("%c requires an integer in range(256) or a single byte");
    Int const code = PASS(operators::index(argument));
    if (code < Int(0) || code > Int(255)) return raise_error(overflow_error_type, "%c arg not in range(256)");
    char const byte = static_cast<char>(code.small());
    return Str::from_latin1({&byte, 1});
  }

  /// %d and its like take any real number, %x, %o and %X only ints.
  Result<Int> int_of(Conversion const& conversion, Object const& argument) {
    Int number = detail::int_operand(argument);
    if (number.bound()) return number;
    char shown = static_cast<char>(conversion.type);
    bool decimal = conversion.type == 'd' || conversion.type == 'i' || conversion.type == 'u';
    Slots const& slots = type_of(argument)->slots;
    if (slots.index) return operators::index(argument);
    if (decimal && slots.to_int && !is_any_str(argument)) return operators::to_int(argument);
    return type_error(fmt::format("%{} format: {} is required, not {}", shown, decimal ? "a real number" : "an integer",
                                  detail::type_name(argument)));
  }

  /// The text of the int is all that's shown, besides what fills it up.
  static bool is_plain_decimal(Conversion const& conversion) noexcept {
    bool const is_decimal = conversion.type == 'd' || conversion.type == 'i' || conversion.type == 'u';
    return is_decimal && !conversion.plus && !conversion.blank && !conversion.zeros && conversion.precision < 0;
  }

  Result<void> append_int(Conversion const& conversion, Object const& argument) {
    Int number = PASS(int_of(conversion, argument));
    if (is_plain_decimal(conversion)) {
      append_padded(conversion, PASS(number.to_str()));
      return {};
    }
    detail::NumberParts parts;
    switch (conversion.type) {
      case 'o': parts.digits = number.digits(8); break;
      case 'x':
      case 'X': parts.digits = number.digits(16); break;
      default: parts.digits = PASS(number.to_str()).utf8(); break;
    }
    parts.negative = parts.digits[0] == '-';
    if (parts.negative) parts.digits.erase(0, 1);
    if (conversion.type == 'X')
      std::transform(parts.digits.begin(), parts.digits.end(), parts.digits.begin(), ::toupper);
    if (conversion.alternate && (conversion.type | 0x20) != 'd' && conversion.type != 'i' && conversion.type != 'u')
      parts.prefix = {'0', static_cast<char>(conversion.type)};
    // CPython keeps three places for sign and prefix.
    if (conversion.precision > INT32_MAX - 3) return raise_error(overflow_error_type, "precision too large");
    if (conversion.precision > 0 && !detail::has_room_for(1, static_cast<std::size_t>(conversion.precision)))
      return detail::memory_error();
    if (auto missing = conversion.precision - static_cast<std::int64_t>(parts.digits.size()); missing > 0)
      parts.digits.insert(0, static_cast<std::size_t>(missing), '0');
    append_number(conversion, parts);
    return {};
  }

  Result<void> append_float(Conversion const& conversion, Object const& argument) {
    Slots const& slots = type_of(argument)->slots;
    bool is_number =
        is_instance(argument, float_type) || detail::int_operand(argument).bound() || slots.to_float || slots.index;
    if (!is_number || is_any_str(argument))
      return type_error("must be real number, not " + detail::type_name(argument));
    double value = PASS(float_argument(argument));
    int precision = conversion.precision < 0 ? 6 : static_cast<int>(conversion.precision);
    append_number(conversion,
                  detail::float_parts(
                      value, {.type = conversion.type, .precision = precision, .alternate = conversion.alternate}));
    return {};
  }

  void append_number(Conversion const& conversion, detail::NumberParts const& parts) {
    FormatSpec spec;
    spec.width = conversion.width;
    spec.sign = conversion.plus ? '+' : conversion.blank ? ' ' : 0;
    spec.align = conversion.left ? '<' : conversion.zeros ? '=' : '>';
    spec.fill = conversion.zeros && !conversion.left ? '0' : ' ';
    spec.type = 'd';
    output_.append(detail::lay_out_number(spec, parts));
  }

  Str const& format_;
  Object const& arguments_;
  StrBuilder output_;
  bool is_bytes_;
  std::int64_t at_ = 0;
  bool is_tuple_ = false;
  bool is_mapping_ = false;
  bool has_keys_ = false;
  std::size_t used_ = 0;
  Object keyed_;
};

}  // namespace

Result<Str> percent_format(Str const& text, Object const& arguments) {
  return PercentFormatter(text, arguments, false).run();
}

Result<Bytes> detail::percent_format_bytes(std::string_view bytes, Object const& arguments) {
  Str const format = Str::from_latin1(bytes);
  return latin1_bytes(PASS(PercentFormatter(format, arguments, true).run()));
}

}  // namespace aiocc
