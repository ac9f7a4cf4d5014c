// The module: its globals, its body, and what every module has.
#include "build_ir/build_ir.hpp"

#include <algorithm>
#include <filesystem>

#include "build_ir/docstrings.hpp"
#include "build_ir/function_builder.hpp"
#include "build_ir/module_builder.hpp"
#include "semantics/imports.hpp"

namespace aiocc::build_ir {
namespace {

bool is_implicit(NameId name) {
  std::string_view const text = name.text();
  return text == "__name__" || text == "__doc__" || text == "__file__" || text == "__package__";
}

}  // namespace

ModuleBuilder::ModuleBuilder(ModuleSource const& source, semantics::ModuleTable const& modules, ir::Module& program,
                             Diagnostics& diagnostics)
    : ast(source.ast),
      file(source.file),
      model(source.model),
      modules(modules),
      diagnostics(diagnostics),
      observations(source.observations),
      module(program),
      id(program.modules.add({})) {
  own().name = source.name;
  own().cpp_name = source.cpp_name;
  own().is_package = source.is_package;
  own().is_namespace = source.is_namespace;
  own().is_cyclic = source.is_cyclic;
  own().keeps_dict = keeps_dict();
  program.main = id;
  program.exposes_cells |= observations.closures;
  program.notes_frames |= observations.frames;
  program.keeps_variables |= observations.ends || observations.closing_generators;
  program.ends_temporaries |= observations.ends || observations.closing_generators;
  program.names_not_implemented |= observations.not_implemented;
  program.reads_fields |= observations.fields;
  own().file = ast.file;
  for (syntax::Comment const& comment : ast.comments) own().comments.push_back(comment.span);
}

void ModuleBuilder::build() {
  if (auto const* docstring = docstring_of(ast, ast.body)) own().docstring = clean_docstring(docstring->text);
  declare_globals();
  FunctionBuilder body(*this, nullptr, model.module_scope, ir::FunctionKind::Module);
  own().body = body.id();
  body.build_module_body(ast.body);
  bind_implicit_globals();
}

// Whether somebody may ask for the module's globals as a dict: itself, or whoever gets hold of it as an object.
bool ModuleBuilder::keeps_dict() const {
  if (observations.module_dicts || imports_names_of_dict() || (observations.namespaces && asks_for_globals(ast, model)))
    return true;
  if (!observations.instance_dicts) return false;
  return observations.module_registry || std::ranges::any_of(observations.imported, [&](NameId name) {
           semantics::ModuleFacts const* const facts = modules.find(name.text());
           return facts && facts->origin == semantics::ModuleOrigin::Program;
         });
}

// `from m import *` may bind names that only the dict of `m` knows.
bool ModuleBuilder::imports_names_of_dict() const {
  return std::ranges::any_of(model.imports.star_names, [&](auto const& star) {
    std::optional<std::string> const from =
        semantics::absolute_module(ast.get<syntax::ImportFrom>(star.first), package());
    ir::PythonModuleId const imported = from ? module.find(NameId::of(*from)) : ir::PythonModuleId();
    return imported && module.modules[imported].keeps_dict;
  });
}

void ModuleBuilder::report_unsupported(Span span, std::string_view construct) {
  diagnostics.report<Code::UnsupportedConstruct>(span, construct);
}

// What every module has is declared where it's used.
void ModuleBuilder::declare_globals() {
  if (module.modules[id].keeps_dict) return;
  for (semantics::VariableId id : model.scopes[model.module_scope].variables) {
    if (!is_implicit(model.variables[id].name)) global_of(id);
  }
}

ir::Global ModuleBuilder::make_global(NameId name, bool stable) {
  ir::Global made;
  made.module = id;
  made.name = name;
  made.type = module.types.object();
  made.stable = stable;
  return made;
}

ir::GlobalId ModuleBuilder::global_of(semantics::VariableId id) {
  semantics::Variable const& variable = model.variables[id];
  if (is_implicit(variable.name)) return implicit_global(variable.name);
  auto const [position, inserted] = globals_.try_emplace(id);
  if (inserted) {
    ir::Global made = make_global(variable.name, variable.stable);
    made.bound_at_end = variable.bound_at_end;
    position->second = module.globals.add(std::move(made));
  }
  return position->second;
}

ir::GlobalId ModuleBuilder::hidden_global(std::string_view name) {
  ir::Global made = make_global(NameId::of(name), true);
  made.hidden = made.bound_at_end = true;
  return module.globals.add(std::move(made));
}

ir::GlobalId ModuleBuilder::implicit_global(NameId name) {
  if (!is_implicit(name)) return {};
  auto const [position, inserted] = implicit_globals_.try_emplace(name);
  if (inserted) position->second = module.globals.add(make_global(name, false));
  return position->second;
}

std::string_view ModuleBuilder::imported(ir::GlobalId global) const {
  if (!global || !module.globals[global].imported) return {};
  return module.globals[global].imported.text();
}

std::string_view ModuleBuilder::imported(semantics::VariableId variable) const {
  auto const found = imports_.find(variable);
  return found == imports_.end() ? std::string_view() : found->second.text();
}

bool ModuleBuilder::defers_import(NameId dotted) const {
  semantics::ModuleFacts const* const facts = modules.find(module.modules[id].name.text());
  return facts && facts->deferred.modules.contains(dotted);
}

std::string ModuleBuilder::package() const {
  ir::PythonModule const& own = module.modules[id];
  std::string_view const name = own.name.text();
  if (own.is_package) return std::string(name);
  std::size_t const dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : std::string(name.substr(0, dot));
}

// Follows `from m import name` from module to module.
ir::GlobalId ModuleBuilder::find_program_global(std::string_view dotted) const {
  constexpr int longest_chain = 16;
  for (int step = 0; step < longest_chain; ++step) {
    std::size_t const dot = dotted.rfind('.');
    if (dot == std::string_view::npos) return {};
    ir::PythonModuleId const owner = module.find(NameId::of(dotted.substr(0, dot)));
    ir::GlobalId const global = owner ? module.find_global(owner, NameId::of(dotted.substr(dot + 1))) : ir::GlobalId{};
    if (!global || !module.globals[global].stable) return {};
    if (!module.globals[global].imported) return global;
    dotted = module.globals[global].imported.text();
  }
  return {};
}

void ModuleBuilder::bind_implicit_globals() {
  ir::Function& body = module.functions[own().body];
  auto& insts = body.blocks[body.body].insts;
  std::vector<ir::InstId> first;
  for (auto const& [name, global] : implicit_globals_) {
    ir::InstId const value = body.insts.add(
        {.node = implicit_value(name), .span = {}, .anchor = {}, .fold = {}, .type = module.types.object()});
    first.push_back(value);
    first.push_back(
        body.insts.add({.node = ir::StoreGlobal{global, value}, .span = {}, .anchor = {}, .fold = {}, .type = {}}));
  }
  insts.insert(insts.begin(), first.begin(), first.end());
}

ir::Constant ModuleBuilder::implicit_value(NameId name) {
  auto const str = [](std::string text) {
    return ir::Constant{.kind = ir::ConstantKind::Str, .text = std::move(text)};
  };
  if (name.text() == "__name__") return str(std::string(own().name.text()));
  if (name.text() == "__package__") {
    return own().name.text() == "__main__" ? ir::Constant{.kind = ir::ConstantKind::None, .text = {}} : str(package());
  }
  if (name.text() == "__file__") return str(std::filesystem::absolute(file.path()).string());
  return own().docstring ? str(*own().docstring) : ir::Constant{.kind = ir::ConstantKind::None, .text = {}};
}

semantics::ScopeId ModuleBuilder::function_scope(semantics::ScopeId scope) const { return model.code_scope(scope); }

syntax::StrValue const* docstring_of(syntax::Ast const& ast, Array<syntax::StmtId> body) {
  if (body.empty()) return nullptr;
  auto const* stmt = ast.get_if<syntax::ExprStmt>(body[0]);
  auto const* constant = stmt ? ast.get_if<syntax::Constant>(stmt->value) : nullptr;
  return constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
}

void build(ModuleSource const& source, semantics::ModuleTable const& modules, ir::Module& program,
           Diagnostics& diagnostics) {
  ModuleBuilder(source, modules, program, diagnostics).build();
}

}  // namespace aiocc::build_ir
