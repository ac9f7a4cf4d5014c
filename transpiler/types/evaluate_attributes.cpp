// Attributes: of instances, classes, modules and the runtime's objects.
#include <array>

#include "bindings/exception_fields.hpp"
#include "support/words.hpp"
#include "types/evaluator.hpp"

namespace aiocc::types {

bool stores_by_name(NameId method) { return method.text() == "__setattr__" || method.text() == "__delattr__"; }

namespace {

// What tells about a class, and leads to nothing that it has.
bool is_description(std::string_view name) {
  constexpr std::array<std::string_view, 6> names{"__doc__",         "__module__",     "__slots__",
                                                  "__firstlineno__", "__match_args__", "__static_attributes__"};
  return is_one_of(name, names);
}

// The same of a class of named tuples.
bool tells_of_named_tuple(std::string_view name) {
  constexpr std::array<std::string_view, 5> names{"__name__", "__qualname__", "_fields", "_field_defaults", "_make"};
  return is_one_of(name, names);
}

}  // namespace

Value Evaluator::evaluate(ir::GetAttr const& node, ir::InstId id) {
  Value const object = value(node.object);
  std::string_view const name = node.name.text();
  bool const gives_class_away = (name == "__class__" && !is_only_described(id)) || name == "__self__";
  if (gives_class_away || name == "__mro__" || name == "__subclasses__") world_.reflect();
  if (name == "__dict__" || name == "__globals__") world_.read_any_name();
  if (name == "__dict__" || name == "__globals__" || stores_by_name(node.name)) world_.store_any_name();
  if (name == "__globals__" || name == "__builtins__") world_.expose_everything();
  if (object.unknown) {
    world_.observe_exceptions();
    world_.note_read(node.name);
    return World::unknown();
  }
  Value result;
  for (AtomId atom : object.atoms) world_.join(result, get_attribute(atom, node.name, id));
  return result;
}

bool Evaluator::every_use(ir::InstId id, std::function<bool(ir::InstNode const&)> const& fits) const {
  return std::ranges::all_of(function_.insts, [&](ir::Inst const& inst) {
    bool is_used = false;
    ir::for_each_operand(inst.node, [&](ir::InstId operand) { is_used |= operand == id; });
    return !is_used || fits(inst.node);
  });
}

// All that becomes of a class that something gives: it's compared, or asked for its name and the like.
bool Evaluator::is_only_described(ir::InstId class_) const {
  return every_use(class_, [](ir::InstNode const& use) {
    auto const* const get = std::get_if<ir::GetAttr>(&use);
    auto const* const compare = std::get_if<ir::Compare>(&use);
    bool const is_identity =
        compare && (compare->op == syntax::CompareOperator::Is || compare->op == syntax::CompareOperator::IsNot ||
                    compare->op == syntax::CompareOperator::Eq || compare->op == syntax::CompareOperator::NotEq);
    return is_identity || (get && (is_description(get->name.text()) || get->name.text() == "__name__" ||
                                   get->name.text() == "__qualname__"));
  });
}

// What is called, and nothing else; or a metaclass's base, whose classes are irregular.
bool Evaluator::is_only_called(ir::InstId callee) const {
  return every_use(callee, [&](ir::InstNode const& use) {
    auto const* const call = std::get_if<ir::Call>(&use);
    auto const* const made = std::get_if<ir::MakeClass>(&use);
    bool const is_called = call && call->callee == callee && !std::ranges::count(call->args, callee);
    return is_called || (made && std::ranges::count(made->bases, callee));
  });
}

Value Evaluator::get_attribute(AtomId id, NameId name, ir::InstId inst) {
  Atom const atom = world_.atoms[id];
  std::string_view const text = name.text();
  bool const is_special = is_dunder(name);
  switch (atom.kind) {
    case AtomKind::Instance:
      if (text == "__class__" && world_.is_regular(ir::ClassId{atom.index})) return of(AtomKind::Class, atom.index);
      return is_special ? escaped(of(atom)) : instance_attribute(ir::ClassId{atom.index}, name);
    case AtomKind::Class: {
      ir::ClassId const class_{atom.index};
      if ((text == "__name__" || text == "__qualname__") && world_.is_regular(class_)) return of(AtomKind::Str);
      Value const* found = world_.find_class_attribute(class_, name);
      bool const is_data = is_description(text);
      if (is_data && !found && world_.is_regular(class_)) return World::unknown();
      if (!found && lacks(class_, name)) return {};
      // `Base.__init__` is the function.
      bool const is_method = found && is_only_functions(*found);
      if ((is_special && !is_data && !is_method) || !found || !world_.is_regular(class_) ||
          world_.state(class_).escaped || world_.is_descriptor(*found))
        return escaped(of(atom));
      return class_attribute(*found);
    }
    case AtomKind::Module: return module_attribute(*static_cast<bindings::Module const*>(atom.native), name, inst);
    case AtomKind::ProgramModule: return program_module_attribute(ir::PythonModuleId{atom.index}, name);
    case AtomKind::NamedTuple:
      if (std::optional<Value> const field = named_field(atom, name)) return *field;
      return native_attribute(id, name, inst);
    case AtomKind::NamedTupleClass:
      if (is_description(text) || tells_of_named_tuple(text)) return World::unknown();
      if (is_special) world_.change_named_tuple(atom);
      return escaped(of(atom));
    case AtomKind::None: return is_special ? World::unknown() : Value{};
    // `name.setter` as a decorator stands for the property that it's of: who calls it gets at the functions.
    case AtomKind::Property:
    case AtomKind::PropertySetter:
    case AtomKind::PropertyDeleter:
      if (text == "getter" || text == "setter" || text == "deleter") return of(atom);
      [[fallthrough]];
    default: return native_attribute(id, name, inst);
  }
}

// Of a class that has nothing of that name: for certain its metaclass hasn't either.
bool Evaluator::lacks(ir::ClassId id, NameId name) {
  bool const is_plain = world_.is_regular(id) && !world_.state(id).escaped && world_.is_made_plainly(id);
  bool const is_abc =
      std::ranges::any_of(world_.mro(id), [&](ir::ClassId each) { return world_.module.classes[each].is_abc; });
  return is_plain && !is_abc && !is_dunder(name) && name.text() != "mro";
}

Value Evaluator::instance_attribute(ir::ClassId id, NameId name) {
  if (!world_.is_regular(id)) {
    world_.note_read(name);
    return escaped(of(AtomKind::Instance, id.index));
  }
  Value result;
  for (ir::ClassId base = id; base; base = world_.module.classes[base].base) {
    auto const& attributes = world_.state(base).instance_attributes;
    if (auto const found = attributes.find(name); found != attributes.end()) world_.join(result, found->second);
  }
  Value const* const found = world_.find_class_attribute(id, name);
  if (found) {
    if (world_.is_descriptor(*found)) world_.escape(of(AtomKind::Instance, id.index));
    world_.join(result, bound(*found));
  }
  bool const may_be_anything =
      (world_.state(id).instances_escaped && world_.may_store(name)) || is_kept_by_base(id, name);
  // What the program never stores, the runtime's base may have.
  bool const is_inherited = result.is_empty() && !found && !has_field(id, name) && !world_.is_made_plainly(id);
  if (may_be_anything || is_inherited) return escaped(result);
  result.unbound = false;
  return result;
}

// What the runtime itself stores there, and looks at.
bool Evaluator::is_kept_by_base(ir::ClassId id, NameId name) {
  bindings::Class const* const base = world_.native_base(id);
  return base && bindings::keeps_in_layout(*base, name.text());
}

bool Evaluator::has_field(ir::ClassId id, NameId name) const {
  return std::ranges::any_of(world_.module.classes[id].fields,
                             [&](ir::ClassField const& field) { return field.name == name; });
}

// What a class itself gives: a property is seen as it is.
Value Evaluator::class_attribute(Value const& attribute) {
  Value result;
  for (AtomId id : attribute.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::ClassMethod || atom.kind == AtomKind::StaticMethod)
      world_.join(result, unwrapped(atom));
    else
      world_.join(result, is_accessor(atom.kind) ? escaped(of(atom)) : of(atom));
  }
  return result;
}

// A static method is its function. One of the class, as a value, isn't followed.
Value Evaluator::unwrapped(Atom const& atom) {
  if (atom.kind == AtomKind::StaticMethod) return of(AtomKind::Function, atom.index);
  world_.escape_function(ir::FunctionId{atom.index}, FirstArgument::OwnClass);
  return World::unknown();
}

// A function of a class becomes a method, a property gives what its function does; other descriptors' results aren't known.
Value Evaluator::bound(Value const& attribute) {
  if (attribute.unknown) return World::unknown();
  Value result;
  for (AtomId id : attribute.atoms) {
    Atom const atom = world_.atoms[id];
    switch (atom.kind) {
      case AtomKind::Function:
        world_.bind_self(ir::FunctionId{atom.index});
        world_.join(result, of(AtomKind::BoundMethod, atom.index));
        break;
      case AtomKind::Property: world_.join(result, result_of(ir::FunctionId{atom.index})); break;
      case AtomKind::PropertySetter:
      case AtomKind::PropertyDeleter: break;
      case AtomKind::ClassMethod:
      case AtomKind::StaticMethod: world_.join(result, unwrapped(atom)); break;
      default: world_.join(result, is_builtin_data(atom) ? of(atom) : escaped(of(atom)));
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
  if (dotted == "collections.namedtuple" || dotted == "typing.NamedTuple") return of(AtomKind::NamedTupleMaker);
  bindings::Module const* inner = bindings::find_module(dotted);
  return inner ? of(AtomKind::Module, 0, inner) : World::unknown();
}

// `append = items.append`: who calls it calls the method.
Value Evaluator::native_method(Atom const& receiver, NameId name, ir::InstId inst) {
  constexpr std::uint32_t part = 210;
  std::uint32_t const site = world_.site(id_, inst, part, AtomKind::NativeMethod, nullptr, 1);
  world_.site(site).names = {name};
  grow_slot(site, 0, of(receiver));
  return of(AtomKind::NativeMethod, site);
}

Value Evaluator::native_attribute(AtomId id, NameId name, ir::InstId inst) {
  Atom const atom = world_.atoms[id];
  if (lacks(atom, name)) return {};
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
  bool const is_method = class_ && !result && !is_dunder(name) && !is_exception(*class_) &&
                         bindings::find_method(*class_, name.text()) != nullptr;
  if (is_method) return native_method(atom, name, inst);
  // What an exception knows of others may be the program's, even where it isn't itself.
  bool const shows_exceptions = class_ && name.text() != "args" && is_exception(*class_);
  if (result && !result->unknown && !shows_exceptions) return *result;
  world_.observe_exceptions();
  return escaped(of(atom));
}

Value Evaluator::evaluate(ir::SetAttr const& node, ir::InstId) {
  Value const object = value(node.object);
  Value const stored = value(node.value);
  if (node.name.text() == "__class__") world_.change_classes();
  // Then it has what the dict has, and whoever has that.
  if (node.name.text() == "__dict__") {
    world_.read_any_name();
    world_.store_any_name();
    world_.escape(object);
    world_.escape(stored);
  }
  if (object.unknown) {
    world_.note_store(node.name);
    changed_set(world_.patched, node.name);
    world_.escape(stored);
  }
  for (AtomId id : object.atoms) {
    Atom const atom = world_.atoms[id];
    switch (atom.kind) {
      case AtomKind::Instance:
        pass_to_descriptor(ir::ClassId{atom.index}, node.name, AtomKind::PropertySetter, stored);
        if (!has_property(ir::ClassId{atom.index}, node.name))
          world_.store_instance_attribute(ir::ClassId{atom.index}, node.name, stored);
        if (!world_.is_regular(ir::ClassId{atom.index}) || is_kept_by_base(ir::ClassId{atom.index}, node.name))
          world_.escape(stored);
        break;
      case AtomKind::Class:
        if (World::is_hook(node.name) || node.name.text() == "__match_args__")
          world_.make_irregular(ir::ClassId{atom.index});
        store_class_attribute(ir::ClassId{atom.index}, node.name, stored);
        break;
      case AtomKind::ProgramModule: store_module_attribute(ir::PythonModuleId{atom.index}, node.name, stored); break;
      case AtomKind::Module:
      case AtomKind::NativeClass:
        changed_set(world_.patched, node.name);
        world_.escape(stored);
        break;
      case AtomKind::NamedTupleClass:
        if (!is_description(node.name.text())) world_.change_named_tuple(atom);
        world_.escape(stored);
        break;
      case AtomKind::Function:
        // `f.__defaults__ = (...)` and the like: what a call without the argument passes isn't known any more.
        if (is_dunder(node.name)) world_.set(world_.state(ir::FunctionId{atom.index}).is_altered);
        if (is_dunder(node.name)) world_.escape(id);
        world_.escape(stored);
        break;
      case AtomKind::NativeObject:
        // An exception may be an instance of a class of the program's.
        world_.note_store(node.name);
        world_.observe_exceptions();
        // What the runtime's object holds may come of it: `d.default_factory = list`.
        for (Value& slot : world_.site_of(atom).slots) world_.grow(slot, World::unknown());
        [[fallthrough]];
      default:
        if (!is_builtin_data(atom)) world_.escape(stored);
    }
  }
  return {};
}

// `Account.count += 1`, `Point.origin = Point(0, 0)`: what is nothing but data is known as well as before. Anything else may change what the class
// does.
void Evaluator::store_class_attribute(ir::ClassId id, NameId name, Value const& stored) {
  Value const* const found = world_.find_class_attribute(id, name);
  bool const stays_data = (!found || is_plain_data(*found)) && is_plain_data(stored) && !is_dunder(name);
  world_.store_class_attribute(id, name, stays_data ? stored : world_.joined(World::unknown(), stored));
}

bool Evaluator::is_only_functions(Value const& value) const {
  return !value.unknown && !value.is_empty() &&
         std::ranges::all_of(value.atoms, [&](AtomId id) { return world_.atoms[id].kind == AtomKind::Function; });
}

// Found in a class, it's just what it is: builtin data, or instances that are no descriptors.
bool Evaluator::is_plain_data(Value const& value) {
  return !value.unknown && std::ranges::all_of(value.atoms, [&](AtomId id) {
    bool const is_instance = world_.atoms[id].kind == AtomKind::Instance;
    return is_builtin_data(world_.atoms[id]) || (is_instance && !world_.is_descriptor(id));
  });
}

// Stores and deletions go to a property that is all that the class has under the name.
bool Evaluator::has_property(ir::ClassId id, NameId name) {
  Value const* const found = world_.find_class_attribute(id, name);
  return found && !found->is_empty() && !found->unknown &&
         std::ranges::all_of(found->atoms, [&](AtomId atom) { return is_accessor(world_.atoms[atom].kind); });
}

// What's stored in an instance reaches the class's descriptor of that name, if there is one, and so does the instance. `accessor` is what it is called for.
void Evaluator::pass_to_descriptor(ir::ClassId id, NameId name, AtomKind accessor, Value const& stored) {
  Value const* const found = world_.find_class_attribute(id, name);
  if (!found) return;
  Value const instance = of(AtomKind::Instance, id.index);
  Arguments arguments;
  if (accessor == AtomKind::PropertySetter) arguments.values.push_back(stored);
  if (world_.is_descriptor(*found)) {
    world_.escape(instance);
    world_.escape(stored);
  }
  for (AtomId each : Value(*found).atoms) {
    Atom const atom = world_.atoms[each];
    if (atom.kind == accessor) call_function(ir::FunctionId{atom.index}, arguments, instance);
  }
}

Value Evaluator::evaluate(ir::DeleteAttr const& node, ir::InstId) {
  world_.note_deletion(node.name);
  changed_set(world_.patched, node.name);
  for (AtomId id : Value(value(node.object)).atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::Instance)
      pass_to_descriptor(ir::ClassId{atom.index}, node.name, AtomKind::PropertyDeleter, {});
    if (atom.kind == AtomKind::Class)
      world_.store_class_attribute(ir::ClassId{atom.index}, node.name, World::unknown());
    if (atom.kind == AtomKind::NamedTupleClass) world_.change_named_tuple(atom);
  }
  return {};
}

void Evaluator::changed_set(std::set<NameId>& names, NameId name) { world_.changed |= names.insert(name).second; }

// Inference doesn't make these; a later run over typed IR isn't foreseen.
Value Evaluator::evaluate(ir::HasClass const&, ir::InstId) { return World::unknown(); }
Value Evaluator::evaluate(ir::BoundSelf const&, ir::InstId) { return World::unknown(); }
Value Evaluator::evaluate(ir::GetField const&, ir::InstId) { return World::unknown(); }
Value Evaluator::evaluate(ir::SetField const&, ir::InstId) { return {}; }

}  // namespace aiocc::types
