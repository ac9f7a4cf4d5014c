// The files besides its main one that a program was made of: what was read, and what was looked for and wasn't there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aiocc::driver {

class Dependencies {
 public:
  void add_file(std::string const& path, std::string_view bytes);
  // A path that was looked for: whether it's there matters, not what it holds.
  void add_probe(std::string const& path, bool is_there);

  // One a line; a cache's entry.
  std::string text() const;
  // Whether all that a text says is still so.
  static bool are_unchanged(std::string_view text);

 private:
  std::vector<std::string> lines_;
};

}  // namespace aiocc::driver
