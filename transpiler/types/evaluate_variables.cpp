// Constants and variables: locals by flow, cells and globals as a whole.
#include <algorithm>

#include "types/evaluator.hpp"

namespace aiocc::types {

// The variable's value where it lives: in the function that owns the cell.
Value& Evaluator::cell(ir::LocalId local) {
  ir::FunctionId owner = id_;
  while (world_.module.functions[owner].locals[local].free) {
    ir::Function const& function = world_.module.functions[owner];
    for (ir::Capture const& capture : function.captures) {
      if (capture.inner != local) continue;
      local = capture.outer;
      break;
    }
    owner = function.parent;
  }
  return world_.state(owner).cells[local];
}

Value Evaluator::evaluate(ir::Constant const& node, ir::InstId id) {
  switch (node.kind) {
    case ir::ConstantKind::None: return world_.none();
    case ir::ConstantKind::Bool: return of(AtomKind::Bool);
    case ir::ConstantKind::Int: return of(AtomKind::Int);
    case ir::ConstantKind::Float: return of(AtomKind::Float);
    case ir::ConstantKind::Str:
      // `setattr(x, "__class__", C)`.
      if (node.text == "__class__") world_.change_classes();
      return of(AtomKind::Str);
    case ir::ConstantKind::Bytes: return of(AtomKind::Bytes);
    case ir::ConstantKind::Imaginary: return complex_value(id);
    case ir::ConstantKind::FactoryMarker: return of(AtomKind::FactoryMarker);
    case ir::ConstantKind::NotImplemented: return of(AtomKind::NotImplemented);
    case ir::ConstantKind::Ellipsis: break;
  }
  return World::unknown();
}

Value Evaluator::evaluate(ir::LoadLocal const& node, ir::InstId id) {
  if (in_cell(node.local)) {
    Value found = cell(node.local);
    found.unbound = false;
    return found;
  }
  Value found = flow_.locals[node.local.index];
  if (found.unbound) self_.unbound_loads[id.index] = true;
  // Where only an unbound variable arrives, the load raises.
  bool const raises = found.unbound && found.is_empty();
  found.unbound = false;
  flow_.locals[node.local.index].unbound = false;
  load_versions_[id.index] = versions_[node.local.index];
  if (raises) stop();
  return found;
}

Value Evaluator::evaluate(ir::StoreLocal const& node, ir::InstId) {
  Value const stored = value(node.value);
  world_.grow(self_.locals[node.local.index], stored);
  if (in_cell(node.local)) {
    world_.grow(cell(node.local), stored);
    if (world_.module.exposes_cells) world_.escape(stored);
    return {};
  }
  flow_.locals[node.local.index] = stored;
  ++versions_[node.local.index];
  note_copy(node);
  note_handlers();
  return {};
}

// A temporary, which is stored once, that holds what a variable holds.
void Evaluator::note_copy(ir::StoreLocal const& node) {
  auto const* load = std::get_if<ir::LoadLocal>(&function_.insts[node.value].node);
  bool const is_copy = load && !in_cell(load->local) && function_.locals[node.local].kind == ir::LocalKind::Temporary;
  auto const version = is_copy ? load_versions_.find(node.value.index) : load_versions_.end();
  if (version != load_versions_.end()) copies_[node.local.index] = {load->local, version->second};
}

Value Evaluator::evaluate(ir::DeleteLocal const& node, ir::InstId) {
  if (in_cell(node.local)) return {};
  flow_.locals[node.local.index] = World::unbound();
  ++versions_[node.local.index];
  note_handlers();
  return {};
}

Value Evaluator::evaluate(ir::LoadLocals const& node, ir::InstId) {
  for (ir::LocalId local : node.locals)
    world_.escape(in_cell(local) ? Value(cell(local)) : Value(flow_.locals[local.index]));
  return World::unknown();
}

Value Evaluator::evaluate(ir::MakeCell const&, ir::InstId) { return {}; }

Value Evaluator::evaluate(ir::LoadGlobal const& node, ir::InstId) {
  Value found = world_.global(node.global);
  found.unbound = false;
  std::string_view const name = world_.module.globals[node.global].name.text();
  if (node.may_be_unbound && bindings::is_builtin(name)) return escaped(found);
  return found;
}

Value Evaluator::evaluate(ir::StoreGlobal const& node, ir::InstId) {
  Value const stored = value(node.value);
  world_.grow(world_.global(node.global), stored);
  // A module's own hooks are called by the runtime.
  std::string_view const name = world_.module.globals[node.global].name.text();
  if (name == "__getattr__" || name == "__dir__") world_.escape(stored);
  return {};
}

Value Evaluator::evaluate(ir::DeleteGlobal const&, ir::InstId) { return {}; }

namespace {

// What the use of a builtin function tells of the program.
void note_builtin(World& world, std::string_view name) {
  if (name == "vars" || name == "exec" || name == "eval") world.expose_everything();
}

}  // namespace

Value Evaluator::evaluate(ir::LoadName const& node, ir::InstId) {
  note_builtin(world_, node.name.text());
  if (node.name.text() == "type") world_.reflect();
  return World::unknown();
}

Value Evaluator::evaluate(ir::StoreName const& node, ir::InstId) {
  world_.escape(Value(value(node.value)));
  return {};
}

Value Evaluator::evaluate(ir::DeleteName const&, ir::InstId) { return {}; }

// A module that keeps its globals in a dict has nothing but what has escaped.
Value Evaluator::evaluate(ir::LoadNamespace const& node, ir::InstId) {
  if (node.of_class) {
    world_.make_irregular(function_.class_id);
    world_.escape_class(function_.class_id);
  }
  return World::unknown();
}

Value Evaluator::evaluate(ir::LoadBuiltin const& node, ir::InstId id) {
  bindings::Module const* builtins = bindings::find_module("builtins");
  note_builtin(world_, node.name.text());
  if (node.name.text() == "type" && !is_only_called(id)) world_.reflect();
  return builtins ? module_attribute(*builtins, node.name, id) : World::unknown();
}

Value Evaluator::evaluate(ir::LoadClassName const& node, ir::InstId) {
  Value found;
  if (Value const* own = world_.find_class_attribute(function_.class_id, node.name)) world_.join(found, *own);
  if (bound_names_.contains(node.name)) return found;
  if (node.local) world_.join(found, cell(node.local));
  if (node.global) world_.join(found, world_.global(node.global));
  found.unbound = false;
  bool const may_be_elsewhere =
      bindings::is_builtin(node.name.text()) || world_.module.modules[function_.module].keeps_dict;
  if (!node.local && may_be_elsewhere) return escaped(found);
  return found;
}

namespace {

// What a class body binds may have a `__set_name__` of the program's, which gets the class.
bool may_be_named(World const& world, Value const& stored) {
  bool const may_be_object = stored.unknown || std::ranges::any_of(stored.atoms, [&](AtomId id) {
                               AtomKind const kind = world.atoms[id].kind;
                               return kind == AtomKind::Instance || kind == AtomKind::NativeObject;
                             });
  return may_be_object && std::ranges::any_of(world.module.functions, [](ir::Function const& function) {
           return function.class_id && function.name.text() == "__set_name__";
         });
}

}  // namespace

// Whoever reads a class's annotations isn't followed.
Value Evaluator::evaluate(ir::StoreAnnotation const& node, ir::InstId id) {
  Value const annotation = value(node.annotation);
  bool const stays = function_.insts[id].is_annotation && !world_.module.reads_fields;
  if (stays)
    world_.store_class_attribute(function_.class_id, World::annotations_name(), annotation);
  else
    world_.escape(annotation);
  return {};
}

// An operation on what's in an annotation of a dataclass: `list[Item]`, `Item | None`.
Value Evaluator::keep_annotation(ir::Inst const& inst) {
  ir::for_each_operand(inst.node, [&](ir::InstId operand) {
    world_.store_class_attribute(function_.class_id, World::annotations_name(), Value(value(operand)));
  });
  return World::unknown();
}

Value Evaluator::evaluate(ir::StoreClassName const& node, ir::InstId) {
  std::string_view const name = node.name.text();
  bool const is_told = name == "__slots__" && world_.module.classes[function_.class_id].fields_are_slots;
  if (World::is_hook(node.name) && !is_told) world_.make_irregular(function_.class_id);
  Value const stored = value(node.value);
  if (may_be_named(world_, stored)) world_.escape_class(function_.class_id);
  if (node.describes_field) return {};
  bool const is_sure = depth_ == 1;
  if (is_sure) {
    bound_names_.insert(node.name);
    world_.state(function_.class_id).certain_attributes.insert(node.name);
  }
  bool const may_be_missing = !world_.state(function_.class_id).certain_attributes.contains(node.name);
  bool const may_be_another = !is_sure && !is_builtin_data(stored);
  world_.store_class_attribute(function_.class_id, node.name,
                               may_be_missing || may_be_another ? world_.joined(World::unknown(), stored) : stored);
  world_.note_special(function_.class_id, node.name, stored);
  if (is_dunder(node.name)) called_by_runtime(node.name, stored);
  return {};
}

// The runtime calls special methods: those that take nothing else on instances of the class, others with anything. What syntax calls is followed where
// it stands.
void Evaluator::called_by_runtime(NameId name, Value const& stored) {
  for (AtomId id : stored.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind != AtomKind::Function) continue;
    ir::FunctionId const method{atom.index};
    std::string_view const own_name = world_.module.functions[method].name.text();
    if (own_name == "__init__" || own_name == "__post_init__") continue;
    auto const& parameters = world_.module.functions[method].parameters;
    bool const takes_self_only = parameters.size() == 1 && (parameters[0].kind == ir::ParameterKind::Positional ||
                                                            parameters[0].kind == ir::ParameterKind::PositionalOnly);
    if (takes_self_only && is_own_function(id))
      call_function(method, {}, instances_of_class());
    else if (!is_called_by_syntax(name) || !is_own_function(id))
      world_.escape_function(method, FirstArgument::OwnInstance);
  }
}

Value Evaluator::evaluate(ir::DeleteClassName const& node, ir::InstId) {
  bound_names_.erase(node.name);
  world_.store_class_attribute(function_.class_id, node.name, World::unknown());
  return {};
}

}  // namespace aiocc::types
