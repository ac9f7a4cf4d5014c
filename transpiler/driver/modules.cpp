// Finds the files of the modules that a program imports.
#include "driver/modules.hpp"

#include <optional>

#include "driver/build_config.hpp"
#include "driver/files.hpp"
#include "frontend/parse.hpp"
#include "semantics/imports.hpp"
#include "semantics/scopes.hpp"

namespace aiocc::driver {
namespace {

constexpr std::string_view package_file = "/__init__.py";

std::optional<semantics::ModuleFacts> read_facts(std::string const& path, SourceFiles& files, Diagnostics& diagnostics) {
  std::optional<SourceFileId> const file = frontend::read_source(files, path, diagnostics);
  if (!file) return std::nullopt;
  std::optional<syntax::Ast> const ast = frontend::parse(files, *file, diagnostics);
  semantics::SemanticModel model;
  if (!ast || !semantics::build_scopes(*ast, model, diagnostics)) return std::nullopt;
  semantics::ModuleFacts facts{.origin = semantics::ModuleOrigin::Library, .is_package = path.ends_with(package_file), .names = {}};
  for (semantics::VariableId id : model.scopes[model.module_scope].variables) facts.names.push_back(model.variables[id].name);
  return facts;
}

}  // namespace

std::string library_source(std::string_view dotted) {
  std::string path = std::string(build_config::library_folder) + "/";
  for (char c : dotted) path += c == '.' ? '/' : c;
  if (std::string package = path + std::string(package_file); exists(package)) return package;
  path += ".py";
  return exists(path) ? path : std::string();
}

void find_imported_modules(syntax::Ast const& ast, SourceFiles& files, semantics::ModuleTable& modules, Diagnostics& diagnostics) {
  for (NameId name : semantics::mentioned_modules(ast)) {
    std::string const path = library_source(name.text());
    if (path.empty()) continue;
    if (auto facts = read_facts(path, files, diagnostics)) modules.add(name.text(), std::move(*facts));
  }
}

}  // namespace aiocc::driver
