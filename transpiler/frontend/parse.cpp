// The steps of parsing: tokens, grammar, tree-sitter's tree, syntax tree, placement.
#include "frontend/parse.hpp"

#include <algorithm>
#include <iterator>

#include "frontend/concrete_tree.hpp"
#include "frontend/grammar.hpp"
#include "frontend/lowering.hpp"
#include "frontend/masking.hpp"
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
  auto const size = static_cast<std::uint32_t>(file.text().size());
  std::string const masked_text = mask(file, tokens, masked, 0, size, /*is_expression=*/false);
  ConcreteTree const tree(masked_text, 0);
  if (tree.has_errors()) {
    Node const error = tree.first_error();
    diagnostics.report<Code::UnsupportedConstruct>(Span{id, error.begin(), error.end()}, "this syntax");
    return std::nullopt;
  }
  std::size_t const errors_before = diagnostics.error_count();
  syntax::Ast ast;
  ast.file = id;
  Lowering(file, id, tokens, masked, diagnostics, ast).lower_module(tree.root());
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
