// A statement is quiet if it can't call back into the module: definitions, imports, and assignments of simple values.
#include "semantics/early_globals.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "syntax/walk.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

class QuietStatements {
 public:
  QuietStatements(Ast const& ast, SemanticModel const& model) : ast_(ast), model_(model) {}

  std::unordered_set<VariableId> bound_by_prefix() {
    for (StmtId const id : ast_.body) {
      if (!is_quiet(id)) break;
      bind(id);
    }
    return std::move(bound_);
  }

 private:
  bool is_quiet(StmtId id) const {
    auto const visitor = Overloaded{
        [&](FunctionDef const& node) { return is_quiet_function(node); },
        [&](AsyncFunctionDef const& node) { return is_quiet_function(node); },
        [&](ClassDef const& node) {
          return node.decorator_list.empty() && node.keywords.empty() && are_quiet(node.bases) && !has_class_hooks() &&
                 std::all_of(node.body.begin(), node.body.end(), [&](StmtId each) { return is_quiet(each); });
        },
        [&](Assign const& node) {
          bool const are_names = std::all_of(node.targets.begin(), node.targets.end(),
                                             [&](ExprId target) { return ast_.is<Name>(target); });
          return are_names && is_quiet(node.value);
        },
        [&](AnnAssign const& node) {
          return ast_.is<Name>(node.target) && (!node.value || is_quiet(node.value)) &&
                 is_quiet_annotation(node.annotation);
        },
        [&](ExprStmt const& node) { return ast_.is<Constant>(node.value); },
        // A module that imports this one in turn may call what it finds there.
        [&](Import const&) { return !model_.imports.cyclic.contains(id); },
        [&](ImportFrom const& node) { return !model_.imports.cyclic.contains(id) && node.names[0].name.text() != "*"; },
        [](Pass const&) { return true; },
        [](TypeAlias const&) { return true; },
        [](auto const&) { return false; },
    };
    return syntax::visit(ast_, id, visitor);
  }

  // Methods that run when a class is made, anywhere in the module.
  bool has_class_hooks() const {
    if (!has_class_hooks_) has_class_hooks_ = find_class_hooks();
    return *has_class_hooks_;
  }

  bool find_class_hooks() const {
    return std::any_of(ast_.stmts.begin(), ast_.stmts.end(), [](Stmt const& stmt) {
      auto const* function = std::get_if<FunctionDef>(&stmt.node);
      if (function == nullptr) return false;
      std::string_view const name = function->name.text();
      return name == "__init_subclass__" || name == "__set_name__" || name == "__class_getitem__" ||
             name == "__prepare__" || name == "mro" || name == "__mro_entries__";
    });
  }

  template <class Node>
  bool is_quiet_function(Node const& node) const {
    auto const& args = *node.args;
    bool annotations_are_quiet = is_quiet_annotation(node.returns);
    for (auto const& list : {args.posonlyargs, args.args, args.kwonlyargs})
      for (Arg const& arg : list) annotations_are_quiet = annotations_are_quiet && is_quiet_annotation(arg.annotation);
    if (args.vararg) annotations_are_quiet = annotations_are_quiet && is_quiet_annotation(args.vararg->annotation);
    if (args.kwarg) annotations_are_quiet = annotations_are_quiet && is_quiet_annotation(args.kwarg->annotation);
    return node.decorator_list.empty() && are_quiet(args.defaults) && are_quiet(args.kw_defaults) &&
           annotations_are_quiet;
  }

  bool are_quiet(Array<ExprId> values) const {
    return std::all_of(values.begin(), values.end(), [&](ExprId each) { return !each || is_quiet(each); });
  }

  // A subscript or `|` of a class of the module's own runs its __class_getitem__ or metaclass; hardly anyone writes those,
  // but they may be written, so only names of other modules count as quiet there.
  bool is_quiet_annotation(ExprId id) const {
    if (!id || model_.postpones_annotations) return true;
    bool is_quiet = true;
    auto const visitor = Overloaded{
        [&](ExprId each) {
          bool const is_plain = ast_.is<Name>(each) || ast_.is<Attribute>(each) || ast_.is<Constant>(each) ||
                                ast_.is<Subscript>(each) || ast_.is<Tuple>(each) || ast_.is<List>(each) ||
                                ast_.is<BinOp>(each);
          is_quiet = is_quiet && is_plain;
          auto const* subscript = ast_.get_if<Subscript>(each);
          if (subscript != nullptr && is_own_class(subscript->value)) is_quiet = false;
        },
        [](auto) {},
    };
    for_each_descendant(ast_, id, visitor);
    return is_quiet;
  }

  bool is_own_class(ExprId id) const {
    auto const* name = ast_.get_if<Name>(id);
    if (name == nullptr) return false;
    Resolution const found = model_.resolve(model_.module_scope, name->id);
    return found.kind == NameKind::Global && own_definitions_.contains(found.variable);
  }

  bool is_quiet(ExprId id) const {
    auto const visitor = Overloaded{
        [](Constant const&) { return true; },
        [](Name const&) { return true; },
        [](Lambda const& node) { return node.args->defaults.empty() && node.args->kw_defaults.empty(); },
        [&](Tuple const& node) { return are_quiet(node.elts); },
        [&](List const& node) { return are_quiet(node.elts); },
        [&](Dict const& node) {
          bool const are_constant_keys = std::all_of(node.keys.begin(), node.keys.end(),
                                                     [&](ExprId key) { return key && ast_.is<Constant>(key); });
          return are_constant_keys && are_quiet(node.values);
        },
        [&](UnaryOp const& node) { return ast_.is<Constant>(node.operand); },
        [&](BinOp const& node) { return is_constant(node.left) && is_constant(node.right); },
        [&](auto const&) { return false; },
    };
    return syntax::visit(ast_, id, visitor);
  }

  bool is_constant(ExprId id) const {
    std::vector<ExprId> pending{id};
    while (!pending.empty()) {
      ExprId const next = pending.back();
      pending.pop_back();
      if (auto const* node = ast_.get_if<BinOp>(next)) {
        pending.push_back(node->left);
        pending.push_back(node->right);
      } else if (!ast_.is<Constant>(next)) {
        return false;
      }
    }
    return true;
  }

  void bind(NameId name) {
    Resolution const found = model_.resolve(model_.module_scope, name);
    if (found.kind != NameKind::Global || model_.variables[found.variable].deleted_elsewhere) return;
    if (is_deleted_by_module(name)) return;
    bound_.insert(found.variable);
  }

  void bind(StmtId id) {
    auto const visitor = Overloaded{
        [&](FunctionDef const& node) { bind(node.name); },
        [&](AsyncFunctionDef const& node) { bind(node.name); },
        [&](ClassDef const& node) {
          bind(node.name);
          own_definitions_.insert(model_.resolve(model_.module_scope, node.name).variable);
        },
        [&](Assign const& node) {
          for (ExprId const target : node.targets) bind(ast_.get<Name>(target).id);
        },
        [&](AnnAssign const& node) {
          if (node.value) bind(ast_.get<Name>(node.target).id);
        },
        [&](TypeAlias const& node) { bind(ast_.get<Name>(node.name).id); },
        [&](Import const& node) {
          for (Alias const& alias : node.names) {
            std::string_view const dotted = alias.name.text();
            bind(alias.asname ? alias.asname : NameId::of(dotted.substr(0, dotted.find('.'))));
          }
        },
        [&](ImportFrom const& node) {
          for (Alias const& alias : node.names) bind(alias.asname ? alias.asname : alias.name);
        },
        [](auto const&) {},
    };
    syntax::visit(ast_, id, visitor);
  }

  // Whether a `del` or an `except ... as` anywhere in the file names it: coarse, and rarely true.
  bool is_deleted_by_module(NameId name) {
    if (!deleted_names_) {
      deleted_names_.emplace();
      for (Expr const& expr : ast_.exprs) {
        auto const* deleted = std::get_if<Name>(&expr.node);
        if (deleted != nullptr && deleted->ctx == ExprContext::Del) deleted_names_->insert(deleted->id);
      }
      for (Stmt const& stmt : ast_.stmts) {
        if (auto const* node = std::get_if<Try>(&stmt.node)) add_handler_names(node->handlers);
        if (auto const* node = std::get_if<TryStar>(&stmt.node)) add_handler_names(node->handlers);
      }
    }
    return deleted_names_->contains(name);
  }
  void add_handler_names(Array<ExceptHandler> handlers) {
    for (ExceptHandler const& handler : handlers)
      if (handler.name) deleted_names_->insert(handler.name);
  }

  Ast const& ast_;
  SemanticModel const& model_;
  mutable std::optional<bool> has_class_hooks_;
  std::unordered_set<VariableId> bound_;
  std::unordered_set<VariableId> own_definitions_;
  std::optional<std::unordered_set<NameId>> deleted_names_;
};

}  // namespace

std::unordered_set<VariableId> find_early_globals(Ast const& ast, SemanticModel const& model) {
  return QuietStatements(ast, model).bound_by_prefix();
}

}  // namespace aiocc::semantics
