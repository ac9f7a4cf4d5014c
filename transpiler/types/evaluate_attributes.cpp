// Attributes: of instances, classes, modules and the runtime's objects.
#include "types/evaluator.hpp"

namespace aiocc::types {
namespace {

bool is_special_name(NameId name) { return name.text().starts_with("__") && name.text().ends_with("__"); }

bool is_wrapped_function(Atom const& atom) {
  return atom.kind == AtomKind::Property || atom.kind == AtomKind::ClassMethod || atom.kind == AtomKind::StaticMethod;
}

}  // namespace

Value Evaluator::evaluate(ir::GetAttr const& node, ir::InstId id) {
  Value const object = value(node.object);
  std::string_view const name = node.name.text();
  if (name == "__class__" || name == "__mro__" || name == "__subclasses__") world_.reflect();
  if (name == "__dict__" || name == "__globals__") world_.set(world_.stores_any_name);
  if (name == "__globals__" || name == "__builtins__") world_.expose_everything();
  if (object.unknown) {
    world_.observe_exceptions();
    return World::unknown();
  }
  Value result;
  for (AtomId atom : object.atoms) world_.join(result, get_attribute(atom, node.name, id));
  return result;
}

Value Evaluator::get_attribute(AtomId id, NameId name, ir::InstId inst) {
  Atom const atom = world_.atoms[id];
  std::string_view const text = name.text();
  bool const is_special = text.starts_with("__") && text.ends_with("__");
  switch (atom.kind) {
    case AtomKind::Instance: return is_special ? escaped(of(atom)) : instance_attribute(ir::ClassId{atom.index}, name);
    case AtomKind::Class: {
      ir::ClassId const class_{atom.index};
      Value const* found = world_.find_class_attribute(class_, name);
      if (is_special || !found || !world_.is_regular(class_) || world_.state(class_).escaped ||
          world_.is_descriptor(*found))
        return escaped(of(atom));
      return class_attribute(*found);
    }
    case AtomKind::Module: return module_attribute(*static_cast<bindings::Module const*>(atom.native), name, inst);
    case AtomKind::ProgramModule: return program_module_attribute(ir::PythonModuleId{atom.index}, name);
    case AtomKind::None: return {};
    default: return native_attribute(id, name, inst);
  }
}

Value Evaluator::instance_attribute(ir::ClassId id, NameId name) {
  if (!world_.is_regular(id)) return escaped(of(AtomKind::Instance, id.index));
  Value result;
  for (ir::ClassId base = id; base; base = world_.module.classes[base].base) {
    auto const& attributes = world_.state(base).instance_attributes;
    if (auto const found = attributes.find(name); found != attributes.end()) world_.join(result, found->second);
  }
  if (Value const* found = world_.find_class_attribute(id, name)) {
    if (world_.is_descriptor(*found)) world_.escape(of(AtomKind::Instance, id.index));
    world_.join(result, bound(*found));
  }
  bool const may_be_anything =
      world_.state(id).instances_escaped && (world_.stores_any_name || world_.unknown_stores.contains(name));
  bindings::Class const* base = world_.native_base(id);
  // What the program never stores, the runtime's base may have.
  bool const is_inherited = result.is_empty() && !has_field(id, name) && (!base || base->full_name != "object");
  if (may_be_anything || is_inherited) return escaped(result);
  result.unbound = false;
  return result;
}

bool Evaluator::has_field(ir::ClassId id, NameId name) const {
  return std::ranges::any_of(world_.module.classes[id].fields,
                             [&](ir::ClassField const& field) { return field.name == name; });
}

// What a class itself gives: a property is seen as it is, a method of the class or a static one gets nothing that it hasn't got already.
Value Evaluator::class_attribute(Value const& attribute) {
  Value result;
  for (AtomId id : attribute.atoms) {
    switch (world_.atoms[id].kind) {
      case AtomKind::Property: world_.join(result, escaped(of(world_.atoms[id]))); break;
      case AtomKind::ClassMethod:
      case AtomKind::StaticMethod: world_.join(result, World::unknown()); break;
      default: world_.join(result, of(world_.atoms[id]));
    }
  }
  return result;
}

// A function of a class becomes a method; other descriptors' results aren't known.
Value Evaluator::bound(Value const& attribute) {
  if (attribute.unknown) return World::unknown();
  Value result;
  for (AtomId id : attribute.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::Function) {
      world_.bind_self(ir::FunctionId{atom.index});
      world_.join(result, of(AtomKind::BoundMethod, atom.index));
    } else if (is_builtin_data(atom)) {
      world_.join(result, of(atom));
    } else if (is_wrapped_function(atom)) {
      world_.join(result, World::unknown());
    } else {
      world_.join(result, escaped(of(atom)));
    }
  }
  return result;
}

Value Evaluator::module_attribute(bindings::Module const& module, NameId name, ir::InstId id) {
  std::string_view const text = name.text();
  // Whoever has `sys.modules` has the program's own modules.
  if (module.name == "sys" && text == "modules") world_.escape_modules();
  if (world_.patched.contains(name)) return World::unknown();
  if (bindings::Class const* class_ = module.class_(text)) return of(AtomKind::NativeClass, 0, class_);
  if (bindings::Function const* function = module.function(text)) return of(AtomKind::NativeFunction, 0, function);
  if (bindings::Constant const* constant = module.constant(text)) {
    std::uint32_t part = 0;
    return make_value(constant->type, {}, id, part);
  }
  std::string const dotted = std::string(module.name) + "." + std::string(text);
  bindings::Module const* inner = bindings::find_module(dotted);
  return inner ? of(AtomKind::Module, 0, inner) : World::unknown();
}

Value Evaluator::native_attribute(AtomId id, NameId name, ir::InstId inst) {
  Atom const atom = world_.atoms[id];
  bindings::Class const* class_ = native_class(atom);
  std::optional<Value> result;
  if (class_) {
    in_mro(*class_, environment_of(atom), [&](bindings::Class const& owner, TypeEnvironment const& environment) {
      bindings::Property const* property = owner.own_property(name.text());
      std::uint32_t part = 200;
      if (property) result = make_value(property->type, environment, inst, part);
      return property != nullptr;
    });
  }
  // What an exception knows of others may be the program's, even where it isn't itself.
  bool const shows_exceptions = class_ && name.text() != "args" && is_exception(*class_);
  if (result && !result->unknown && !shows_exceptions) return *result;
  world_.observe_exceptions();
  return escaped(of(atom));
}

Value Evaluator::evaluate(ir::SetAttr const& node, ir::InstId) {
  Value const object = value(node.object);
  Value const stored = value(node.value);
  if (object.unknown) {
    changed_set(world_.unknown_stores, node.name);
    changed_set(world_.patched, node.name);
    world_.escape(stored);
  }
  for (AtomId id : object.atoms) {
    Atom const atom = world_.atoms[id];
    switch (atom.kind) {
      case AtomKind::Instance:
        pass_to_descriptor(ir::ClassId{atom.index}, node.name, stored);
        world_.store_instance_attribute(ir::ClassId{atom.index}, node.name, stored);
        if (!world_.is_regular(ir::ClassId{atom.index})) world_.escape(stored);
        break;
      case AtomKind::Class:
        if (World::is_hook(node.name)) world_.set(world_.state(ir::ClassId{atom.index}).is_irregular);
        store_class_attribute(ir::ClassId{atom.index}, node.name, stored);
        break;
      case AtomKind::ProgramModule: store_module_attribute(ir::PythonModuleId{atom.index}, node.name, stored); break;
      case AtomKind::Module:
      case AtomKind::NativeClass:
        changed_set(world_.patched, node.name);
        world_.escape(stored);
        break;
      case AtomKind::Function:
        // `f.__defaults__ = (...)` and the like: what a call without the argument passes isn't known any more.
        if (is_special_name(node.name)) world_.set(world_.state(ir::FunctionId{atom.index}).is_altered);
        if (is_special_name(node.name)) world_.escape(id);
        world_.escape(stored);
        break;
      case AtomKind::NativeObject:
        // An exception may be an instance of a class of the program's.
        changed_set(world_.unknown_stores, node.name);
        world_.observe_exceptions();
        [[fallthrough]];
      default: world_.escape(stored);
    }
  }
  return {};
}

// `Account.count += 1`: what was data and stays data is known as well as before. Anything else may change what the class does.
void Evaluator::store_class_attribute(ir::ClassId id, NameId name, Value const& stored) {
  Value const* const found = world_.find_class_attribute(id, name);
  auto const is_data = [&](Value const& each) {
    return !each.unknown &&
           std::ranges::all_of(each.atoms, [&](AtomId atom) { return is_builtin_data(world_.atoms[atom]); });
  };
  bool const stays_data = found && is_data(*found) && is_data(stored) && !is_special_name(name);
  world_.store_class_attribute(id, name, stays_data ? stored : world_.joined(World::unknown(), stored));
}

// What's stored in an instance reaches the class's descriptor of that name, if there is one, and so does the instance.
void Evaluator::pass_to_descriptor(ir::ClassId id, NameId name, Value const& stored) {
  Value const* const found = world_.find_class_attribute(id, name);
  if (!found) return;
  bool const is_descriptor = world_.is_descriptor(*found);
  bool const has_property =
      std::ranges::any_of(found->atoms, [&](AtomId atom) { return world_.atoms[atom].kind == AtomKind::Property; });
  if (is_descriptor) world_.escape(of(AtomKind::Instance, id.index));
  if (is_descriptor || has_property) world_.escape(stored);
}

Value Evaluator::evaluate(ir::DeleteAttr const& node, ir::InstId) {
  changed_set(world_.deleted_names, node.name);
  changed_set(world_.patched, node.name);
  for (AtomId id : Value(value(node.object)).atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::Instance) pass_to_descriptor(ir::ClassId{atom.index}, node.name, {});
    if (atom.kind == AtomKind::Class)
      world_.store_class_attribute(ir::ClassId{atom.index}, node.name, World::unknown());
  }
  return {};
}

void Evaluator::changed_set(std::set<NameId>& names, NameId name) { world_.changed |= names.insert(name).second; }

// Inference doesn't make these; a later run over typed IR isn't foreseen.
Value Evaluator::evaluate(ir::GetField const&, ir::InstId) { return World::unknown(); }
Value Evaluator::evaluate(ir::SetField const&, ir::InstId) { return {}; }

}  // namespace aiocc::types
