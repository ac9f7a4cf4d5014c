// Finds the modules that a program imports, its own and those of the standard library that are written in Python, and reads them.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "driver/dependencies.hpp"
#include "semantics/module_table.hpp"
#include "semantics/semantic_model.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::driver {

// The source of a module of the standard library that is written in Python; empty where there is none.
std::string library_source(std::string_view dotted);

// The package that a module of this dotted name is in; empty where it's in none.
std::string_view parent_of(std::string_view dotted);

// What a module's top level binds itself.
std::vector<NameId> own_names(syntax::Ast const& ast);

// A file of the program.
struct LoadedModule {
  // As `import` names it; "__main__" for the main one.
  NameId name;
  bool is_package = false;
  // A folder that is a package without an `__init__.py`; its file is empty.
  bool is_namespace = false;
  SourceFileId file;
  syntax::Ast ast;
  // The modules that its text mentions, the program's or not.
  std::vector<NameId> mentioned;
  // It imports, through others or itself, a module that imports it.
  bool is_cyclic = false;
  // It has methods that run when a class is made, of its own or of another module; and enumerations whose members are made by methods.
  bool has_class_hooks = false;
  bool has_enum_hooks = false;
  // How many statements stand before its own ones, of which its file knows nothing.
  std::size_t added = 0;
  // Where its own text ends, if there are such statements.
  std::size_t own_end = 0;

  // What its relative imports start from.
  std::string package() const;
};

class ModuleLoader {
 public:
  // The program's modules are searched in `folder`; in none where it's empty.
  ModuleLoader(std::string folder, SourceFiles& files, Diagnostics& diagnostics);

  // Takes the main module, and reads all that it imports. False where something is wrong with a file, which is then reported.
  bool load(NameId name, bool is_package, SourceFileId file, syntax::Ast ast);

  // The program's modules, each behind those that it imports as far as that goes; the main one last.
  std::vector<LoadedModule const*> in_order() const;
  // What is known of a module's imports before its names are analysed.
  semantics::ImportFacts import_facts(LoadedModule const& module) const;
  semantics::ModuleTable const& table() const { return table_; }
  // What the library modules among them import only where it's needed, and this program needs; some of the names may be no modules.
  std::set<NameId> linked_modules() const;
  // All modules that the program mentions.
  std::set<NameId> const& mentioned() const { return searched_; }
  // The files that were read or looked for.
  Dependencies const& dependencies() const { return dependencies_; }

 private:
  struct Found {
    std::string path;
    bool is_package = false;
    bool is_namespace = false;
  };

  // A module of the standard library is compiled by itself.
  bool is_library() const { return folder_.empty(); }
  bool may_have_submodule(std::string_view package, std::string_view dotted);
  std::optional<Found> find(std::string_view dotted);
  bool exists(std::string const& path);
  bool load_mentioned(LoadedModule& module);
  bool load_mentioned_members(LoadedModule const& module);
  bool load_stand_in();
  bool load_program_module(NameId name, Found const& found);
  bool add_examples(LoadedModule& module);
  bool add_timed_statements(LoadedModule& module);
  bool add_imports_by_name();
  bool add_statements(LoadedModule& module, std::string const& statements, std::size_t count);
  bool is_there(std::string_view dotted);
  bool load_library_module(NameId name, std::string const& path);
  std::optional<std::string> read(std::string const& path);
  std::optional<syntax::Ast> parse(std::string const& path, std::string bytes, SourceFileId& file);
  void find_cycles();
  bool reaches(NameId from, NameId target, std::set<NameId>& seen) const;
  std::vector<NameId> star_names(std::string_view dotted, std::set<std::string>& seen) const;
  std::vector<NameId> bound_names(LoadedModule const& module, std::set<std::string>& seen) const;
  void visit(LoadedModule const& module, std::set<NameId>& seen, std::vector<LoadedModule const*>& out) const;

  std::string folder_;
  SourceFiles& files_;
  Diagnostics& diagnostics_;
  std::deque<LoadedModule> modules_;
  std::map<NameId, LoadedModule*> by_name_;
  std::set<NameId> searched_;
  semantics::ModuleTable table_;
  Dependencies dependencies_;
};

}  // namespace aiocc::driver
