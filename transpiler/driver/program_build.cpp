// From a translated program to its binary.
#include "driver/program_build.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include "driver/cxx_errors.hpp"
#include "driver/files.hpp"
#include "driver/project.hpp"

namespace aiocc::driver {
namespace {

// Whether the tool failed, and was reported, because the disk that `folder` is on is full. The linker, which maps its output into memory,
// dies of a bus error then.
bool report_full_disk(Compilation& compilation, Finished const& finished, std::string const& folder) {
  bool const is_full = finished.output.find("No space left on device") != std::string::npos ||
                       finished.output.find("Bus error") != std::string::npos;
  if (is_full) compilation.diagnostics().report<Code::CannotWrite>({}, folder, "No space left on device");
  return is_full;
}

// The generated C++ doesn't compile: keeps it, and says where.
void report_cxx_failure(Compilation& compilation, Finished const& finished, std::string const& source,
                        emit::EmittedFile const& file, Cache const& cache) {
  if (report_full_disk(compilation, finished, folder_of(source))) return;
  if (finished.code == 127 || finished.output.find("error: ") == std::string::npos) {
    std::string const first = finished.output.substr(0, finished.output.find('\n'));
    compilation.diagnostics().report<Code::CannotBuild>(
        {}, first.empty() ? fmt::format("exit code {}", finished.code) : first);
    return;
  }
  CxxError const error = explain_cxx_error(finished.output, source, file.text);
  std::string const kept = cache.folder() + "/failed.cpp";
  write_file(kept, fmt::format("{}\n/*\n{}\n*/\n", file.text, finished.output));
  compilation.diagnostics()
      .report<Code::InternalError>(compilation.line_span(file.source, error.line),
                                   "the generated C++ doesn't compile: " + error.message)
      .note(fmt::format("please report this with the program; the C++ is in {}", kept));
}

// A program of one module.
bool build_alone(Compilation& compilation, Cxx const& cxx, Cache const& cache, emit::EmittedFile const& file,
                 std::string const& target) {
  std::string const source = target + ".cpp";
  if (std::string const problem = write_file(source, file.text); !problem.empty()) {
    compilation.diagnostics().report<Code::CannotWrite>({}, source, problem);
    return false;
  }
  Finished const finished = cxx.build(source, target);
  if (finished.code != 0) report_cxx_failure(compilation, finished, source, file, cache);
  ::unlink(source.c_str());
  return finished.code == 0;
}

// A program of several: objects that the cache has aren't compiled again.
class ModulesBuild {
 public:
  ModulesBuild(Cxx const& cxx, Cache const& cache, std::vector<emit::EmittedFile> const& files, std::string folder)
      : cxx_(cxx), cache_(cache), folder_(std::move(folder)) {
    Hash headers;
    headers.add(cxx.identity());
    for (emit::EmittedFile const& file : files) {
      if (file.is_header()) headers.add(file.name).add(file.text);
    }
    for (emit::EmittedFile const& file : files) {
      if (file.is_header()) continue;
      Hash key = headers;
      units_.push_back({&file, cache.entry("obj", key.add(file.name).add(file.text).hex()), {}});
    }
  }

  bool run(Compilation& compilation, std::string const& target) {
    compile_missing();
    for (Unit const& unit : units_) {
      if (unit.finished.code == 0) continue;
      report_cxx_failure(compilation, unit.finished, folder_ + "/" + unit.file->name, *unit.file, cache_);
      return false;
    }
    std::vector<std::string> objects;
    for (Unit const& unit : units_) objects.push_back(unit.object);
    Finished const finished = cxx_.link(objects, target);
    if (finished.code == 0) return true;
    if (report_full_disk(compilation, finished, folder_)) return false;
    compilation.diagnostics().report<Code::CannotBuild>({}, finished.output.substr(0, finished.output.find('\n')));
    return false;
  }

 private:
  struct Unit {
    emit::EmittedFile const* file;
    std::string object;
    Finished finished;
  };

  // As many at a time as the machine has processors.
  void compile_missing() {
    cxx_.prepare_header();
    std::size_t const workers = std::min<std::size_t>(units_.size(), std::max(1u, std::thread::hardware_concurrency()));
    std::atomic<std::size_t> next = 0;
    auto const work = [&] {
      for (std::size_t at; (at = next++) < units_.size();) compile(units_[at]);
    };
    std::vector<std::jthread> threads;
    for (std::size_t index = 1; index < workers; ++index) threads.emplace_back(work);
    work();
  }

  void compile(Unit& unit) const {
    if (exists(unit.object)) return cache_.touch(unit.object);
    std::string const source = folder_ + "/" + unit.file->name;
    std::string const made = source + ".o";
    unit.finished = cxx_.compile(source, folder_, made);
    if (unit.finished.code != 0) return;
    if (std::string const problem = move_file(made, unit.object); !problem.empty()) unit.finished = {127, problem};
  }

  Cxx const& cxx_;
  Cache const& cache_;
  std::string folder_;
  std::vector<Unit> units_;
};

bool build_modules(Compilation& compilation, Cxx const& cxx, Cache const& cache,
                   std::vector<emit::EmittedFile> const& files, std::string const& target) {
  std::string const folder = target + ".modules";
  std::string const problem = write_files(folder, files);
  if (!problem.empty()) compilation.diagnostics().report<Code::CannotWrite>({}, folder, problem);
  bool const built = problem.empty() && ModulesBuild(cxx, cache, files, folder).run(compilation, target);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  return built;
}

}  // namespace

std::optional<std::vector<emit::EmittedFile>> build_binary(Compilation& compilation, Cxx const& cxx, Cache const& cache,
                                                           std::string const& binary) {
  std::optional<std::vector<emit::EmittedFile>> files = compilation.translate();
  if (!files) return std::nullopt;
  std::string const temporary = cache.temporary();
  bool const built = files->size() == 1 ? build_alone(compilation, cxx, cache, files->front(), temporary)
                                        : build_modules(compilation, cxx, cache, *files, temporary);
  std::string problem;
  if (built) problem = place_binary(temporary, binary);
  ::unlink(temporary.c_str());
  if (!problem.empty()) compilation.diagnostics().report<Code::CannotWrite>({}, binary, problem);
  if (!built || !problem.empty()) return std::nullopt;
  return files;
}

}  // namespace aiocc::driver
