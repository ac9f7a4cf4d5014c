// The modules that imports can name besides those that the runtime's headers declare: the program's own, and those of the standard
// library that are written in Python.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "semantics/deferred_imports.hpp"
#include "support/names.hpp"

namespace aiocc::semantics {

enum class ModuleOrigin : unsigned char { Program, Library };

struct ModuleFacts {
  ModuleOrigin origin = ModuleOrigin::Program;
  bool is_package = false;
  // What its top level binds, in the order of first appearance; what it binds by `*` included.
  std::vector<NameId> names;
  // What it lists in `__all__`, if that is known.
  std::optional<std::vector<NameId>> exports = {};
  // It has a `__getattr__`: any name may be there.
  bool is_open = false;
  // One of the library's that tells where its functions are called from: it imports `caller_place`.
  bool asks_for_callers = false;
  // One of the library's that imports modules by names that strs hold: it imports the module `_imports_by_name`.
  bool imports_by_name = false;
  // One of the library's that imports some modules only where they're needed.
  DeferredImports deferred = {};

  bool binds(NameId name) const;
};

class ModuleTable {
 public:
  // Null where there's no such module; `dotted` is its full name.
  ModuleFacts const* find(std::string_view dotted) const;
  void add(std::string_view dotted, ModuleFacts facts);

 private:
  std::map<std::string, ModuleFacts, std::less<>> modules_;
};

}  // namespace aiocc::semantics
