// Loads, stores and closures.
#include "semantics/binding_flow.hpp"

#include "semantics/early_globals.hpp"
#include "semantics/flow_analyzer.hpp"

namespace aiocc::semantics {

using namespace syntax;

void analyze_binding_flow(Ast const& ast, SemanticModel& model) { FlowAnalyzer(ast, model).run(); }

void FlowAnalyzer::run() {
  early_globals_ = find_early_globals(ast_, model_);
  for (std::uint32_t index = 0; index < model_.scopes.size(); ++index)
    if (ScopeId const parent = model_.scopes[ScopeId{index}].parent) children_[parent].push_back(ScopeId{index});
  number_slots();
  analyze_code(model_.module_scope, [&] {
    for (char const* name : {"__name__", "__file__", "__doc__", "__package__"}) store(NameId::of(name));
    visit_body(ast_.body);
    for (VariableId const variable : model_.scopes[model_.module_scope].variables)
      model_.variables[variable].bound_at_end = is_definite(variable);
  });
  while (!pending_.empty()) {
    auto const next = std::move(pending_.back());
    pending_.pop_back();
    next();
  }
}

void FlowAnalyzer::number_slots() {
  std::unordered_map<ScopeId, std::uint32_t> counts;
  for (std::uint32_t index = 0; index < model_.variables.size(); ++index) {
    VariableId const variable{index};
    slots_[variable] = counts[model_.code_scope(model_.variables[variable].scope)]++;
  }
}

void FlowAnalyzer::analyze_code(ScopeId scope, std::function<void()> const& body) {
  scope_ = code_ = scope;
  state_ = FlowState::entry();
  loops_.clear();
  handler_names_.clear();
  for (VariableId const variable : model_.scopes[scope].variables)
    if (model_.variables[variable].parameter) state_.bind(slots_[variable]);
  body();
}

// The variable whose binding the flow at hand decides, if it's one of the code at hand.
VariableId FlowAnalyzer::tracked_variable(NameId name) const {
  Resolution const found = model_.resolve(scope_, name);
  bool const is_own = found.variable && found.kind != NameKind::ClassName &&
                      model_.code_scope(model_.variables[found.variable].scope) == code_;
  return is_own ? found.variable : VariableId{};
}

bool FlowAnalyzer::is_definite(VariableId variable) const {
  return state_.is_bound(slots_[variable]) && !model_.variables[variable].deleted_elsewhere;
}

void FlowAnalyzer::mark_unbound(ExprId id, VariableId variable) {
  model_.unbound_loads[id] = true;
  model_.variables[variable].may_be_unbound = true;
}

// `super()` reads the first parameter, which is its scope's first variable.
void FlowAnalyzer::load_self() {
  auto const& variables = model_.scopes[code_].variables;
  if (variables.empty() || !model_.variables[variables.front()].parameter) return;
  if (!is_definite(variables.front())) model_.variables[variables.front()].may_be_unbound = true;
}

void FlowAnalyzer::load(ExprId id, NameId name) {
  if (name.text() == "super") load_self();
  Resolution const found = model_.resolve(scope_, name);
  if (!found.variable || found.kind == NameKind::ClassName) return;
  if (VariableId const own = tracked_variable(name)) {
    if (!is_definite(own)) mark_unbound(id, own);
  } else if (found.kind == NameKind::Global) {
    if (!early_globals_.contains(found.variable)) mark_unbound(id, found.variable);
  }
}

void FlowAnalyzer::store(NameId name) {
  if (VariableId const own = tracked_variable(name)) state_.bind(slots_[own]);
}

void FlowAnalyzer::remove(ExprId id, NameId name) {
  load(id, name);
  VariableId const own = tracked_variable(name);
  if (!own) return;
  state_.unbind(slots_[own]);
  mark_unbound_in_closures(own);
}

// A closure that was created while the variable was bound may run once it's deleted.
void FlowAnalyzer::mark_unbound_in_closures(VariableId deleted) {
  Variable& variable = model_.variables[deleted];
  if (variable.captured) variable.may_be_unbound = true;
}

// A closure may run from now on, so what it and all that is nested in it capture had better be bound.
void FlowAnalyzer::create_closure(ScopeId inner) {
  check_captures(inner);
  for (ScopeId const child : children_[inner]) create_closure(child);
}

void FlowAnalyzer::check_captures(ScopeId inner) {
  for (auto const& [name, symbol] : model_.scopes[inner].symbols) {
    Resolution const found = model_.resolve(inner, name);
    if (found.kind != NameKind::Free) continue;
    bool const is_own = model_.code_scope(model_.variables[found.variable].scope) == code_;
    if (is_own && !is_definite(found.variable)) model_.variables[found.variable].may_be_unbound = true;
  }
}

}  // namespace aiocc::semantics
