// The C++ names of a module's functions, classes, globals and locals: Python's own where C++ allows it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ir/ir.hpp"

namespace aiocc::emit {

// The namespace of a module of the standard library that is written in Python: "library::collections::abc".
std::string library_namespace(std::string_view dotted);

// The names of the whole program, as each module itself writes them.
class ProgramNames {
 public:
  explicit ProgramNames(ir::Module const& module);

  // "shop::models"
  std::string const& space(ir::PythonModuleId id) const { return spaces_[id.index]; }

 private:
  friend class Names;
  struct FunctionName {
    std::string plain;
    std::string qualified;
  };
  using Scope = std::unordered_set<std::string>;

  void name_modules(ir::Module const& module);
  void claim_base_members(ir::Module const& module);
  void name_classes(ir::Module const& module);
  void name_functions(ir::Module const& module);
  void name_globals(ir::Module const& module);
  void name_methods(ir::Module const& module);
  void name_locals(ir::Module const& module);
  void name_fields(ir::Module const& module);
  static std::string claim(Scope& scope, std::string name);
  std::string claim_version(Scope& scope, std::string const& name);
  static std::string unlike(Scope const& around, std::string name);

  std::vector<std::string> spaces_;
  // What the namespace of each module declares, and what its code must find behind that.
  std::vector<Scope> scopes_;
  std::vector<FunctionName> functions_;
  // How many functions of a scope share a name.
  std::map<std::pair<Scope const*, std::string>, std::size_t> versions_;
  std::vector<std::string> classes_;
  std::vector<std::string> globals_;
  std::vector<std::vector<std::string>> locals_;
  std::vector<std::vector<std::string>> fields_;
};

// The names as the code of one module writes them; what is another module's has its namespace before it. It remembers what was named.
class Names {
 public:
  Names(ProgramNames const& program, ir::Module const& module, ir::PythonModuleId own)
      : program_(program), module_(module), own_(own) {}

  // The namespace of the module itself.
  std::string const& own_space() const { return program_.space(own_); }
  // `helpers::`, or nothing for the module itself.
  std::string prefix(ir::PythonModuleId id) const;
  // As it's declared: a method without its class.
  std::string const& function(ir::FunctionId id) const { return program_.functions_[id.index].plain; }
  // As code outside its class names it.
  std::string qualified(ir::FunctionId id) const;
  std::string class_(ir::ClassId id) const;
  std::string global(ir::GlobalId id) const;
  std::string const& local(ir::FunctionId function, ir::LocalId id) const {
    return program_.locals_[function.index][id.index];
  }
  // Whoever names a field needs its class's declaration, though it needn't name the class.
  std::string const& field(ir::ClassId id, std::uint32_t field) const;

  // A class as others declare it: without its module's namespace.
  std::string const& plain_class(ir::ClassId id) const { return program_.classes_[id.index]; }
  // The other modules, and their classes, that were named.
  std::set<ir::PythonModuleId> const& foreign_modules() const { return foreign_modules_; }
  std::set<ir::ClassId> const& foreign_classes() const { return foreign_classes_; }

 private:
  ProgramNames const& program_;
  ir::Module const& module_;
  ir::PythonModuleId own_;
  mutable std::set<ir::PythonModuleId> foreign_modules_;
  mutable std::set<ir::ClassId> foreign_classes_;
};

}  // namespace aiocc::emit
