// Prints a tree as CPython's `ast.dump(tree, indent=2)` does.
#pragma once

#include <string>

#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::syntax {

struct DumpOptions {
  // Print lineno, col_offset, end_lineno and end_col_offset, as `include_attributes=True`.
  bool include_positions = false;
};

std::string dump(Ast const& ast, SourceFile const& file, DumpOptions options = {});

// A literal's value as repr() prints it.
std::string repr_constant(ConstantValue const& constant);

}  // namespace aiocc::syntax
