// The steps of parsing: tokens, grammar, tree-sitter's tree, syntax tree, placement.
#include "frontend/parse.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <thread>
#include <vector>

#include "frontend/concrete_tree.hpp"
#include "frontend/grammar.hpp"
#include "frontend/lowering.hpp"
#include "frontend/masking.hpp"
#include "frontend/pieces.hpp"
#include "frontend/placement.hpp"
#include "frontend/tokens.hpp"

namespace aiocc::frontend {
namespace {

void report(PythonError const& error, SourceFileId id, Diagnostics& diagnostics) {
  Span const where{id, error.begin, error.end};
  switch (error.code) {
    case Code::IndentationError: diagnostics.report<Code::IndentationError>(where, error.message); break;
    case Code::TabError: diagnostics.report<Code::TabError>(where, error.message); break;
    case Code::UnsupportedConstruct: diagnostics.report<Code::UnsupportedConstruct>(where, error.message); break;
    default: diagnostics.report<Code::SyntaxError>(where, error.message); break;
  }
}

// tree-sitter's trees of the file's pieces, in order.
std::vector<ConcreteTree> parse_pieces(SourceFile const& file, Tokens const& tokens, MaskedRanges const& masked) {
  auto const size = static_cast<std::uint32_t>(file.text().size());
  std::vector<std::uint32_t> const starts =
      piece_starts(tokens, size, std::max(1U, std::thread::hardware_concurrency()));
  auto const parse_piece = [&](std::size_t index) {
    std::uint32_t const end = index + 1 < starts.size() ? starts[index + 1] : size;
    return ConcreteTree(mask(file, tokens, masked, starts[index], end, /*is_expression=*/false), starts[index]);
  };
  std::vector<std::future<ConcreteTree>> others;
  for (std::size_t index = 1; index < starts.size(); ++index)
    others.push_back(std::async(std::launch::async, parse_piece, index));
  std::vector<ConcreteTree> trees;
  trees.push_back(parse_piece(0));
  for (std::future<ConcreteTree>& other : others) trees.push_back(other.get());
  return trees;
}

}  // namespace

std::optional<syntax::Ast> parse(SourceFiles const& files, SourceFileId id, Diagnostics& diagnostics) {
  SourceFile const& file = files[id];
  Tokens tokens = tokenize(file, id);
  GrammarResult const grammar = check_grammar(file, tokens);
  if (grammar.error) {
    report(*grammar.error, id, diagnostics);
    return std::nullopt;
  }
  MaskedRanges const& masked = grammar.masked;
  std::vector<ConcreteTree> const trees = parse_pieces(file, tokens, masked);
  for (ConcreteTree const& tree : trees) {
    if (!tree.has_errors()) continue;
    Node const error = tree.first_error();
    diagnostics.report<Code::UnsupportedConstruct>(Span{id, error.begin(), error.end()}, "this syntax");
    return std::nullopt;
  }
  std::size_t const errors_before = diagnostics.error_count();
  syntax::Ast ast;
  ast.file = id;
  Lowering(file, id, tokens, masked, diagnostics, ast).lower_module(trees);
  if (diagnostics.error_count() != errors_before) return std::nullopt;
  if (auto const error = check_placement(ast)) {
    report(*error, id, diagnostics);
    return std::nullopt;
  }
  ast.comments = std::move(tokens.comments);
  std::vector<syntax::SyntaxWarning> warnings;
  auto const stands_before = [](syntax::SyntaxWarning const& left, syntax::SyntaxWarning const& right) {
    return left.span.begin < right.span.begin;
  };
  std::ranges::merge(tokens.warnings, ast.warnings, std::back_inserter(warnings), stands_before);
  ast.warnings = std::move(warnings);
  return ast;
}

}  // namespace aiocc::frontend
