// Braces that can go.
#include "emit/braces.hpp"

#include <algorithm>
#include <vector>

namespace aiocc::emit {

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// Behind which nothing of the block is left but that it says that it's done.
bool ends_block(std::vector<std::string_view> const& lines, std::size_t index) {
  bool const says_so =
      index < lines.size() && lines[index].starts_with("exit_") && lines[index].ends_with(" = Exit::Normal;");
  std::size_t const next = index + says_so;
  return next >= lines.size() || lines[next].starts_with('}');
}

bool is_comment(std::string_view line) { return line.starts_with("//") || line.starts_with('#'); }

}  // namespace

std::string without_last_braces(std::string_view body) {
  std::vector<std::string_view> const lines = lines_of(body);
  std::vector<bool> goes(lines.size());
  std::vector<std::size_t> open;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    std::string_view const line = lines[index];
    if (is_comment(line)) continue;
    if (line.starts_with('}') && !open.empty()) {
      std::size_t const opener = open.back();
      open.pop_back();
      if (line == "}" && lines[opener] == "{" && ends_block(lines, index + 1)) goes[opener] = goes[index] = true;
    }
    if (line.ends_with('{')) open.push_back(index);
  }
  std::string out;
  out.reserve(body.size());
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (!goes[index]) out.append(lines[index]).append("\n");
  }
  return out;
}

}  // namespace aiocc::emit
