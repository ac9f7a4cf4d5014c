// Look-ups in the table of modules.
#include "semantics/module_table.hpp"

#include <algorithm>

namespace aiocc::semantics {

bool ModuleFacts::binds(NameId name) const { return std::ranges::find(names, name) != names.end(); }

ModuleFacts const* ModuleTable::find(std::string_view dotted) const {
  auto const found = modules_.find(dotted);
  return found == modules_.end() ? nullptr : &found->second;
}

void ModuleTable::add(std::string_view dotted, ModuleFacts facts) {
  modules_.insert_or_assign(std::string(dotted), std::move(facts));
}

}  // namespace aiocc::semantics
