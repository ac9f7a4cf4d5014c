// The walk keeps its own stack, so that no depth of nesting is too much for it.
#include "semantics/scoped_walk.hpp"

#include <algorithm>
#include <variant>
#include <vector>

#include "syntax/walk.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

struct Item {
  std::variant<ExprId, StmtId, PatternId> id;
  ScopeId scope;
};

class LoadWalk {
 public:
  LoadWalk(Ast const& ast, SemanticModel const& model, std::function<void(ExprId, ScopeId)> const& visit)
      : ast_(ast), model_(model), visit_(visit) {}

  void run() {
    for (StmtId const id : ast_.body) {
      push(id, model_.module_scope);
      while (!pending_.empty()) {
        Item const item = pending_.back();
        pending_.pop_back();
        std::size_t const first = pending_.size();
        std::visit([&](auto id_of_kind) { expand(id_of_kind, item.scope); }, item.id);
        std::reverse(pending_.begin() + static_cast<std::ptrdiff_t>(first), pending_.end());
      }
    }
  }

 private:
  template <class Tag>
  void push(Id<Tag> id, ScopeId scope) {
    if (id) pending_.push_back({id, scope});
  }
  void push_annotation(ExprId id, ScopeId scope) {
    if (!model_.postpones_annotations) push(id, scope);
  }
  template <class Node>
  void push_children(Node const& node, ScopeId scope) {
    for_each_child_of(node, [&](auto child) { push(child, scope); });
  }

  void expand(PatternId id, ScopeId scope) {
    syntax::visit(ast_, id, [&](auto const& node) { push_children(node, scope); });
  }

  void expand(StmtId id, ScopeId scope) {
    auto const visitor = Overloaded{
        [&](FunctionDef const& node) { expand_function(id, node, scope); },
        [&](AsyncFunctionDef const& node) { expand_function(id, node, scope); },
        [&](ClassDef const& node) {
          for (ExprId const each : node.decorator_list) push(each, scope);
          ScopeId const inner = model_.stmt_scopes[id];
          ScopeId const header = push_type_params(id, node.type_params, scope);
          for (ExprId const base : node.bases) push(base, header);
          for (Keyword const& keyword : node.keywords) push(keyword.value, header);
          for (StmtId const each : node.body) push(each, inner);
        },
        [&](TypeAlias const& node) {
          push_type_params(id, node.type_params, scope);
          push(node.value, model_.lazy_scopes[node.value]);
        },
        [&](AnnAssign const& node) {
          push(node.value, scope);
          push(node.target, scope);
          bool const is_skipped = node.simple && model_.scopes[scope].kind == ScopeKind::Function;
          if (!is_skipped) push_annotation(node.annotation, scope);
        },
        [&](auto const& node) { push_children(node, scope); },
    };
    syntax::visit(ast_, id, visitor);
  }

  template <class Node>
  void expand_function(StmtId id, Node const& node, ScopeId scope) {
    ScopeId const inner = model_.stmt_scopes[id];
    for (ExprId const each : node.decorator_list) push(each, scope);
    ScopeId const header = push_type_params(id, node.type_params, scope);
    push_parameters(*node.args, scope, header);
    push_annotation(node.returns, header);
    for (StmtId const each : node.body) push(each, inner);
  }

  // The scope of what stands behind the type parameters.
  ScopeId push_type_params(StmtId id, Array<TypeParam> params, ScopeId scope) {
    if (params.empty()) return scope;
    for (TypeParam const& param : params)
      for_each_child_of(param, [&](ExprId child) { push(child, model_.lazy_scopes[child]); });
    return model_.type_scopes[id];
  }

  void push_parameters(Arguments const& arguments, ScopeId scope, ScopeId header) {
    for (ExprId const value : arguments.defaults) push(value, scope);
    for (ExprId const value : arguments.kw_defaults) push(value, scope);
    for (auto const& list : {arguments.posonlyargs, arguments.args, arguments.kwonlyargs})
      for (Arg const& arg : list) push_annotation(arg.annotation, header);
    if (arguments.vararg) push_annotation(arguments.vararg->annotation, header);
    if (arguments.kwarg) push_annotation(arguments.kwarg->annotation, header);
  }

  void expand(ExprId id, ScopeId scope) {
    auto const visitor = Overloaded{
        [&](Name const& node) {
          if (node.ctx == ExprContext::Load) visit_(id, scope);
        },
        [&](Lambda const& node) {
          push_parameters(*node.args, scope, scope);
          push(node.body, model_.expr_scopes[id]);
        },
        [&](ListComp const& node) { expand_comprehension(id, node.elt, {}, node.generators, scope); },
        [&](SetComp const& node) { expand_comprehension(id, node.elt, {}, node.generators, scope); },
        [&](DictComp const& node) { expand_comprehension(id, node.key, node.value, node.generators, scope); },
        [&](GeneratorExp const& node) { expand_comprehension(id, node.elt, {}, node.generators, scope); },
        [&](auto const& node) { push_children(node, scope); },
    };
    syntax::visit(ast_, id, visitor);
  }

  void expand_comprehension(ExprId id, ExprId element, ExprId value, Array<Comprehension> generators, ScopeId scope) {
    ScopeId const inner = model_.expr_scopes[id];
    push(generators[0].iter, scope);
    for (std::size_t at = 0; at < generators.size(); ++at) {
      if (at > 0) push(generators[at].iter, inner);
      push(generators[at].target, inner);
      for (ExprId const condition : generators[at].ifs) push(condition, inner);
    }
    push(element, inner);
    push(value, inner);
  }

  Ast const& ast_;
  SemanticModel const& model_;
  std::function<void(ExprId, ScopeId)> const& visit_;
  std::vector<Item> pending_;
};

}  // namespace

void for_each_load(Ast const& ast, SemanticModel const& model, std::function<void(ExprId, ScopeId)> const& visit) {
  LoadWalk(ast, model, visit).run();
}

}  // namespace aiocc::semantics
