// The walk behind binding_flow.hpp: one function (or the module) at a time, along the paths that its code may take.
#pragma once

#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "semantics/flow_state.hpp"
#include "semantics/semantic_model.hpp"
#include "syntax/walk.hpp"

namespace aiocc::semantics {

class FlowAnalyzer {
 public:
  FlowAnalyzer(syntax::Ast const& ast, SemanticModel& model) : ast_(ast), model_(model) {}

  void run();

 private:
  struct Loop {
    FlowState breaks = FlowState::unreachable();
    FlowState continues = FlowState::unreachable();
    std::size_t handler_count;
  };

  // binding_flow.cpp
  void number_slots();
  void analyze_code(ScopeId scope, std::function<void()> const& body);
  void load_self();
  void load(syntax::ExprId id, NameId name);
  void store(NameId name);
  void remove(syntax::ExprId id, NameId name);
  void mark_unbound_in_closures(VariableId deleted);
  void mark_unbound(syntax::ExprId id, VariableId variable);
  bool is_definite(VariableId variable) const;
  void create_closure(ScopeId inner);
  void check_captures(ScopeId inner);
  VariableId tracked_variable(NameId name) const;

  // flow_statements.cpp
  void visit_body(Array<syntax::StmtId> body);
  void visit(syntax::StmtId id);
  void visit(syntax::PatternId id);
  template <class Node>
  void visit_function(syntax::StmtId id, Node const& node);
  void visit_class(syntax::StmtId id, syntax::ClassDef const& node);
  void visit_type_params(syntax::StmtId id, Array<syntax::TypeParam> params);
  void visit_lazy(syntax::ExprId id);
  void visit_if(syntax::If const& node);
  void visit_loop(std::function<void()> const& head, std::function<void()> const& body, bool may_skip,
                  Array<syntax::StmtId> orelse);
  void visit_while(syntax::While const& node);
  template <class Node>
  void visit_for(Node const& node);
  template <class Node>
  void visit_try(Node const& node);
  FlowState visit_handler(syntax::ExceptHandler const& handler, FlowState entry);
  template <class Node>
  void visit_with(Node const& node);
  void visit_match(syntax::Match const& node);
  void leave_to(FlowState Loop::* target);
  void remove_killed(FlowState& state, Array<syntax::StmtId> body) const;
  bool is_irrefutable(syntax::MatchCase const& match_case) const;

  // flow_expressions.cpp
  void visit(syntax::ExprId id);
  void visit_optional(syntax::ExprId id) {
    if (id) visit(id);
  }
  void visit_binary_chain(syntax::ExprId id);
  void visit_bool_op(syntax::BoolOp const& node);
  void visit_compare(syntax::Compare const& node);
  void visit_if_exp(syntax::IfExp const& node);
  void visit_lambda(syntax::ExprId id, syntax::Lambda const& node);
  void visit_defaults(syntax::Arguments const& arguments);
  void visit_annotations(syntax::Arguments const& arguments, syntax::ExprId returns);
  void visit_comprehension(syntax::ExprId id, syntax::ExprId element, syntax::ExprId value,
                           Array<syntax::Comprehension> generators);
  void visit_clauses(syntax::ExprId element, syntax::ExprId value, Array<syntax::Comprehension> generators);

  syntax::Ast const& ast_;
  SemanticModel& model_;
  // Where names are looked up: the scope of the statement or expression at hand.
  ScopeId scope_;
  // The function, lambda, generator expression or module that is being analysed; class bodies belong to what runs them.
  ScopeId code_;
  FlowState state_ = FlowState::entry();
  std::vector<Loop> loops_;
  // The names of the `except ... as` clauses that the walk is in.
  std::vector<VariableId> handler_names_;
  // Of each variable, among those of its function.
  IdMap<Variable, std::uint32_t> slots_;
  // Globals that are bound before any function of the module can run.
  std::unordered_set<VariableId> early_globals_;
  std::unordered_map<ScopeId, std::vector<ScopeId>> children_;
  // Functions met on the way, analysed after what they stand in.
  std::vector<std::function<void()>> pending_;
};

}  // namespace aiocc::semantics
