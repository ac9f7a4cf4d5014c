// The C++ names of a module's functions, classes, globals and locals: Python's own where C++ allows it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ir/ir.hpp"

namespace aiocc::emit {

// The namespace of a module of the standard library that is written in Python: "library::collections::abc".
std::string library_namespace(std::string_view dotted);

class Names {
 public:
  explicit Names(ir::Module const& module);

  // The namespace of the module.
  std::string const& module() const { return module_; }
  // As it's declared: a method without its class.
  std::string const& function(ir::FunctionId id) const { return functions_[id.index].plain; }
  // As code outside its class names it.
  std::string const& qualified(ir::FunctionId id) const { return functions_[id.index].qualified; }
  std::string const& class_(ir::ClassId id) const { return classes_[id.index]; }
  std::string const& global(ir::GlobalId id) const { return globals_[id.index]; }
  std::string const& local(ir::FunctionId function, ir::LocalId id) const { return locals_[function.index][id.index]; }
  std::string const& field(ir::ClassId id, std::uint32_t field) const { return fields_[id.index][field]; }

 private:
  struct FunctionName {
    std::string plain;
    std::string qualified;
  };
  using Scope = std::unordered_set<std::string>;

  std::string claim(Scope& scope, std::string name) const;
  void name_functions(ir::Module const& module);
  void name_methods(ir::Module const& module);
  std::string claim_member(Scope& scope, std::string name) const;
  void name_locals(ir::Module const& module);
  void name_fields(ir::Module const& module);

  std::string module_;
  Scope namespace_scope_;
  std::vector<FunctionName> functions_;
  std::vector<std::string> classes_;
  std::vector<std::string> globals_;
  std::vector<std::vector<std::string>> locals_;
  std::vector<std::vector<std::string>> fields_;
};

}  // namespace aiocc::emit
