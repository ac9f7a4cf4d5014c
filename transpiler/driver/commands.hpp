// What each command does. Each gives the exit code.
#pragma once

#include "driver/options.hpp"

namespace aiocc::driver {

int run_command(Options const& options);
int build_command(Options const& options);
int translate_command(Options const& options);
int check_command(Options const& options);

// Translates a file to C++ as a module of the standard library, for the library that aiocc's own build makes of them.
int library_command(std::string const& module, std::string const& file, std::string const& output);

// Makes the precompiled header of the default flags, so that no user waits for it: the build of aiocc calls this.
int precompile_command();

}  // namespace aiocc::driver
