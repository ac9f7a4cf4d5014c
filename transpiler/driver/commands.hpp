// What each command does. Each gives the exit code.
#pragma once

#include "driver/options.hpp"

namespace aiocc::driver {

int run_command(Options const& options);
int build_command(Options const& options);
int translate_command(Options const& options);
int check_command(Options const& options);

// Makes the precompiled header of the default flags, so that no user waits for it: the build of aiocc calls this.
int precompile_command();

}  // namespace aiocc::driver
