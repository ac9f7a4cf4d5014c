// Imports, and the attributes of the program's own modules, which are its globals.
#include "types/evaluator.hpp"

namespace aiocc::types {

Value Evaluator::evaluate(ir::Import const& node, ir::InstId) {
  if (ir::PythonModuleId const own = world_.module.find(node.name)) return of(AtomKind::ProgramModule, own.index);
  bindings::Module const* module = bindings::find_module(node.name.text());
  return module ? of(AtomKind::Module, 0, module) : World::unknown();
}

Value Evaluator::evaluate(ir::ImportFrom const& node, ir::InstId id) {
  Value const module = value(node.module);
  if (module.unknown) return World::unknown();
  Value result;
  for (AtomId atom : module.atoms) world_.join(result, get_attribute(atom, node.name, id));
  return result;
}

Value Evaluator::evaluate(ir::ImportSubmodule const&, ir::InstId) { return {}; }

Value Evaluator::evaluate(ir::ImportStar const& node, ir::InstId id) {
  Value const module = value(node.module);
  if (node.names.empty()) {
    world_.escape(module);
    return {};
  }
  for (std::size_t index = 0; index < node.names.size(); ++index) {
    Value found = module.unknown ? World::unknown() : Value{};
    for (AtomId atom : module.atoms) world_.join(found, get_attribute(atom, node.names[index], id));
    world_.grow(world_.global(node.globals[index]), found);
  }
  return {};
}

// Inference doesn't make it before it rewrites.
Value Evaluator::evaluate(ir::LoadModuleGlobal const& node, ir::InstId) {
  Value found = world_.global(node.global);
  found.unbound = false;
  return found;
}

// A variable, a submodule, or both. Anything else is what every module has, or for its `__getattr__` to tell.
Value Evaluator::program_module_attribute(ir::PythonModuleId id, NameId name) {
  Value result;
  ir::GlobalId const global = world_.module_global(id, name);
  if (global) result = world_.global(global);
  result.unbound = false;
  std::string_view const module = world_.module.modules[id].name.text();
  ir::PythonModuleId const submodule =
      world_.module.find(NameId::of(std::string(module) + "." + std::string(name.text())));
  if (submodule) world_.join(result, of(AtomKind::ProgramModule, submodule.index));
  if (name.text() == "__dict__") world_.escape_module(id);
  bool const is_known = (global || submodule) && !world_.module_global(id, NameId::of("__getattr__"));
  return is_known ? result : escaped(result);
}

void Evaluator::store_module_attribute(ir::PythonModuleId id, NameId name, Value const& stored) {
  if (ir::GlobalId const global = world_.module_global(id, name))
    world_.grow(world_.global(global), stored);
  else
    world_.escape(stored);
}

}  // namespace aiocc::types
