// Attributes of the program's own modules as their variables.
#include "types/rewriter.hpp"

namespace aiocc::types {

// The variable that `object.name` is, where the object can be just one of the program's modules, and nothing shadows it.
std::optional<Rewriter::ModuleMember> Rewriter::module_variable(ir::InstId object, NameId name) {
  Value const receivers = receivers_of(object);
  if (receivers.unknown || receivers.atoms.size() != 1) return std::nullopt;
  Atom const atom = world_.atoms[receivers.atoms[0]];
  if (atom.kind != AtomKind::ProgramModule) return std::nullopt;
  ir::PythonModuleId const module{atom.index};
  ir::GlobalId const global = world_.module_global(module, name);
  std::string const dotted = std::string(world_.module.modules[module].name.text()) + "." + std::string(name.text());
  if (!global || world_.module.find(NameId::of(dotted))) return std::nullopt;
  bool const is_deleted = world_.deleted_names.contains(name) || world_.escaped_modules.contains(module);
  bool const is_bound =
      world_.module.globals[global].bound_at_end && !world_.module.modules[module].is_cyclic && !is_deleted;
  return ModuleMember{global, !is_bound};
}

// Makes `id` the load; gives its type.
ir::TypeId Rewriter::load_module_global(ir::InstId id, ir::InstId object, ModuleMember member, Value const& value) {
  replace(id, ir::LoadModuleGlobal{object, member.global, member.may_be_unbound});
  ir::TypeId const type = world_.module.globals[member.global].type;
  ir::TypeId const better = types_.of(value);
  return !member.may_be_unbound && refines(type, better) ? better : type;
}

bool Rewriter::rewrite_module_member(ir::InstId id) {
  ir::InstId object;
  NameId name;
  bool is_import = false;
  if (auto const* attribute = std::get_if<ir::GetAttr>(&inst(id).node)) {
    object = attribute->object;
    name = attribute->name;
  } else {
    auto const& from = std::get<ir::ImportFrom>(inst(id).node);
    object = from.module;
    name = from.name;
    is_import = true;
  }
  std::optional<ModuleMember> const member = module_variable(object, name);
  // A failing `from m import x` is an ImportError, which the runtime words.
  if (!member || (is_import && member->may_be_unbound)) return false;
  finish(id, load_module_global(id, object, *member, value(id)));
  return true;
}

// `asyncio.CancelledError`, `math.pi`: a class or number of the runtime's that nothing replaces.
bool Rewriter::rewrite_native_member(ir::InstId id) {
  ir::GetAttr const node = std::get<ir::GetAttr>(inst(id).node);
  Value const receivers = receivers_of(node.object);
  Value const member = module_member(receivers, node.name);
  if (member.unknown || member.atoms.size() != 1) return false;
  auto const* const module = static_cast<bindings::Module const*>(world_.atoms[receivers.atoms[0]].native);
  bindings::Class const* const class_ = module->class_(node.name.text());
  bindings::Constant const* const constant = module->constant(node.name.text());
  bool const is_float = constant && constant->representation == bindings::Representation::Double &&
                        wanted(id) == types_.simple(ir::TypeKind::Float);
  if (!is_float && !(class_ && !class_->type_object.empty())) return false;
  replace(id, ir::LoadBuiltin{node.name, NameId::of(module->name)});
  finish(id, is_float ? types_.simple(ir::TypeKind::Float) : types_.object());
  return true;
}

bool Rewriter::rewrite_module_store(ir::InstId id) {
  auto const node = std::get<ir::SetAttr>(inst(id).node);
  std::optional<ModuleMember> const member = module_variable(node.object, node.name);
  if (!member) return false;
  replace(id, ir::StoreGlobal{member->global, node.value});
  push(id);
  return true;
}

}  // namespace aiocc::types
