// A line is a file's hash, `+` for what is there or `-` for what isn't, then a space and the path.
#include "driver/dependencies.hpp"

#include <algorithm>
#include <optional>

#include "driver/files.hpp"

namespace aiocc::driver {
namespace {

std::string state_of(std::string const& path, std::string_view wanted) {
  if (wanted == "+" || wanted == "-") return exists(path) ? "+" : "-";
  std::optional<std::string> const bytes = read_file(path);
  return bytes ? Hash().add(*bytes).hex() : "-";
}

}  // namespace

void Dependencies::add_file(std::string const& path, std::string_view bytes) {
  lines_.push_back(Hash().add(bytes).hex() + " " + path);
}

void Dependencies::add_probe(std::string const& path, bool is_there) {
  lines_.push_back((is_there ? "+ " : "- ") + path);
}

std::string Dependencies::text() const {
  std::string out;
  for (std::string const& line : lines_) out += line + "\n";
  return out;
}

bool Dependencies::are_unchanged(std::string_view text) {
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('\n'), text.size());
    std::string_view const line = text.substr(0, end);
    std::size_t const space = std::min(line.find(' '), line.size());
    std::string_view const state = line.substr(0, space);
    if (space == line.size() || state_of(std::string(line.substr(space + 1)), state) != state) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

}  // namespace aiocc::driver
