// A program on its way through all stages: its main file, and the modules that it imports.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "driver/dependencies.hpp"
#include "driver/options.hpp"
#include "emit/emit.hpp"
#include "ir/ir.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::driver {

class Compilation {
 public:
  Compilation(Options const& options, std::string path);

  // The file's bytes; reported and false where it can't be read.
  bool read();
  std::string const& bytes() const { return bytes_; }

  // Goes through the stages up to `--emit`'s, and gives that stage's text as a file without a name: the C++ if it isn't set. Nothing where
  // there were errors.
  std::optional<std::vector<emit::EmittedFile>> translate();

  // For what the driver itself has to say.
  Diagnostics& diagnostics() { return diagnostics_; }
  SourceFiles const& files() const { return files_; }
  std::string const& path() const { return path_; }
  // What the program was made of besides its main file, once it's been translated.
  std::string dependencies() const { return dependencies_.text(); }
  // A place for a message about a line of one of the Python files.
  Span line_span(SourceFileId file, std::uint32_t line) const;

  // Prints what there is to say: all of it, or only errors. Gives the exit code: 0, or 1 after errors.
  int report(bool with_warnings) const;

 private:
  // With inference that specialises or not; `is_of_use` is unset where it turns out to have been of none.
  std::optional<std::vector<emit::EmittedFile>> translate(bool specialises, bool& is_of_use);
  // The program's modules as untyped IR; nothing where there were errors.
  std::optional<ir::Module> build_ir(syntax::Ast ast);
  std::vector<emit::EmittedFile> stage_text(std::string text) const;

  Options const& options_;
  std::string path_;
  std::string bytes_;
  SourceFiles files_;
  SourceFileId file_;
  Diagnostics diagnostics_;
  Dependencies dependencies_;
};

}  // namespace aiocc::driver
