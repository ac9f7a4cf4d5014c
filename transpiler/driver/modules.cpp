// Finds the modules that a program imports, and reads them.
#include "driver/modules.hpp"

#include <sys/stat.h>

#include <algorithm>

#include "bindings/bindings.hpp"
#include "driver/build_config.hpp"
#include "driver/docstring_examples.hpp"
#include "driver/files.hpp"
#include "driver/imports_by_name.hpp"
#include "driver/library_facts.hpp"
#include "driver/timed_statements.hpp"
#include "frontend/parse.hpp"
#include "semantics/early_globals.hpp"
#include "semantics/imports.hpp"
#include "semantics/scopes.hpp"

namespace aiocc::driver {
namespace {

constexpr std::string_view package_file = "/__init__.py";

// What CPython has imported, or finds first, before it looks into the program's folder.
constexpr std::string_view never_shadowed[] = {"_abc",       "_codecs",     "_collections_abc",
                                               "_functools", "_io",         "_operator",
                                               "_sre",       "_string",     "_thread",
                                               "_warnings",  "_weakref",    "abc",
                                               "builtins",   "codecs",      "errno",
                                               "gc",         "genericpath", "io",
                                               "itertools",  "marshal",     "os",
                                               "posix",      "posixpath",   "pwd",
                                               "site",       "stat",        "sys",
                                               "time"};

bool is_folder(std::string const& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string as_path(std::string_view dotted) {
  std::string path(dotted);
  std::ranges::replace(path, '.', '/');
  return path;
}

// Whether CPython's package has its submodule `dotted` without anybody importing that.
bool comes_with_package(std::string_view package, std::string_view dotted) {
  return bindings::python_module_has(package, dotted.substr(package.size() + 1));
}

bool is_exported(NameId name) { return !name.text().starts_with('_'); }

}  // namespace

std::string_view parent_of(std::string_view dotted) {
  std::size_t const dot = dotted.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : dotted.substr(0, dot);
}

std::vector<NameId> own_names(syntax::Ast const& ast) {
  semantics::SemanticModel model;
  std::vector<NameId> names;
  // What is wrong with them is reported when they're analysed.
  Diagnostics ignored;
  if (!semantics::build_scopes(ast, model, ignored)) return names;
  for (semantics::VariableId id : model.scopes[model.module_scope].variables) names.push_back(model.variables[id].name);
  return names;
}

std::string library_source(std::string_view dotted) {
  std::string const path = std::string(build_config::library_folder) + "/" + as_path(dotted);
  if (std::string package = path + std::string(package_file); exists(package)) return package;
  return exists(path + ".py") ? path + ".py" : std::string();
}

std::string LoadedModule::package() const {
  if (name.text() == "__main__") return {};
  return std::string(is_package ? name.text() : parent_of(name.text()));
}

ModuleLoader::ModuleLoader(std::string folder, SourceFiles& files, Diagnostics& diagnostics)
    : folder_(std::move(folder)), files_(files), diagnostics_(diagnostics) {}

bool ModuleLoader::load(NameId name, bool is_package, SourceFileId file, syntax::Ast ast) {
  modules_.push_back({.name = name,
                      .is_package = is_package,
                      .is_namespace = false,
                      .file = file,
                      .ast = std::move(ast),
                      .mentioned = {}});
  by_name_[name] = &modules_.back();
  // What it loads is appended, and looked at in turn.
  for (std::size_t index = 0; index < modules_.size(); ++index) {
    if (!load_mentioned(modules_[index])) return false;
  }
  if (!add_imports_by_name()) return false;
  if (searched_.contains(NameId::of("doctest"))) {
    for (std::size_t index = 0; index < modules_.size(); ++index) {
      if (!add_examples(modules_[index]) || !load_mentioned(modules_[index])) return false;
    }
  }
  if (searched_.contains(NameId::of("timeit"))) {
    for (std::size_t index = 0; index < modules_.size(); ++index) {
      if (!add_timed_statements(modules_[index]) || !load_mentioned(modules_[index])) return false;
    }
  }
  for (LoadedModule const& each : modules_) {
    std::set<std::string> seen;
    semantics::ModuleFacts facts{
        .origin = semantics::ModuleOrigin::Program, .is_package = each.is_package, .names = bound_names(each, seen)};
    if (is_library()) facts.deferred = semantics::deferred_imports(each.ast, each.package());
    table_.add(each.name.text(), std::move(facts));
  }
  find_cycles();
  for (LoadedModule& each : modules_) {
    each.has_class_hooks = semantics::has_class_hooks(each.ast);
    each.has_enum_hooks = semantics::has_enum_hooks(each.ast);
  }
  return !diagnostics_.has_errors();
}

bool ModuleLoader::load_mentioned(LoadedModule& module) {
  module.mentioned = semantics::mentioned_modules(module.ast, module.package());
  for (NameId name : std::vector<NameId>(module.mentioned)) {
    if (!searched_.insert(name).second || by_name_.contains(name)) continue;
    std::optional<Found> const found = find(name.text());
    if (found && !found->is_namespace) {
      if (!load_program_module(name, *found)) return false;
    } else if (std::string const path = library_source(name.text()); !path.empty()) {
      if (!load_library_module(name, path)) return false;
    } else if (found && !bindings::find_module(name.text())) {
      if (!load_program_module(name, *found)) return false;
    } else if (!found && !load_stand_in()) {
      return false;
    }
  }
  return load_mentioned_members(module);
}

// What stands for modules, or names of modules, that the library lacks.
bool ModuleLoader::load_stand_in() {
  NameId const name = NameId::of("_missing");
  return is_library() || !searched_.insert(name).second || load_library_module(name, library_source(name.text()));
}

// `asyncio.tasks` is there once `asyncio` is: parts of the library's packages that come with these.
bool ModuleLoader::load_mentioned_members(LoadedModule const& module) {
  for (NameId name : semantics::mentioned_members(module.ast)) {
    std::string_view const package = parent_of(name.text());
    if (by_name_.contains(NameId::of(package)) || !comes_with_package(package, name.text()) ||
        !searched_.insert(name).second)
      continue;
    if (std::string const path = library_source(name.text()); !path.empty() && !load_library_module(name, path))
      return false;
  }
  return true;
}

bool ModuleLoader::exists(std::string const& path) {
  bool const is_there = driver::exists(path);
  dependencies_.add_probe(path, is_there);
  return is_there;
}

// A submodule is searched in its package only. What a package of the library lacks yet, the program may bring along: a file at the same place
// below its own folder.
bool ModuleLoader::may_have_submodule(std::string_view package, std::string_view dotted) {
  auto const own = by_name_.find(NameId::of(package));
  if (own != by_name_.end()) return own->second->is_package;
  semantics::ModuleFacts const* const facts = table_.find(package);
  return facts && facts->is_package && library_source(dotted).empty() && !bindings::find_module(dotted);
}

std::optional<ModuleLoader::Found> ModuleLoader::find(std::string_view dotted) {
  if (folder_.empty() || std::ranges::find(never_shadowed, dotted) != std::end(never_shadowed)) return std::nullopt;
  if (std::string_view const parent = parent_of(dotted); !parent.empty() && !may_have_submodule(parent, dotted))
    return std::nullopt;
  std::string const path = folder_ + "/" + as_path(dotted);
  if (std::string package = path + std::string(package_file); exists(package))
    return Found{std::move(package), true, false};
  if (exists(path + ".py")) return Found{path + ".py", false, false};
  if (exists(path) && is_folder(path)) return Found{path, true, true};
  return std::nullopt;
}

std::optional<std::string> ModuleLoader::read(std::string const& path) {
  std::optional<std::string> bytes = frontend::read_bytes(path, diagnostics_);
  if (bytes) dependencies_.add_file(path, *bytes);
  return bytes;
}

std::optional<syntax::Ast> ModuleLoader::parse(std::string const& path, std::string bytes, SourceFileId& file) {
  std::optional<SourceFileId> const added = frontend::add_source(files_, path, std::move(bytes), diagnostics_);
  if (!added) return std::nullopt;
  file = *added;
  return frontend::parse(files_, file, diagnostics_);
}

bool ModuleLoader::load_program_module(NameId name, Found const& found) {
  SourceFileId file;
  std::optional<syntax::Ast> ast;
  if (found.is_namespace) {
    file = files_.add(SourceFile(found.path, ""));
    ast = frontend::parse(files_, file, diagnostics_);
  } else {
    std::optional<std::string> bytes = read(found.path);
    if (bytes) ast = parse(found.path, std::move(*bytes), file);
  }
  if (!ast) return false;
  modules_.push_back({.name = name,
                      .is_package = found.is_package,
                      .is_namespace = found.is_namespace,
                      .file = file,
                      .ast = std::move(*ast),
                      .mentioned = {}});
  by_name_[name] = &modules_.back();
  return true;
}

// Gives the module what the examples of its docstrings do. Their statements follow the file's last line, so that positions stay.
bool ModuleLoader::add_examples(LoadedModule& module) {
  return add_statements(module, docstring_examples(module.ast), docstring_statements);
}

// Gives the module what its texts do, should they be given to timeit.
bool ModuleLoader::add_timed_statements(LoadedModule& module) {
  return add_statements(module, timed_statements(module.ast), timed_statements_count);
}

// Makes `count` statements, whose text goes behind the module's, the first ones that it runs.
bool ModuleLoader::add_statements(LoadedModule& module, std::string const& statements, std::size_t count) {
  if (statements.empty()) return true;
  std::string text(files_[module.file].text());
  if (!text.ends_with('\n')) text += '\n';
  if (module.added == 0) module.own_end = text.size();
  module.file = files_.add(SourceFile(files_[module.file].path(), text + statements));
  std::optional<syntax::Ast> ast = frontend::parse(files_, module.file, diagnostics_);
  if (!ast) return false;
  module.ast = std::move(*ast);
  module.added += count;
  move_to_front(module.ast, module.added);
  return true;
}

// Of a program that imports by name: the main module hands over the modules that the text of any spells.
bool ModuleLoader::add_imports_by_name() {
  bool const imports_by_name = std::ranges::any_of(searched_, [&](NameId name) {
    semantics::ModuleFacts const* const facts = table_.find(name.text());
    return facts && facts->imports_by_name;
  });
  if (!imports_by_name || is_library()) return true;
  std::vector<NameId> spelled;
  for (LoadedModule const& each : modules_) {
    for (NameId const name : spelled_modules(each.ast, each.package())) {
      if (is_there(name.text()) && std::ranges::find(spelled, name) == spelled.end()) spelled.push_back(name);
    }
  }
  if (!add_statements(modules_.front(), driver::imports_by_name(spelled), import_statements)) return false;
  std::size_t const known = modules_.size();
  if (!load_mentioned(modules_.front())) return false;
  for (std::size_t index = known; index < modules_.size(); ++index) {
    if (!load_mentioned(modules_[index])) return false;
  }
  return true;
}

// Whether the program can import the module: one of its own files, if it isn't the main one, or the library's.
bool ModuleLoader::is_there(std::string_view dotted) {
  if (dotted == modules_.front().name.text()) return false;
  if (by_name_.contains(NameId::of(dotted)) || bindings::find_module(dotted) || !library_source(dotted).empty())
    return true;
  std::string const path = folder_ + "/" + as_path(dotted);
  return path + ".py" != files_[modules_.front().file].path() &&
         (exists(path + ".py") || exists(path + std::string(package_file)));
}

bool ModuleLoader::load_library_module(NameId name, std::string const& path) {
  std::optional<std::string> bytes = read(path);
  if (!bytes) return false;
  // While the library itself is compiled, what's noted is of an earlier time.
  if (std::optional<semantics::ModuleFacts> noted = is_library() ? std::nullopt : noted_facts(name.text(), *bytes)) {
    table_.add(name.text(), std::move(*noted));
    return true;
  }
  SourceFileId file;
  std::optional<syntax::Ast> const ast = parse(path, std::move(*bytes), file);
  if (!ast) return false;
  table_.add(name.text(), library_facts(*ast, name.text(), path.ends_with(package_file)));
  return true;
}

std::set<NameId> ModuleLoader::linked_modules() const {
  std::set<NameId> linked;
  semantics::ModuleFacts const* const own = table_.find(modules_.front().name.text());
  for (NameId const name : searched_) {
    semantics::ModuleFacts const* const facts = table_.find(name.text());
    if (!facts || facts->origin != semantics::ModuleOrigin::Library) continue;
    // What a library module imports in its functions only those call, by names that stand in its text.
    if (is_library() && own && own->deferred.modules.contains(name)) {
      linked.merge(semantics::named_imports(facts->deferred, files_[modules_.front().file].text()));
      continue;
    }
    // Nobody knows how the programs that import a library module get to another one's functions.
    if (is_library()) linked.insert(facts->deferred.modules.begin(), facts->deferred.modules.end());
    // Any module of the program may name what leads there.
    for (LoadedModule const& each : modules_) {
      linked.merge(semantics::needed_imports(facts->deferred, files_[each.file].text()));
      if (semantics::imports_star(each.ast, each.package(), name.text()))
        linked.insert(facts->deferred.modules.begin(), facts->deferred.modules.end());
    }
  }
  return linked;
}

void ModuleLoader::find_cycles() {
  for (LoadedModule& module : modules_) {
    std::set<NameId> seen;
    module.is_cyclic =
        std::ranges::any_of(module.mentioned, [&](NameId each) { return reaches(each, module.name, seen); });
  }
}

// Whether importing `from` may run `target`.
bool ModuleLoader::reaches(NameId from, NameId target, std::set<NameId>& seen) const {
  if (from == target) return true;
  auto const found = by_name_.find(from);
  if (found == by_name_.end() || !seen.insert(from).second) return false;
  return std::ranges::any_of(found->second->mentioned, [&](NameId each) { return reaches(each, target, seen); });
}

// What `from dotted import *` may bind.
std::vector<NameId> ModuleLoader::star_names(std::string_view dotted, std::set<std::string>& seen) const {
  if (auto const found = by_name_.find(NameId::of(dotted)); found != by_name_.end()) {
    if (std::optional<std::vector<NameId>> exports = semantics::declared_exports(found->second->ast)) return *exports;
    if (!seen.insert(std::string(dotted)).second) return {};
    return bound_names(*found->second, seen);
  }
  std::vector<NameId> names;
  if (bindings::Module const* const native = bindings::find_module(dotted)) {
    for (bindings::Function const& each : native->functions) names.push_back(NameId::of(each.name));
    for (bindings::Class const& each : native->classes) names.push_back(NameId::of(each.name));
    for (bindings::Constant const& each : native->constants) names.push_back(NameId::of(each.name));
  }
  semantics::ModuleFacts const* const facts = table_.find(dotted);
  if (facts) names.insert(names.end(), facts->names.begin(), facts->names.end());
  if (facts && facts->exports) names = *facts->exports;
  std::erase_if(names, [](NameId name) { return !is_exported(name); });
  return names;
}

std::vector<NameId> ModuleLoader::bound_names(LoadedModule const& module, std::set<std::string>& seen) const {
  std::vector<NameId> names = own_names(module.ast);
  for (syntax::Stmt const& stmt : module.ast.stmts) {
    auto const* from = std::get_if<syntax::ImportFrom>(&stmt.node);
    if (!from || from->names[0].name.text() != "*") continue;
    std::optional<std::string> const source = semantics::absolute_module(*from, module.package());
    if (!source) continue;
    for (NameId name : star_names(*source, seen)) {
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

semantics::ImportFacts ModuleLoader::import_facts(LoadedModule const& module) const {
  semantics::ImportFacts facts;
  facts.has_class_hooks = std::ranges::any_of(modules_, [&](LoadedModule const& each) {
    return each.has_class_hooks || (&each != &module && each.has_enum_hooks);
  });
  for (std::uint32_t index = 0; index < module.ast.stmts.size(); ++index) {
    syntax::StmtId const id{index};
    std::set<NameId> seen;
    auto const note = [&](std::string_view dotted) {
      if (reaches(NameId::of(dotted), module.name, seen)) facts.cyclic.insert(id);
      // Library modules import each other in circles that aren't looked at.
      if (is_library() || by_name_.contains(NameId::of(dotted))) facts.own.insert(id);
    };
    if (auto const* import = module.ast.get_if<syntax::Import>(id)) {
      for (syntax::Alias const& alias : import->names) note(alias.name.text());
    } else if (auto const* from = module.ast.get_if<syntax::ImportFrom>(id)) {
      std::optional<std::string> const source = semantics::absolute_module(*from, module.package());
      if (!source) continue;
      note(*source);
      for (syntax::Alias const& alias : from->names) note(*source + "." + std::string(alias.name.text()));
      std::set<std::string> visited{std::string(module.name.text())};
      if (from->names[0].name.text() == "*") facts.star_names[id] = star_names(*source, visited);
    }
  }
  return facts;
}

std::vector<LoadedModule const*> ModuleLoader::in_order() const {
  std::vector<LoadedModule const*> out;
  std::set<NameId> seen;
  visit(modules_.front(), seen, out);
  // Parts of packages that only a name in an import mentions come along.
  for (LoadedModule const& each : modules_) visit(each, seen, out);
  std::erase(out, &modules_.front());
  out.push_back(&modules_.front());
  return out;
}

void ModuleLoader::visit(LoadedModule const& module, std::set<NameId>& seen,
                         std::vector<LoadedModule const*>& out) const {
  if (!seen.insert(module.name).second) return;
  for (NameId name : module.mentioned) {
    if (auto const found = by_name_.find(name); found != by_name_.end()) visit(*found->second, seen, out);
  }
  out.push_back(&module);
}

}  // namespace aiocc::driver
