// The walk that builds scopes; see scopes.hpp.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "semantics/semantic_model.hpp"
#include "syntax/walk.hpp"

namespace aiocc::semantics {

class ScopeBuilder {
 public:
  ScopeBuilder(syntax::Ast const& ast, SemanticModel& model, Diagnostics& diagnostics)
      : ast_(ast), model_(model), diagnostics_(diagnostics) {}

  bool build();

 private:
  // How a name came to be bound, for `Variable::stable`.
  enum class BindingForm { Definition, Import, Other };
  // Where in a comprehension the walk is, for what `:=` and `yield` may do there.
  enum class ComprehensionPart { None, Iterable, Body };

  Scope& scope() { return model_.scopes[current_]; }
  void fail(Span where, std::string const& message);

  // scope_builder.cpp
  ScopeId open(ScopeKind kind, NameId name);
  void close(ScopeId outer) { current_ = outer; }
  Symbol& symbol(ScopeId scope, NameId name);
  VariableId own(ScopeId scope, NameId mangled);
  void use(NameId name);
  void bind(NameId name, Span where, BindingForm form = BindingForm::Other);
  void bind_in(ScopeId scope, NameId name, BindingForm form);
  void bind_package(NameId name, Span where);
  void remove(NameId name, Span where);
  void declare(syntax::StmtId id, Array<NameId> names, bool is_global);
  void use_class_cell();
  void resolve_nonlocals();
  void mark_captured();
  void mark_deleted_elsewhere();
  void mark_stable();

  // scope_statements.cpp
  void visit(syntax::StmtId id);
  void visit(syntax::PatternId id);
  void visit_body(Array<syntax::StmtId> body);
  void visit_block(Array<syntax::StmtId> body);
  template <class Node>
  void visit_function(syntax::StmtId id, Node const& node, bool is_async);
  void visit_class(syntax::StmtId id, syntax::ClassDef const& node);
  BindingForm form_of(syntax::ClassDef const& node);
  void visit_defaults(syntax::Arguments const& arguments);
  void visit_annotations(syntax::Arguments const& arguments, syntax::ExprId returns);
  void visit_annotation(syntax::ExprId annotation);
  void bind_parameters(syntax::Arguments const& arguments);
  void open_type_params(syntax::StmtId id, NameId owner, Array<syntax::TypeParam> params);
  void visit_lazy(syntax::ExprId id, NameId name, char const* construct);
  void visit_bounds(syntax::TypeParam const& param, NameId name);
  bool refuse_in_construct(syntax::ExprId id, std::string_view what);
  void visit_import(Array<syntax::Alias> names, Span where);
  void visit_import_from(syntax::StmtId id, syntax::ImportFrom const& node);
  void bind_star_names(syntax::StmtId id);
  void visit_ann_assign(syntax::StmtId id, syntax::AnnAssign const& node);
  template <class Node>
  void visit_try(Node const& node);
  void visit_handler(syntax::ExceptHandler const& handler);

  // scope_expressions.cpp
  void visit(syntax::ExprId id);
  void visit_name(syntax::ExprId id, syntax::Name const& node);
  void visit_named_expr(syntax::ExprId id, syntax::NamedExpr const& node);
  void visit_call(syntax::Call const& node);
  bool may_fold(syntax::ExprId generator) const;
  bool holds_generators(syntax::ExprId generator) const;
  void settle_folds();
  void visit_lambda(syntax::ExprId id, syntax::Lambda const& node);
  void visit_yield(syntax::ExprId id);
  void visit_comprehension(syntax::ExprId id, ScopeKind kind, char const* name, syntax::ExprId element,
                           syntax::ExprId value, Array<syntax::Comprehension> generators);
  void visit_binary_chain(syntax::ExprId id);

  syntax::Ast const& ast_;
  SemanticModel& model_;
  Diagnostics& diagnostics_;
  ScopeId current_;
  bool failed_ = false;
  // Inside a statement of the module that isn't run once and straight through.
  int nesting_ = 0;
  ComprehensionPart comprehension_part_ = ComprehensionPart::None;
  struct BindingCount {
    int definitions = 0;
    int others = 0;
    // How many of the definitions are the import of a package, by its own name.
    int packages = 0;
  };
  std::unordered_map<VariableId, BindingCount> module_bindings_;
  struct PendingNonlocal {
    ScopeId scope;
    NameId name;
    Span where;
  };
  std::vector<PendingNonlocal> nonlocals_;
  // A generator expression that is an argument of what looks like a builtin; `callee` is unset for a method of a str literal.
  struct PendingFold {
    syntax::ExprId generator;
    ScopeId around;
    NameId callee;
  };
  std::vector<PendingFold> folds_;
  // What imports bind `dataclasses.dataclass` or its module to, and the classes that it decorates, which are definitions if that's sure.
  std::set<NameId> dataclass_names_;
  struct DecoratedClass {
    NameId name;
    NameId decorator;
  };
  std::vector<DecoratedClass> decorated_classes_;
  // The first `global` or `nonlocal` of a name.
  std::map<std::pair<ScopeId, NameId>, Span> directives_;
  // Deleted by `del` or at the end of an `except ... as`.
  std::vector<std::pair<ScopeId, NameId>> deletions_;
};

}  // namespace aiocc::semantics
