// What is known of a module's names once it has been analysed: its scopes, their variables, and what each name refers to.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "support/ids.hpp"
#include "support/names.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

struct Scope;
struct Variable;
using ScopeId = Id<Scope>;
using VariableId = Id<Variable>;

// Comprehension is a list, set or dict comprehension, which runs inside the function around it (PEP 709); a generator expression of which
// only a builtin asks for the items is one too (semantics/folds.cpp). So do TypeParameters, the scope
// around what has type parameters (PEP 695). Lazy is a bound, a default or the value of a type alias: a function that runs when asked for.
enum class ScopeKind : unsigned char {
  Module,
  Class,
  Function,
  Lambda,
  GeneratorExp,
  Comprehension,
  TypeParameters,
  Lazy
};

// A name that a scope binds.
struct Variable {
  // As the class body that encloses it mangles it.
  NameId name;
  // The scope that owns it.
  ScopeId scope;
  bool parameter = false;
  // A function nested in the owner's function uses it, so it lives in a cell.
  bool captured = false;
  // Some load may find it unbound.
  bool may_be_unbound = false;
  // A function or class other than the owner deletes it (`global`, `nonlocal`), so no flow tells when it's bound.
  bool deleted_elsewhere = false;
  // Of the module: bound once, at top level, by a `def`, `class` or `import`; never rebound or deleted, by `global` neither.
  bool stable = false;
  // Of the module: bound for certain once the module's body has run.
  bool bound_at_end = false;
};

// What a scope's own text says of a name.
struct Symbol {
  // Set where the scope owns the name.
  VariableId variable;
  bool is_bound = false;
  bool is_global = false;
  bool is_nonlocal = false;
  bool is_used = false;
  // Bound otherwise than by `import`, and by an annotation: what `global` and `nonlocal` may not follow.
  bool is_assigned = false;
  bool is_annotated = false;
};

struct Scope {
  ScopeKind kind = ScopeKind::Module;
  ScopeId parent;
  NameId name;
  // As `__qualname__`: "Outer.method", "f.<locals>.g".
  std::string qualified_name;
  // What a Lazy scope is to CPython's messages: "a TypeVar bound"; of TypeParameters "a generic".
  char const* construct = nullptr;
  bool is_async = false;
  bool is_generator = false;
  // What it owns, in the order of their first appearance; parameters first.
  std::vector<VariableId> variables;
  // Of a class: a method uses `super` or `__class__`.
  bool needs_class_cell = false;
  // The names that occur in it, as mangled; and type parameters of what it is the body of.
  std::unordered_map<NameId, Symbol> symbols;
};

enum class NameKind : unsigned char {
  // A variable of the scope itself, or of the scope whose function it runs inside (comprehensions).
  Local,
  // A variable of an enclosing function: `variable` is the owner's.
  Free,
  // `variable` is the module's.
  Global,
  // In a class body, a name that the body binds: its namespace, then `variable` (if set, a function's or the module's), then builtins.
  ClassName,
  Builtin,
  // Nothing defines it, or it's a builtin that the program replaces.
  Unknown,
};

struct Resolution {
  NameKind kind = NameKind::Unknown;
  // As mangled.
  NameId name;
  VariableId variable;
};

// What is known of a module's import statements before its names are analysed.
struct ImportFacts {
  // Of `from m import *`: the names that it may bind.
  std::unordered_map<syntax::StmtId, std::vector<NameId>> star_names;
  // The statements that may run a module which imports this one in turn.
  std::unordered_set<syntax::StmtId> cyclic;
  // A module of the program has methods that run when a class is made, which may be of another module.
  bool has_class_hooks = false;
  // Those that import from the program's own modules.
  std::unordered_set<syntax::StmtId> own;
};

struct SemanticModel {
  ImportFacts imports;
  Store<Scope> scopes;
  Store<Variable> variables;
  ScopeId module_scope;
  // Of FunctionDef, AsyncFunctionDef and ClassDef.
  IdMap<syntax::Stmt, ScopeId> stmt_scopes;
  // Of those, and of TypeAlias: the scope of the type parameters, unset where there are none.
  IdMap<syntax::Stmt, ScopeId> type_scopes;
  // Of the bounds and defaults of type parameters, and of a TypeAlias's value.
  IdMap<syntax::Expr, ScopeId> lazy_scopes;
  // Of Lambda, GeneratorExp, ListComp, SetComp and DictComp.
  IdMap<syntax::Expr, ScopeId> expr_scopes;
  // Of each Name in load context: whether it may be unbound there, for all that local flow tells.
  IdMap<syntax::Expr, unsigned char> unbound_loads;
  // What CPython's compiler warns of, in its order.
  std::vector<syntax::SyntaxWarning> warnings;
  // Builtins that some module of the program replaces: their names are looked up when they're used, as unknown ones are.
  std::set<NameId> replaced_builtins;
  // `from __future__ import annotations`.
  bool postpones_annotations = false;

  // What `name`, as written in the source, stands for in `scope`: for loads, stores, deletions, `def`, `import`, `except ... as` alike.
  Resolution resolve(ScopeId scope, NameId name) const;
  // `name` as the innermost enclosing class mangles it: `__x` in class C is `_C__x`.
  NameId mangle(ScopeId scope, NameId name) const;
  // The function, lambda, generator expression, class or module whose code runs `scope`: comprehensions and type parameters have none
  // of their own.
  ScopeId code_scope(ScopeId scope) const;
  // Whether `name`, in a lazy scope, stands for a name of the class body around it.
  bool is_lazy_class_name(ScopeId scope, NameId name) const;

 private:
  Resolution resolve_outwards(ScopeId scope, NameId mangled) const;
  Resolution resolve_global(NameId mangled) const;
};

}  // namespace aiocc::semantics
