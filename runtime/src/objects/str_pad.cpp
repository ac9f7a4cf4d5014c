// str: padding, tabs, translate, encode.
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "codecs.hpp"
#include "convert_arguments.hpp"
#include "number_operands.hpp"
#include "text.hpp"

namespace aiocc {

namespace {

Result<char32_t> fill_character(Object const& fill) {
  if (!is_any_str(fill))
    return raise_error(type_error_type,
                       "The fill character must be a unicode character, not " + detail::type_name(fill));
  auto const& text = static_cast<Str const&>(fill);
  if (text.length() != 1) return raise_error(type_error_type, "The fill character must be exactly one character long");
  return text[0];
}

Str padded(Str const& text, std::int64_t left, std::int64_t right, char32_t fill) {
  if (left <= 0 && right <= 0) return text;
  StrBuilder builder(text.length() + left + right);
  builder.append_repeated(fill, left);
  builder.append(text);
  builder.append_repeated(fill, right);
  return builder.finish();
}

}  // namespace

Result<Str> Str::center(Object const& width, Object const& fill) const {
  std::int64_t wanted = PASS(detail::ssize_argument(width));
  char32_t character = PASS(fill_character(fill));
  std::int64_t margin = std::max<std::int64_t>(wanted - length(), 0);
  std::int64_t left = margin / 2 + (margin & wanted & 1);
  return padded(*this, left, margin - left, character);
}
Result<Str> Str::ljust(Object const& width, Object const& fill) const {
  std::int64_t wanted = PASS(detail::ssize_argument(width));
  return padded(*this, 0, wanted - length(), PASS(fill_character(fill)));
}
Result<Str> Str::rjust(Object const& width, Object const& fill) const {
  std::int64_t wanted = PASS(detail::ssize_argument(width));
  return padded(*this, wanted - length(), 0, PASS(fill_character(fill)));
}

Result<Str> Str::zfill(Object const& width) const {
  std::int64_t zeros = PASS(detail::ssize_argument(width)) - length();
  if (zeros <= 0) return *this;
  bool has_sign = !is_empty() && ((*this)[0] == '+' || (*this)[0] == '-');
  StrBuilder builder(length() + zeros);
  if (has_sign) builder.append((*this)[0]);
  builder.append_repeated('0', zeros);
  builder.append(*this, has_sign, length());
  return builder.finish();
}

Result<Str> Str::expandtabs(Object const& tab_size) const {
  std::int64_t size = PASS(detail::ssize_argument(tab_size));
  StrBuilder builder(length());
  std::int64_t column = 0;
  for (std::int64_t i = 0; i < length(); ++i) {
    char32_t code = (*this)[i];
    if (code == '\t') {
      std::int64_t blanks = size > 0 ? size - column % size : 0;
      builder.append_repeated(' ', blanks);
      column += blanks;
    } else {
      builder.append(code);
      column = code == '\n' || code == '\r' ? 0 : column + 1;
    }
  }
  return builder.finish();
}

namespace {

Raised mapping_out_of_range() { return raise_error(value_error_type, "character mapping must be in range(0x110000)"); }

/// What a translation table makes of one code point.
Result<void> append_translated(StrBuilder& builder, Object const& mapped) {
  if (is_any_str(mapped)) {
    builder.append(static_cast<Str const&>(mapped));
    return {};
  }
  Int const code = detail::int_operand(mapped);
  if (!code.bound()) return raise_error(type_error_type, "character mapping must return integer, None or str");
  if (code < Int(0) || code > Int(0x10FFFF)) return mapping_out_of_range();
  builder.append(static_cast<char32_t>(code.small()));
  return {};
}

/// What a table has for a code point; false where it has nothing.
Result<bool> find_translation(Object const& table, char32_t code, Object& mapped) {
  Int const key(static_cast<std::int64_t>(code));
  if (type_of(table) == &dict_type) {
    Object const* const found = PASS(table.as<DictObject>()->find(key));
    if (found) mapped = *found;
    return found != nullptr;
  }
  Result<Object> item = operators::get_item(table, key);
  if (item) {
    mapped = std::move(item).value();
    return true;
  }
  if (!error_is(lookup_error_type)) return raised;
  take_error();
  return false;
}

/// From one that's left out on, the last in a row. CPython asks about the one behind it here too.
Result<std::int64_t> last_left_out(Str const& text, std::int64_t at, Object const& table) {
  while (at + 1 < text.length()) {
    Object mapped;
    bool const found = PASS(find_translation(table, text[at + 1], mapped));
    if (!found || !mapped.is(None)) break;
    ++at;
  }
  return at;
}

/// Translates ASCII as CPython does (unicode_fast_translate): the table is asked once for each character, as long as it has ASCII, or None.
class AsciiTranslation {
 public:
  AsciiTranslation(Object const& table, std::string_view text) noexcept : table_(table), text_(text) {
    std::ranges::fill(known_, not_asked);
  }

  /// How much of the text it could do.
  Result<std::size_t> run() {
    done_.reserve(text_.size());
    for (std::size_t i = 0; i < text_.size(); ++i) {
      auto const code = static_cast<std::uint8_t>(text_[i]);
      if (known_[code] == not_asked && !PASS(ask(code))) return i;
      if (known_[code] != left_out) done_ += static_cast<char>(known_[code]);
    }
    return text_.size();
  }
  std::string_view done() const noexcept { return done_; }

 private:
  static constexpr std::uint8_t not_asked = 0xFF, left_out = 0xFE;

  Result<bool> ask(std::uint8_t code) {
    Object mapped;
    if (!PASS(find_translation(table_, code, mapped))) {
      known_[code] = code;
      return true;
    }
    if (mapped.is(None)) {
      known_[code] = left_out;
      return true;
    }
    char32_t made = 0x80;
    if (Int const number = detail::int_operand(mapped); number.bound())
      made = number.is_small_int() && number >= Int(0) && number < Int(0x80) ? static_cast<char32_t>(number.small())
                                                                             : made;
    else if (is_any_str(mapped) && static_cast<Str const&>(mapped).length() == 1)
      made = static_cast<Str const&>(mapped)[0];
    if (made >= 0x80) return false;
    known_[code] = static_cast<std::uint8_t>(made);
    return true;
  }

  Object const& table_;
  std::string_view text_;
  std::string done_;
  std::uint8_t known_[0x80];
};

}  // namespace

Result<Str> Str::translate(Object const& table) const {
  StrBuilder builder(length());
  std::int64_t start = 0;
  if (is_ascii()) {
    AsciiTranslation ascii(table, ascii_view());
    start = static_cast<std::int64_t>(PASS(ascii.run()));
    builder.append_ascii(ascii.done());
  }
  for (std::int64_t i = start; i < length(); ++i) {
    Object mapped;
    bool const found = PASS(find_translation(table, (*this)[i], mapped));
    if (!found)
      builder.append((*this)[i]);
    else if (mapped.is(None))
      i = PASS(last_left_out(*this, i, table));
    else
      PASS(append_translated(builder, mapped));
  }
  return builder.finish();
}

namespace {

using TranslationTable = Dict<Object, Object>;

Result<Object> table_from_dict(DictObject const* dict) {
  auto table = TranslationTable::of();
  std::size_t position = 0;
  while (DictEntry* entry = dict->next(position)) {
    Object key = entry->key, value = entry->value;
    if (is_any_str(key)) {
      auto const& text = static_cast<Str const&>(key);
      if (text.length() != 1)
        return raise_error(value_error_type, "string keys in translate table must be of length 1");
      key = Int(static_cast<std::int64_t>(text[0]));
    } else if (!Int::accepts(key)) {
      return raise_error(type_error_type, "keys in translate table must be strings or integers");
    }
    PASS(table.set(key, value));
  }
  return table;
}

}  // namespace

Result<Object> Str::maketrans(Object const& x, Object const& y, Object const& z) {
  if (!y.bound()) {
    if (!is_instance(x, dict_type))
      return raise_error(type_error_type, "if you give only one argument to maketrans it must be a dict");
    return table_from_dict(x.as<DictObject>());
  }
  if (!is_any_str(x))
    return raise_error(type_error_type, "first maketrans argument must be a string if there is a second argument");
  Str to = PASS(detail::str_argument(y, "maketrans", "2"));
  auto const& from = static_cast<Str const&>(x);
  if (from.length() != to.length())
    return raise_error(value_error_type, "the first two maketrans arguments must have equal length");
  auto table = TranslationTable::of();
  auto code_of = [](Str const& text, std::int64_t at) { return Int(static_cast<std::int64_t>(text[at])); };
  for (std::int64_t i = 0; i < from.length(); ++i) PASS(table.set(code_of(from, i), code_of(to, i)));
  if (z.bound()) {
    Str dropped = PASS(detail::str_argument(z, "maketrans", "3"));
    for (std::int64_t i = 0; i < dropped.length(); ++i) PASS(table.set(code_of(dropped, i), None));
  }
  return table;
}

Result<Bytes> Str::encode(Object const& encoding, Object const& errors) const {
  Str codec = PASS(detail::str_argument(encoding, "encode", "'encoding'"));
  Str handler = PASS(detail::str_argument(errors, "encode", "'errors'"));
  return detail::encode(*this, codec, handler);
}
Result<Bytes> Str::encode() const { return detail::encode(*this, "utf-8"_s, "strict"_s); }

}  // namespace aiocc
