// The command line: commands, options, and their help, all from one table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiocc::driver {

enum class Command { Run, Build, Translate, Check };

// What --emit prints instead of going on.
enum class Stage { None, Ast, Types, Ir, Cpp };

struct Options {
  Command command = Command::Run;
  std::vector<std::string> files;
  // `run`: what follows FILE, for the program.
  std::vector<std::string> arguments;
  std::string output;
  std::string cxx;
  std::string stop_after;
  // The file is this module of the standard library; set by aiocc's own build.
  std::string library_module;
  Stage emit = Stage::None;
  // Level of -O; unset: the default of the command.
  std::optional<char> optimization;
  bool debug = false;
  bool keep_cpp = false;
  bool dynamic_types = false;
  bool json = false;
  bool warnings_are_errors = false;
  bool defer_unsupported = false;
  bool explains_types = false;
};

struct CommandLine {
  Options options;
  // What to print on stdout instead of running anything: --help, --version.
  std::string answer;
  // What is wrong with the command line; exit code 2.
  std::string error;
};

CommandLine parse_command_line(std::vector<std::string_view> const& arguments);

}  // namespace aiocc::driver
