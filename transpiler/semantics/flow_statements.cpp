// The paths through statements.
#include "semantics/flow_analyzer.hpp"

namespace aiocc::semantics {

using namespace syntax;

void FlowAnalyzer::visit_body(Array<StmtId> body) {
  for (StmtId const id : body) visit(id);
}

void FlowAnalyzer::visit(StmtId id) {
  auto const visitor = Overloaded{
      [&](FunctionDef const& node) { visit_function(id, node); },
      [&](AsyncFunctionDef const& node) { visit_function(id, node); },
      [&](ClassDef const& node) { visit_class(id, node); },
      [&](If const& node) { visit_if(node); },
      [&](While const& node) { visit_while(node); },
      [&](For const& node) { visit_for(node); },
      [&](AsyncFor const& node) { visit_for(node); },
      [&](Try const& node) { visit_try(node); },
      [&](TryStar const& node) { visit_try(node); },
      [&](With const& node) { visit_with(node); },
      [&](AsyncWith const& node) { visit_with(node); },
      [&](Match const& node) { visit_match(node); },
      [&](Assign const& node) {
        visit(node.value);
        for (ExprId const target : node.targets) visit(target);
      },
      [&](AugAssign const& node) {
        if (auto const* name = ast_.get_if<Name>(node.target)) load(node.target, name->id);
        visit(node.value);
        visit(node.target);
      },
      [&](AnnAssign const& node) {
        bool const evaluates = !(node.simple && model_.scopes[scope_].kind == ScopeKind::Function);
        visit_optional(node.value);
        if (node.value || !ast_.is<Name>(node.target)) visit(node.target);
        if (evaluates && !model_.postpones_annotations) visit(node.annotation);
      },
      [&](Return const& node) {
        visit_optional(node.value);
        state_ = FlowState::unreachable();
      },
      [&](Raise const& node) {
        visit_optional(node.exc);
        visit_optional(node.cause);
        state_ = FlowState::unreachable();
      },
      [&](Assert const& node) {
        visit(node.test);
        FlowState const after = state_;
        visit_optional(node.msg);
        state_ = after;
      },
      [&](Break const&) { leave_to(&Loop::breaks); },
      [&](Continue const&) { leave_to(&Loop::continues); },
      [&](Import const& node) {
        for (Alias const& alias : node.names) {
          std::string_view const dotted = alias.name.text();
          store(alias.asname ? alias.asname : NameId::of(dotted.substr(0, dotted.find('.'))));
        }
      },
      [&](ImportFrom const& node) {
        // What `*` binds in the end is known at run time only.
        for (Alias const& alias : node.names)
          if (alias.name.text() != "*") store(alias.asname ? alias.asname : alias.name);
      },
      [&](TypeAlias const& node) {
        ScopeId const outer = scope_;
        visit_type_params(id, node.type_params);
        visit_lazy(node.value);
        scope_ = outer;
        visit(node.name);
      },
      [&](auto const& node) { for_each_child_of(node, [&](auto child) { visit(child); }); },
  };
  syntax::visit(ast_, id, visitor);
}

void FlowAnalyzer::visit(PatternId id) {
  syntax::visit(ast_, id, [&](auto const& node) {
    for_each_child_of(node, [&](auto child) { visit(child); });
    if constexpr (requires { node.rest; }) {
      if (node.rest) store(node.rest);
    }
    if constexpr (requires { node.name; }) {
      if (node.name) store(node.name);
    }
  });
}

// A function that isn't decorated can refer to itself: its name is bound before anything can call it.
template <class Node>
void FlowAnalyzer::visit_function(StmtId id, Node const& node) {
  for (ExprId const decorator : node.decorator_list) visit(decorator);
  visit_defaults(*node.args);
  ScopeId const outer = scope_;
  visit_type_params(id, node.type_params);
  visit_annotations(*node.args, node.returns);
  scope_ = outer;
  ScopeId const inner = model_.stmt_scopes[id];
  if (!node.decorator_list.empty()) create_closure(inner);
  store(node.name);
  if (node.decorator_list.empty()) create_closure(inner);
  Array<StmtId> const body = node.body;
  pending_.push_back([this, inner, body] { analyze_code(inner, [&] { visit_body(body); }); });
}

// The body runs at once, in a namespace of its own.
void FlowAnalyzer::visit_class(StmtId id, ClassDef const& node) {
  for (ExprId const decorator : node.decorator_list) visit(decorator);
  ScopeId const outer = scope_;
  visit_type_params(id, node.type_params);
  for (ExprId const base : node.bases) visit(base);
  for (Keyword const& keyword : node.keywords) visit(keyword.value);
  scope_ = model_.stmt_scopes[id];
  visit_body(node.body);
  scope_ = outer;
  store(node.name);
}

// Enters their scope, if there are any.
void FlowAnalyzer::visit_type_params(StmtId id, Array<TypeParam> params) {
  if (params.empty()) return;
  scope_ = model_.type_scopes[id];
  for (TypeParam const& param : params) {
    for_each_child_of(param, [&](ExprId child) { visit_lazy(child); });
    std::visit([&](auto const& node) { store(node.name); }, param.node);
  }
}

void FlowAnalyzer::visit_lazy(ExprId id) {
  ScopeId const inner = model_.lazy_scopes[id];
  create_closure(inner);
  pending_.push_back([this, inner, id] { analyze_code(inner, [&] { visit(id); }); });
}

void FlowAnalyzer::visit_if(If const& node) {
  visit(node.test);
  FlowState const before = state_;
  visit_body(node.body);
  FlowState const after_body = std::exchange(state_, before);
  visit_body(node.orelse);
  state_.join(after_body);
}

// `break` and `continue` leave the handlers inside of the loop, whose names are deleted then.
void FlowAnalyzer::leave_to(FlowState Loop::* target) {
  if (!loops_.empty()) {
    FlowState left = state_;
    for (std::size_t at = loops_.back().handler_count; at < handler_names_.size(); ++at)
      left.unbind(slots_[handler_names_[at]]);
    (loops_.back().*target).join(left);
  }
  state_ = FlowState::unreachable();
}

// `head` is what each turn begins with, before it's known whether there's a turn.
void FlowAnalyzer::visit_loop(std::function<void()> const& head, std::function<void()> const& body, bool may_skip,
                              Array<StmtId> orelse) {
  FlowState entry = state_;
  for (;;) {
    state_ = entry;
    head();
    FlowState const exit = may_skip ? state_ : FlowState::unreachable();
    loops_.push_back({.handler_count = handler_names_.size()});
    body();
    Loop const loop = std::move(loops_.back());
    loops_.pop_back();
    state_.join(loop.continues);
    // A turn that unbinds what the first one began with is gone through again.
    if (!entry.is_covered_by(state_)) {
      entry.join(state_);
      continue;
    }
    state_ = exit;
    visit_body(orelse);
    state_.join(loop.breaks);
    return;
  }
}

void FlowAnalyzer::visit_while(While const& node) {
  auto const* constant = ast_.get_if<Constant>(node.test);
  bool const is_endless = constant != nullptr && (constant->value == ConstantValue(true) ||
                                                  constant->value == ConstantValue(IntValue{"1", 10, 1}));
  visit_loop([&] { visit(node.test); }, [&] { visit_body(node.body); }, !is_endless, node.orelse);
}

template <class Node>
void FlowAnalyzer::visit_for(Node const& node) {
  visit(node.iter);
  auto const turn = [&] {
    visit(node.target);
    visit_body(node.body);
  };
  visit_loop([] {}, turn, true, node.orelse);
}

// Removes what the statements of `body` may unbind.
void FlowAnalyzer::remove_killed(FlowState& state, Array<StmtId> body) const {
  auto const kill = [&](NameId name) {
    if (VariableId const own = tracked_variable(name)) state.unbind(slots_[own]);
  };
  auto const kill_handlers = [&](Array<ExceptHandler> handlers) {
    for (ExceptHandler const& handler : handlers)
      if (handler.name) kill(handler.name);
  };
  for (StmtId const statement : body) {
    auto const visitor = Overloaded{
        [&](ExprId id) {
          auto const* name = ast_.get_if<Name>(id);
          if (name != nullptr && name->ctx == ExprContext::Del) kill(name->id);
        },
        [&](StmtId id) {
          if (auto const* node = ast_.get_if<Try>(id)) kill_handlers(node->handlers);
          if (auto const* node = ast_.get_if<TryStar>(id)) kill_handlers(node->handlers);
        },
        [](PatternId) {},
    };
    for_each_descendant(ast_, statement, visitor);
  }
}

// A handler may be entered from anywhere in the body, and `finally` from anywhere at all.
template <class Node>
void FlowAnalyzer::visit_try(Node const& node) {
  FlowState raised = state_;
  remove_killed(raised, node.body);
  FlowState anywhere = raised;
  visit_body(node.body);
  visit_body(node.orelse);
  remove_killed(anywhere, node.orelse);
  FlowState done = state_;
  for (ExceptHandler const& handler : node.handlers) {
    done.join(visit_handler(handler, raised));
    remove_killed(anywhere, handler.body);
    VariableId const own = handler.name ? tracked_variable(handler.name) : VariableId{};
    if (own) anywhere.unbind(slots_[own]);
    if constexpr (std::same_as<Node, TryStar>) {
      // The next clause may run after this one.
      remove_killed(raised, handler.body);
      if (own) raised.unbind(slots_[own]);
    }
  }
  if (!node.finalbody.empty()) {
    state_ = anywhere;
    visit_body(node.finalbody);
  }
  state_ = done;
  visit_body(node.finalbody);
}

FlowState FlowAnalyzer::visit_handler(ExceptHandler const& handler, FlowState entry) {
  state_ = std::move(entry);
  visit_optional(handler.type);
  VariableId const name = handler.name ? tracked_variable(handler.name) : VariableId{};
  if (name) {
    state_.bind(slots_[name]);
    handler_names_.push_back(name);
  }
  visit_body(handler.body);
  if (name) {
    handler_names_.pop_back();
    state_.unbind(slots_[name]);
    mark_unbound_in_closures(name);
  }
  return state_;
}

// A context manager may swallow an exception from anywhere in the body.
template <class Node>
void FlowAnalyzer::visit_with(Node const& node) {
  FlowState swallowed = FlowState::unreachable();
  for (WithItem const& item : node.items) {
    visit(item.context_expr);
    swallowed.join(state_);
    visit_optional(item.optional_vars);
  }
  remove_killed(swallowed, node.body);
  visit_body(node.body);
  state_.join(swallowed);
}

bool FlowAnalyzer::is_irrefutable(MatchCase const& match_case) const {
  auto const* as = ast_.get_if<MatchAs>(match_case.pattern);
  return !match_case.guard && as != nullptr && !as->pattern;
}

// A case that fails may have bound some of its names; only its success is told by the pattern.
void FlowAnalyzer::visit_match(Match const& node) {
  visit(node.subject);
  FlowState done = FlowState::unreachable();
  FlowState next = state_;
  for (MatchCase const& match_case : node.cases) {
    state_ = next;
    visit(match_case.pattern);
    visit_optional(match_case.guard);
    visit_body(match_case.body);
    done.join(state_);
    if (is_irrefutable(match_case)) next = FlowState::unreachable();
  }
  state_ = next;
  state_.join(done);
}

}  // namespace aiocc::semantics
