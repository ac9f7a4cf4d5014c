// Parses the command line. The tables below are all there is to a command or an option: parsing and help follow from them.
#include "driver/options.hpp"

#include <fmt/format.h>

#include "driver/build_config.hpp"
#include "passes/pipeline.hpp"

namespace aiocc::driver {

namespace {

constexpr unsigned bit(Command command) { return 1u << static_cast<unsigned>(command); }
constexpr unsigned compiling = bit(Command::Run) | bit(Command::Build);
constexpr unsigned everywhere = compiling | bit(Command::Translate) | bit(Command::Check);

struct CommandRow {
  Command command;
  std::string_view name;
  std::string_view synopsis;
  std::string_view help;
};

constexpr CommandRow commands[] = {
    {Command::Run, "run", "FILE [ARG...]", "compile, build (or take from the cache) and become the program"},
    {Command::Build, "build", "FILE -o BINARY", "a standalone binary"},
    {Command::Translate, "translate", "FILE [-o PATH]",
     "readable C++: a file, or a folder with a CMakeLists.txt that builds"},
    {Command::Check, "check", "FILE...", "diagnostics only"},
};

// Gives an error message, or nothing.
using Apply = std::string (*)(Options& options, std::string_view value);

struct OptionRow {
  std::string_view name;
  // What follows the name: "=VALUE", " VALUE" (as an argument of its own, or joined), or nothing.
  std::string_view value;
  unsigned commands;
  std::string_view help;
  Apply apply;
};

template <bool Options::* flag>
std::string set(Options& options, std::string_view) {
  options.*flag = true;
  return {};
}
template <std::string Options::* text>
std::string assign(Options& options, std::string_view value) {
  options.*text = value;
  return {};
}

std::string set_optimization(Options& options, std::string_view value) {
  if (value.size() != 1 || value[0] < '0' || value[0] > '3')
    return fmt::format("`-O{}`: the level is 0, 1, 2 or 3", value);
  options.optimization = value[0];
  return {};
}

std::string set_emit(Options& options, std::string_view value) {
  if (value == "ast") options.emit = Stage::Ast;
  if (value == "types") options.emit = Stage::Types;
  if (value == "ir") options.emit = Stage::Ir;
  if (value == "cpp") options.emit = Stage::Cpp;
  return options.emit == Stage::None ? fmt::format("`--emit={}`: it's ast, types, ir or cpp", value) : std::string();
}

std::string set_stop_after(Options& options, std::string_view value) {
  options.stop_after = value;
  if (value == "build-ir" || value == "types" || passes::find_pass(value)) return {};
  return fmt::format("`--stop-after={}`: there is no such pass", value);
}

std::string set_types(Options& options, std::string_view value) {
  options.dynamic_types = value == "dynamic";
  return value == "dynamic" || value == "inferred" ? std::string()
                                                   : fmt::format("`--types={}`: it's inferred or dynamic", value);
}

std::string set_diagnostics(Options& options, std::string_view value) {
  options.json = value == "json";
  return value == "json" || value == "text" ? std::string()
                                            : fmt::format("`--diagnostics={}`: it's text or json", value);
}

constexpr OptionRow option_rows[] = {
    {"-o", " PATH", bit(Command::Build) | bit(Command::Translate), "where to write", assign<&Options::output>},
    {"-O", "LEVEL", compiling, "optimise: 0 to 3 (default 2)", set_optimization},
    {"-g", "", compiling, "debug information; debuggers step through the Python source", set<&Options::debug>},
    {"--cxx", "=COMPILER", compiling, "the C++ compiler", assign<&Options::cxx>},
    {"--keep-cpp", "", bit(Command::Build), "leave the C++ beside the binary", set<&Options::keep_cpp>},
    {"--types", "=dynamic", everywhere, "infer no types: every value is an object", set_types},
    {"--diagnostics", "=json", everywhere, "for tools", set_diagnostics},
    {"-Werror", "", everywhere, "warnings are errors", set<&Options::warnings_are_errors>},
    {"--defer-unsupported", "", everywhere, "what can't be compiled is raised when the program gets there",
     set<&Options::defer_unsupported>},
    {"--explain-types", "", bit(Command::Check), "tell what stays dynamic, and why", set<&Options::explains_types>},
    {"--emit", "=STAGE", bit(Command::Translate) | bit(Command::Check), "print ast, types, ir or cpp, and stop",
     set_emit},
    {"--stop-after", "=PASS", bit(Command::Translate) | bit(Command::Check), "for --emit=ir: run no further pass",
     set_stop_after},
};

CommandRow const* find_command(std::string_view name) {
  for (CommandRow const& row : commands)
    if (row.name == name) return &row;
  return nullptr;
}

std::string help() {
  std::string text = "usage:\n";
  for (CommandRow const& row : commands)
    text += fmt::format("  {:<34} {}\n", fmt::format("aiocc {} {}", row.name, row.synopsis), row.help);
  text += "\n`-` as FILE is standard input.\n\noptions:\n";
  for (OptionRow const& row : option_rows) {
    std::string only;
    for (CommandRow const& command : commands)
      if (row.commands != everywhere && row.commands & bit(command.command))
        only += fmt::format("{}{}", only.empty() ? "" : ", ", command.name);
    text += fmt::format("  {:<22} {}{}\n", fmt::format("{}{}", row.name, row.value), row.help,
                        only.empty() ? "" : fmt::format(" ({})", only));
  }
  text += "  --help                 this text\n  --version\n\npasses, in order: build-ir, types";
  for (passes::Pass const& pass : passes::all_passes()) text += fmt::format(", {}", pass.name);
  return text + "\n";
}

class Parser {
 public:
  explicit Parser(std::vector<std::string_view> const& arguments) : arguments_(arguments) {}

  CommandLine parse() {
    if (!read_command()) return std::move(result_);
    while (at_ < arguments_.size() && result_.error.empty() && result_.answer.empty()) {
      std::string_view const argument = arguments_[at_++];
      if (argument.starts_with('-') && argument != "-" && !only_files_)
        read_option(argument);
      else
        read_file(argument);
    }
    if (result_.error.empty() && result_.answer.empty()) check();
    return std::move(result_);
  }

 private:
  Options& options() { return result_.options; }
  void fail(std::string message) { result_.error = std::move(message); }

  bool answer(std::string_view argument) {
    if (argument == "--help" || argument == "-h" || argument == "help") result_.answer = help();
    if (argument == "--version") result_.answer = fmt::format("aiocc {}\n", build_config::version);
    return !result_.answer.empty();
  }

  bool read_command() {
    if (arguments_.empty()) {
      fail("no command given");
      return false;
    }
    std::string_view const name = arguments_[at_++];
    if (answer(name)) return false;
    row_ = find_command(name);
    if (!row_) {
      fail(fmt::format("there is no command `{}`", name));
      return false;
    }
    options().command = row_->command;
    return true;
  }

  void read_option(std::string_view argument) {
    if (argument == "--") {
      only_files_ = true;
      return;
    }
    if (answer(argument)) return;
    for (OptionRow const& option : option_rows) {
      if (!argument.starts_with(option.name)) continue;
      std::string_view rest = argument.substr(option.name.size());
      if (option.value.empty() ? !rest.empty() : option.value.starts_with('=') && !rest.starts_with('=')) continue;
      if (!(option.commands & bit(row_->command)))
        return fail(fmt::format("`{} {}` doesn't go together", row_->name, option.name));
      if (option.value.starts_with('=')) rest.remove_prefix(1);
      if (option.value.starts_with(' ') && rest.empty()) {
        if (at_ == arguments_.size()) return fail(fmt::format("`{}` needs a value", option.name));
        rest = arguments_[at_++];
      }
      return fail(option.apply(options(), rest));
    }
    fail(fmt::format("there is no option `{}`", argument));
  }

  void read_file(std::string_view argument) {
    options().files.emplace_back(argument);
    if (options().command != Command::Run) return;
    // The rest is the program's.
    options().arguments.assign(arguments_.begin() + static_cast<std::ptrdiff_t>(at_), arguments_.end());
    at_ = arguments_.size();
  }

  void check() {
    if (options().files.empty()) return fail(fmt::format("`{}` needs a file", row_->name));
    if (options().command != Command::Check && options().files.size() > 1)
      return fail(fmt::format("`{}` takes one file", row_->name));
    if (options().command == Command::Build && options().output.empty()) return fail("`build` needs `-o BINARY`");
  }

  std::vector<std::string_view> const& arguments_;
  std::size_t at_ = 0;
  CommandRow const* row_ = nullptr;
  bool only_files_ = false;
  CommandLine result_;
};

}  // namespace

CommandLine parse_command_line(std::vector<std::string_view> const& arguments) { return Parser(arguments).parse(); }

}  // namespace aiocc::driver
