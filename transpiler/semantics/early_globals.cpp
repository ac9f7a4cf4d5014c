// A statement is quiet if it can't call back into the module: definitions, imports, and whatever else is done with what isn't the module's own.
#include "semantics/early_globals.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/walk.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

// They do nothing but what they're told, with what they're given: nothing here finds functions by name, or runs what was registered before.
constexpr std::string_view quiet_modules[] = {
    "abc",         "argparse", "array",       "asyncio",   "base64",   "bisect",    "collections", "contextlib",
    "contextvars", "csv",      "dataclasses", "datetime",  "decimal",  "enum",      "fractions",   "functools",
    "hashlib",     "heapq",    "io",          "itertools", "json",     "logging",   "math",        "operator",
    "os",          "pathlib",  "queue",       "random",    "re",       "secrets",   "shutil",      "statistics",
    "string",      "struct",   "sys",         "tempfile",  "textwrap", "threading", "time",        "types",
    "typing",      "uuid",     "weakref"};
constexpr std::string_view quiet_builtins[] = {
    "abs",   "bool", "bytearray", "bytes", "chr", "complex", "dict",   "divmod", "enumerate", "float", "frozenset",
    "hex",   "int",  "len",       "list",  "max", "min",     "object", "oct",    "ord",       "pow",   "print",
    "range", "repr", "reversed",  "round", "set", "slice",   "sorted", "str",    "sum",       "tuple", "zip"};
// Decorators that keep or mark what they're given.
constexpr std::string_view quiet_decorators[] = {"abc.abstractmethod",
                                                 "contextlib.asynccontextmanager",
                                                 "contextlib.contextmanager",
                                                 "dataclasses.dataclass",
                                                 "enum.unique",
                                                 "functools.cache",
                                                 "functools.cached_property",
                                                 "functools.lru_cache",
                                                 "functools.total_ordering",
                                                 "functools.wraps",
                                                 "typing.final",
                                                 "typing.overload",
                                                 "typing.override",
                                                 "typing.runtime_checkable"};
// Methods that `enum` runs when it makes a class.
constexpr std::string_view enum_hooks[] = {"__new__",  "__init__", "__hash__", "__eq__", "_generate_next_value_",
                                           "_missing_"};

// Methods that run when a class is made.
constexpr std::string_view class_hooks[] = {
    "__init_subclass__", "__set_name__", "__class_getitem__", "__prepare__", "__mro_entries__", "__get__", "mro"};
constexpr std::string_view metaclasses[] = {"type", "ABCMeta", "EnumMeta", "EnumType"};
constexpr std::string_view enumerations[] = {"Enum", "Flag", "IntEnum", "IntFlag", "ReprEnum", "StrEnum"};
// Attributes of quiet modules by which functions are found by name.
constexpr std::string_view finders[] = {"modules", "config", "_getframe", "__dict__"};

bool contains(std::span<std::string_view const> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// Whether one of the expressions is one of the names, perhaps as an attribute.
bool names_any(Ast const& ast, Array<ExprId> exprs, std::span<std::string_view const> names) {
  return std::ranges::any_of(exprs, [&](ExprId id) {
    auto const* name = ast.get_if<Name>(id);
    auto const* attribute = ast.get_if<Attribute>(id);
    return (name && contains(names, name->id.text())) || (attribute && contains(names, attribute->attr.text()));
  });
}

bool has_enum_hooks(Ast const& ast, ClassDef const& node) {
  return std::ranges::any_of(node.body, [&](StmtId each) {
    auto const* function = ast.get_if<FunctionDef>(each);
    return function && contains(enum_hooks, function->name.text());
  });
}

bool has_own_metaclass(Ast const& ast, ClassDef const& node) {
  return std::ranges::any_of(node.keywords, [&](Keyword const& each) {
    auto const* name = ast.get_if<Name>(each.value);
    auto const* attribute = ast.get_if<Attribute>(each.value);
    std::string_view const value = name ? name->id.text() : attribute ? attribute->attr.text() : "";
    return each.arg && each.arg.text() == "metaclass" && value != "ABCMeta";
  });
}

class QuietStatements {
 public:
  QuietStatements(Ast const& ast, SemanticModel const& model) : ast_(ast), model_(model), scope_(model.module_scope) {}

  std::unordered_set<VariableId> bound_by_prefix() {
    for (StmtId const id : ast_.body) {
      if (!is_quiet(id)) break;
      bind(id);
    }
    return std::move(bound_);
  }

 private:
  bool is_quiet(StmtId id) {
    auto const visitor = Overloaded{
        [&](FunctionDef const& node) { return is_quiet_function(node); },
        [&](AsyncFunctionDef const& node) { return is_quiet_function(node); },
        [&](ClassDef const& node) {
          return are_quiet_decorators(node.decorator_list) && are_quiet_keywords(node.keywords) &&
                 is_quiet_class(node, id);
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
        [&](ExprStmt const& node) { return is_clean(node.value); },
        // A module that imports this one in turn may call what it finds there.
        [&](Import const&) { return !model_.imports.cyclic.contains(id); },
        [&](ImportFrom const& node) { return !model_.imports.cyclic.contains(id) && node.names[0].name.text() != "*"; },
        [](Pass const&) { return true; },
        [](TypeAlias const&) { return true; },
        [](auto const&) { return false; },
    };
    return syntax::visit(ast_, id, visitor);
  }

  bool is_quiet_class(ClassDef const& node, StmtId id) {
    if (!are_quiet_bases(node.bases) || model_.imports.has_class_hooks || (is_enum(node) && runs_methods(node)))
      return false;
    ScopeId const around = std::exchange(scope_, model_.stmt_scopes[id]);
    properties_.clear();
    bool const is_quiet_body = std::ranges::all_of(node.body, [&](StmtId each) {
      auto const* function = ast_.get_if<FunctionDef>(each);
      if (function && !function->decorator_list.empty()) properties_.insert(function->name);
      return is_quiet(each);
    });
    scope_ = around;
    return is_quiet_body;
  }

  // `Base[T]` of the module's own class is an alias, as there are no hooks.
  bool are_quiet_bases(Array<ExprId> bases) const {
    return std::ranges::all_of(bases, [&](ExprId each) {
      auto const* subscript = ast_.get_if<Subscript>(each);
      bool const is_own = subscript && is_own_class(subscript->value) && is_clean(subscript->slice);
      return is_own || is_quiet(each);
    });
  }

  bool are_quiet_keywords(Array<Keyword> keywords) const {
    return std::ranges::all_of(keywords, [&](Keyword const& each) {
      return ast_.is<Constant>(each.value) || imported_name(each.value) == "abc.ABCMeta";
    });
  }

  bool is_enum(ClassDef const& node) const {
    return std::ranges::any_of(node.bases, [&](ExprId base) {
      VariableId const own = own_variable(base);
      return imported_name(base).starts_with("enum.") || (own && enums_.contains(own));
    });
  }

  bool runs_methods(ClassDef const& node) const {
    bool const has_other_base = std::ranges::any_of(node.bases, [&](ExprId base) {
      VariableId const own = own_variable(base);
      return own && own_definitions_.contains(own) && !enums_.contains(own);
    });
    return has_other_base || has_enum_hooks(ast_, node);
  }

  // The module's variable that the expression names.
  VariableId own_variable(ExprId id) const {
    auto const* name = ast_.get_if<Name>(id);
    Resolution const found = name ? model_.resolve(scope_, name->id) : Resolution{};
    return found.kind == NameKind::Global ? found.variable : VariableId{};
  }

  // What an import has bound the name to, dotted; of an attribute with its name. Empty for anything else.
  std::string imported_name(ExprId id) const {
    if (auto const* attribute = ast_.get_if<Attribute>(id)) {
      std::string const owner = imported_name(attribute->value);
      return owner.empty() ? owner : owner + "." + std::string(attribute->attr.text());
    }
    VariableId const variable = own_variable(id);
    auto const found = imported_.find(variable);
    return variable && found != imported_.end() ? found->second : std::string();
  }

  bool are_quiet_decorators(Array<ExprId> decorators) const {
    return std::ranges::all_of(decorators, [&](ExprId each) { return is_quiet_decorator(each); });
  }

  // `@name.setter` and the like are of the property that the class's body has under the name.
  bool is_quiet_decorator(ExprId id) const {
    if (auto const* call = ast_.get_if<Call>(id)) {
      bool const is_wraps = imported_name(call->func) == "functools.wraps";
      return is_quiet_decorator(call->func) && (is_wraps || are_clean_arguments(*call));
    }
    if (auto const* name = ast_.get_if<Name>(id); name && model_.resolve(scope_, name->id).kind == NameKind::Builtin)
      return name->id.text() == "property" || name->id.text() == "staticmethod" || name->id.text() == "classmethod";
    if (contains(quiet_decorators, imported_name(id))) return true;
    auto const* attribute = ast_.get_if<Attribute>(id);
    auto const* owner = attribute ? ast_.get_if<Name>(attribute->value) : nullptr;
    bool const is_of_property = owner && properties_.contains(owner->id);
    return is_of_property && (attribute->attr.text() == "setter" || attribute->attr.text() == "deleter" ||
                              attribute->attr.text() == "getter");
  }

  bool are_clean_arguments(Call const& call) const {
    return std::ranges::all_of(call.args, [&](ExprId each) { return is_clean(each); }) &&
           std::ranges::all_of(call.keywords, [&](Keyword const& each) { return is_clean(each.value); });
  }

  // Nothing in it is of the module's own, or finds such.
  bool is_clean(ExprId id) const {
    bool clean = true;
    for_each_descendant(ast_, id, Overloaded{[&](ExprId each) { clean = clean && is_clean_part(each); }, [](auto) {}});
    return clean;
  }

  bool is_clean_part(ExprId id) const {
    bool const is_other_code = ast_.is<Lambda>(id) || ast_.is<Await>(id) || ast_.is<Yield>(id) ||
                               ast_.is<YieldFrom>(id) || ast_.is<NamedExpr>(id);
    auto const* attribute = ast_.get_if<Attribute>(id);
    if (is_other_code || (attribute && contains(finders, attribute->attr.text()))) return false;
    auto const* name = ast_.get_if<Name>(id);
    if (!name) return true;
    Resolution const found = model_.resolve(scope_, name->id);
    if (found.kind == NameKind::Builtin) return contains(quiet_builtins, name->id.text());
    if (found.kind != NameKind::Global || own_definitions_.contains(found.variable)) return false;
    if (auto const import = imported_.find(found.variable); import != imported_.end()) {
      std::string_view const dotted = import->second;
      bool const is_quiet_module = contains(quiet_modules, dotted.substr(0, dotted.find('.')));
      return is_quiet_module && !contains(finders, dotted.substr(dotted.rfind('.') + 1));
    }
    return bound_.contains(found.variable);
  }

  template <class Node>
  bool is_quiet_function(Node const& node) const {
    auto const& args = *node.args;
    bool annotations_are_quiet = is_quiet_annotation(node.returns);
    for (auto const& list : {args.posonlyargs, args.args, args.kwonlyargs})
      for (Arg const& arg : list) annotations_are_quiet = annotations_are_quiet && is_quiet_annotation(arg.annotation);
    if (args.vararg) annotations_are_quiet = annotations_are_quiet && is_quiet_annotation(args.vararg->annotation);
    if (args.kwarg) annotations_are_quiet = annotations_are_quiet && is_quiet_annotation(args.kwarg->annotation);
    return are_quiet_decorators(node.decorator_list) && are_quiet(args.defaults) && are_quiet(args.kw_defaults) &&
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
        [&](auto const&) { return is_clean(id); },
    };
    return syntax::visit(ast_, id, visitor);
  }

  void bind(NameId name) {
    Resolution const found = model_.resolve(model_.module_scope, name);
    if (found.kind != NameKind::Global || model_.variables[found.variable].deleted_elsewhere) return;
    if (is_deleted_by_module(name)) return;
    bound_.insert(found.variable);
  }

  void bind(StmtId id) {
    auto const visitor = Overloaded{
        [&](FunctionDef const& node) { define(node.name); },
        [&](AsyncFunctionDef const& node) { define(node.name); },
        [&](ClassDef const& node) {
          if (is_enum(node)) enums_.insert(variable_of(node.name));
          define(node.name);
        },
        [&](Assign const& node) {
          bool const is_other = is_clean(node.value);
          for (ExprId const target : node.targets) assign(ast_.get<Name>(target).id, is_other);
        },
        [&](AnnAssign const& node) {
          if (node.value) assign(ast_.get<Name>(node.target).id, is_clean(node.value));
        },
        [&](TypeAlias const& node) { define(ast_.get<Name>(node.name).id); },
        [&](Import const& node) {
          for (Alias const& alias : node.names) {
            std::string_view const dotted = alias.name.text();
            NameId const top = NameId::of(dotted.substr(0, dotted.find('.')));
            import(id, alias.asname ? alias.asname : top, alias.asname ? dotted : top.text());
          }
        },
        [&](ImportFrom const& node) {
          std::string const module = node.level == 0 ? std::string(node.module.text()) : std::string();
          for (Alias const& alias : node.names)
            import(id, alias.asname ? alias.asname : alias.name, module + "." + std::string(alias.name.text()));
        },
        [](auto const&) {},
    };
    syntax::visit(ast_, id, visitor);
  }

  VariableId variable_of(NameId name) const { return model_.resolve(model_.module_scope, name).variable; }

  // What the name is bound to leads to the module's functions.
  void define(NameId name) {
    own_definitions_.insert(variable_of(name));
    bind(name);
  }

  void assign(NameId name, bool is_other) {
    imported_.erase(variable_of(name));
    if (!is_other) own_definitions_.insert(variable_of(name));
    bind(name);
  }

  // Those of the program's other modules may be called like the library's.
  void import(StmtId id, NameId name, std::string_view dotted) {
    bool const is_own = model_.imports.own.contains(id) || dotted.starts_with('.');
    if (is_own) return define(name);
    imported_[variable_of(name)] = dotted;
    bind(name);
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
  std::unordered_set<VariableId> bound_;
  // What leads to the module's own functions.
  std::unordered_set<VariableId> own_definitions_;
  std::unordered_set<VariableId> enums_;
  std::unordered_map<VariableId, std::string> imported_;
  // Names of properties in the class body at hand.
  std::unordered_set<NameId> properties_;
  ScopeId scope_;
  std::optional<std::unordered_set<NameId>> deleted_names_;
};

}  // namespace

bool has_class_hooks(Ast const& ast) {
  auto const is_def = [](Stmt const& stmt) {
    auto const* function = std::get_if<FunctionDef>(&stmt.node);
    return function && contains(class_hooks, function->name.text());
  };
  auto const is_stored = [](Expr const& expr) {
    auto const* name = std::get_if<Name>(&expr.node);
    return name && name->ctx == ExprContext::Store && contains(class_hooks, name->id.text());
  };
  auto const is_hooked = [&](Stmt const& stmt) {
    auto const* cls = std::get_if<ClassDef>(&stmt.node);
    return cls && (names_any(ast, cls->bases, metaclasses) || has_own_metaclass(ast, *cls));
  };
  return std::ranges::any_of(ast.stmts, is_def) || std::ranges::any_of(ast.exprs, is_stored) ||
         std::ranges::any_of(ast.stmts, is_hooked);
}

bool has_enum_hooks(Ast const& ast) {
  return std::ranges::any_of(ast.stmts, [&](Stmt const& stmt) {
    auto const* cls = std::get_if<ClassDef>(&stmt.node);
    return cls && names_any(ast, cls->bases, enumerations) && has_enum_hooks(ast, *cls);
  });
}

std::unordered_set<VariableId> find_early_globals(Ast const& ast, SemanticModel const& model) {
  return QuietStatements(ast, model).bound_by_prefix();
}

}  // namespace aiocc::semantics
