// Python's rules of name resolution, asked for one name at a time.
#include "semantics/semantic_model.hpp"

#include <algorithm>

#include "bindings/bindings.hpp"

namespace aiocc::semantics {
namespace {

bool is_python_builtin(std::string_view name) {
  Array<std::string_view> const names = bindings::builtin_names();
  return std::binary_search(names.begin(), names.end(), name);
}

Symbol const* find_symbol(Scope const& scope, NameId name) {
  auto const found = scope.symbols.find(name);
  return found == scope.symbols.end() ? nullptr : &found->second;
}

}  // namespace

NameId SemanticModel::mangle(ScopeId scope, NameId name) const {
  std::string_view const text = name.text();
  bool const is_private = text.starts_with("__") && !text.ends_with("__") && text.find('.') == text.npos;
  if (!is_private) return name;
  while (scope && scopes[scope].kind != ScopeKind::Class) scope = scopes[scope].parent;
  if (!scope) return name;
  std::string_view class_name = scopes[scope].name.text();
  class_name.remove_prefix(std::min(class_name.find_first_not_of('_'), class_name.size()));
  if (class_name.empty()) return name;
  return NameId::of("_" + std::string(class_name) + std::string(text));
}

ScopeId SemanticModel::code_scope(ScopeId scope) const {
  while (scopes[scope].kind == ScopeKind::Comprehension || scopes[scope].kind == ScopeKind::TypeParameters)
    scope = scopes[scope].parent;
  return scope;
}

bool SemanticModel::is_lazy_class_name(ScopeId scope, NameId name) const {
  NameId const mangled = mangle(scope, name);
  for (; scope && (scopes[scope].kind == ScopeKind::Lazy || scopes[scope].kind == ScopeKind::TypeParameters);
       scope = scopes[scope].parent) {
    Symbol const* symbol = find_symbol(scopes[scope], mangled);
    if (symbol != nullptr && symbol->variable) return false;
  }
  if (!scope || scopes[scope].kind != ScopeKind::Class) return false;
  Symbol const* symbol = find_symbol(scopes[scope], mangled);
  return symbol != nullptr && symbol->is_bound;
}

Resolution SemanticModel::resolve_global(NameId mangled) const {
  if (Symbol const* symbol = find_symbol(scopes[module_scope], mangled); symbol != nullptr && symbol->variable)
    return {NameKind::Global, mangled, symbol->variable};
  bool const is_builtin = is_python_builtin(mangled.text()) && !replaced_builtins.contains(mangled);
  return {is_builtin ? NameKind::Builtin : NameKind::Unknown, mangled, {}};
}

// The nearest function around `scope` that owns the name; class bodies are passed over. A function that declares the name
// global makes it so for what is nested in it.
Resolution SemanticModel::resolve_outwards(ScopeId scope, NameId mangled) const {
  for (ScopeId at = scopes[scope].parent; at && at != module_scope; at = scopes[at].parent) {
    Scope const& outer = scopes[at];
    if (outer.kind == ScopeKind::Class) {
      bool const is_class_cell = mangled == NameId::of("__class__") && outer.needs_class_cell;
      if (is_class_cell) return {NameKind::Free, mangled, find_symbol(outer, mangled)->variable};
      // What stands in the parentheses of a generic method sees the names of the class.
      Symbol const* symbol = find_symbol(outer, mangled);
      bool const sees_class = scopes[scope].kind == ScopeKind::TypeParameters && scopes[scope].parent == at;
      if (sees_class && symbol != nullptr && symbol->is_bound)
        return {NameKind::ClassName, mangled, resolve_global(mangled).variable};
      continue;
    }
    Symbol const* symbol = find_symbol(outer, mangled);
    if (symbol == nullptr) continue;
    if (symbol->is_global) return resolve_global(mangled);
    if (!symbol->variable) continue;
    // A comprehension runs inside its function, so what either owns is local to both.
    bool const is_same_code = code_scope(scope) == code_scope(at);
    return {is_same_code ? NameKind::Local : NameKind::Free, mangled, symbol->variable};
  }
  return resolve_global(mangled);
}

Resolution SemanticModel::resolve(ScopeId scope, NameId name) const {
  NameId const mangled = mangle(scope, name);
  Scope const& here = scopes[scope];
  Symbol const* symbol = find_symbol(here, mangled);
  if (here.kind == ScopeKind::Module || (symbol != nullptr && symbol->is_global)) return resolve_global(mangled);
  bool const is_bound = symbol != nullptr && symbol->is_bound && !symbol->is_nonlocal;
  if (!is_bound) return resolve_outwards(scope, mangled);
  if (here.kind == ScopeKind::Class) return {NameKind::ClassName, mangled, resolve_global(mangled).variable};
  return {NameKind::Local, mangled, symbol->variable};
}

}  // namespace aiocc::semantics
