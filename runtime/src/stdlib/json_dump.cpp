// The module _json: the text of values. Whatever isn't an instance of a built-in type itself is left to the encoder in Python, so that no code of
// the program's runs here, and nothing raises.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "../objects/text.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/json.hpp"

namespace aiocc::_json {

namespace {

// Past this the encoder in Python sees whether it goes round in a circle.
constexpr int deepest_nesting = 200;

void append_code(std::string& out, std::uint32_t unit) {
  constexpr char digits[] = "0123456789abcdef";
  char const escape[] = {
      '\\', 'u', digits[unit >> 12], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};
  out.append(escape, sizeof escape);
}

// False where the character has no short escape.
bool append_short_escape(std::string& out, char32_t code) {
  switch (code) {
    case '"': out += "\\\""; return true;
    case '\\': out += "\\\\"; return true;
    case '\b': out += "\\b"; return true;
    case '\f': out += "\\f"; return true;
    case '\n': out += "\\n"; return true;
    case '\r': out += "\\r"; return true;
    case '\t': out += "\\t"; return true;
    default: return false;
  }
}

// In UTF-8.
class Dumper {
 public:
  Dumper(Str const& item_separator, Str const& key_separator, Object const& indent, Str const& options)
      : item_separator_(item_separator.utf8()),
        key_separator_(key_separator.utf8()),
        has_lines_(!indent.is(None)),
        ensure_ascii_(has(options, 'a')),
        allow_nan_(has(options, 'n')),
        sort_keys_(has(options, 's')) {
    if (has_lines_) indent_ = static_cast<Str const&>(indent).utf8();
  }

  /// False where it gives up, as in all that follow.
  bool write(Object const& value) {
    if (value.is_small_int()) return write_int(value.small());
    Type const* const type = value.heap()->type;
    if (type == &str_type) return write_str(static_cast<Str const&>(value));
    if (type == &dict_type) return write_nested(value, &Dumper::write_dict);
    if (type == &list_type) return write_nested(value, &Dumper::write_list);
    if (type == &float_type) return write_float(float_value(value));
    if (type == &tuple_type) return write_nested(value, &Dumper::write_tuple);
    if (type == &int_type) return write_big(static_cast<Int const&>(value));
    return write_constant(value);
  }
  std::string const& text() const noexcept { return out_; }

 private:
  static bool has(Str const& options, char option) { return options.utf8().find(option) != std::string::npos; }

  bool write_int(std::int64_t value) {
    char buffer[24];
    out_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
    return true;
  }
  bool write_big(Int const& value) {
    // The limit to the digits that are written, which the program may have set, is never below this.
    constexpr std::size_t surely_written = 640;
    std::string const digits = value.digits(10);
    out_ += digits;
    return digits.size() < surely_written;
  }
  bool write_constant(Object const& value) {
    if (!value.is(None) && !value.is(True) && !value.is(False)) return false;
    out_ += value.is(None) ? "null" : value.is(True) ? "true" : "false";
    return true;
  }
  bool write_float(double value) {
    if (!std::isfinite(value) && !allow_nan_) return false;
    if (std::isnan(value))
      out_ += "NaN";
    else if (std::isinf(value))
      out_ += value > 0 ? "Infinity" : "-Infinity";
    else
      out_ += repr_double(value);
    return true;
  }

  bool is_plain(char32_t code) const noexcept {
    return code >= ' ' && code != '"' && code != '\\' && (code < 0x7F || !ensure_ascii_);
  }
  void write_character(char32_t code) {
    if (append_short_escape(out_, code)) return;
    if (code >= 0x10000) {
      append_code(out_, 0xD800 | (code - 0x10000) >> 10);
      code = 0xDC00 | ((code - 0x10000) & 0x3FF);
    }
    append_code(out_, code);
  }
  bool write_str(Str const& text) {
    out_ += '"';
    aiocc::detail::visit_units(text, [&](auto units) {
      for (std::int64_t start = 0; start < units.length;) {
        std::int64_t stop = start;
        while (stop < units.length && is_plain(units[stop])) ++stop;
        if (text.is_ascii())
          out_.append(
              text.ascii_view().substr(static_cast<std::size_t>(start), static_cast<std::size_t>(stop - start)));
        else if (stop > start)
          text.substring(start, stop).append_utf8(out_);
        if (stop < units.length) write_character(units[stop]);
        start = stop + 1;
      }
    });
    out_ += '"';
    return true;
  }

  bool write_nested(Object const& value, bool (Dumper::*write)(Object const&)) {
    if (depth_ == deepest_nesting) return false;
    ++depth_;
    bool const done = (this->*write)(value);
    --depth_;
    return done;
  }
  void break_line(int level) {
    if (!has_lines_) return;
    out_ += '\n';
    for (int i = 0; i < level; ++i) out_ += indent_;
  }

  template <class At>
  bool write_items(std::size_t count, At at) {
    out_ += '[';
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) out_ += item_separator_;
      break_line(depth_);
      if (!write(at(i))) return false;
    }
    if (count > 0) break_line(depth_ - 1);
    out_ += ']';
    return true;
  }
  bool write_list(Object const& value) {
    ListObject const* const list = value.as<ListObject>();
    return write_items(list->size(), [list](std::size_t i) { return list->at(i); });
  }
  bool write_tuple(Object const& value) {
    TupleObject const* const tuple = value.as<TupleObject>();
    return write_items(tuple->size, [tuple](std::size_t i) { return tuple->items()[i]; });
  }

  bool write_key(Object const& key) {
    if (key.is_heap() && key.heap()->type == &str_type) return write_str(static_cast<Str const&>(key));
    bool const is_float = key.is_heap() && key.heap()->type == &float_type;
    bool const is_other = !key.is_small_int() && !is_float && key.heap()->type != &int_type;
    out_ += '"';
    bool const done = is_other ? write_constant(key) : write(key);
    out_ += '"';
    return done;
  }
  bool write_dict(Object const& value) {
    std::vector<DictEntry const*> entries;
    DictObject const* const dict = value.as<DictObject>();
    std::size_t position = 0;
    while (DictEntry const* const entry = dict->next(position)) entries.push_back(entry);
    if (sort_keys_ && !sort(entries)) return false;
    out_ += '{';
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i > 0) out_ += item_separator_;
      break_line(depth_);
      if (!write_key(entries[i]->key)) return false;
      out_ += key_separator_;
      if (!write(entries[i]->value)) return false;
    }
    if (!entries.empty()) break_line(depth_ - 1);
    out_ += '}';
    return true;
  }
  static bool sort(std::vector<DictEntry const*>& entries) {
    auto const has_str_key = [](DictEntry const* entry) { return is_str(entry->key); };
    if (!std::all_of(entries.begin(), entries.end(), has_str_key)) return false;
    std::sort(entries.begin(), entries.end(), [](DictEntry const* left, DictEntry const* right) {
      return static_cast<Str const&>(left->key) < static_cast<Str const&>(right->key);
    });
    return true;
  }

  std::string item_separator_, key_separator_, indent_;
  bool has_lines_, ensure_ascii_, allow_nan_, sort_keys_;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

Result<Object> dump(Object const& value, Str const& item_separator, Str const& key_separator, Object const& indent,
                    Str const& options) {
  Dumper dumper(item_separator, key_separator, indent, options);
  if (!dumper.write(value)) return None;
  return Str::from_utf8(dumper.text());
}

}  // namespace aiocc::_json
