// The entry of an emitted program.
#pragma once

#include "aiocc/objects/module.hpp"

namespace aiocc::detail {

/// Runs a program: sets up argv, runs the main module's body, reports an uncaught exception, runs exit functions, flushes, and gives
/// the exit code. Death by KeyboardInterrupt is death by SIGINT.
int run_main(int argc, char** argv, CompiledModule const& module);
/// Registers a function that `run_main` calls at exit, last registered first; errors in it are reported.
void at_exit(Result<void> (*function)());
/// The program's arguments as given.
int argument_count() noexcept;
char** arguments() noexcept;

}  // namespace aiocc::detail

#define AIOCC_MAIN(module) \
  int main(int argc, char** argv) { return ::aiocc::detail::run_main(argc, argv, module); }
