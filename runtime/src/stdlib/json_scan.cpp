// The module _json: values from text. Whatever isn't plain and right is left to the decoder in Python, so nothing here raises.
#include <charconv>

#include "../objects/text.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/json.hpp"

namespace aiocc::_json {

namespace {

// Past this the decoder in Python counts how deep it is.
constexpr int deepest_nesting = 200;

template <class Unit>
class Scanner {
 public:
  Scanner(Str const& text, detail::Units<Unit> units, std::int64_t place, bool strict)
      : text_(text), units_(units), place_(place), strict_(strict) {}

  /// Unbound where it gives up, as in all that follow.
  Object value() {
    if (place_ >= units_.length) return {};
    switch (units_[place_]) {
      case '"': return string();
      case '{': return nested([this] { return object(); });
      case '[': return nested([this] { return array(); });
      case 'n': return word("null", None);
      case 't': return word("true", True);
      case 'f': return word("false", False);
      default: return number();
    }
  }
  std::int64_t place() const noexcept { return place_; }

 private:
  template <class Read>
  Object nested(Read read) {
    if (depth_ == deepest_nesting) return {};
    ++depth_;
    ++place_;
    Object result = read();
    --depth_;
    return result;
  }

  void skip_space() noexcept {
    while (place_ < units_.length &&
           (units_[place_] == ' ' || units_[place_] == '\n' || units_[place_] == '\r' || units_[place_] == '\t'))
      ++place_;
  }
  bool skip(char wanted) noexcept {
    skip_space();
    if (place_ >= units_.length || units_[place_] != static_cast<Unit>(wanted)) return false;
    ++place_;
    return true;
  }

  Object word(std::string_view name, Object const& meaning) {
    auto const length = static_cast<std::int64_t>(name.size());
    if (units_.length - place_ < length) return {};
    for (std::int64_t i = 0; i < length; ++i)
      if (units_[place_ + i] != static_cast<Unit>(name[static_cast<std::size_t>(i)])) return {};
    place_ += length;
    return meaning;
  }

  bool is_digit(std::int64_t place) const noexcept {
    return place < units_.length && units_[place] >= '0' && units_[place] <= '9';
  }
  std::int64_t after_digits(std::int64_t place) const noexcept {
    while (is_digit(place)) ++place;
    return place;
  }

  Object number() {
    std::int64_t const start = place_;
    std::int64_t const digits = start + (units_[start] == '-');
    if (!is_digit(digits)) return {};
    std::int64_t const end = units_[digits] == '0' ? digits + 1 : after_digits(digits);
    std::int64_t stop = end;
    if (stop < units_.length && units_[stop] == '.' && is_digit(stop + 1)) stop = after_digits(stop + 1);
    if (stop < units_.length && (units_[stop] == 'e' || units_[stop] == 'E')) {
      std::int64_t const after = stop + 1;
      bool const has_sign = after < units_.length && (units_[after] == '+' || units_[after] == '-');
      if (is_digit(after + has_sign)) stop = after_digits(after + has_sign);
    }
    place_ = stop;
    return stop == end ? integer(start, digits, end) : floating(start, stop);
  }

  Object integer(std::int64_t start, std::int64_t digits, std::int64_t end) {
    constexpr std::int64_t digits_of_a_word = 18;
    if (end - digits > digits_of_a_word) {
      Str const number = text_.substring(start, end);
      return given(parse_int(number, 10, number));
    }
    std::int64_t result = 0;
    for (std::int64_t i = digits; i < end; ++i) result = result * 10 + (units_[i] - '0');
    return Int(digits > start ? -result : result);
  }

  Object floating(std::int64_t start, std::int64_t stop) {
    std::string const number(units_.data + start, units_.data + stop);
    double result;
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), result);
    if (error == std::errc()) return box(result);
    Result<double> const other = parse_float(text_.substring(start, stop));
    return other ? box(other.value()) : give_up();
  }

  template <class T>
  static Object given(Result<T> result) {
    return result ? Object(std::move(result).value()) : give_up();
  }
  static Object give_up() {
    take_error();
    return {};
  }

  bool ends_run(Unit unit) const noexcept { return unit == '"' || unit == '\\' || (unit < ' ' && strict_); }

  // From the quotation mark.
  Object string() {
    std::int64_t const start = ++place_;
    while (place_ < units_.length && !ends_run(units_[place_])) ++place_;
    if (place_ == units_.length || units_[place_] < ' ') return {};
    if (units_[place_] == '"') return text_.substring(start, place_++);
    StrBuilder built;
    built.append(text_, start, place_);
    return string_with_escapes(built);
  }

  // From a backslash.
  Object string_with_escapes(StrBuilder& built) {
    while (units_[place_] == '\\') {
      if (!escape(built)) return {};
      std::int64_t const start = place_;
      while (place_ < units_.length && !ends_run(units_[place_])) ++place_;
      if (place_ == units_.length || units_[place_] < ' ') return {};
      built.append(text_, start, place_);
    }
    ++place_;
    return built.finish();
  }

  bool escape(StrBuilder& built) {
    if (++place_ >= units_.length) return false;
    Unit const kind = units_[place_++];
    switch (kind) {
      case '"':
      case '\\':
      case '/': built.append(static_cast<char32_t>(kind)); return true;
      case 'b': built.append(U'\b'); return true;
      case 'f': built.append(U'\f'); return true;
      case 'n': built.append(U'\n'); return true;
      case 'r': built.append(U'\r'); return true;
      case 't': built.append(U'\t'); return true;
      case 'u': return code_point(built);
      default: return false;
    }
  }

  bool code_point(StrBuilder& built) {
    std::int32_t code = hex_code();
    if (code < 0) return false;
    bool const is_high = code >= 0xD800 && code <= 0xDBFF;
    if (is_high && place_ + 1 < units_.length && units_[place_] == '\\' && units_[place_ + 1] == 'u') {
      std::int64_t const before = place_;
      place_ += 2;
      std::int32_t const low = hex_code();
      if (low < 0) return false;
      if (low >= 0xDC00 && low <= 0xDFFF)
        code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00));
      else
        place_ = before;
    }
    built.append(static_cast<char32_t>(code));
    return true;
  }

  // Of four digits; -1 where they aren't there.
  std::int32_t hex_code() noexcept {
    if (units_.length - place_ < 4) return -1;
    std::int32_t code = 0;
    for (int i = 0; i < 4; ++i) {
      Unit const unit = units_[place_++];
      std::int32_t const digit = unit >= '0' && unit <= '9'   ? unit - '0'
                                 : unit >= 'a' && unit <= 'f' ? unit - 'a' + 10
                                 : unit >= 'A' && unit <= 'F' ? unit - 'A' + 10
                                                              : -1;
      if (digit < 0) return -1;
      code = code * 16 + digit;
    }
    return code;
  }

  Object array() {
    auto items = List<Object>::of();
    skip_space();
    if (skip(']')) return items;
    do {
      skip_space();
      Object item = value();
      if (!item.bound()) return {};
      items.append(std::move(item));
    } while (skip(','));
    return skip(']') ? Object(items) : Object();
  }

  Object object() {
    auto entries = Dict<Object, Object>::of();
    if (skip('}')) return entries;
    do {
      skip_space();
      if (place_ >= units_.length || units_[place_] != '"') return {};
      Object const key = known_key(string());
      if (!key.bound() || !skip(':')) return {};
      skip_space();
      Object entry = value();
      // Keys are strs, so that neither this nor known_key raises.
      if (!entry.bound() || !entries.get()->set(key, std::move(entry))) return {};
    } while (skip(','));
    return skip('}') ? Object(entries) : Object();
  }

  // Equal keys are one object.
  Object known_key(Object key) {
    if (!key.bound()) return key;
    Result<Object> known = keys_.get()->set_default(key, key);
    return known ? std::move(known).value() : give_up();
  }

  Str const& text_;
  detail::Units<Unit> units_;
  std::int64_t place_;
  bool strict_;
  int depth_ = 0;
  Dict<Object, Object> keys_ = Dict<Object, Object>::of();
};

}  // namespace

Result<Object> scan(Str const& text, Int const& place, bool strict) {
  if (!place.is_small_int() || place.small() < 0) return None;
  return aiocc::detail::visit_units(text, [&](auto units) -> Object {
    Scanner scanner(text, units, place.small(), strict);
    Object const value = scanner.value();
    return value.bound() ? pack_tuple(value, Int(scanner.place())) : None;
  });
}

}  // namespace aiocc::_json
