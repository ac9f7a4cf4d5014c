// `# noqa` at the end of a line: warnings that its author doesn't want to hear.
#pragma once

#include "diagnostics/diagnostics.hpp"

namespace aiocc {

// Whether a comment on the line of a warning silences it: `# noqa` all, `# noqa: RUF006, unknown-name` those. Rules that ruff has
// too go by ruff's codes and by their names.
bool is_silenced(Diagnostic const& diagnostic, SourceFiles const& files);

}  // namespace aiocc
