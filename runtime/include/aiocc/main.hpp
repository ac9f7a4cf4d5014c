// The entry of an emitted program.
#pragma once

#include "aiocc/objects/module.hpp"

namespace aiocc::detail {

/// Runs a program: sets up argv, runs the main module's body, reports an uncaught exception, runs exit functions, flushes, and gives
/// the exit code. Death by KeyboardInterrupt is death by SIGINT.
int run_main(int argc, char** argv, CompiledModule const& module);
/// Registers a function that `run_main` calls at exit, last registered first; errors in it are reported.
void at_exit(Result<void> (*function)());
/// SIGINT raises KeyboardInterrupt at a safe point from now on, unless it's ignored.
void handle_interrupts() noexcept;
/// The program's arguments as given.
int argument_count() noexcept;
char** arguments() noexcept;

}  // namespace aiocc::detail

// A program whose loops look for signals: Ctrl-C raises KeyboardInterrupt.
#define AIOCC_INTERRUPTIBLE_MAIN(module)                  \
  int main(int argc, char** argv) {                       \
    ::aiocc::detail::handle_interrupts();                 \
    return ::aiocc::detail::run_main(argc, argv, module); \
  }
#define AIOCC_MAIN(module) \
  int main(int argc, char** argv) { return ::aiocc::detail::run_main(argc, argv, module); }
