// Files and folders: reading, writing all or nothing, hashing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aiocc::driver {

// 128 bits that tell contents apart; not for secrets.
class Hash {
 public:
  // Adds `text`, and where it ends.
  Hash& add(std::string_view text);
  // Adds what tells versions of a file apart without reading it: size and time of change.
  Hash& add_file(std::string const& path);
  std::string hex() const;

 private:
  std::uint64_t first_ = 0x9e37'79b9'7f4a'7c15;
  std::uint64_t second_ = 0xc2b2'ae3d'27d4'eb4f;
};

// Writes a file as a whole: under another name first where `path` is to be a regular file. Gives why it failed, or nothing.
std::string write_file(std::string const& path, std::string_view text);

// Moves a finished file to its place. Gives why it failed, or nothing.
std::string move_file(std::string const& from, std::string const& to);

// Gives why it failed, or nothing.
std::string make_folders(std::string const& path);

std::optional<std::string> read_file(std::string const& path);
bool exists(std::string const& path);
// A path's folder; "." for a plain name.
std::string folder_of(std::string const& path);
// A path's last part without its suffix.
std::string stem_of(std::string const& path);

// A file name that nobody else uses now, beginning with `prefix`.
std::string unique_name(std::string const& prefix);

}  // namespace aiocc::driver
