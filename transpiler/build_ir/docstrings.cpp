// Since 3.13 the compiler takes the indentation off docstrings: all spaces of the first line, of the others as many as all have that aren't blank.
#include "build_ir/docstrings.hpp"

#include <algorithm>

namespace aiocc::build_ir {
namespace {

constexpr std::size_t tab_width = 8;

bool begins_character(char unit) { return (static_cast<unsigned char>(unit) & 0xC0) != 0x80; }

std::string expand_tabs(std::string_view text) {
  std::string result;
  std::size_t column = 0;
  for (char const unit : text) {
    if (unit == '\t') {
      std::size_t const width = tab_width - column % tab_width;
      result.append(width, ' ');
      column += width;
      continue;
    }
    result += unit;
    column = unit == '\n' || unit == '\r' ? 0 : column + begins_character(unit);
  }
  return result;
}

std::size_t leading_spaces(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

// With its line feed, if it has one.
std::string_view take_line(std::string_view& text) {
  std::size_t const end = text.find('\n');
  std::string_view const line = text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

std::size_t margin_of(std::string_view lines) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t margin = none;
  while (!lines.empty()) {
    std::string_view const line = take_line(lines);
    std::size_t const spaces = leading_spaces(line);
    if (spaces < line.size() && line[spaces] != '\n') margin = std::min(margin, spaces);
  }
  return margin == none ? 0 : margin;
}

}  // namespace

std::string clean_docstring(std::string_view docstring) {
  std::string const text = expand_tabs(docstring);
  std::string_view rest = text;
  std::string_view const first = take_line(rest);
  std::string result(first.substr(leading_spaces(first)));
  std::size_t const margin = margin_of(rest);
  while (!rest.empty()) {
    std::string_view const line = take_line(rest);
    result += line.substr(std::min(margin, leading_spaces(line)));
  }
  return result;
}

}  // namespace aiocc::build_ir
