// One Python file on its way through all stages.
#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostics.hpp"
#include "driver/options.hpp"
#include "support/source.hpp"

namespace aiocc::driver {

class Compilation {
 public:
  Compilation(Options const& options, std::string path);

  // The file's bytes; reported and false where it can't be read.
  bool read();
  std::string const& bytes() const { return bytes_; }

  // Goes through the stages up to `--emit`'s, and gives that stage's text: C++ if it isn't set. Nothing where there were errors.
  std::optional<std::string> translate();

  // For what the driver itself has to say.
  Diagnostics& diagnostics() { return diagnostics_; }
  SourceFiles const& files() const { return files_; }
  std::string const& path() const { return path_; }
  // A place for a message about a line of the Python file.
  Span line_span(std::uint32_t line) const;

  // Prints what there is to say: all of it, or only errors. Gives the exit code: 0, or 1 after errors.
  int report(bool with_warnings) const;

 private:
  Options const& options_;
  std::string path_;
  std::string bytes_;
  SourceFiles files_;
  SourceFileId file_;
  Diagnostics diagnostics_;
};

}  // namespace aiocc::driver
