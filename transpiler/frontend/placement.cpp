// Statements in places where they may not stand.
#include "frontend/placement.hpp"

#include <fmt/format.h>

#include <utility>

#include "frontend/placement_checker.hpp"

namespace aiocc::frontend {

using namespace syntax;

std::optional<PythonError> check_placement(Ast const& ast) { return PlacementChecker(ast).run(); }

std::optional<PythonError> PlacementChecker::run() {
  visit_all(ast_.body);
  return error_;
}

void PlacementChecker::fail(Span where, std::string message) {
  if (!error_) error_ = PythonError{aiocc::Code::SyntaxError, std::move(message), where.begin, where.end};
}

template <class Body>
void PlacementChecker::within(Context inner, Body body) {
  Context const outer = std::exchange(context_, inner);
  body();
  context_ = outer;
}

void PlacementChecker::visit_all(Array<StmtId> body) {
  for (StmtId const id : body) visit(id);
}

void PlacementChecker::visit(StmtId id) {
  if (error_) return;
  auto const visit_decorators = [&](auto const& node) {
    for (ExprId const decorator : node.decorator_list) visit_value(decorator);
  };
  auto const visitor = Overloaded{
      [&](FunctionDef const& node) {
        visit_decorators(node);
        visit_function(*node.args, node.body, Code::Function);
      },
      [&](AsyncFunctionDef const& node) {
        visit_decorators(node);
        visit_function(*node.args, node.body, Code::AsyncFunction);
      },
      [&](ClassDef const& node) {
        visit_decorators(node);
        visit_class(node);
      },
      [&](While const& node) {
        visit_value(node.test);
        visit_loop(node.body, node.orelse);
      },
      [&](For const& node) { visit_for(node); },
      [&](AsyncFor const& node) {
        if (context_.code != Code::AsyncFunction) return fail(ast_.span(id), "'async for' outside async function");
        visit_for(node);
      },
      [&](With const& node) { visit_with(node); },
      [&](AsyncWith const& node) {
        if (context_.code != Code::AsyncFunction) return fail(ast_.span(id), "'async with' outside async function");
        visit_with(node);
      },
      [&](Try const& node) { visit_try(node, false); },
      [&](TryStar const& node) { visit_try(node, true); },
      [&](Match const& node) { visit_match(node); },
      [&](Break const&) { check_jump(id, true); },
      [&](Continue const&) { check_jump(id, false); },
      [&](Return const& node) { visit_return(id, node); },
      [&](ImportFrom const& node) { visit_import_from(id, node); },
      [&](Assign const& node) {
        visit_value(node.value);
        for (ExprId const target : node.targets) visit_target(target);
      },
      [&](auto const& node) {
        for_each_child_of(node, Overloaded{[&](ExprId child) { visit_value(child); }, [&](auto child) { visit(child); },
                                           [](PatternId) {}});
      },
  };
  syntax::visit(ast_, id, visitor);
}

// Whether an `async def` with this body yields.
bool PlacementChecker::is_async_generator(Array<StmtId> body) const {
  std::vector<std::variant<StmtId, ExprId>> pending(body.begin(), body.end());
  bool found = false;
  auto const push = Overloaded{[&](StmtId id) { pending.emplace_back(id); },
                               [&](ExprId id) { pending.emplace_back(id); }, [](PatternId) {}};
  while (!pending.empty() && !found) {
    auto const next = pending.back();
    pending.pop_back();
    if (auto const* statement = std::get_if<StmtId>(&next)) {
      StmtKind const kind = ast_.kind(*statement);
      bool const is_definition =
          kind == StmtKind::FunctionDef || kind == StmtKind::AsyncFunctionDef || kind == StmtKind::ClassDef;
      if (!is_definition) for_each_child(ast_, *statement, push);
    } else {
      ExprId const expression = std::get<ExprId>(next);
      found = ast_.is<Yield>(expression);
      if (!ast_.is<Lambda>(expression)) for_each_child(ast_, expression, push);
    }
  }
  return found;
}

void PlacementChecker::visit_function(Arguments const& args, Array<StmtId> body, Code code) {
  visit_defaults(args);
  Context inner;
  inner.code = code;
  inner.may_be_async = code == Code::AsyncFunction;
  inner.is_async_generator = code == Code::AsyncFunction && is_async_generator(body);
  within(inner, [&] { visit_all(body); });
}

void PlacementChecker::visit_class(ClassDef const& node) {
  for (ExprId const base : node.bases) {
    auto const* starred = ast_.get_if<Starred>(base);
    visit_value(starred != nullptr ? starred->value : base);
  }
  check_keywords(node.keywords);
  for (Keyword const& keyword : node.keywords) visit_value(keyword.value);
  Context inner;
  inner.code = Code::Class;
  within(inner, [&] { visit_all(node.body); });
}

void PlacementChecker::visit_loop(Array<StmtId> body, Array<StmtId> orelse) {
  Context inner = context_;
  inner.in_loop = true;
  inner.in_except_star = false;
  within(inner, [&] { visit_all(body); });
  visit_all(orelse);
}

template <class Node>
void PlacementChecker::visit_for(Node const& node) {
  visit_value(node.iter);
  visit_target(node.target);
  visit_loop(node.body, node.orelse);
}

template <class Node>
void PlacementChecker::visit_with(Node const& node) {
  for (WithItem const& item : node.items) {
    visit_value(item.context_expr);
    if (item.optional_vars) visit_target(item.optional_vars);
  }
  visit_all(node.body);
}

template <class Node>
void PlacementChecker::visit_try(Node const& node, bool is_star) {
  visit_all(node.body);
  for (std::size_t at = 0; at < node.handlers.size() && !error_; ++at) {
    ExceptHandler const& handler = node.handlers[at];
    if (!handler.type && at + 1 < node.handlers.size()) return fail(handler.span, "default 'except:' must be last");
    if (handler.type) visit_value(handler.type);
    Context inner = context_;
    inner.in_except_star = inner.in_except_star || is_star;
    within(inner, [&] { visit_all(handler.body); });
  }
  visit_all(node.orelse);
  visit_all(node.finalbody);
}

void PlacementChecker::check_jump(StmtId id, bool is_break) {
  if (context_.in_except_star)
    return fail(ast_.span(id), "'break', 'continue' and 'return' cannot appear in an except* block");
  if (!context_.in_loop) fail(ast_.span(id), is_break ? "'break' outside loop" : "'continue' not properly in loop");
}

void PlacementChecker::visit_return(StmtId id, Return const& node) {
  if (!is_function_like()) return fail(ast_.span(id), "'return' outside function");
  if (node.value && context_.is_async_generator) return fail(ast_.span(id), "'return' with value in async generator");
  if (context_.in_except_star)
    return fail(node.value && ast_.is<Constant>(node.value) ? ast_.span(node.value) : ast_.span(id),
                "'break', 'continue' and 'return' cannot appear in an except* block");
  if (node.value) visit_value(node.value);
}

void PlacementChecker::visit_import_from(StmtId id, ImportFrom const& node) {
  bool const is_future = node.level == 0 && node.module.text() == "__future__";
  if (!is_future) return;
  static std::unordered_set<std::string_view> const features{
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  Span where = ast_.span(id);
  where.end = where.begin;
  for (Alias const& alias : node.names) {
    if (alias.name.text() == "braces") return fail(where, "not a chance");
    if (!features.contains(alias.name.text()))
      return fail(where, fmt::format("future feature {} is not defined", alias.name.text()));
  }
  bool is_early = false;
  for (std::size_t at = 0; at < ast_.body.size(); ++at) {
    StmtId const statement = ast_.body[at];
    if (statement == id) is_early = true;
    auto const* import = ast_.get_if<ImportFrom>(statement);
    auto const* expression = ast_.get_if<ExprStmt>(statement);
    auto const* constant = expression != nullptr ? ast_.get_if<Constant>(expression->value) : nullptr;
    bool const is_docstring = at == 0 && constant != nullptr && std::holds_alternative<StrValue>(constant->value);
    bool const goes_on = is_docstring || (import != nullptr && import->module.text() == "__future__");
    if (!goes_on) break;
  }
  if (!is_early) fail(ast_.span(id), "from __future__ imports must occur at the beginning of the file");
}

}  // namespace aiocc::frontend
