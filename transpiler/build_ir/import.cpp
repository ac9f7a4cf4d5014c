// `import` and `from ... import`.
#include "bindings/bindings.hpp"
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {
namespace {

std::string joined(std::string_view module, NameId name) { return std::string(module) + "." + std::string(name.text()); }

NameId first_component(std::string_view dotted) { return NameId::of(dotted.substr(0, dotted.find('.'))); }

}  // namespace

void FunctionBuilder::build(syntax::Import const& node, syntax::StmtId id) {
  for (syntax::Alias const& alias : node.names) {
    std::string_view const dotted = alias.name.text();
    NameId const first = first_component(dotted);
    check_import(first.text(), alias.span);
    if (first != alias.name) check_import(dotted, alias.span);
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
    bool const is_absent = end != std::string_view::npos && !is_known_module(dotted.substr(0, end)) && is_known_module(dotted);
    if (is_absent) continue;
    imported.push_back(add(place, ir::Import{NameId::of(dotted.substr(0, end))}));
    note_library(dotted.substr(0, end));
    if (end == std::string_view::npos) return imported;
  }
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
  if (node.level > 0) {
    unsupported(ast().span(id), "a relative import");
    return;
  }
  std::string_view const dotted = node.module.text();
  if (dotted == "__future__") return;
  check_import(dotted, ast().span(id));
  ir::InstId const module = import_packages(dotted, place(id)).back();
  for (syntax::Alias const& alias : node.names) {
    if (alias.name.text() == "*") {
      unsupported(alias.span, "`import *`");
      continue;
    }
    check_member(dotted, alias);
    std::string const submodule = joined(dotted, alias.name);
    if (!is_known_module(submodule)) continue;
    add(place(id), ir::ImportSubmodule{module, NameId::of(submodule)});
    note_library(submodule);
  }
  for (syntax::Alias const& alias : node.names) {
    if (alias.name.text() == "*") continue;
    NameId const bound = alias.asname ? alias.asname : alias.name;
    store_name(bound, add(place(id), ir::ImportFrom{module, alias.name}), place(id));
    note_import(bound, joined(dotted, alias.name));
  }
}

// Remembers what of the runtime's a stable global is bound to.
void FunctionBuilder::note_import(NameId bound, std::string_view dotted) {
  if (ir::GlobalId const global = stable_global(bound)) module_.note_import(global, NameId::of(dotted));
}

void FunctionBuilder::note_library(std::string_view dotted) {
  semantics::ModuleFacts const* const facts = module_.modules.find(dotted);
  if (facts && facts->origin == semantics::ModuleOrigin::Library) module_.module.library_modules.insert(NameId::of(dotted));
}

bool FunctionBuilder::is_known_module(std::string_view dotted) const {
  return bindings::find_module(dotted) || module_.modules.find(dotted);
}

void FunctionBuilder::check_import(std::string_view dotted, Span span) {
  if (!is_known_module(dotted)) module_.diagnostics.report<Code::UnsupportedImport>(span, dotted);
}

// `module` itself has been checked.
void FunctionBuilder::check_member(std::string_view module, syntax::Alias const& alias) {
  std::string const dotted = joined(module, alias.name);
  bindings::Module const* const native = bindings::find_module(module);
  semantics::ModuleFacts const* const facts = module_.modules.find(module);
  if (!native && !facts) return;
  bool const is_there = (native && native->has(alias.name.text())) || (facts && facts->binds(alias.name)) || is_known_module(dotted);
  if (!is_there) module_.diagnostics.report<Code::UnsupportedImport>(alias.span, dotted);
}

}  // namespace aiocc::build_ir
