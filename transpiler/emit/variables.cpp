// Locals, cells, globals, builtins and imports.
#include <algorithm>

#include "bindings/bindings.hpp"
#include "emit/function_emitter.hpp"
#include "emit/literals.hpp"

namespace aiocc::emit {

bool FunctionEmitter::in_cell(ir::LocalId local) const {
  return function_.locals[local].captured || function_.locals[local].free;
}

std::string FunctionEmitter::variable(ir::LocalId local) const {
  if (auto const borrowed = borrowed_names_.find(local.index); borrowed != borrowed_names_.end())
    return borrowed->second;
  std::string const name = context_.names.local(id_, local);
  return in_cell(local) ? name + "->value" : name;
}

void FunctionEmitter::emit(ir::InstId id, ir::LoadLocal const& node) {
  ir::Local const& local = function_.locals[node.local];
  if (node.may_be_unbound) {
    std::string const check = local.free || node.is_from_around ? "check_free" : "check_local";
    define_effect(id, fmt::format("{}({}, {})", check, variable(node.local), string_literal(local.name.text())), true);
    return;
  }
  Pending value{variable(node.local), true, {}, false};
  if (in_cell(node.local))
    value.reads_memory = true;
  else
    value.locals.insert(node.local.index);
  value.text = coerced(local.type, type_of(id), value.text);
  define(id, std::move(value));
}

void FunctionEmitter::emit(ir::InstId id, ir::LoadLocals const& node) {
  std::string variables;
  for (ir::LocalId local : node.locals) {
    std::string const value = coerced(function_.locals[local].type, context_.module.types.object(), variable(local));
    variables += fmt::format("{}{{{}, {}}}", variables.empty() ? "" : ", ",
                             string_literal(function_.locals[local].name.text()), value);
  }
  define_effect(id, fmt::format("local_variables({{{}}})", variables), false);
}

void FunctionEmitter::store_local(ir::InstId id, ir::LocalId local, std::string const& text) {
  flush_readers_of(local);
  if (in_cell(local)) flush_memory_readers();
  out_.line("{} = {};", stored_variable(id, local), text);
}

// Whether the variable of a loop may borrow its item: nothing else is stored into it, and it ends with the loop's turn.
bool FunctionEmitter::may_be_view(ir::InstId store, ir::StoreLocal const& node) const {
  bool const is_at_head = statements_.empty() || statements_.back().block != current_block_;
  if (!views_.contains(node.value.index) || !declares_here(store) || !is_at_head) return false;
  return std::ranges::count_if(function_.insts, [&](ir::Inst const& other) {
           auto const* const stores = std::get_if<ir::StoreLocal>(&other.node);
           return stores && stores->local == node.local;
         }) == 1;
}

void FunctionEmitter::emit(ir::InstId id, ir::StoreLocal const& node) {
  if (may_be_view(id, node)) {
    flush_readers_of(node.local);
    out_.line("IntView {}{{{}}};", context_.names.local(id_, node.local), use(node.value));
    return;
  }
  if (borrowed_.contains(id.index)) {
    flush_readers_of(node.local);
    out_.line("{} const& {} = {};", context_.types.value(function_.locals[node.local].type), variable(node.local),
              use(node.value));
    return;
  }
  note_end_of_coroutine(id, coroutine_locals_.contains(node.local.index));
  store_local(id, node.local, coerced(type_of(node.value), function_.locals[node.local].type, use_unboxed(node.value)));
}

void FunctionEmitter::emit(ir::InstId id, ir::DeleteLocal const& node) {
  flush_readers_of(node.local);
  ir::Local const& local = function_.locals[node.local];
  if (!node.quiet) {
    std::string const check = local.free ? "check_free" : "check_local";
    effect(id, fmt::format("{}({}, {})", check, variable(node.local), string_literal(local.name.text())), true);
    note_end_of_coroutine(id, coroutine_locals_.contains(node.local.index));
  }
  // Nothing sees when a temporary that is no counted word ends.
  if ((node.ends || local.kind == ir::LocalKind::Temporary) && !is_observable(local.type)) return;
  out_.line("{}.reset();", variable(node.local));
}

// What that is where it's a function.
bindings::Function const* FunctionEmitter::builtin_function(NameId name, NameId module) const {
  bindings::Module const* const owner = bindings::find_module(module ? module.text() : "builtins");
  return owner->class_(name.text()) ? nullptr : owner->function(name.text());
}

// The value of a builtin of that name, or of what another module of the runtime's has; empty where there is none.
std::string FunctionEmitter::builtin_value(NameId name, NameId module) const {
  bindings::Module const* const owner = bindings::find_module(module ? module.text() : "builtins");
  if (bindings::Class const* found = owner->class_(name.text())) return fmt::format("box({})", found->type_object);
  if (bindings::Function const* found = builtin_function(name, module))
    return fmt::format("native_function({})", found->native);
  if (bindings::Constant const* found = owner->constant(name.text()))
    return fmt::format("to_object({})", found->cpp_name);
  return {};
}

// What the builtin's name stands for, which is something else where the program has stored that in the module or in `builtins`; empty where
// there's none.
std::string FunctionEmitter::current_builtin(NameId name) const {
  std::string const own = builtin_value(name);
  if (!context_.module.replaced_builtins.contains(name)) return own;
  std::string const module = string_literal(context_.module.modules[function_.module].name.text());
  return fmt::format("bound_or(stored_global({}, {}_s), {})", module, string_literal(name.text()), own);
}

void FunctionEmitter::emit(ir::InstId id, ir::LoadGlobal const& node) {
  ir::Global const& global = context_.module.globals[node.global];
  std::string const name = context_.names.global(node.global);
  if (node.may_be_unbound) {
    std::string const builtin = current_builtin(global.name);
    std::string const fallback = builtin.empty() ? "" : ", " + builtin;
    define_effect(id, fmt::format("check_global({}, {}{})", name, string_literal(global.name.text()), fallback), true);
    return;
  }
  Pending value{coerced(global.type, type_of(id), name), true, {}, !global.stable};
  define(id, std::move(value));
}

void FunctionEmitter::emit(ir::InstId id, ir::StoreGlobal const& node) {
  std::string const text = coerced(type_of(node.value), context_.module.globals[node.global].type, use(node.value));
  flush_memory_readers();
  note_end_of_coroutine(id, coroutine_globals_.contains(node.global.index));
  out_.line("{} = {};", context_.names.global(node.global), text);
}

void FunctionEmitter::emit(ir::InstId id, ir::DeleteGlobal const& node) {
  std::string const name = context_.names.global(node.global);
  std::string const literal = string_literal(context_.module.globals[node.global].name.text());
  if (!node.quiet) effect(id, fmt::format("check_bound({}, {})", name, literal), true);
  note_end_of_coroutine(id, coroutine_globals_.contains(node.global.index));
  out_.line("{}.reset();", name);
}

void FunctionEmitter::emit(ir::InstId id, ir::LoadBuiltin const& node) {
  bool const is_float = has_value_kind(ir::TypeKind::Float, id);
  std::string const value =
      is_float ? std::string(bindings::find_module(node.module.text())->constant(node.name.text())->cpp_name)
               : builtin_value(node.name, node.module);
  define(id, Pending{value, true, {}, false});
}

bool FunctionEmitter::has_dict() const { return context_.module.modules[function_.module].keeps_dict; }

void FunctionEmitter::emit(ir::InstId id, ir::LoadName const& node) {
  std::string const name = string_literal(node.name.text());
  std::string const builtin = current_builtin(node.name);
  bool const is_replaced = context_.module.replaced_builtins.contains(node.name);
  if (has_dict()) {
    define_effect(id, fmt::format("load_name(globals_, {}_s{})", name, builtin.empty() ? "" : ", " + builtin), true);
  } else if (is_replaced) {
    define_effect(id, builtin, false);
  } else {
    std::string const module = string_literal(context_.module.modules[function_.module].name.text());
    define_effect(id, fmt::format("unknown_name({}, {}_s)", module, name), true);
  }
}

void FunctionEmitter::emit(ir::InstId id, ir::StoreName const& node) {
  std::string const value = use_object(node.value);
  flush_memory_readers();
  note_end_of_coroutine(id, context_.has_coroutines);
  out_.line("store_name(globals_, {}_s, {});", string_literal(node.name.text()), value);
}

void FunctionEmitter::emit(ir::InstId id, ir::DeleteName const& node) {
  std::string const name = string_literal(node.name.text());
  note_end_of_coroutine(id, context_.has_coroutines);
  if (node.quiet)
    out_.line("forget_class_name(globals_, {}_s);", name);
  else
    effect(id, fmt::format("delete_class_name(globals_, {}_s)", name), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::LoadNamespace const& node) {
  define(id, Pending{node.of_class ? "namespace_" : "globals_", true, {}, false});
}

void FunctionEmitter::emit(ir::InstId id, ir::LoadClassName const& node) {
  std::string fallback = "Object()";
  if (node.local)
    fallback = variable(node.local);
  else if (node.global)
    fallback = context_.names.global(node.global);
  std::string const builtin = current_builtin(node.name);
  if (!builtin.empty())
    fallback = fallback == "Object()" ? builtin : fmt::format("bound_or({}, {})", fallback, builtin);
  if (has_dict() && !node.local)
    fallback = fmt::format("find_name(globals_, {}_s, {})", string_literal(node.name.text()), fallback);
  define_effect(id, fmt::format("class_name(namespace_, {}_s, {})", string_literal(node.name.text()), fallback), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::StoreAnnotation const& node) {
  std::string const name = string_literal(node.name.text());
  std::string target = "class_annotation(namespace_";
  if (function_.kind == ir::FunctionKind::Module) {
    std::string const module = string_literal(context_.module.modules[function_.module].name.text());
    target = "module_annotation(" + (has_dict() ? "globals_" : fmt::format("runtime_module({})", module));
  }
  effect(id, fmt::format("set_{}, {}_s, {})", target, name, use_object(node.annotation)), true);
}

bool FunctionEmitter::has_plain_namespace() const {
  return context_.module.classes[function_.class_id].has_plain_namespace;
}

void FunctionEmitter::emit(ir::InstId id, ir::StoreClassName const& node) {
  bool const is_plain = has_plain_namespace();
  char const* const form = is_plain ? "define_class_name" : "set_class_name";
  effect(id, fmt::format("{}(namespace_, {}_s, {})", form, string_literal(node.name.text()), use_object(node.value)),
         !is_plain);
}

void FunctionEmitter::emit(ir::InstId id, ir::DeleteClassName const& node) {
  std::string const name = string_literal(node.name.text());
  if (node.quiet)
    out_.line("forget_class_name(namespace_, {}_s);", name);
  else
    effect(id, fmt::format("delete_class_name(namespace_, {}_s)", name), true);
}

void FunctionEmitter::emit(ir::InstId, ir::MakeCell const& node) {
  ir::Local const& local = function_.locals[node.local];
  flush_memory_readers();
  out_.line("{} = make_cell<{}>();", context_.names.local(id_, node.local), context_.types.value(local.type));
}

// What tells the runtime which module is meant, so that the program links it; empty where there's no such module.
std::string FunctionEmitter::module_constant(NameId name) const {
  if (ir::PythonModuleId const own = context_.module.find(name)) return context_.names.prefix(own) + "module_";
  if (context_.module.deferred_modules.contains(name))
    return fmt::format("linked(&{}::module_, {})", library_namespace(name.text()), string_literal(name.text()));
  if (context_.module.library_modules.contains(name)) return library_namespace(name.text()) + "::module_";
  bindings::Module const* const found = bindings::find_module(name.text());
  return found ? std::string(found->native) : std::string();
}

void FunctionEmitter::emit(ir::InstId id, ir::Import const& node) {
  std::string const module = module_constant(node.name);
  std::string const missing = fmt::format("missing_module({})", string_literal(node.name.text()));
  define_effect(id, module.empty() ? missing : fmt::format("imported({})", module), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::ImportFrom const& node) {
  define_effect(id, fmt::format("import_from({}, {}_s)", use_object(node.module), string_literal(node.name.text())),
                true);
}

void FunctionEmitter::emit(ir::InstId id, ir::ImportSubmodule const& node) {
  std::string const module = module_constant(node.submodule);
  effect(id, fmt::format("import_submodule({}, {})", use_object(node.package), module), true);
}

// Each name that the module has and exports; what it hasn't stays as it was.
void FunctionEmitter::emit(ir::InstId id, ir::ImportStar const& node) {
  std::string const module = use_object(node.module);
  flush_memory_readers();
  if (has_dict()) return effect(id, fmt::format("import_star({}, globals_)", module), true);
  for (std::size_t index = 0; index < node.names.size(); ++index) {
    std::string const found = fresh("exported");
    std::string const name = string_literal(node.names[index].text());
    std::string const has = fresh("has");
    out_.line("Object {};", found);
    out_.line("bool {} = {};", has, tried(id, fmt::format("find_exported({}, {}_s, {})", module, name, found)));
    std::string const value =
        coerced(context_.module.types.object(), context_.module.globals[node.globals[index]].type, found);
    out_.line("if ({}) {} = {};", has, context_.names.global(node.globals[index]), value);
  }
}

void FunctionEmitter::emit(ir::InstId id, ir::LoadModuleGlobal const& node) {
  ir::Global const& global = context_.module.globals[node.global];
  std::string const name = context_.names.global(node.global);
  if (node.may_be_unbound) {
    define_effect(
        id,
        fmt::format("check_member({}, {}, {}_s)", name, use_object(node.module), string_literal(global.name.text())),
        true);
    return;
  }
  define(id, Pending{coerced(global.type, type_of(id), name), true, {}, true});
}

}  // namespace aiocc::emit
