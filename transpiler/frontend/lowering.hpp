// Makes the syntax tree out of tree-sitter's tree. The program is known to be valid Python by then; where tree-sitter's
// grammar groups tokens otherwise than Python does, that is put right here.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "frontend/concrete_tree.hpp"
#include "frontend/literals.hpp"
#include "frontend/masking.hpp"
#include "frontend/tokens.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::frontend {

class Lowering {
 public:
  Lowering(SourceFile const& file, SourceFileId id, Tokens const& tokens, MaskedRanges const& masked,
           Diagnostics& diagnostics, syntax::Ast& ast)
      : file_(file), id_(id), tokens_(tokens), masked_(masked), diagnostics_(diagnostics), ast_(ast) {}

  void lower_module(std::vector<ConcreteTree> const& pieces);

 private:
  using Nodes = std::vector<Node>;
  using StmtIds = std::vector<syntax::StmtId>;
  using ExprIds = std::vector<syntax::ExprId>;

  // lowering.cpp
  Span span(std::uint32_t begin, std::uint32_t end) const { return {id_, begin, end}; }
  Span span(Node const& node) const { return span(node.begin(), node.end()); }
  std::string_view text(Node const& node) const { return file_.text(span(node)); }
  syntax::ExprId add(Span where, syntax::Expr::Node node) { return ast_.exprs.add({where, std::move(node)}); }
  syntax::StmtId add_stmt(Span where, syntax::Stmt::Node node) { return ast_.stmts.add({where, std::move(node)}); }
  syntax::PatternId add_pattern(Span where, syntax::Pattern::Node node) {
    return ast_.patterns.add({where, std::move(node)});
  }
  NameId intern(std::string_view identifier, Span where);
  NameId intern(Node const& identifier) { return intern(text(identifier), span(identifier)); }
  NameId dotted_name(Node const& node);
  void fail_syntax(Span where, std::string_view message);
  void fail_unsupported(Span where, std::string_view construct);
  // Reports a node that has no place in a valid program.
  syntax::ExprId unexpected(Node const& node);
  void set_context(syntax::ExprId id, syntax::ExprContext context);
  // Parses a range of the file as an expression by itself.
  syntax::ExprId parse_range(std::uint32_t begin, std::uint32_t end);
  std::size_t token_at(std::uint32_t offset) const;

  // lower_statements.cpp
  void statement(Node const& node, StmtIds& result);
  std::optional<syntax::Stmt::Node> simple_statement(Node const& node);
  syntax::StmtId expression_statement(Node const& node);
  syntax::StmtId assignment(Node const& node);
  syntax::StmtId annotated_assignment(Node const& node, Node const& first);
  syntax::StmtId augmented_assignment(Node const& node);
  syntax::ExprId optional_expression(Nodes const& children, std::size_t index);
  syntax::Stmt::Node raise_statement(Node const& node);
  syntax::Stmt::Node assert_statement(Node const& node);
  syntax::Stmt::Node delete_statement(Node const& node);
  syntax::Stmt::Node import_statement(Node const& node);
  syntax::Stmt::Node import_from_statement(Node const& node);
  syntax::Alias alias(Node const& node);
  Array<NameId> name_list(Node const& node);

  // lower_compound_statements.cpp
  struct Block {
    Array<syntax::StmtId> body;
    // After its last token.
    std::uint32_t end = 0;
  };
  syntax::StmtId compound_statement(Node const& node);
  Block block(Node const& node);
  Block else_block(Nodes const& children, std::uint32_t otherwise);
  syntax::StmtId if_statement(Node const& node);
  syntax::StmtId while_statement(Node const& node);
  syntax::StmtId for_statement(Node const& node);
  syntax::StmtId try_statement(Node const& node);
  syntax::ExceptHandler except_clause(Node const& node, bool& is_star);
  syntax::StmtId with_statement(Node const& node);
  void with_items(Node const& clause, std::vector<syntax::WithItem>& items);
  syntax::WithItem with_item(Node const& value);
  std::optional<Node> find_alias_target(Node const& value);
  syntax::StmtId function_definition(Node const& node);
  syntax::StmtId class_definition(Node const& node);
  syntax::StmtId decorated_definition(Node const& node);
  syntax::StmtId type_alias_statement(Node const& node);

  // lower_parameters.cpp
  syntax::Arguments const* parameters(Nodes const& children);
  struct Parameter {
    syntax::Arg arg;
    syntax::ExprId default_value;
    char stars = 0;
  };
  Parameter parameter(Node const& node);
  Array<syntax::TypeParam> type_parameters(Node const& node);
  syntax::ExprId annotation(Node const& node);

  // lower_expressions.cpp
  syntax::ExprId expression(Node const& node);
  syntax::ExprId expression_of_kind(Node const& node);
  syntax::ExprId name_or_masked(Node const& node);
  syntax::ExprId constant(Node const& node, syntax::ConstantValue value);
  syntax::ExprId number(Node const& node);
  syntax::ExprId primary_chain(Node const& node);
  syntax::ExprId extend_chain(Nodes const& children, Span where, syntax::ExprId left);
  syntax::ExprId binary_operator(Node const& node);
  void string_operands(Node const& node, Nodes& operands, std::vector<syntax::Operator>& operators);
  syntax::ExprId power(Node const& node);
  syntax::ExprId boolean_operator(Node const& node);
  syntax::ExprId comparison(Node const& node);
  syntax::ExprId unary_operator(Node const& node);
  syntax::ExprId await(Node const& node);
  syntax::ExprId conditional(Node const& node);
  syntax::ExprId lambda(Node const& node);
  syntax::ExprId yield(Node const& node);
  syntax::ExprId starred(Node const& node);
  std::uint32_t end_without_alias(Node const& node);

  // lower_displays.cpp
  ExprIds elements(Nodes const& children);
  syntax::ExprId sequence(Node const& node);
  syntax::ExprId parenthesized(Node const& node);
  syntax::ExprId tuple_of(Nodes const& children, Span where);
  syntax::ExprId dictionary(Node const& node);
  syntax::ExprId comprehension(Node const& node);
  Array<syntax::Comprehension> comprehension_clauses(Nodes const& children);
  syntax::ExprId call(Nodes const& children, Span where, syntax::ExprId function);
  void arguments(Node const& list, ExprIds& args, std::vector<syntax::Keyword>& keywords);
  syntax::ExprId subscript(Nodes const& children, Span where, syntax::ExprId value);
  syntax::ExprId slice(Node const& node);

  // lower_strings.cpp
  struct StringParts;
  syntax::ExprId strings(Node const& node);
  void plain_string(Node const& node, StringParts& parts);
  void fstring(std::size_t& token, StringParts& parts);
  void fstring_literal(Token const& literal, bool is_raw, bool is_spec, StringParts& parts);
  void replacement_field(std::size_t& token, bool is_raw, StringParts& parts);
  syntax::ExprId format_spec(std::size_t& token, bool is_raw);
  std::string decode(std::string_view raw_text, EscapeMode mode, Span where);
  syntax::ExprId finish_strings(StringParts& parts, Span where);

  // lower_patterns.cpp
  syntax::StmtId match_statement(Node const& node);
  syntax::MatchCase case_clause(Node const& node);
  // From the token at `at` on, which is moved behind what was read.
  syntax::PatternId open_pattern(std::size_t& at);
  syntax::PatternId star_or_pattern(std::size_t& at);
  syntax::PatternId pattern(std::size_t& at);
  syntax::PatternId or_pattern(std::size_t& at);
  syntax::PatternId closed_pattern(std::size_t& at);
  syntax::PatternId sequence_pattern(std::size_t& at);
  syntax::PatternId mapping_pattern(std::size_t& at);
  syntax::PatternId name_pattern(std::size_t& at);
  syntax::PatternId class_pattern(std::size_t& at, syntax::ExprId cls);
  syntax::ExprId pattern_value(std::size_t& at);
  syntax::ExprId pattern_number(std::size_t& at);
  syntax::ExprId number_token(std::size_t at);
  syntax::ExprId dotted_value(std::size_t& at);
  TokenKind kind_at(std::size_t at) const { return tokens_.tokens[at].kind; }
  Span token_span(std::size_t at) const { return span(tokens_.tokens[at].begin, tokens_.tokens[at].end); }
  // From the first to the last of some tokens, the one before `end`.
  Span tokens_span(std::size_t first, std::size_t end) const {
    return span(tokens_.tokens[first].begin, tokens_.tokens[end - 1].end);
  }
  NameId intern_token(std::size_t at) { return intern(file_.text(token_span(at)), token_span(at)); }

  SourceFile const& file_;
  SourceFileId id_;
  Tokens const& tokens_;
  MaskedRanges const& masked_;
  Diagnostics& diagnostics_;
  syntax::Ast& ast_;
  int depth_ = 0;
  // Where the `case` that was lowered last ends.
  std::uint32_t block_end_ = 0;
  bool failed_ = false;
  // Where the f-string at hand ends.
  std::optional<Span> fstring_end_;
  // The trees of ranges that were parsed by themselves; a deque, since nodes refer to them.
  std::deque<ConcreteTree> range_trees_;
};

}  // namespace aiocc::frontend
