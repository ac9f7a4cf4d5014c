// str.format and str.format_map: the mini-language of replacement fields.
#include <fmt/format.h>

#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/format.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/unicode.hpp"

namespace aiocc {

namespace {

Raised value_error(char const* message) { return raise_error(value_error_type, message); }

/// Where the fields' values come from.
struct Sources {
  /// Null for format_map.
  Arguments const* positional;
  Object const& keywords;
  enum class Numbering { Unknown, Automatic, Manual } numbering = Numbering::Unknown;
  std::int64_t next_position = 0;

  Result<Object> by_position(std::int64_t index) const {
    if (!positional) return value_error("Format string contains positional fields");
    if (index >= static_cast<std::int64_t>(positional->size()))
      return raise_error(index_error_type,
                         "Replacement index " + std::to_string(index) + " out of range for positional args tuple");
    return (*positional)[static_cast<std::size_t>(index)];
  }
  Result<std::int64_t> number(bool is_empty, std::int64_t index) {
    Numbering wanted = is_empty ? Numbering::Automatic : Numbering::Manual;
    if (numbering == Numbering::Unknown) numbering = wanted;
    if (numbering != wanted && is_empty)
      return value_error("cannot switch from manual field specification to automatic field numbering");
    if (numbering != wanted)
      return value_error("cannot switch from automatic field numbering to manual field specification");
    return is_empty ? next_position++ : index;
  }
};

/// The number that a text of digits is, or -1.
Result<std::int64_t> as_index(Str const& text) {
  std::int64_t value = text.is_empty() ? -1 : 0;
  for (std::int64_t i = 0; i < text.length(); ++i) {
    int digit = unicode::decimal_value(text[i]);
    if (digit < 0) return -1;
    if (value > (INT64_MAX - digit) / 10) return value_error("Too many decimal digits in format string");
    value = value * 10 + digit;
  }
  return value;
}

/// One `{name!conversion:spec}`.
struct Field {
  Str name;
  char32_t conversion = 0;
  Str spec = Str::empty();
  bool nested = false;
};

class Reader {
 public:
  explicit Reader(Str const& text) noexcept : text_(text) {}

  /// Appends literal text up to a field; true when one follows.
  Result<bool> next(StrBuilder& output, Field& field) {
    while (true) {
      std::int64_t const start = at_;
      while (at_ < text_.length() && text_[at_] != '{' && text_[at_] != '}') ++at_;
      output.append(text_, start, at_);
      if (at_ == text_.length()) return false;
      char32_t const code = text_[at_++];
      bool doubled = at_ < text_.length() && text_[at_] == code;
      if (code == '}' && !doubled) return value_error("Single '}' encountered in format string");
      if (at_ == text_.length()) return value_error("Single '{' encountered in format string");
      if (!doubled) {
        PASS(read_field(field));
        return true;
      }
      output.append(code);
      ++at_;
    }
  }

 private:
  Result<void> read_field(Field& field) {
    std::int64_t start = at_;
    char32_t code = 0;
    while (at_ < text_.length()) {
      code = text_[at_++];
      if (code == '{') return value_error("unexpected '{' in field name");
      if (code == '[')
        while (at_ < text_.length() && text_[at_] != ']') ++at_;
      else if (code == '}' || code == ':' || code == '!')
        break;
    }
    if (code != '}' && code != ':' && code != '!') return value_error("expected '}' before end of string");
    field.name = text_.substring(start, at_ - 1);
    if (code == '!') {
      if (at_ >= text_.length()) return value_error("end of string while looking for conversion specifier");
      field.conversion = text_[at_++];
      if (at_ < text_.length()) {
        code = text_[at_++];
        if (code == '}') return {};
        if (code != ':') return value_error("expected ':' after conversion specifier");
      }
    }
    return code == '}' && field.conversion == 0 ? Result<void>() : read_spec(field);
  }

  Result<void> read_spec(Field& field) {
    std::int64_t start = at_;
    for (int depth = 1; at_ < text_.length();) {
      char32_t code = text_[at_++];
      if (code == '{') {
        field.nested = true;
        ++depth;
      } else if (code == '}' && --depth == 0) {
        field.spec = text_.substring(start, at_ - 1);
        return {};
      }
    }
    return value_error("unmatched '{' in format spec");
  }

  Str const& text_;
  std::int64_t at_ = 0;
};

std::int64_t find_code(Str const& text, std::int64_t from, char32_t one, char32_t other) noexcept {
  while (from < text.length() && text[from] != one && text[from] != other) ++from;
  return from;
}

/// The value that `name` leads to: an argument, then attributes and items.
Result<Object> find_value(Str const& name, Sources& sources) {
  std::int64_t at = find_code(name, 0, '.', '[');
  Str first = name.substring(0, at);
  std::int64_t index = PASS(as_index(first));
  Object value;
  if (first.is_empty() || index >= 0) {
    index = PASS(sources.number(first.is_empty(), index));
    value = PASS(sources.by_position(index));
  } else {
    value = PASS(operators::get_item(sources.keywords, first));
  }
  while (at < name.length()) {
    bool is_item = name[at] == '[';
    if (!is_item && name[at] != '.') return value_error("Only '.' or '[' may follow ']' in format field specifier");
    std::int64_t end = is_item ? find_code(name, at + 1, ']', ']') : find_code(name, at + 1, '.', '[');
    if (is_item && end == name.length()) return value_error("Missing ']' in format string");
    Str part = name.substring(at + 1, end);
    if (part.is_empty()) return value_error("Empty attribute in format string");
    at = is_item ? end + 1 : end;
    if (!is_item) {
      value = PASS(operators::get_attr(value, part));
      continue;
    }
    std::int64_t position = PASS(as_index(part));
    value = PASS(
        operators::get_item(value, position >= 0 ? static_cast<Object>(Int(position)) : static_cast<Object>(part)));
  }
  return value;
}

Result<void> expand(Str const& text, Sources& sources, int depth, StrBuilder& output);

Result<void> expand_field(Field const& field, Sources& sources, int depth, StrBuilder& output) {
  Object value = PASS(find_value(field.name, sources));
  if (field.conversion && field.conversion != 'r' && field.conversion != 's' && field.conversion != 'a') {
    auto code = static_cast<std::uint32_t>(field.conversion);
    return raise_error(value_error_type, code > 32 && code < 127
                                             ? fmt::format("Unknown conversion specifier {}", static_cast<char>(code))
                                             : fmt::format("Unknown conversion specifier \\x{:x}", code));
  }
  Str spec = field.spec;
  if (field.nested) {
    StrBuilder expanded;
    PASS(expand(field.spec, sources, depth - 1, expanded));
    spec = expanded.finish();
  }
  output.append(PASS(format_value(value, spec, static_cast<char>(field.conversion))));
  return {};
}

Result<void> expand(Str const& text, Sources& sources, int depth, StrBuilder& output) {
  if (depth < 0) return value_error("Max string recursion exceeded");
  Reader reader(text);
  for (;;) {
    Field field;
    if (!PASS(reader.next(output, field))) return {};
    PASS(expand_field(field, sources, depth, output));
  }
}

}  // namespace

Result<Str> Str::format(Arguments args, Dict<Str, Object> const& kwargs) const {
  Sources sources{&args, kwargs};
  StrBuilder output(length());
  PASS(expand(*this, sources, 1, output));
  return output.finish();
}

Result<Str> Str::format_map(Object const& mapping) const {
  Sources sources{nullptr, mapping};
  StrBuilder output(length());
  PASS(expand(*this, sources, 1, output));
  return output.finish();
}

}  // namespace aiocc
