// What each command does.
#include "driver/commands.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "driver/cache.hpp"
#include "driver/compilation.hpp"
#include "driver/cxx.hpp"
#include "driver/files.hpp"
#include "driver/library_facts.hpp"
#include "driver/program_build.hpp"
#include "driver/project.hpp"

namespace aiocc::driver {

namespace {

// Empty, or why it failed.
std::string write_standard_output(std::string const& text) {
  bool const written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  return written ? std::string() : std::strerror(errno);
}

// A binary depends on its main file, on the path that its tracebacks show, on everything around it, and on the program's other files.
class ProgramKey {
 public:
  ProgramKey(Compilation const& compilation, Options const& options, Cxx const& cxx) {
    std::error_code ignored;
    main_.add(compilation.bytes())
        .add(compilation.path())
        .add(std::filesystem::current_path(ignored).string())
        .add(cxx.identity());
    main_.add(options.dynamic_types ? "dynamic" : "inferred").add(options.defer_unsupported ? "defer" : "");
  }

  // Where the cache notes what the program was made of.
  std::string dependencies_entry(Cache const& cache) const { return cache.entry("deps", Hash(main_).hex()); }
  std::string binary_entry(Cache const& cache, std::string const& dependencies) const {
    return cache.entry("bin", Hash(main_).add(dependencies).hex());
  }
  // The binary, if the cache has one and nothing has changed; else empty.
  std::string find(Cache const& cache) const {
    std::optional<std::string> const dependencies = read_file(dependencies_entry(cache));
    if (!dependencies || !Dependencies::are_unchanged(*dependencies)) return {};
    std::string const binary = binary_entry(cache, *dependencies);
    return exists(binary) ? binary : std::string();
  }

 private:
  Hash main_;
};

std::string joined_text(std::vector<emit::EmittedFile> const& files) {
  if (files.size() == 1) return files.front().text;
  std::string text;
  for (emit::EmittedFile const& file : files) text += fmt::format("// {}\n{}\n", file.name, file.text);
  return text;
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
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

int run_command(Options const& options) {
  Compilation compilation(options, options.files.front());
  Cache const cache;
  if (!compilation.read()) return compilation.report(false);
  Cxx cxx(options, cache);
  ProgramKey const key(compilation, options, cxx);
  std::vector<std::string> arguments{compilation.path()};
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  if (std::string const binary = cxx.problem().empty() ? key.find(cache) : std::string(); !binary.empty()) {
    cache.touch(binary);
    become(binary, arguments);
  }
  // Not there, or just evicted. Only what was read tells the binary's name.
  std::string const made = cache.temporary();
  if (!prepare(compilation, cxx, cache) || !build_binary(compilation, cxx, cache, made))
    return compilation.report(false);
  if (int const code = compilation.report(false); code != 0) return code;
  std::string const binary = key.binary_entry(cache, compilation.dependencies());
  std::string problem = move_file(made, binary);
  if (problem.empty()) problem = write_file(key.dependencies_entry(cache), compilation.dependencies());
  if (problem.empty()) {
    cache.evict(binary);
    problem = std::strerror(become(binary, arguments));
  }
  compilation.diagnostics().report<Code::CannotBuild>({}, fmt::format("can't start `{}`: {}", binary, problem));
  return compilation.report(false);
}

namespace {

// Beside the binary: a file, or a folder where there are several.
void keep_cpp(Compilation& compilation, std::string const& binary, std::vector<emit::EmittedFile> const& files) {
  std::string const path = binary + (files.size() == 1 ? ".cpp" : ".cpp.d");
  std::string const problem = files.size() == 1 ? write_file(path, files.front().text) : write_files(path, files);
  if (!problem.empty()) compilation.diagnostics().report<Code::CannotWrite>({}, path, problem);
}

// Gives why it failed, or nothing.
std::string write_translation(Options const& options, Compilation const& compilation,
                              std::vector<emit::EmittedFile> const& files) {
  std::string const& output = options.output;
  if (output.empty() || output == "-") return write_standard_output(joined_text(files));
  if (options.emit == Stage::None && names_folder(output)) return write_project(output, compilation.path(), files);
  if (files.size() > 1) return "the program has several modules: give a folder";
  return write_file(output, files.front().text);
}

}  // namespace

int build_command(Options const& options) {
  Compilation compilation(options, options.files.front());
  Cache const cache;
  if (!compilation.read()) return compilation.report(true);
  Cxx cxx(options, cache);
  if (is_folder(options.output)) {
    compilation.diagnostics().report<Code::CannotWrite>({}, options.output, std::strerror(EISDIR));
  } else if (prepare(compilation, cxx, cache)) {
    auto const files = build_binary(compilation, cxx, cache, options.output);
    if (files && options.keep_cpp) keep_cpp(compilation, options.output, *files);
  }
  return compilation.report(true);
}

int translate_command(Options const& options) {
  Compilation compilation(options, options.files.front());
  auto const files = compilation.read() ? compilation.translate() : std::nullopt;
  if (files) {
    std::string const problem = write_translation(options, compilation, *files);
    if (!problem.empty())
      compilation.diagnostics().report<Code::CannotWrite>({}, options.output.empty() ? "stdout" : options.output,
                                                          problem);
  }
  return compilation.report(true);
}

int check_command(Options const& options) {
  int code = 0;
  for (std::string const& file : options.files) {
    Compilation compilation(options, file);
    if (compilation.read()) {
      auto const files = compilation.translate();
      if (files && options.emit != Stage::None) fmt::print("{}", joined_text(*files));
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
  auto const files = compilation.read() ? compilation.translate() : std::nullopt;
  // Without a change the build has nothing to compile again.
  if (files && read_file(output) != files->front().text) {
    std::string const problem = write_file(output, files->front().text);
    if (!problem.empty()) compilation.diagnostics().report<Code::CannotWrite>({}, output, problem);
  }
  if (files) {
    std::string const problem = note_facts(module, file, compilation.bytes(), output);
    if (!problem.empty()) compilation.diagnostics().report<Code::CannotWrite>({}, module + ".facts", problem);
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
