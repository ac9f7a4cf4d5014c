// What the C++ compiler says of generated code, in terms of the Python file: operations name their span by its index, `AT(7)`,
// and the table of spans at the file's end has the line.
#include "driver/cxx_errors.hpp"

#include <charconv>
#include <vector>

namespace aiocc::driver {

namespace {

std::uint32_t number_at(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The line in the `index`-th entry of `const Span spans[] = {`: `{&functions[0].code, 12, ...`.
std::uint32_t line_of_span(std::vector<std::string_view> const& lines, std::uint32_t index) {
  bool inside = false;
  for (std::string_view line : lines) {
    std::size_t const entry = line.find("{&functions[");
    if (line.starts_with("const Span spans[]")) inside = true;
    if (!inside || entry == std::string_view::npos) continue;
    if (index-- == 0) return number_at(line.substr(line.find(", ", entry) + 2));
  }
  return 0;
}

}  // namespace

CxxError explain_cxx_error(std::string_view output, std::string_view source, std::string_view cpp) {
  CxxError result;
  std::vector<std::string_view> const lines = split_lines(cpp);
  for (std::string_view line : split_lines(output)) {
    std::size_t const error = line.find("error: ");
    if (error == std::string_view::npos) continue;
    if (result.message.empty()) result.message = line.substr(error + 7);
    if (!line.starts_with(source)) continue;
    std::uint32_t at = number_at(line.substr(source.size() + 1));
    // The nearest operation at or above the place.
    for (; at > 0 && result.line == 0; --at) {
      std::size_t const mark = at <= lines.size() ? lines[at - 1].find("AT(") : std::string_view::npos;
      if (mark != std::string_view::npos) result.line = line_of_span(lines, number_at(lines[at - 1].substr(mark + 3)));
    }
    break;
  }
  return result;
}

}  // namespace aiocc::driver
