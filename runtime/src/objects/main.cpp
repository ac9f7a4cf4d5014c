// The life of a program: start, module body, uncaught exception, exit functions, exit code.
#include "aiocc/main.hpp"

#include <malloc.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "aiocc/core/threads.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/unsupported.hpp"
#include "big_int.hpp"
#include "core.hpp"
#include "exceptions.hpp"
#include "finalization.hpp"
#include "number_operands.hpp"
#include "stack_limit.hpp"

namespace aiocc::detail {
namespace {

constinit int program_argument_count = 0;
constinit char** program_arguments = nullptr;

std::vector<Result<void> (*)()>& exit_functions() {
  static std::vector<Result<void> (*)()> functions;
  return functions;
}

/// The exit code that SystemExit's `code` means, which its class may define; a text goes to stderr.
int code_of_system_exit(Ref<BaseException> const& exception) {
  Result<Object> found = operators::get_attr(exception, "code"_s);
  if (!found) take_error();
  Object const code = found ? found.value() : Object(exception);
  if (!code.bound() || code.is(None)) return 0;
  if (Int const number = int_operand(code); number.bound())
    return number.is_small_int() ? static_cast<int>(number.small()) & 0xff : 255;
  Result<Str> text = operators::str(code);
  if (text) detail::write_report(text.value().utf8());
  detail::write_report("\n");
  if (!text) take_error();
  return 1;
}

struct Outcome {
  int code = 0;
  bool interrupted = false;
};

Outcome outcome_of(Ref<BaseException> exception) {
  if (is_instance(exception, system_exit_type)) return {code_of_system_exit(exception), false};
  print_uncaught(exception);
  return {1, is_instance(exception, keyboard_interrupt_type)};
}

void run_exit_functions() {
  auto& functions = exit_functions();
  while (!functions.empty()) {
    auto function = functions.back();
    functions.pop_back();
    if (!function()) print_exception(take_error());
  }
}

// What a program has freed it soon needs again: giving it back to the system and asking for it anew costs far more than to use it, a fault
// for each page. By default malloc gives back all but the last 128 KiB, and maps each large block by itself.
void keep_freed_memory() noexcept {
  constexpr int kept = 64 << 20;
  constexpr int largest_unmapped = 32 << 20;
  mallopt(M_TRIM_THRESHOLD, kept);
  mallopt(M_MMAP_THRESHOLD, largest_unmapped);
}

}  // namespace

int argument_count() noexcept { return program_argument_count; }
char** arguments() noexcept { return program_arguments; }

void at_exit(Result<void> (*function)()) { exit_functions().push_back(function); }

int run_main(int argc, char** argv, CompiledModule const& module) {
  program_argument_count = argc;
  program_arguments = argv;
  keep_freed_memory();
  pool_big_ints();
  set_stack_limit();
  // Who writes to a pipe that nobody reads from gets an error.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  // The module's own frame counts.
  state.depth = 1;
  Object const main = main_module(module);
  Outcome outcome;
  Ref<BaseException> error;
  if (!module.body()) error = take_error();
  // What the program wrote comes before what is told of its error.
  bool const is_flushed = flush_standard_streams();
  if (error.bound()) outcome = outcome_of(std::move(error));
  if (at_main_end && !at_main_end()) print_exception(take_error());
  run_exit_functions();
  finalize_program();
  bool const is_flushed_again = flush_standard_streams();
  if (!(is_flushed && is_flushed_again) && outcome.code == 0) outcome.code = 120;
  if (reached_unsupported()) outcome = {70, false};
  if (outcome.interrupted) {
    std::signal(SIGINT, SIG_DFL);
    ::kill(::getpid(), SIGINT);
  }
  std::fflush(nullptr);
  // Without the static destructors: they would run Python finalisers in the order of translation units.
  std::_Exit(outcome.code);
}

}  // namespace aiocc::detail
