// repr() and ascii() of str and bytes.
#include <fmt/format.h>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "aiocc/objects/unicode.hpp"
#include "text.hpp"

namespace aiocc {

namespace {

/// `\x..`, `\u....` or `\U........`.
void append_escaped(StrBuilder& builder, char32_t code) {
  char buffer[12];
  auto value = static_cast<std::uint32_t>(code);
  char* end = code < 0x100     ? fmt::format_to(buffer, "\\x{:02x}", value)
              : code < 0x10000 ? fmt::format_to(buffer, "\\u{:04x}", value)
                               : fmt::format_to(buffer, "\\U{:08x}", value);
  builder.append_ascii({buffer, static_cast<std::size_t>(end - buffer)});
}

void append_quoted(StrBuilder& builder, char32_t code, char32_t quote) {
  switch (code) {
    case '\n': builder.append_ascii("\\n"); return;
    case '\r': builder.append_ascii("\\r"); return;
    case '\t': builder.append_ascii("\\t"); return;
    case '\\': builder.append_ascii("\\\\"); return;
    default: break;
  }
  if (code == quote) builder.append('\\');
  if (code < 0x7F ? code >= 0x20 : unicode::is_printable(code))
    builder.append(code);
  else
    append_escaped(builder, code);
}

/// Double quotes only where there are single ones and no double ones.
char32_t quote_for(bool has_single, bool has_double) noexcept { return has_single && !has_double ? '"' : '\''; }

}  // namespace

Str repr_str(Str const& text) {
  bool has_single = false, has_double = false;
  detail::visit_units(text, [&](auto units) {
    has_single = std::find(units.begin(), units.end(), '\'') != units.end();
    has_double = has_single && std::find(units.begin(), units.end(), '"') != units.end();
  });
  char32_t quote = quote_for(has_single, has_double);
  StrBuilder builder(text.length() + 2);
  builder.append(quote);
  detail::visit_units(text, [&](auto units) {
    for (char32_t code : units) append_quoted(builder, code, quote);
  });
  builder.append(quote);
  return builder.finish();
}

Str repr_bytes(Bytes const& bytes) {
  std::string_view view = bytes.view();
  char32_t quote = quote_for(view.find('\'') != view.npos, view.find('"') != view.npos);
  StrBuilder builder(bytes.length() + 3);
  builder.append('b');
  builder.append(quote);
  for (char c : view) {
    auto byte = static_cast<unsigned char>(c);
    if (byte < 0x7F)
      append_quoted(builder, byte, quote);
    else
      append_escaped(builder, byte);
  }
  builder.append(quote);
  return builder.finish();
}

Str escape_non_ascii(Str const& text) {
  if (text.is_ascii()) return text;
  StrBuilder builder(text.length() + 16);
  for (std::int64_t i = 0; i < text.length(); ++i) {
    if (text[i] < 0x80)
      builder.append(text[i]);
    else
      append_escaped(builder, text[i]);
  }
  return builder.finish();
}

}  // namespace aiocc
