// The C++ compiler: which one, with which flags, and what it's asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/cache.hpp"
#include "driver/options.hpp"
#include "driver/process.hpp"

namespace aiocc::driver {

// A C++ compiler with the flags of one kind of build.
class Cxx {
 public:
  Cxx(Options const& options, Cache const& cache);

  // Why there can't be a build: no such compiler; else empty.
  std::string const& problem() const { return problem_; }
  // Builds the runtime where this compiler can't link the one that is there. Gives why it failed, or nothing.
  std::string prepare_runtime();
  // All that a binary depends on besides its source: compiler, flags, runtime, and this program.
  std::string identity() const;

  // Compiles and links `source` into `binary`.
  Finished build(std::string const& source, std::string const& binary) const;
  // Makes the precompiled header if there's none yet, before several sources are compiled side by side.
  void prepare_header() const { precompiled_header(); }
  // Compiles one source of several, whose headers lie in `folder`.
  Finished compile(std::string const& source, std::string const& folder, std::string const& object) const;
  Finished link(std::vector<std::string> const& objects, std::string const& binary) const;
  // Makes the precompiled header in `path`.
  Finished precompile(std::string const& path) const;
  // Where the build of aiocc itself puts the precompiled header for these flags.
  std::string installed_header() const;

 private:
  std::vector<std::string> compile_command() const;
  Finished run_with_header(std::vector<std::string> const& rest) const;
  void add_link_flags(std::vector<std::string>& command) const;
  // The precompiled header for these flags, made if need be; empty where that fails, and then there's none.
  std::string precompiled_header() const;

  Cache const& cache_;
  std::string compiler_;
  std::string problem_;
  bool is_clang_ = true;
  // Has libaiocc_runtime.a and libaiocc_fmt.a.
  std::string library_folder_;
  std::vector<std::string> flags_;
  bool debug_;
};

}  // namespace aiocc::driver
