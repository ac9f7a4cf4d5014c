// The aiocc command.
#include <fmt/format.h>
#include <malloc.h>
#include <pthread.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "driver/commands.hpp"
#include "driver/options.hpp"

namespace {

using namespace aiocc::driver;

struct Job {
  Options options;
  int code = 0;
};

int dispatch(Options const& options) {
  switch (options.command) {
    case Command::Run: return run_command(options);
    case Command::Build: return build_command(options);
    case Command::Translate: return translate_command(options);
    case Command::Check: return check_command(options);
  }
  return 2;
}

// Deeply nested programs need a deep stack: compiling is recursive as programs are.
int dispatch_with_deep_stack(Options options) {
  constexpr std::size_t stack_size = std::size_t{512} << 20;
  Job job{std::move(options)};
  pthread_attr_t attributes;
  pthread_t thread;
  ::pthread_attr_init(&attributes);
  ::pthread_attr_setstacksize(&attributes, stack_size);
  auto const body = [](void* argument) -> void* {
    auto& mine = *static_cast<Job*>(argument);
    mine.code = dispatch(mine.options);
    return nullptr;
  };
  if (::pthread_create(&thread, &attributes, body, &job) != 0) return dispatch(job.options);
  ::pthread_join(thread, nullptr);
  return job.code;
}

// A run is short and only grows: it asks the system for memory in large steps, and gives none back.
void prepare_memory() {
  constexpr int step = 64 << 20;
  ::mallopt(M_ARENA_MAX, 1);
  ::mallopt(M_TOP_PAD, step);
  ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

}  // namespace

int main(int argc, char** argv) {
  prepare_memory();
  std::vector<std::string_view> const arguments(argv + 1, argv + argc);
  if (arguments.size() == 1 && arguments[0] == "--precompile-runtime") return precompile_command();
  if (arguments.size() == 4 && arguments[0] == "--library-module")
    return library_command(std::string(arguments[1]), std::string(arguments[2]), std::string(arguments[3]));
  CommandLine line = parse_command_line(arguments);
  if (!line.error.empty()) {
    fmt::print(stderr, "aiocc: {}\ntry `aiocc --help`\n", line.error);
    return 2;
  }
  if (!line.answer.empty()) {
    std::fputs(line.answer.c_str(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
  }
  return dispatch_with_deep_stack(std::move(line.options));
}
