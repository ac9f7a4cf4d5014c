// The C++ compiler: which one, with which flags, and what it's asked for.
#include "driver/cxx.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <thread>

#include "driver/build_config.hpp"
#include "driver/files.hpp"

namespace aiocc::driver {

namespace {

std::string text(std::string_view view) { return std::string(view); }

bool names_clang(std::string_view compiler) { return compiler.find("clang") != std::string_view::npos; }

// g++ needs the linker by its plain name in PATH.
bool has_lld(bool is_clang) { return is_clang || !find_program("ld.lld").empty(); }

}  // namespace

Cxx::Cxx(Options const& options, Cache const& cache) : cache_(cache), debug_(options.debug) {
  std::string const wanted = options.cxx.empty() ? text(build_config::cxx) : options.cxx;
  compiler_ = find_program(wanted);
  if (compiler_.empty()) {
    problem_ = "the C++ compiler `" + wanted +
               "` isn't there; install it (Debian: apt-get install clang-19 lld-19) or give another one with --cxx";
    return;
  }
  is_clang_ = names_clang(compiler_);
  library_folder_ = folder_of(text(build_config::runtime_library));
  char const level = options.optimization.value_or('2');
  flags_ = {"-std=c++20",
            std::string("-O") + level,
            "-w",
            "-ffunction-sections",
            "-fdata-sections",
            "-I" + text(build_config::runtime_include),
            "-I" + text(build_config::generated_include)};
  if (options.debug) flags_.push_back("-g");
  // Without it awaits grow the stack (gcc below -O2).
  if (!is_clang_) flags_.push_back("-foptimize-sibling-calls");
  // A register that calls preserve costs a push and a pop in every call of a function, also in those where a recursion ends at once: so what
  // only rarer paths keep goes to the stack. (Of an entry's frequency, in 1/16384; await_fib takes a seventh less, loops the same.)
  if (is_clang_) flags_.insert(flags_.end(), {"-mllvm", "-regalloc-csr-first-time-cost=40000"});
  // Errors are values: no C++ exception crosses an emitted frame, and nobody reads `errno` after a square root.
  flags_.insert(flags_.end(), {"-fno-exceptions", "-fno-asynchronous-unwind-tables", "-fno-math-errno"});
  // As the runtime is compiled: for a fixed address.
  flags_.push_back(build_config::sanitize.empty() ? "-fno-pie" : "-fsanitize=" + text(build_config::sanitize));
}

std::string Cxx::identity() const {
  Hash hash;
  hash.add(build_config::version)
      .add_file("/proc/self/exe")
      .add_file(text(build_config::runtime_library))
      .add_file(text(build_config::module_library))
      .add_file(text(build_config::link_order));
  hash.add(compiler_).add_file(compiler_);
  for (std::string const& flag : flags_) hash.add(flag);
  return hash.hex();
}

std::vector<std::string> Cxx::compile_command() const {
  std::vector<std::string> command{compiler_};
  command.insert(command.end(), flags_.begin(), flags_.end());
  return command;
}

void Cxx::add_link_flags(std::vector<std::string>& command) const {
  // The runtime and the modules in Python refer to one another.
  command.insert(command.end(),
                 {"-Wl,--start-group", library_folder_ + "/libaiocc_lib.a", library_folder_ + "/libaiocc_runtime.a",
                  "-Wl,--end-group", library_folder_ + "/libaiocc_fmt.a"});
  std::istringstream libraries(text(build_config::runtime_libraries));
  for (std::string library; std::getline(libraries, library, ';');) command.push_back(library);
  // Of shared libraries only libc and libm: a static libc starts 0.2 ms sooner, but is 0.7 MB more in every binary.
  if (build_config::sanitize.empty()) command.insert(command.end(), {"-no-pie", "-static-libstdc++", "-static-libgcc"});
  command.push_back("-Wl,--gc-sections");
  if (has_lld(is_clang_)) {
    // What a short program touches stands side by side; names that this program hasn't got don't matter. Functions that came out the same, and
    // whose addresses nobody compares, are one.
    command.insert(command.end(), {"-fuse-ld=lld", "-Wl,--symbol-ordering-file=" + text(build_config::link_order),
                                   "-Wl,--no-warn-symbol-ordering", "-Wl,--icf=safe"});
  }
  if (!debug_) command.push_back("-s");
}

std::string Cxx::installed_header() const {
  Hash hash;
  hash.add(compiler_);
  for (std::string const& flag : flags_) hash.add(flag);
  return folder_of(text(build_config::runtime_library)) + "/pch/" + hash.hex() + ".pch";
}

// How words are passed differs between clang and gcc, so each needs a runtime of its own.
std::string Cxx::prepare_runtime() {
  if (is_clang_ == names_clang(build_config::cxx)) return {};
  std::string const folder = cache_.entry("runtime", Hash().add(identity()).hex());
  library_folder_ = folder;
  if (exists(folder + "/libaiocc_runtime.a")) return {};
  fmt::print(stderr, "aiocc: building the runtime with {}, once; this takes some minutes\n", compiler_);
  std::string const temporary = cache_.temporary();
  std::string const generated = folder_of(text(build_config::generated_include));
  Finished finished = run_program({"cmake", "-S", folder_of(text(build_config::runtime_include)), "-B", temporary,
                                   "-DCMAKE_CXX_COMPILER=" + compiler_, "-DAIOCC_GENERATED=" + generated,
                                   "-DAIOCC_RUNTIME_FROM_SOURCE=ON"});
  // Without a number, make would start everything at once.
  std::string const jobs = std::to_string(std::max(1U, std::thread::hardware_concurrency()));
  if (finished.code == 0) finished = run_program({"cmake", "--build", temporary, "--parallel", jobs});
  if (finished.code != 0) return "the runtime doesn't build with " + compiler_ + ": " + finished.output;
  std::string const problem = move_file(temporary, folder);
  return problem.empty() || exists(folder + "/libaiocc_runtime.a") ? std::string() : problem;
}

Finished Cxx::precompile(std::string const& path) const {
  std::vector<std::string> command = compile_command();
  command.insert(command.end(),
                 {"-x", "c++-header", text(build_config::runtime_include) + "/aiocc/aiocc.hpp", "-o", path});
  if (is_clang_) command.insert(command.end(), {"-Xclang", "-fno-pch-timestamp", "-fpch-instantiate-templates"});
  return run_program(command);
}

std::string Cxx::precompiled_header() const {
  // g++ finds precompiled headers by their name in the include path only, and gains little.
  if (!is_clang_) return {};
  if (std::string const installed = installed_header(); exists(installed)) return installed;
  std::string const entry = cache_.entry("pch", identity());
  if (exists(entry)) {
    cache_.touch(entry);
    return entry;
  }
  std::string const temporary = cache_.temporary();
  if (precompile(temporary).code != 0 || !move_file(temporary, entry).empty()) return {};
  return entry;
}

Finished Cxx::build(std::string const& source, std::string const& binary) const {
  std::vector<std::string> rest{"-x", "c++", source, "-x", "none", "-o", binary};
  add_link_flags(rest);
  return run_with_header(rest);
}

Finished Cxx::compile(std::string const& source, std::string const& folder, std::string const& object) const {
  return run_with_header({"-x", "c++", "-I" + folder, "-c", source, "-o", object});
}

Finished Cxx::link(std::vector<std::string> const& objects, std::string const& binary) const {
  std::vector<std::string> command = compile_command();
  command.insert(command.end(), objects.begin(), objects.end());
  command.insert(command.end(), {"-o", binary});
  add_link_flags(command);
  return run_program(command);
}

// Runs the compiler, with the precompiled header if there is one.
Finished Cxx::run_with_header(std::vector<std::string> const& rest) const {
  std::vector<std::string> command = compile_command();
  std::vector<std::string> with_header = command;
  command.insert(command.end(), rest.begin(), rest.end());
  std::string const header = precompiled_header();
  if (header.empty()) return run_program(command);
  with_header.insert(with_header.end(), {"-include-pch", header});
  with_header.insert(with_header.end(), rest.begin(), rest.end());
  Finished const finished = run_program(with_header);
  // The headers changed after it was made, in a working copy of aiocc; or another run removed it from the cache just now.
  bool const is_stale =
      finished.code != 0 && (finished.output.find("precompiled") != std::string::npos || !exists(header));
  return is_stale ? run_program(command) : finished;
}

}  // namespace aiocc::driver
