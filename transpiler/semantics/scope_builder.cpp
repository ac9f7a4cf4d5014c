// Scopes, their symbols, and what is found once all of them are known.
#include "semantics/scope_builder.hpp"

#include <fmt/format.h>

#include "semantics/scopes.hpp"

namespace aiocc::semantics {

using namespace syntax;

bool build_scopes(Ast const& ast, SemanticModel& model, Diagnostics& diagnostics) {
  return ScopeBuilder(ast, model, diagnostics).build();
}

bool ScopeBuilder::build() {
  model_.module_scope = open(ScopeKind::Module, NameId::of("<module>"));
  for (char const* name : {"__name__", "__file__", "__doc__", "__package__"})
    own(model_.module_scope, NameId::of(name));
  visit_body(ast_.body);
  resolve_nonlocals();
  if (failed_) return false;
  settle_folds();
  mark_captured();
  mark_deleted_elsewhere();
  mark_stable();
  return true;
}

void ScopeBuilder::fail(Span where, std::string const& message) {
  if (!failed_) diagnostics_.report<Code::SyntaxError>(where, message);
  failed_ = true;
}

// `__qualname__` passes over comprehensions, which have no code of their own, and begins anew after `global name`.
ScopeId ScopeBuilder::open(ScopeKind kind, NameId name) {
  Scope made;
  made.kind = kind;
  made.name = name;
  made.parent = current_;
  made.qualified_name = name.text();
  if (current_) {
    Scope const& outer = model_.scopes[model_.code_scope(current_)];
    auto const declared = outer.symbols.find(model_.mangle(current_, name));
    bool const is_global = declared != outer.symbols.end() && declared->second.is_global;
    bool const is_in_function = outer.kind != ScopeKind::Module && outer.kind != ScopeKind::Class;
    if (outer.kind != ScopeKind::Module && !is_global)
      made.qualified_name = outer.qualified_name + (is_in_function ? ".<locals>." : ".") + made.qualified_name;
  }
  current_ = model_.scopes.add(std::move(made));
  return current_;
}

Symbol& ScopeBuilder::symbol(ScopeId scope, NameId name) {
  return model_.scopes[scope].symbols[model_.mangle(scope, name)];
}

// The variable of a name that `scope` owns.
VariableId ScopeBuilder::own(ScopeId scope, NameId mangled) {
  Symbol& found = model_.scopes[scope].symbols[mangled];
  found.is_bound = true;
  if (!found.variable) {
    found.variable = model_.variables.add({.name = mangled, .scope = scope});
    model_.scopes[scope].variables.push_back(found.variable);
  }
  return found.variable;
}

void ScopeBuilder::use(NameId name) { symbol(current_, name).is_used = true; }

void ScopeBuilder::bind(NameId name, Span where, BindingForm form) {
  if (name.text() == "__debug__") return fail(where, "cannot assign to __debug__");
  bind_in(current_, name, form);
}

void ScopeBuilder::bind_in(ScopeId scope, NameId name, BindingForm form) {
  NameId const mangled = model_.mangle(scope, name);
  Symbol& found = model_.scopes[scope].symbols[mangled];
  found.is_bound = true;
  found.is_assigned = found.is_assigned || form != BindingForm::Import;
  if (found.is_nonlocal) return;
  VariableId const variable = own(found.is_global ? model_.module_scope : scope, mangled);
  bool const is_plain = scope == model_.module_scope && nesting_ == 0 && form != BindingForm::Other;
  BindingCount& count = module_bindings_[variable];
  ++(is_plain ? count.definitions : count.others);
}

// `import a`, `import a.b` and `import a.c` bind `a` to one and the same module.
void ScopeBuilder::bind_package(NameId name, Span where) {
  bool const is_plain = current_ == model_.module_scope && nesting_ == 0;
  Symbol const& found = symbol(current_, name);
  if (is_plain && found.variable && module_bindings_[found.variable].packages > 0) return;
  bind(name, where, BindingForm::Import);
  if (is_plain) ++module_bindings_[symbol(current_, name).variable].packages;
}

// `del name` makes the name the scope's own, too.
void ScopeBuilder::remove(NameId name, Span where) {
  if (name.text() == "__debug__") return fail(where, "cannot delete __debug__");
  bind_in(current_, name, BindingForm::Other);
  deletions_.emplace_back(current_, name);
}

void ScopeBuilder::declare(StmtId id, Array<NameId> names, bool is_global) {
  Span const where = ast_.span(id);
  std::string_view const word = is_global ? "global" : "nonlocal";
  if (!is_global && scope().kind == ScopeKind::Module)
    return fail(where, "nonlocal declaration not allowed at module level");
  for (NameId const name : names) {
    Symbol& found = symbol(current_, name);
    bool const is_parameter = found.variable && model_.variables[found.variable].parameter;
    if (is_parameter) return fail(where, fmt::format("name '{}' is parameter and {}", name.text(), word));
    bool const is_both = is_global ? found.is_nonlocal : found.is_global;
    if (is_both)
      return fail(directives_[{current_, name}], fmt::format("name '{}' is nonlocal and global", name.text()));
    if (found.is_used) return fail(where, fmt::format("name '{}' is used prior to {} declaration", name.text(), word));
    if (found.is_annotated) return fail(where, fmt::format("annotated name '{}' can't be {}", name.text(), word));
    if (found.is_assigned)
      return fail(where, fmt::format("name '{}' is assigned to before {} declaration", name.text(), word));
    (is_global ? found.is_global : found.is_nonlocal) = true;
    directives_.try_emplace({current_, name}, where);
    if (name.text() == "__class__") use_class_cell();
    if (!is_global) nonlocals_.push_back({current_, name, where});
  }
}

// `super` or `__class__` in a method: the class keeps itself in a cell for it.
void ScopeBuilder::use_class_cell() {
  for (ScopeId at = current_; at; at = model_.scopes[at].parent) {
    if (model_.scopes[at].kind != ScopeKind::Class) continue;
    if (at == current_) return;
    model_.scopes[at].needs_class_cell = true;
    NameId const name = NameId::of("__class__");
    Symbol& found = model_.scopes[at].symbols[name];
    if (found.variable) return;
    // Methods that the class's body calls don't find the class yet.
    found.variable = model_.variables.add({.name = name, .scope = at, .captured = true, .may_be_unbound = true});
    model_.scopes[at].variables.push_back(found.variable);
    return;
  }
}

void ScopeBuilder::resolve_nonlocals() {
  for (PendingNonlocal const& pending : nonlocals_) {
    Resolution const found = model_.resolve(pending.scope, pending.name);
    if (found.kind != NameKind::Free && found.kind != NameKind::Local)
      fail(pending.where, fmt::format("no binding for nonlocal '{}' found", pending.name.text()));
  }
}

void ScopeBuilder::mark_captured() {
  for (std::uint32_t index = 0; index < model_.scopes.size(); ++index) {
    ScopeId const id{index};
    for (auto const& [name, symbol] : model_.scopes[id].symbols) {
      bool const matters = symbol.is_used || symbol.is_nonlocal;
      if (!matters) continue;
      // Names in `symbols` are mangled already, and mangling them again changes nothing.
      Resolution const found = model_.resolve(id, name);
      if (found.kind == NameKind::Free) model_.variables[found.variable].captured = true;
    }
  }
}

void ScopeBuilder::mark_deleted_elsewhere() {
  for (auto const& [scope, name] : deletions_) {
    Resolution const found = model_.resolve(scope, name);
    bool const is_elsewhere =
        found.kind == NameKind::Free || (found.kind == NameKind::Global && scope != model_.module_scope);
    if (is_elsewhere && found.variable) model_.variables[found.variable].deleted_elsewhere = true;
  }
}

void ScopeBuilder::mark_stable() {
  for (auto const& [variable, count] : module_bindings_) {
    bool const is_once = count.definitions == 1 && count.others == 0;
    if (is_once && model_.variables[variable].scope == model_.module_scope) model_.variables[variable].stable = true;
  }
  for (DecoratedClass const& decorated : decorated_classes_) {
    if (!model_.variables[symbol(model_.module_scope, decorated.decorator).variable].stable)
      model_.variables[symbol(model_.module_scope, decorated.name).variable].stable = false;
  }
}

}  // namespace aiocc::semantics
