// The walk behind placement.hpp.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "frontend/placement.hpp"
#include "syntax/walk.hpp"

namespace aiocc::frontend {

class PlacementChecker {
 public:
  explicit PlacementChecker(syntax::Ast const& ast) : ast_(ast) {}

  std::optional<PythonError> run();

 private:
  enum class Code { Module, Class, Function, AsyncFunction, Lambda, Comprehension, GeneratorExp };

  // What encloses the code at hand, up to its function.
  struct Context {
    Code code = Code::Module;
    bool is_async_generator = false;
    bool in_loop = false;
    // In an `except*` block, where nothing may jump out of.
    bool in_except_star = false;
    // The comprehension at hand runs in an async function, or in a generator expression.
    bool may_be_async = false;
  };

  bool is_function_like() const { return context_.code != Code::Module && context_.code != Code::Class; }
  void fail(Span where, std::string message);
  template <class Body>
  void within(Context inner, Body body);

  // placement.cpp
  void visit_all(Array<syntax::StmtId> body);
  void visit(syntax::StmtId id);
  void visit_function(syntax::Arguments const& args, Array<syntax::StmtId> body, Code code);
  void visit_class(syntax::ClassDef const& node);
  void visit_loop(Array<syntax::StmtId> body, Array<syntax::StmtId> orelse);
  template <class Node>
  void visit_for(Node const& node);
  template <class Node>
  void visit_with(Node const& node);
  template <class Node>
  void visit_try(Node const& node, bool is_star);
  void visit_return(syntax::StmtId id, syntax::Return const& node);
  void visit_import_from(syntax::StmtId id, syntax::ImportFrom const& node);
  void check_jump(syntax::StmtId id, bool is_break);
  bool is_async_generator(Array<syntax::StmtId> body) const;

  // placement_expressions.cpp
  void visit(syntax::ExprId id);
  void visit_children(syntax::ExprId id);
  void visit_value(syntax::ExprId id);
  void visit_target(syntax::ExprId id);
  void check_stars(Array<syntax::ExprId> elements, Span where);
  void check_keywords(Array<syntax::Keyword> keywords);
  void visit_await(syntax::ExprId id);
  void visit_yield(syntax::ExprId id, bool is_from);
  void visit_lambda(syntax::Lambda const& node);
  void visit_comprehension(syntax::ExprId id, Code code, syntax::ExprId element, syntax::ExprId value,
                           Array<syntax::Comprehension> generators);
  bool runs_await(syntax::ExprId element, syntax::ExprId value, Array<syntax::Comprehension> generators) const;
  void visit_defaults(syntax::Arguments const& args);

  // placement_patterns.cpp
  using Names = std::unordered_set<NameId>;
  void visit_match(syntax::Match const& node);
  void visit_pattern(syntax::PatternId id, bool is_last_alternative, Names& names);
  void visit_alternatives(syntax::PatternId id, syntax::MatchOr const& node, bool is_last_alternative, Names& names);
  void check_keys(syntax::PatternId id, Array<syntax::ExprId> keys);
  void visit_sequence(syntax::PatternId id, Array<syntax::PatternId> patterns, Names& names);
  void capture(syntax::PatternId id, NameId name, Names& names);
  void check_irrefutable(syntax::PatternId id, NameId name, bool is_last);

  syntax::Ast const& ast_;
  Context context_;
  std::optional<PythonError> error_;
};

}  // namespace aiocc::frontend
