// Variables: the locals, cells and globals that names stand for, and their loads, stores and deletions.
#include <fmt/format.h>

#include "bindings/bindings.hpp"
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

ir::LocalId FunctionBuilder::local_of(semantics::VariableId variable) {
  if (auto const found = locals_.find(variable); found != locals_.end()) return found->second;
  semantics::Variable const& facts = model().variables[variable];
  bool const own = module_.function_scope(facts.scope) == module_.function_scope(scope_);
  if (!own) return free_local_of(variable);
  return locals_[variable] =
             function_.locals.add({.name = facts.name,
                                   .kind = facts.parameter ? ir::LocalKind::Parameter : ir::LocalKind::Variable,
                                   .type = object_type(),
                                   .captured = facts.captured,
                                   .free = false,
                                   .may_be_unbound = facts.may_be_unbound});
}

ir::LocalId FunctionBuilder::free_local_of(semantics::VariableId variable) {
  semantics::Variable const& facts = model().variables[variable];
  ir::LocalId const outer = parent_->local_of(variable);
  parent_->function_.locals[outer].captured = true;
  ir::LocalId const inner = function_.locals.add({.name = facts.name,
                                                  .kind = ir::LocalKind::Variable,
                                                  .type = object_type(),
                                                  .captured = true,
                                                  .free = true,
                                                  .may_be_unbound = facts.may_be_unbound});
  function_.captures.push_back({outer, inner});
  return locals_[variable] = inner;
}

ir::LocalId FunctionBuilder::temporary(std::string_view name) {
  return function_.locals.add({.name = NameId::of(name), .kind = ir::LocalKind::Temporary, .type = object_type()});
}

ir::InstId FunctionBuilder::load_name(NameId name, Place place, bool may_be_unbound) {
  semantics::Resolution const found = model().resolve(scope_, name);
  // Only the namespace of a class can know it, by `locals()` or `__prepare__`.
  bool const is_class = function_.kind == ir::FunctionKind::ClassBody && scope_ == model().code_scope(scope_);
  if (found.kind == semantics::NameKind::Unknown && is_class) return add(place, ir::LoadClassName{found.name, {}, {}});
  if (is_in_dict(found) && name.text() != "__builtins__") return add(place, ir::LoadName{found.name});
  ir::GlobalId const implicit = module_.implicit_global(found.name);
  switch (found.kind) {
    case semantics::NameKind::Local: {
      bool const is_from_around = is_around_fold(model().variables[found.variable].scope);
      return add(place, ir::LoadLocal{local_of(found.variable), may_be_unbound, is_from_around});
    }
    case semantics::NameKind::Free:
      return add(place, ir::LoadLocal{local_of(found.variable), model().variables[found.variable].may_be_unbound});
    case semantics::NameKind::Global:
      return add(place, ir::LoadGlobal{module_.global_of(found.variable), may_be_unbound});
    case semantics::NameKind::ClassName: {
      ir::LoadClassName node{found.name, {}, {}};
      if (found.variable && model().variables[found.variable].scope == model().module_scope) {
        if (!module_.has_dict()) node.global = module_.global_of(found.variable);
      } else if (found.variable) {
        node.local = local_of(found.variable);
      }
      return add(place, node);
    }
    case semantics::NameKind::Builtin:
    case semantics::NameKind::Unknown: break;
  }
  if (implicit) return add(place, ir::LoadGlobal{implicit, false});
  std::string_view const text = found.name.text();
  bool const is_main = module_.module.modules[module_.id].name.text() == "__main__";
  if (text == "__builtins__" && is_main) return add(place, ir::Import{NameId::of("builtins")});
  if (text == "__path__" || text == "__cached__" || text == "__builtins__")
    return unsupported(place.span, fmt::format("`{}`", text));
  if (found.kind == semantics::NameKind::Builtin) return load_builtin(found.name, place);
  return add(place, ir::LoadName{found.name});
}

// Whether the name is looked up in the module's dict. A builtin that the runtime hasn't isn't, since it may be what is meant.
bool FunctionBuilder::is_in_dict(semantics::Resolution const& found) const {
  if (!module_.has_dict()) return false;
  switch (found.kind) {
    case semantics::NameKind::Local:
    case semantics::NameKind::Free:
    case semantics::NameKind::ClassName: return false;
    case semantics::NameKind::Global:
    case semantics::NameKind::Unknown: return true;
    case semantics::NameKind::Builtin: break;
  }
  std::string_view const text = found.name.text();
  return bindings::find_module("builtins")->has(text);
}

ir::InstId FunctionBuilder::load_builtin(NameId name, Place place) {
  std::string_view const text = name.text();
  if (text == "NotImplemented") return add(place, ir::Constant{.kind = ir::ConstantKind::NotImplemented, .text = {}});
  if (text == "Ellipsis") return add(place, ir::Constant{.kind = ir::ConstantKind::Ellipsis, .text = {}});
  if (text == "__debug__") return add(place, ir::Constant{.kind = ir::ConstantKind::Bool, .boolean = true, .text = {}});
  if (text == "EnvironmentError" || text == "IOError") return add(place, ir::LoadBuiltin{NameId::of("OSError")});
  if (bindings::find_module("builtins")->has(text)) return add(place, ir::LoadBuiltin{name});
  return unsupported(place.span, "the builtin `" + std::string(text) + "`");
}

void FunctionBuilder::store_name(NameId name, ir::InstId value, Place place) {
  semantics::Resolution const found = model().resolve(scope_, name);
  switch (found.kind) {
    case semantics::NameKind::Local:
    case semantics::NameKind::Free: add(place, ir::StoreLocal{local_of(found.variable), value}); return;
    case semantics::NameKind::Global:
      if (module_.has_dict())
        add(place, ir::StoreName{found.name, value});
      else
        add(place, ir::StoreGlobal{module_.global_of(found.variable), value});
      return;
    case semantics::NameKind::ClassName: add(place, ir::StoreClassName{found.name, value}); return;
    case semantics::NameKind::Builtin:
    case semantics::NameKind::Unknown: break;
  }
  module_.diagnostics.report<Code::InternalError>(place.span, "a store to a name that no scope owns");
}

void FunctionBuilder::delete_name(NameId name, Place place, bool quiet) {
  semantics::Resolution const found = model().resolve(scope_, name);
  switch (found.kind) {
    case semantics::NameKind::Local:
    case semantics::NameKind::Free: add(place, ir::DeleteLocal{local_of(found.variable), quiet}); return;
    case semantics::NameKind::Global:
      if (module_.has_dict())
        add(place, ir::DeleteName{found.name, quiet});
      else
        add(place, ir::DeleteGlobal{module_.global_of(found.variable), quiet});
      return;
    case semantics::NameKind::ClassName: add(place, ir::DeleteClassName{found.name, quiet}); return;
    case semantics::NameKind::Builtin:
    case semantics::NameKind::Unknown: break;
  }
  module_.diagnostics.report<Code::InternalError>(place.span, "a deletion of a name that no scope owns");
}

// The module's variable that `name` stands for here, if that is bound once and for all; else unset.
semantics::VariableId FunctionBuilder::stable_variable(NameId name) const {
  semantics::Resolution const found = model().resolve(scope_, name);
  bool const is_stable = found.kind == semantics::NameKind::Global && model().variables[found.variable].stable;
  return is_stable ? found.variable : semantics::VariableId{};
}

// The same where globals are variables of C++.
ir::GlobalId FunctionBuilder::stable_global(NameId name) const {
  semantics::VariableId const variable = stable_variable(name);
  return variable && !module_.has_dict() ? module_.global_of(variable) : ir::GlobalId{};
}

// What an import bound `name` to, if that is bound once and for all; else empty.
std::string_view FunctionBuilder::imported(NameId name) const { return module_.imported(stable_variable(name)); }

ir::InstId FunctionBuilder::build(syntax::Name const& node, syntax::ExprId id) {
  return load_name(node.id, place(id), model().unbound_loads[id] != 0);
}

}  // namespace aiocc::build_ir
