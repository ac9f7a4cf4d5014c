// The C++ compiler: which one, with which flags, and what it's asked for.
#include "driver/cxx.hpp"

#include "driver/build_config.hpp"
#include "driver/files.hpp"

namespace aiocc::driver {

namespace {

std::string text(std::string_view view) { return std::string(view); }

// g++ needs the linker by its plain name in PATH.
bool has_lld(bool is_clang) { return is_clang || !find_program("ld.lld").empty(); }

}  // namespace

Cxx::Cxx(Options const& options, Cache const& cache) : cache_(cache), debug_(options.debug) {
  std::string const wanted = options.cxx.empty() ? text(build_config::cxx) : options.cxx;
  compiler_ = find_program(wanted);
  if (compiler_.empty()) {
    problem_ = "the C++ compiler `" + wanted + "` isn't there; install it (Debian: apt-get install clang-19 lld-19) or give another one with --cxx";
    return;
  }
  is_clang_ = compiler_.find("clang") != std::string::npos;
  char const level = options.optimization.value_or('2');
  flags_ = {"-std=c++20", std::string("-O") + level, "-w", "-ffunction-sections", "-fdata-sections", "-fno-plt",
            "-I" + text(build_config::runtime_include), "-I" + text(build_config::generated_include)};
  if (options.debug) flags_.push_back("-g");
  // Without it awaits grow the stack (gcc below -O2).
  if (!is_clang_) flags_.push_back("-foptimize-sibling-calls");
  if (!build_config::sanitize.empty()) flags_.push_back("-fsanitize=" + text(build_config::sanitize));
}

std::string Cxx::identity() const {
  Hash hash;
  hash.add(build_config::version).add_file("/proc/self/exe").add_file(text(build_config::runtime_library));
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
  for (std::string_view library : {build_config::runtime_library, build_config::fmt_library, build_config::gmp_library})
    command.push_back(text(library));
  command.push_back("-Wl,--gc-sections");
  if (has_lld(is_clang_)) command.push_back("-fuse-ld=lld");
  if (!debug_) command.push_back("-s");
  if (build_config::sanitize.empty()) command.push_back("-static");
}

std::string Cxx::installed_header() const {
  Hash hash;
  hash.add(compiler_);
  for (std::string const& flag : flags_) hash.add(flag);
  return folder_of(text(build_config::runtime_library)) + "/pch/" + hash.hex() + ".pch";
}

Finished Cxx::precompile(std::string const& path) const {
  std::vector<std::string> command = compile_command();
  command.insert(command.end(), {"-x", "c++-header", text(build_config::runtime_include) + "/aiocc/aiocc.hpp", "-o", path});
  if (is_clang_) command.insert(command.end(), {"-Xclang", "-fno-pch-timestamp", "-fpch-instantiate-templates"});
  return run_program(command);
}

std::string Cxx::precompiled_header() const {
  // g++ finds precompiled headers by their name in the include path only, and gains little.
  if (!is_clang_) return {};
  if (std::string const installed = installed_header(); exists(installed)) return installed;
  std::string const entry = cache_.entry("pch", identity());
  if (exists(entry)) return entry;
  std::string const temporary = cache_.temporary();
  if (precompile(temporary).code != 0 || !move_file(temporary, entry).empty()) return {};
  return entry;
}

Finished Cxx::build(std::string const& source, std::string const& binary) const {
  std::vector<std::string> command = compile_command();
  if (std::string const header = precompiled_header(); !header.empty()) command.insert(command.end(), {"-include-pch", header});
  command.insert(command.end(), {"-x", "c++", source, "-x", "none", "-o", binary});
  add_link_flags(command);
  return run_program(command);
}

}  // namespace aiocc::driver
