// What tree-sitter's grammar of Python doesn't get right is hidden from it, and parsed by itself afterwards.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "frontend/tokens.hpp"
#include "support/source.hpp"

namespace aiocc::frontend {

// A range of the file that stands in the masked text as one identifier of the same length.
struct MaskedRange {
  std::uint32_t begin;
  std::uint32_t end;
};

// In the order of the source, without overlaps.
using MaskedRanges = std::vector<MaskedRange>;

// The text of [begin, end) with the ranges in it masked and with each f-string as a plain string of the same length.
// Each logical line becomes one line: what stands between its tokens becomes spaces. `is_expression` makes it all one line.
std::string mask(SourceFile const& file, Tokens const& tokens, MaskedRanges const& ranges, std::uint32_t begin,
                 std::uint32_t end, bool is_expression);

// The index of the FStringEnd that belongs to the FStringStart at `index`.
std::size_t find_fstring_end(std::vector<Token> const& tokens, std::size_t index);

// Whether the name `match` at `index`, which starts a statement, is the keyword.
bool is_match_statement(std::vector<Token> const& tokens, std::size_t index);

}  // namespace aiocc::frontend
