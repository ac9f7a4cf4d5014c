// What each command does.
#include "driver/commands.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "driver/cache.hpp"
#include "driver/compilation.hpp"
#include "driver/cxx.hpp"
#include "driver/cxx_errors.hpp"
#include "driver/files.hpp"
#include "driver/project.hpp"

namespace aiocc::driver {

namespace {

// Empty, or why it failed.
std::string write_standard_output(std::string const& text) {
  bool const written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  return written ? std::string() : std::strerror(errno);
}

// A binary depends on the program, on the path that its tracebacks show, and on everything around it.
std::string cache_key(Compilation const& compilation, Options const& options, Cxx const& cxx) {
  Hash hash;
  hash.add(compilation.bytes()).add(compilation.path()).add(cxx.identity());
  hash.add(options.dynamic_types ? "dynamic" : "inferred").add(options.defer_unsupported ? "defer" : "");
  return hash.hex();
}

// The generated C++ doesn't compile: keeps it, and says where.
void report_cxx_failure(Compilation& compilation, Finished const& finished, std::string const& source, std::string const& cpp,
                        Cache const& cache) {
  if (finished.code == 127 || finished.output.find("error: ") == std::string::npos) {
    std::string const first = finished.output.substr(0, finished.output.find('\n'));
    compilation.diagnostics().report<Code::CannotBuild>({}, first.empty() ? fmt::format("exit code {}", finished.code) : first);
    return;
  }
  CxxError const error = explain_cxx_error(finished.output, source, cpp);
  std::string const kept = cache.folder() + "/failed.cpp";
  write_file(kept, fmt::format("{}\n/*\n{}\n*/\n", cpp, finished.output));
  compilation.diagnostics()
      .report<Code::InternalError>(compilation.line_span(error.line), "the generated C++ doesn't compile: " + error.message)
      .note(fmt::format("please report this with the program; the C++ is in {}", kept));
}

// Translates, compiles, and puts the binary at `binary`. Reports and gives false where that fails.
bool build_binary(Compilation& compilation, Cxx const& cxx, Cache const& cache, std::string const& binary, std::string* kept_cpp = nullptr) {
  std::optional<std::string> cpp = compilation.translate();
  if (!cpp) return false;
  std::string const temporary = cache.temporary();
  std::string const source = temporary + ".cpp";
  std::string problem = write_file(source, *cpp);
  if (problem.empty()) {
    Finished const finished = cxx.build(source, temporary);
    if (finished.code != 0) {
      report_cxx_failure(compilation, finished, source, *cpp, cache);
      ::unlink(source.c_str());
      ::unlink(temporary.c_str());
      return false;
    }
    problem = place_binary(temporary, binary);
  }
  ::unlink(source.c_str());
  ::unlink(temporary.c_str());
  if (!problem.empty()) compilation.diagnostics().report<Code::CannotWrite>({}, binary, problem);
  if (kept_cpp) *kept_cpp = std::move(*cpp);
  return problem.empty();
}

bool prepare(Compilation& compilation, Cxx& cxx, Cache const& cache) {
  if (!cxx.problem().empty()) {
    compilation.diagnostics().report<Code::CannotBuild>({}, cxx.problem());
    return false;
  }
  if (std::string const problem = cache.prepare(); !problem.empty()) {
    compilation.diagnostics().report<Code::CannotWrite>({}, cache.folder(), problem);
    return false;
  }
  std::string const problem = cxx.prepare_runtime();
  if (!problem.empty()) compilation.diagnostics().report<Code::CannotBuild>({}, problem);
  return problem.empty();
}

bool is_folder(std::string const& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

int run_command(Options const& options) {
  Compilation compilation(options, options.files.front());
  Cache const cache;
  if (!compilation.read()) return compilation.report(false);
  Cxx cxx(options, cache);
  std::string const binary = cache.entry("bin", cxx.problem().empty() ? cache_key(compilation, options, cxx) : "none");
  std::vector<std::string> arguments{compilation.path()};
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  if (exists(binary)) {
    cache.touch(binary);
    become(binary, arguments);
  }
  // Not there, or just evicted.
  if (!prepare(compilation, cxx, cache) || !build_binary(compilation, cxx, cache, binary))
    return compilation.report(false);
  if (int const code = compilation.report(false); code != 0) return code;
  cache.evict(binary);
  int const problem = become(binary, arguments);
  compilation.diagnostics().report<Code::CannotBuild>({}, fmt::format("can't start `{}`: {}", binary, std::strerror(problem)));
  return compilation.report(false);
}

int build_command(Options const& options) {
  Compilation compilation(options, options.files.front());
  Cache const cache;
  if (!compilation.read()) return compilation.report(true);
  Cxx cxx(options, cache);
  std::string cpp;
  if (is_folder(options.output)) {
    compilation.diagnostics().report<Code::CannotWrite>({}, options.output, std::strerror(EISDIR));
  } else if (prepare(compilation, cxx, cache) && build_binary(compilation, cxx, cache, options.output, &cpp) && options.keep_cpp) {
    std::string const path = options.output + ".cpp";
    if (std::string problem = write_file(path, cpp); !problem.empty())
      compilation.diagnostics().report<Code::CannotWrite>({}, path, problem);
  }
  return compilation.report(true);
}

int translate_command(Options const& options) {
  Compilation compilation(options, options.files.front());
  std::optional<std::string> const text = compilation.read() ? compilation.translate() : std::nullopt;
  if (text) {
    std::string const& output = options.output;
    std::string problem;
    if (output.empty() || output == "-")
      problem = write_standard_output(*text);
    else if (options.emit == Stage::None && names_folder(output))
      problem = write_project(output, compilation.path(), *text);
    else
      problem = write_file(output, *text);
    if (!problem.empty()) compilation.diagnostics().report<Code::CannotWrite>({}, output.empty() ? "stdout" : output, problem);
  }
  return compilation.report(true);
}

int check_command(Options const& options) {
  int code = 0;
  for (std::string const& file : options.files) {
    Compilation compilation(options, file);
    if (compilation.read()) {
      std::optional<std::string> const text = compilation.translate();
      if (text && options.emit != Stage::None) std::fwrite(text->data(), 1, text->size(), stdout);
    }
    code |= compilation.report(true);
  }
  return code;
}

int library_command(std::string const& module, std::string const& file, std::string const& output) {
  Options options;
  options.command = Command::Translate;
  options.dynamic_types = true;
  options.library_module = module;
  Compilation compilation(options, file);
  std::optional<std::string> const text = compilation.read() ? compilation.translate() : std::nullopt;
  // Without a change the build has nothing to compile again.
  if (text && read_file(output) != text) {
    std::string const problem = write_file(output, *text);
    if (!problem.empty()) compilation.diagnostics().report<Code::CannotWrite>({}, output, problem);
  }
  return compilation.report(true);
}

int precompile_command() {
  Options const options;
  Cache const cache;
  Cxx const cxx(options, cache);
  std::string const path = cxx.installed_header();
  std::string problem = make_folders(folder_of(path));
  if (problem.empty()) {
    std::string const temporary = unique_name(path);
    Finished const finished = cxx.precompile(temporary);
    problem = finished.code == 0 ? move_file(temporary, path) : finished.output;
  }
  if (!problem.empty()) fmt::print(stderr, "aiocc: {}\n", problem);
  return problem.empty() ? 0 : 1;
}

}  // namespace aiocc::driver
