// Expressions in places where they may not stand.
#include <fmt/format.h>

#include <algorithm>

#include "frontend/placement_checker.hpp"

namespace aiocc::frontend {

using namespace syntax;

// An expression that stands by itself, where a star makes no sense.
void PlacementChecker::visit_value(ExprId id) {
  if (ast_.is<Starred>(id)) return fail(ast_.span(id), "can't use starred expression here");
  visit(id);
}

void PlacementChecker::visit_target(ExprId id) {
  if (ast_.is<Starred>(id)) return fail(ast_.span(id), "starred assignment target must be in a list or tuple");
  visit(id);
}

void PlacementChecker::visit(ExprId id) {
  if (error_) return;
  auto const visitor = Overloaded{
      [&](Await const&) { visit_await(id); },
      [&](Yield const&) { visit_yield(id, false); },
      [&](YieldFrom const&) { visit_yield(id, true); },
      [&](Lambda const& node) { visit_lambda(node); },
      [&](ListComp const& node) { visit_comprehension(id, Code::Comprehension, node.elt, {}, node.generators); },
      [&](SetComp const& node) { visit_comprehension(id, Code::Comprehension, node.elt, {}, node.generators); },
      [&](DictComp const& node) {
        visit_comprehension(id, Code::Comprehension, node.key, node.value, node.generators);
      },
      [&](GeneratorExp const& node) { visit_comprehension(id, Code::GeneratorExp, node.elt, {}, node.generators); },
      [&](Tuple const& node) {
        if (node.ctx == ExprContext::Store) check_stars(node.elts, ast_.span(id));
        visit_children(id);
      },
      [&](List const& node) {
        if (node.ctx == ExprContext::Store) check_stars(node.elts, ast_.span(id));
        visit_children(id);
      },
      [&](Set const&) { visit_children(id); },
      [&](Attribute const& node) {
        if (node.ctx != ExprContext::Load && node.attr.text() == "__debug__")
          return fail(ast_.span(id), "cannot assign to __debug__");
        visit_value(node.value);
      },
      [&](Call const& node) {
        check_keywords(node.keywords);
        visit_children(id);
      },
      [&](Starred const& node) { visit_value(node.value); },
      [&](BinOp const&) {
        std::vector<ExprId> rights;
        ExprId left = id;
        while (auto const* node = ast_.get_if<BinOp>(left)) {
          rights.push_back(node->right);
          left = node->left;
        }
        visit_value(left);
        for (auto right = rights.rbegin(); right != rights.rend(); ++right) visit_value(*right);
      },
      [&](auto const& node) {
        for_each_child_of(node, Overloaded{[&](ExprId child) { visit_value(child); }, [](auto) {}});
      },
  };
  syntax::visit(ast_, id, visitor);
}

// Children among which stars are welcome.
void PlacementChecker::visit_children(ExprId id) {
  for_each_child(ast_, id, Overloaded{[&](ExprId child) { visit(child); }, [](auto) {}});
}

void PlacementChecker::check_stars(Array<ExprId> elements, Span where) {
  auto const stars = std::count_if(elements.begin(), elements.end(), [&](ExprId id) { return ast_.is<Starred>(id); });
  if (stars > 1) fail(where, "multiple starred expressions in assignment");
}

void PlacementChecker::check_keywords(Array<Keyword> keywords) {
  std::unordered_set<NameId> seen;
  for (Keyword const& keyword : keywords) {
    if (keyword.arg && keyword.arg.text() == "__debug__") return fail(keyword.span, "cannot assign to __debug__");
    if (keyword.arg && !seen.insert(keyword.arg).second)
      return fail(keyword.span, fmt::format("keyword argument repeated: {}", keyword.arg.text()));
  }
}

void PlacementChecker::visit_await(ExprId id) {
  if (!is_function_like()) return fail(ast_.span(id), "'await' outside function");
  bool const is_allowed = context_.code == Code::AsyncFunction || context_.code == Code::GeneratorExp ||
                          (context_.code == Code::Comprehension && context_.may_be_async);
  if (!is_allowed && context_.code == Code::Comprehension)
    return fail(ast_.span(id), "asynchronous comprehension outside of an asynchronous function");
  if (!is_allowed) return fail(ast_.span(id), "'await' outside async function");
  visit_value(ast_.get<Await>(id).value);
}

void PlacementChecker::visit_yield(ExprId id, bool is_from) {
  if (!is_function_like())
    return fail(ast_.span(id), is_from ? "'yield from' outside function" : "'yield' outside function");
  if (is_from && context_.code == Code::AsyncFunction) return fail(ast_.span(id), "'yield from' inside async function");
  ExprId const value = is_from ? ast_.get<YieldFrom>(id).value : ast_.get<Yield>(id).value;
  if (value) visit_value(value);
}

void PlacementChecker::visit_defaults(Arguments const& args) {
  for (ExprId const value : args.defaults) visit_value(value);
  for (ExprId const value : args.kw_defaults)
    if (value) visit_value(value);
}

void PlacementChecker::visit_lambda(Lambda const& node) {
  visit_defaults(*node.args);
  Context const outer = context_;
  context_ = Context{};
  context_.code = Code::Lambda;
  visit_value(node.body);
  context_ = outer;
}

// Whether a comprehension of these parts is asynchronous by itself or by one within it. Lambdas and generator expressions in
// it are code of their own.
bool PlacementChecker::runs_await(ExprId element, ExprId value, Array<Comprehension> generators) const {
  std::vector<ExprId> pending{element};
  if (value) pending.push_back(value);
  for (std::size_t at = 0; at < generators.size(); ++at) {
    if (generators[at].is_async) return true;
    if (at > 0) pending.push_back(generators[at].iter);
    pending.insert(pending.end(), generators[at].ifs.begin(), generators[at].ifs.end());
  }
  while (!pending.empty()) {
    ExprId const next = pending.back();
    pending.pop_back();
    if (ast_.is<Await>(next)) return true;
    bool const nested = syntax::visit(ast_, next, [&](auto const& node) {
      if constexpr (requires { node.generators; }) {
        if (ast_.is<GeneratorExp>(next)) {
          pending.push_back(node.generators[0].iter);
          return false;
        }
        return std::any_of(node.generators.begin(), node.generators.end(),
                           [](auto const& each) { return each.is_async; });
      }
      return false;
    });
    if (nested) return true;
    if (!ast_.is<Lambda>(next) && !ast_.is<GeneratorExp>(next))
      for_each_child(ast_, next, Overloaded{[&](ExprId child) { pending.push_back(child); }, [](auto) {}});
  }
  return false;
}

void PlacementChecker::visit_comprehension(ExprId id, Code code, ExprId element, ExprId value,
                                           Array<Comprehension> generators) {
  visit_value(generators[0].iter);
  bool const is_async = runs_await(element, value, generators);
  bool const may_be_async = context_.code == Code::AsyncFunction || context_.code == Code::GeneratorExp ||
                            (context_.code == Code::Comprehension && context_.may_be_async);
  if (is_async && code != Code::GeneratorExp && !may_be_async)
    return fail(ast_.span(id), "asynchronous comprehension outside of an asynchronous function");
  Context const outer = context_;
  context_ = Context{};
  context_.code = code;
  context_.may_be_async = may_be_async;
  for (std::size_t at = 0; at < generators.size(); ++at) {
    if (at > 0) visit_value(generators[at].iter);
    visit_target(generators[at].target);
    for (ExprId const condition : generators[at].ifs) visit_value(condition);
  }
  visit_value(element);
  if (value) visit_value(value);
  context_ = outer;
}

}  // namespace aiocc::frontend
