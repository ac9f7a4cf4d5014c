// `import` and `from ... import`.
#include <algorithm>

#include "bindings/bindings.hpp"
#include "build_ir/function_builder.hpp"
#include "semantics/imports.hpp"

namespace aiocc::build_ir {
namespace {

std::string joined(std::string_view module, NameId name) {
  return std::string(module) + "." + std::string(name.text());
}

NameId first_component(std::string_view dotted) { return NameId::of(dotted.substr(0, dotted.find('.'))); }

// Modules of the library that import `program_modules` read and change what the program's modules have: as if the program itself had got
// hold of `sys.modules`.
bool looks_at_program(semantics::ModuleTable const& modules, std::string_view dotted) {
  semantics::ModuleFacts const* const facts = modules.find(dotted);
  return facts && facts->origin == semantics::ModuleOrigin::Library && facts->binds(NameId::of("program_modules"));
}

}  // namespace

void FunctionBuilder::build(syntax::Import const& node, syntax::StmtId id) {
  for (syntax::Alias const& alias : node.names) {
    std::string_view const dotted = alias.name.text();
    NameId const first = first_component(dotted);
    check_import(first.text(), alias.span);
    if (first != alias.name) check_import(dotted, alias.span);
    if (is_missing_module(first.text())) {
      store_name(alias.asname ? alias.asname : first, stand_in(first.text(), {}, place(id)), place(id));
      continue;
    }
    std::vector<ir::InstId> const imported = import_packages(dotted, place(id));
    bool const binds_first = !alias.asname;
    NameId const bound = binds_first ? first : alias.asname;
    store_name(bound, binds_first ? imported.front() : walk_to(dotted, imported.front(), place(id)), place(id));
    note_import(bound, binds_first ? bound.text() : dotted);
  }
}

// Imports a dotted module's packages, outermost first, and itself. The runtime's modules needn't have a package.
std::vector<ir::InstId> FunctionBuilder::import_packages(std::string_view dotted, Place place) {
  std::vector<ir::InstId> imported;
  for (std::size_t end = dotted.find('.');; end = dotted.find('.', end + 1)) {
    bool const is_absent =
        end != std::string_view::npos && !is_known_module(dotted.substr(0, end)) && is_known_module(dotted);
    if (is_absent) continue;
    imported.push_back(add(place, ir::Import{NameId::of(dotted.substr(0, end))}));
    note_library(dotted.substr(0, end));
    if (looks_at_program(module_.modules, dotted.substr(0, end)))
      add(place, ir::ImportFrom{add(place, ir::Import{NameId::of("sys")}), NameId::of("modules")});
    if (end == std::string_view::npos) return imported;
  }
}

// `__import__("a.b")` of the standard library's modules: what `import a.b` binds. A module of the program's would have to be known as
// imported here when names are analysed.
std::optional<ir::InstId> FunctionBuilder::build_import_call(syntax::Call const& node, syntax::ExprId id) {
  std::string_view const dotted = semantics::module_of_import_call(ast(), node);
  if (dotted.empty()) return std::nullopt;
  NameId const callee = ast().get<syntax::Name>(node.func).id;
  if (model().resolve(scope_, callee).kind != semantics::NameKind::Builtin) return std::nullopt;
  semantics::ModuleFacts const* const facts = module_.modules.find(dotted);
  if (facts && facts->origin != semantics::ModuleOrigin::Library) return std::nullopt;
  check_import(dotted, ast().span(id));
  return import_packages(dotted, place(id)).front();
}

// `import a.b as c` binds what is the attribute `b` of `a` then, which needn't be the module.
ir::InstId FunctionBuilder::walk_to(std::string_view dotted, ir::InstId module, Place place) {
  for (std::size_t dot = dotted.find('.'); dot != std::string_view::npos;) {
    std::size_t const end = dotted.find('.', dot + 1);
    module = add(place, ir::ImportFrom{module, NameId::of(dotted.substr(dot + 1, end - dot - 1))});
    dot = end;
  }
  return module;
}

void FunctionBuilder::build(syntax::ImportFrom const& node, syntax::StmtId id) {
  std::optional<std::string> const dotted = semantics::absolute_module(node, module_.package());
  if (!dotted) return fail_relative_import(id);
  if (*dotted == "__future__") return;
  check_import(*dotted, ast().span(id));
  if (is_missing_module(*dotted) && node.names[0].name.text() != "*") return stand_in_for_names(node, *dotted, id);
  ir::InstId const module = import_packages(*dotted, place(id)).back();
  if (node.names[0].name.text() == "*") {
    import_submodules(node, *dotted, module, id);
    return import_star(module, id);
  }
  for (syntax::Alias const& alias : node.names) check_member(*dotted, alias);
  import_submodules(node, *dotted, module, id);
  import_names(node, *dotted, module, id);
}

void FunctionBuilder::import_names(syntax::ImportFrom const& node, std::string_view dotted, ir::InstId module,
                                   syntax::StmtId id) {
  for (syntax::Alias const& alias : node.names) {
    NameId const bound = alias.asname ? alias.asname : alias.name;
    if (is_missing_name(dotted, alias.name)) {
      store_name(bound, stand_in(dotted, alias.name, place(id)), place(id));
      continue;
    }
    store_name(bound, add(place(id), ir::ImportFrom{module, alias.name}), place(id));
    note_import(bound, joined(dotted, alias.name));
  }
}

// A module that CPython has and the runtime lacks, where no handler waits for the import to fail: it's the first use that fails. (Without
// --defer-unsupported the program isn't compiled at all.) Of private ones nobody knows whether CPython has them.
bool FunctionBuilder::is_missing_module(std::string_view dotted) const {
  if (import_guards_ > 0 || is_known_module(dotted) || !is_known_module("_missing")) return false;
  return dotted.starts_with('_') || bindings::is_python_module(dotted);
}

bool FunctionBuilder::is_missing_name(std::string_view module, NameId name) const {
  if (import_guards_ > 0 || is_library_member(module, name) || is_known_module(joined(module, name)) ||
      !is_known_module("_missing"))
    return false;
  return name.text().starts_with('_') || bindings::python_module_has(module, name.text());
}

// `_missing.Missing(module, name)`; of a module itself without a name.
ir::InstId FunctionBuilder::stand_in(std::string_view module, NameId name, Place place) {
  note_library("_missing");
  ir::InstId const made =
      add(place, ir::ImportFrom{add(place, ir::Import{NameId::of("_missing")}), NameId::of("Missing")});
  std::vector<ir::InstId> arguments{
      add(place, ir::Constant{.kind = ir::ConstantKind::Str, .text = std::string(module)})};
  if (name)
    arguments.push_back(add(place, ir::Constant{.kind = ir::ConstantKind::Str, .text = std::string(name.text())}));
  return add(place, ir::Call{made, std::move(arguments), {}});
}

void FunctionBuilder::stand_in_for_names(syntax::ImportFrom const& node, std::string_view dotted, syntax::StmtId id) {
  for (syntax::Alias const& alias : node.names)
    store_name(alias.asname ? alias.asname : alias.name, stand_in(dotted, alias.name, place(id)), place(id));
}

// Those of the names that may be submodules; of `*`, those that `__all__` may list.
void FunctionBuilder::import_submodules(syntax::ImportFrom const& node, std::string_view dotted, ir::InstId module,
                                        syntax::StmtId id) {
  std::vector<NameId> names;
  if (auto const star = model().imports.star_names.find(id); star != model().imports.star_names.end())
    names = star->second;
  for (syntax::Alias const& alias : node.names) names.push_back(alias.name);
  for (NameId const name : names) {
    std::string const submodule = joined(dotted, name);
    if (!is_known_module(submodule)) continue;
    add(place(id), ir::ImportSubmodule{module, NameId::of(submodule)});
    note_library(submodule);
  }
}

void FunctionBuilder::import_star(ir::InstId module, syntax::StmtId id) {
  ir::ImportStar inst{.module = module, .names = {}, .globals = {}};
  if (module_.has_dict()) {
    add(place(id), std::move(inst));
    return;
  }
  for (NameId const name : model().imports.star_names.at(id)) {
    inst.names.push_back(name);
    inst.globals.push_back(module_.global_of(model().resolve(scope_, name).variable));
  }
  add(place(id), std::move(inst));
}

void FunctionBuilder::fail_relative_import(syntax::StmtId id) {
  std::string const text = module_.package().empty() ? "attempted relative import with no known parent package"
                                                     : "attempted relative import beyond top-level package";
  ir::InstId const error = add(place(id), ir::LoadBuiltin{NameId::of("ImportError")});
  ir::InstId const message = add(place(id), ir::Constant{.kind = ir::ConstantKind::Str, .text = text});
  add(place(id), ir::Raise{add(place(id), ir::Call{error, {message}, {}}), {}});
}

// `except ImportError` and its bases: the program reckons with a module that isn't there.
bool FunctionBuilder::handles_import_errors(Array<syntax::ExceptHandler> handlers) const {
  for (syntax::ExceptHandler const& handler : handlers) {
    if (!handler.type || catches_import_errors(handler.type)) return true;
  }
  return false;
}

bool FunctionBuilder::catches_import_errors(syntax::ExprId type) const {
  if (auto const* tuple = ast().get_if<syntax::Tuple>(type)) {
    return std::ranges::any_of(tuple->elts, [&](syntax::ExprId each) { return catches_import_errors(each); });
  }
  auto const* name = ast().get_if<syntax::Name>(type);
  if (!name) return false;
  // A builtin that the program may replace is an unknown name.
  semantics::NameKind const kind = model().resolve(scope_, name->id).kind;
  if (kind != semantics::NameKind::Builtin && kind != semantics::NameKind::Unknown) return false;
  std::string_view const text = name->id.text();
  return text == "ImportError" || text == "ModuleNotFoundError" || text == "Exception" || text == "BaseException";
}

// Remembers what of the runtime's a stable global is bound to.
void FunctionBuilder::note_import(NameId bound, std::string_view dotted) {
  if (semantics::VariableId const variable = stable_variable(bound)) module_.note_import(variable, NameId::of(dotted));
  if (ir::GlobalId const global = stable_global(bound)) module_.note_import(global, NameId::of(dotted));
}

void FunctionBuilder::note_library(std::string_view dotted) {
  semantics::ModuleFacts const* const facts = module_.modules.find(dotted);
  if (!facts || facts->origin != semantics::ModuleOrigin::Library) return;
  NameId const name = NameId::of(dotted);
  module_.module.library_modules.insert(name);
  if (module_.defers_import(name)) module_.module.deferred_modules.insert(name);
  if (facts->asks_for_callers) module_.module.notes_callers = true;
}

bool FunctionBuilder::is_known_module(std::string_view dotted) const {
  return bindings::find_module(dotted) || module_.modules.find(dotted);
}

void FunctionBuilder::check_import(std::string_view dotted, Span span) {
  if (is_known_module(dotted)) return;
  if (import_guards_ > 0)
    module_.diagnostics.report<Code::GuardedImport>(span, dotted);
  else
    module_.diagnostics.report<Code::UnsupportedImport>(span, dotted);
}

// Whether the runtime's `module`, which is known, has the name; true for modules that aren't the runtime's.
bool FunctionBuilder::is_library_member(std::string_view module, NameId name) const {
  bindings::Module const* const native = bindings::find_module(module);
  semantics::ModuleFacts const* const facts = module_.modules.find(module);
  bool const is_library =
      facts ? facts->origin == semantics::ModuleOrigin::Library && !facts->is_open : native != nullptr;
  return !is_library || (native && native->has(name.text())) || (facts && facts->binds(name));
}

// `module` itself has been checked. What one of the program's modules lacks is an ImportError, as in Python.
void FunctionBuilder::check_member(std::string_view module, syntax::Alias const& alias) {
  if (!is_library_member(module, alias.name)) check_import(joined(module, alias.name), alias.span);
}

// The dotted name of the module that `a` or `a.b` is for certain; else empty.
std::string FunctionBuilder::module_named_by(syntax::ExprId expr) const {
  std::string name;
  if (auto const* const base = ast().get_if<syntax::Name>(expr)) {
    name = module_.imported(stable_global(base->id));
  } else if (auto const* const member = ast().get_if<syntax::Attribute>(expr)) {
    std::string const package = module_named_by(member->value);
    if (!package.empty()) name = joined(package, member->attr);
  }
  return !name.empty() && is_known_module(name) ? name : std::string();
}

// `asyncio.tasks` after `import asyncio`: CPython's packages import some of their modules themselves, the library's leave it to who needs them.
void FunctionBuilder::import_member(syntax::Attribute const& node, ir::InstId package, Place place) {
  std::string const module = module_named_by(node.value);
  if (module.empty() || !bindings::python_module_has(module, node.attr.text())) return;
  std::string const dotted = joined(module, node.attr);
  semantics::ModuleFacts const* const facts = module_.modules.find(dotted);
  semantics::ModuleFacts const* const own = module_.modules.find(module);
  if (!facts || facts->origin != semantics::ModuleOrigin::Library || (own && own->binds(node.attr))) return;
  add(place, ir::ImportSubmodule{package, NameId::of(dotted)});
  note_library(dotted);
}

// The dotted name of what CPython's module has and the runtime's lacks; else empty. What both lack is an AttributeError, as in Python.
std::string FunctionBuilder::missing_member(syntax::Attribute const& node) const {
  std::string const module = module_named_by(node.value);
  if (module.empty() || is_library_member(module, node.attr) || !bindings::python_module_has(module, node.attr.text()))
    return {};
  std::string dotted = joined(module, node.attr);
  return is_known_module(dotted) ? std::string() : dotted;
}

}  // namespace aiocc::build_ir
