// The way in: from a file's text to its syntax tree, or to CPython's SyntaxError.
#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostics.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::frontend {

// Reads a file ("-" is standard input), decodes it and adds it to `files`. Reports and returns nothing where that fails.
std::optional<SourceFileId> read_source(SourceFiles& files, std::string const& path, Diagnostics& diagnostics);

// The two halves of read_source, for callers that want the bytes first.
std::optional<std::string> read_bytes(std::string const& path, Diagnostics& diagnostics);
std::optional<SourceFileId> add_source(SourceFiles& files, std::string const& path, std::string bytes,
                                       Diagnostics& diagnostics);

// Parses a file. Reports the first syntax error, or what isn't supported, and returns nothing then.
std::optional<syntax::Ast> parse(SourceFiles const& files, SourceFileId id, Diagnostics& diagnostics);

}  // namespace aiocc::frontend
