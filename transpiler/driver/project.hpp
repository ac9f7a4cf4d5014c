// What commands leave on disk besides single texts: binaries, and folders with C++ that builds on its own.
#pragma once

#include <string>
#include <vector>

#include "emit/emit.hpp"

namespace aiocc::driver {

// Whether `translate -o PATH` means a folder: PATH is one, ends in a slash, or has no suffix and isn't there.
bool names_folder(std::string const& path);

// Writes what was compiled from the Python file `source`, and a CMakeLists.txt, into `folder`. Gives why it failed, or nothing.
std::string write_project(std::string const& folder, std::string const& source,
                          std::vector<emit::EmittedFile> const& files);

// Writes the files alone.
std::string write_files(std::string const& folder, std::vector<emit::EmittedFile> const& files);

// Moves a finished binary to where the user wants it, over file systems too. Gives why it failed, or nothing.
std::string place_binary(std::string const& from, std::string const& to);

}  // namespace aiocc::driver
