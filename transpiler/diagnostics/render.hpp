// Diagnostics as text for people and as JSON for tools.
#pragma once

#include <string>

#include "diagnostics/diagnostics.hpp"
#include "support/source.hpp"

namespace aiocc {

// `file:line:col: error: message [code]`, the source line and its caret range, then notes and fix-its alike. The errors of
// Python itself (SyntaxError and its kin) are printed as CPython prints them.
std::string render(Diagnostic const& diagnostic, SourceFiles const& files);

// All diagnostics as one JSON array of objects: code, severity, message, file, line, column, end_line, end_column (lines
// and columns from 1, columns in code points), notes, fix_its.
std::string render_json(Diagnostics const& diagnostics, SourceFiles const& files);

}  // namespace aiocc
