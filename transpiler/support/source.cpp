// Line tables of source files.
#include "support/source.hpp"

#include <algorithm>
#include <utility>

namespace aiocc {

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  line_starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::string_view SourceFile::line_text(std::uint32_t line) const {
  if (line == 0 || line > line_count()) return {};
  std::string_view const rest = text().substr(line_begin(line));
  return rest.substr(0, rest.find('\n'));
}

LineColumn SourceFile::position(std::uint32_t offset) const {
  auto const after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  auto const line = static_cast<std::uint32_t>(after - line_starts_.begin());
  return {line, offset - line_begin(line)};
}

std::uint32_t SourceFile::code_point_column(std::uint32_t offset) const {
  LineColumn const where = position(offset);
  return count_code_points(text().substr(line_begin(where.line), where.column));
}

std::string normalize_line_ends(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool const is_return = text[at] == '\r';
    result.push_back(is_return ? '\n' : text[at]);
    if (is_return && at + 1 < text.size() && text[at + 1] == '\n') ++at;
  }
  return result;
}

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace aiocc
