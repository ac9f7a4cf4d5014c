// Joins, escapes and look-ups in what is known of the program.
#include "types/world.hpp"

#include <algorithm>
#include <array>

namespace aiocc::types {
namespace {

// A function has no more specialisations than these, and a program no more than twice its functions and a few.
constexpr std::size_t most_variants = 6;
constexpr std::size_t variants_of_any_program = 40;

// More atoms than these tell nothing that code could be made better by.
constexpr std::size_t most_atoms = 12;

// A special method of that name that the runtime calls with other values.
bool is_binary_dunder(NameId name, ir::Function const& method) {
  std::string_view const text = name.text();
  return is_dunder(name) && text != "__init__" && text != "__exit__" && text != "__aexit__" &&
         method.parameters.size() > 1;
}

}  // namespace

bool takes_first(ir::Function const& method) {
  if (method.parameters.empty()) return false;
  ir::ParameterKind const kind = method.parameters[0].kind;
  return kind == ir::ParameterKind::PositionalOnly || kind == ir::ParameterKind::Positional;
}

AtomId Atoms::intern(Atom atom) {
  bool const is_plain = atom.index == 0 && !atom.native;
  AtomId& known = plain_[static_cast<std::size_t>(atom.kind)];
  if (is_plain && known != unknown_id) return known;
  auto const [position, inserted] = ids_.try_emplace(atom, static_cast<AtomId>(atoms_.size()));
  if (inserted) atoms_.push_back(atom);
  if (is_plain) known = position->second;
  return position->second;
}

World::World(ir::Module& module, bool specialises)
    : module(module),
      classes(module.classes.size()),
      reads_any_name(module.attribute_uses.reads_any),
      stores_any_name(module.attribute_uses.stores_any),
      specialises_(specialises),
      declared_functions_(module.functions.size()) {
  globals.assign(module.globals.size(), unbound());
  global_read_by_.assign(module.globals.size(), 0);
  for (std::uint32_t index = 0; index < module.globals.size(); ++index) {
    ir::Global const& global = module.globals[ir::GlobalId{index}];
    module_globals_[{global.module, global.name}] = ir::GlobalId{index};
  }
  class_has_binary_dunders_.assign(classes.size(), false);
  for (ir::Function const& function : module.functions) add_state(function);
  find_subclasses();
  find_fixed_supers();
}

void World::add_state(ir::Function const& function) {
  FunctionState& made = functions.emplace_back();
  made.parameters.resize(function.parameters.size());
  made.defaults.resize(function.parameters.size());
  made.locals.resize(function.locals.size());
  made.insts.resize(function.insts.size());
  made.unbound_loads.resize(function.insts.size());
}

void World::begin_reads(ir::FunctionId reader) {
  ++evaluations_;
  FunctionState& read = functions[reader.index];
  read.reads = {};
  read.evaluated_at = now;
  read.is_evaluated = true;
  reads_ = &read.reads;
}

void World::find_subclasses() {
  for (std::uint32_t index = 0; index < classes.size(); ++index) {
    for (ir::ClassId const base : mro(ir::ClassId{index})) state(base).subclasses.push_back(ir::ClassId{index});
  }
  for (ir::Function const& function : module.functions) {
    bool const is_method = function.class_id && function.kind != ir::FunctionKind::ClassBody;
    if (is_method && is_binary_dunder(function.name, function))
      class_has_binary_dunders_[function.class_id.index] = true;
  }
}

void World::note_special(ir::ClassId id, NameId name, Value const& value) {
  // What the compiler stores.
  bool const is_of_statement = name.text() == "__type_params__";
  if (!is_dunder(name) || is_of_statement) return;
  // Who gets the instance then isn't followed.
  if (is_descriptor(value)) make_irregular(id);
  for (AtomId const atom : value.atoms) {
    bool const is_function = atoms[atom].kind == AtomKind::Function;
    if (!is_function || !is_binary_dunder(name, module.functions[ir::FunctionId{atoms[atom].index}])) continue;
    changed |= !class_has_binary_dunders_[id.index];
    class_has_binary_dunders_[id.index] = true;
  }
}

bool World::is_descriptor(Value const& attribute) {
  return attribute.unknown || std::ranges::any_of(attribute.atoms, [&](AtomId atom) { return is_descriptor(atom); });
}

bool World::is_descriptor(AtomId attribute) {
  Atom const atom = atoms[attribute];
  if (atom.kind == AtomKind::Class) return !is_regular(ir::ClassId{atom.index});
  if (atom.kind != AtomKind::Instance) return false;
  ir::ClassId const class_{atom.index};
  return !is_regular(class_) ||
         std::ranges::any_of(std::array{"__get__", "__set__", "__delete__"}, [&](char const* name) {
           return find_class_attribute(class_, NameId::of(name)) != nullptr;
         });
}

Value World::of(Atom atom) {
  Value value;
  value.atoms.insert(atoms.intern(atom));
  return value;
}

bool World::join(Value& into, Value const& from) {
  bool grown = from.unbound && !into.unbound;
  into.unbound |= from.unbound;
  if (into.unknown) {
    escape(from);
    return grown;
  }
  if (from.unknown) {
    Value const before = std::move(into);
    into = {.unknown = true, .unbound = before.unbound, .atoms = {}};
    escape(before);
    return true;
  }
  for (AtomId atom : from.atoms) grown |= into.atoms.insert(atom);
  if (into.atoms.size() > most_atoms) join(into, unknown());
  return grown;
}

Value World::joined(Value left, Value const& right) {
  join(left, right);
  return left;
}

void World::escape(Value const& value) {
  for (AtomId atom : value.atoms) escape(atom);
}

void World::escape(AtomId id) {
  if (id >= escaped_.size()) escaped_.resize(id + 1);
  if (escaped_[id]) return;
  escaped_[id] = true;
  changed = true;
  Atom const atom = atoms[id];
  switch (atom.kind) {
    case AtomKind::List:
    case AtomKind::Set:
    case AtomKind::Dict:
    case AtomKind::Tuple:
    case AtomKind::NamedTuple:
    case AtomKind::Iterator:
    case AtomKind::NativeCoroutine:
    case AtomKind::NativeObject: {
      Site& site = site_of(atom);
      site.escaped = true;
      site.touched_at = ++now;
      bool const is_mutable = atom.kind != AtomKind::Tuple && atom.kind != AtomKind::NamedTuple &&
                              atom.kind != AtomKind::NativeCoroutine && atom.kind != AtomKind::Iterator;
      for (Value& slot : site.slots) {
        if (is_mutable) {
          grow(slot, unknown());
        } else {
          escape(Value(slot));
        }
      }
      return;
    }
    case AtomKind::Instance: escape_instances(ir::ClassId{atom.index}); return;
    case AtomKind::Class:
    case AtomKind::ClassAlias:
    case AtomKind::Super: escape_class(ir::ClassId{atom.index}); return;
    case AtomKind::Function:
    case AtomKind::Property:
    case AtomKind::PropertySetter:
    case AtomKind::PropertyDeleter:
    case AtomKind::ClassMethod:
    case AtomKind::StaticMethod: escape_function(ir::FunctionId{atom.index}, FirstArgument::Anything); return;
    case AtomKind::BoundMethod: escape_function(ir::FunctionId{atom.index}, FirstArgument::OwnInstance); return;
    case AtomKind::Coroutine: escape(Value(functions[atom.index].result)); return;
    case AtomKind::Generator:
    case AtomKind::AsyncGenerator: {
      FunctionState& generator = functions[atom.index];
      grow(generator.sent, unknown());
      escape(Value(generator.yielded));
      escape(Value(generator.result));
      return;
    }
    case AtomKind::ProgramModule: escape_module(ir::PythonModuleId{atom.index}); return;
    case AtomKind::NativeMethod:
      site_of(atom).escaped = true;
      // Whoever has it may call it: with anything.
      return escape(Value(site_of(atom).slots[0]));
    case AtomKind::NamedTupleClass: site_of(atom).escaped = true; return expose_named_tuples();
    case AtomKind::Module:
      // Whoever holds a module can replace what it has.
      return;
    default: return;
  }
}

// Unknown code calls it: with anything, but for what it can't choose if it gets it as a method; and sees what it returns.
void World::escape_function(ir::FunctionId id, FirstArgument first) {
  FunctionState& function = state(id);
  ir::Function const& declared = module.functions[id];
  if (!function.escaped) function.touched_at = ++now;
  set(function.escaped);
  set(function.reached);
  AtomKind const first_kind = first == FirstArgument::OwnClass ? AtomKind::Class : AtomKind::Instance;
  bool const is_method = first != FirstArgument::Anything && declared.class_id;
  bool const is_bound = is_method && takes_first(declared);
  for (std::size_t index = is_bound ? 1 : 0; index < function.parameters.size(); ++index)
    grow(function.parameters[index], unknown());
  if (is_bound) bind_first(id, first_kind);
  if (is_method && !is_bound) escape_below(declared.class_id, first_kind);
  escape_results(id);
}

void World::escape_results(ir::FunctionId id) {
  FunctionState& function = state(id);
  set(function.results_escape);
  ir::FunctionKind const kind = module.functions[id].kind;
  if (kind == ir::FunctionKind::Generator || kind == ir::FunctionKind::AsyncGenerator) {
    grow(function.sent, unknown());
    escape(Value(function.yielded));
  }
  escape(Value(function.result));
}

// Of a class and those below: the instances, or the classes themselves.
void World::escape_below(ir::ClassId id, AtomKind kind) {
  for (ir::ClassId subclass : state(id).subclasses) escape(of(kind, subclass.index));
}

void World::bind_first(ir::FunctionId method, AtomKind kind) {
  FunctionState& function = state(method);
  if (!takes_first(module.functions[method])) return;
  for (ir::ClassId subclass : state(module.functions[method].class_id).subclasses) {
    grow(function.parameters[0], of(kind, subclass.index));
  }
}

void World::escape_instances(ir::ClassId id) {
  ClassState& class_ = state(id);
  if (class_.instances_escaped) return;
  set(class_.instances_escaped);
  class_.touched_at = ++now;
  expose(id);
  if (reflects) escape_class(id);
}

// What a class has is seen through its instances: functions as methods.
void World::escape_through_instances(ir::ClassId id, Value value) {
  for (AtomId atom : value.atoms) {
    switch (atoms[atom].kind) {
      case AtomKind::Function:
      case AtomKind::Property:
      case AtomKind::PropertySetter:
      case AtomKind::PropertyDeleter:
        escape_function(ir::FunctionId{atoms[atom].index}, FirstArgument::OwnInstance);
        bind_borrowed(id, ir::FunctionId{atoms[atom].index}, AtomKind::Instance);
        break;
      case AtomKind::ClassMethod:
        escape_function(ir::FunctionId{atoms[atom].index}, FirstArgument::OwnClass);
        bind_borrowed(id, ir::FunctionId{atoms[atom].index}, AtomKind::Class);
        break;
      default: escape(atom);
    }
  }
}

void World::escape_class(ir::ClassId id) {
  ClassState& class_ = state(id);
  if (class_.escaped) return;
  set(class_.escaped);
  class_.touched_at = ++now;
  for (ir::ClassId subclass : class_.subclasses) {
    escape(of(AtomKind::Instance, subclass.index));
    escape_class(subclass);
  }
  for (auto& [name, value] : class_.class_attributes) {
    grow(value, unknown());
  }
  for (ir::ClassId const base : mro(id)) escape_class(base);
}

void World::reflect() {
  if (reflects) return;
  set(reflects);
  expose_named_tuples();
  for (std::uint32_t index = 0; index < classes.size(); ++index) {
    if (classes[index].instances_escaped) escape_class(ir::ClassId{index});
  }
}

void World::raise(ir::ClassId id) {
  if (observes_exceptions) escape(of(AtomKind::Instance, id.index));
  changed |= raised.insert(id).second;
}

void World::observe_exceptions() {
  if (observes_exceptions) return;
  set(observes_exceptions);
  for (ir::ClassId id : raised) escape(of(AtomKind::Instance, id.index));
}

void World::expose_everything() {
  read_any_name();
  store_any_name();
  for (Value& global : globals) grow(global, unknown());
  for (std::uint32_t index = 0; index < classes.size(); ++index) escape_class(ir::ClassId{index});
  for (std::uint32_t index = 0; index < functions.size(); ++index) {
    for (Value& parameter : functions[index].parameters) grow(parameter, unknown());
  }
}

ir::FunctionId World::origin_of(ir::FunctionId id) const {
  return id.index < declared_functions_ ? id : made_variants_[id.index - declared_functions_].origin;
}

// What makes functions or classes of its own stays one: they belong to it.
bool World::is_specialisable(ir::FunctionId id) const {
  ir::Function const& function = module.functions[id];
  if (!specialises_ || function.anonymous || function.kind == ir::FunctionKind::Module ||
      function.kind == ir::FunctionKind::ClassBody)
    return false;
  for (ir::Parameter const& parameter : function.parameters) {
    if (parameter.kind == ir::ParameterKind::VarArgs || parameter.kind == ir::ParameterKind::VarKeywords) return false;
  }
  return std::ranges::none_of(function.insts, [](ir::Inst const& inst) {
    return inst.kind() == ir::InstKind::MakeFunction || inst.kind() == ir::InstKind::MakeClass;
  });
}

ir::FunctionId World::specialised(ir::FunctionId callee, std::vector<Value> const& arguments, ir::FunctionId caller) {
  // A recursion stays in the specialisation that it's in: there would be no end of them otherwise.
  for (ir::FunctionId around = caller;;) {
    if (origin_of(around) == callee) return around;
    if (around.index < declared_functions_) break;
    around = made_variants_[around.index - declared_functions_].caller;
  }
  std::vector<std::vector<AtomId>> key;
  constexpr AtomId anything = 0xffff'ffff;
  for (Value const& argument : arguments) {
    key.push_back(argument.unknown ? std::vector{anything}
                                   : std::vector<AtomId>(argument.atoms.begin(), argument.atoms.end()));
  }
  auto const found = variants_.find({callee, key});
  if (found != variants_.end()) return found->second;
  std::size_t& count = variant_counts_[callee];
  bool const is_full =
      count >= most_variants || made_variants_.size() >= 2 * declared_functions_ + variants_of_any_program;
  if (is_full || !is_specialisable(callee)) return callee;
  ++count;
  ir::Function copy = module.functions[callee];
  copy.origin = callee;
  add_state(copy);
  ir::FunctionId const made = module.functions.add(std::move(copy));
  made_variants_.push_back({callee, caller});
  variants_.emplace(std::pair{callee, std::move(key)}, made);
  changed = true;
  return made;
}

void World::escape_module(ir::PythonModuleId id) {
  changed |= escaped_modules.insert(id).second;
  for (std::uint32_t index = 0; index < globals.size(); ++index) {
    if (module.globals[ir::GlobalId{index}].module == id) grow(globals[index], unknown());
  }
}

void World::escape_modules() {
  for (std::uint32_t index = 0; index < module.modules.size(); ++index) escape_module(ir::PythonModuleId{index});
}

ir::GlobalId World::module_global(ir::PythonModuleId id, NameId name) const {
  auto const found = module_globals_.find({id, name});
  return found == module_globals_.end() ? ir::GlobalId{} : found->second;
}

std::uint32_t World::site(ir::FunctionId function, ir::InstId inst, std::uint32_t part, AtomKind kind,
                          void const* native, std::size_t slots) {
  auto const [position, inserted] =
      site_ids_.try_emplace(SiteKey{function, inst, part, kind, native}, static_cast<std::uint32_t>(sites.size()));
  if (inserted) {
    sites.push_back({.kind = kind, .slots = std::vector<Value>(slots)});
    changed = true;
  }
  return position->second;
}

void World::store_instance_attribute(ir::ClassId id, NameId name, Value const& value) {
  ir::ClassId const owner = attribute_owner(id, name);
  auto const [position, inserted] = state(owner).instance_attributes.try_emplace(name);
  changed |= inserted;
  if (inserted) owners_[name].push_back(owner);
  grow(position->second, value);
  for (ir::ClassId subclass : state(owner).subclasses) {
    if (state(subclass).instances_escaped) expose_field(subclass, name, position->second);
  }
}

void World::store_class_attribute(ir::ClassId id, NameId name, Value const& value) {
  auto const [position, inserted] = state(id).class_attributes.try_emplace(name);
  changed |= inserted;
  if (inserted) owners_[name].push_back(id);
  grow(position->second, value);
  // A descriptor may store into instances by its name: `functools.cached_property`.
  if (is_descriptor(value) && !is_dunder(name) && !module.classes[id].dataclass) note_store(name);
  if (state(id).escaped) grow(position->second, unknown());
  for (ir::ClassId subclass : state(id).subclasses) {
    if (state(subclass).instances_escaped) expose_class_attribute(subclass, name, value);
  }
}

bool World::is_hook(NameId name) {
  std::string_view const text = name.text();
  return text == "__getattr__" || text == "__getattribute__" || text == "__setattr__" || text == "__delattr__" ||
         text == "__slots__" || text == "__new__" || text == "__init_subclass__" || text == "__subclasshook__" ||
         text == "__class__";
}

bool World::is_regular(ir::ClassId id) {
  if (changes_classes) return false;
  return std::ranges::all_of(mro(id),
                             [&](ir::ClassId each) { return state(each).is_known && !state(each).is_irregular; });
}

// What a body binds only in a branch, a class that comes later may have, or the runtime's.
Value const* World::find_class_attribute(ir::ClassId id, NameId name) {
  Value const* found = nullptr;
  for (ir::ClassId const each : mro(id)) {
    ClassState const& class_ = state(each);
    auto const attribute = class_.class_attributes.find(name);
    if (attribute == class_.class_attributes.end()) continue;
    if (found) return &anything_;
    found = &attribute->second;
    if (class_.certain_attributes.contains(name)) return found;
  }
  bindings::Class const* const native = found ? native_base(id) : nullptr;
  return !found || (native && native->full_name == "object") ? found : &anything_;
}

ir::ClassId World::super_base(ir::ClassId id, NameId name) {
  if (!has_fixed_supers(id)) return {};
  ir::ClassId const base = module.classes[id].base;
  if (!base || std::equal(mro(id).begin() + 1, mro(id).end(), mro(base).begin(), mro(base).end())) return base;
  auto const owner = std::ranges::find_if(mro(id).begin() + 1, mro(id).end(), [&](ir::ClassId each) {
    return state(each).class_attributes.contains(name);
  });
  bool const is_known = owner != mro(id).end() && state(*owner).certain_attributes.contains(name);
  return is_known ? *owner : ir::ClassId{};
}

ir::FunctionId World::find_method(ir::ClassId id, NameId name) {
  Value const* found = find_class_attribute(id, name);
  if (!found || found->unknown || found->unbound || found->atoms.size() != 1) return {};
  Atom const& atom = atoms[found->atoms[0]];
  return atom.kind == AtomKind::Function ? ir::FunctionId{atom.index} : ir::FunctionId{};
}

MethodTarget World::method_of(Value const& receivers, NameId name) {
  MethodTarget result;
  if (receivers.unknown) return {};
  for (AtomId id : receivers.atoms) {
    AtomKind const kind = atoms[id].kind;
    if (kind == AtomKind::None) continue;
    if (kind == AtomKind::Class && receivers.atoms.size() > 1) return {};
    MethodTarget const method = method_of(id, name);
    if (!method || (result && method != result)) return {};
    result = method;
  }
  return result;
}

MethodTarget World::method_of(AtomId receiver, NameId name) {
  Atom const atom = atoms[receiver];
  if (atom.kind == AtomKind::NamedTuple) return method_of_named_tuple(site_of(atom), name);
  bool const is_class = atom.kind == AtomKind::Class;
  if (!is_class && atom.kind != AtomKind::Instance) return {};
  ir::ClassId const class_id{atom.index};
  bool const is_hidden = is_class ? state(class_id).escaped || (is_dunder(name) && name.text() != "__init__")
                                  : may_be_shadowed(class_id, name);
  if (is_hidden || !is_regular(class_id)) return {};
  Value const* const found = find_class_attribute(class_id, name);
  if (!found || found->unknown || found->unbound || found->atoms.size() != 1) return {};
  Atom const method = atoms[found->atoms[0]];
  ir::FunctionId const function{method.index};
  switch (method.kind) {
    case AtomKind::Function: return {function, is_class ? FirstArgument::Anything : FirstArgument::OwnInstance};
    case AtomKind::ClassMethod: return {function, FirstArgument::OwnClass};
    case AtomKind::StaticMethod: return {function, FirstArgument::Anything};
    default: return {};
  }
}

ir::FunctionId World::accessor_of(Value const& receivers, NameId name, AtomKind accessor) {
  ir::FunctionId result;
  if (receivers.unknown) return {};
  for (AtomId id : receivers.atoms) {
    if (atoms[id].kind == AtomKind::None) continue;
    ir::FunctionId const found = accessor_of(id, name, accessor);
    if (!found || (result && found != result)) return {};
    result = found;
  }
  return result;
}

ir::FunctionId World::accessor_of(AtomId receiver, NameId name, AtomKind accessor) {
  Atom const atom = atoms[receiver];
  ir::ClassId const class_id{atom.index};
  if (atom.kind != AtomKind::Instance || !is_regular(class_id)) return {};
  Value const* const found = find_class_attribute(class_id, name);
  if (!found || found->unknown) return {};
  ir::FunctionId result;
  for (AtomId id : found->atoms) {
    Atom const each = atoms[id];
    bool const is_another = each.kind == accessor && result;
    if (!is_accessor(each.kind) || is_another) return {};
    if (each.kind == accessor) result = ir::FunctionId{each.index};
  }
  return result;
}

ir::ClassId World::attribute_owner(ir::ClassId id, NameId name) const {
  ir::ClassId owner = id;
  for (ir::ClassId base = id; base; base = module.classes[base].base) {
    for (ir::ClassField const& field : module.classes[base].fields) {
      if (field.name == name) owner = base;
    }
  }
  return owner;
}

bool World::is_plain_attribute(ir::ClassId id, NameId name) {
  Value const* const found = find_class_attribute(id, name);
  if (!found) return true;
  return !found->unknown && std::ranges::all_of(found->atoms, [&](AtomId each) {
    AtomKind const kind = atoms[each].kind;
    return kind == AtomKind::None || kind == AtomKind::Bool || kind == AtomKind::Int || kind == AtomKind::Float ||
           kind == AtomKind::Str || kind == AtomKind::Bytes || kind == AtomKind::Tuple;
  });
}

bool World::is_frozen(ir::ClassId id) const {
  return std::ranges::any_of(mro(id), [&](ir::ClassId each) {
    return module.classes[each].dataclass && module.classes[each].dataclass->frozen;
  });
}

bool World::derives_from(ir::ClassId id, ir::ClassId base) const {
  return std::ranges::find(mro(id), base) != mro(id).end();
}

bool World::extends(ir::ClassId id, ir::ClassId base) const {
  while (id && id != base) id = module.classes[id].base;
  return static_cast<bool>(id);
}

void World::find_fixed_supers() {
  has_fixed_supers_.assign(classes.size(), true);
  for (ir::Class const& below : module.classes) {
    for (auto place = below.mro.begin(); place != below.mro.end(); ++place)
      if (!std::equal(place, below.mro.end(), mro(*place).begin(), mro(*place).end()))
        has_fixed_supers_[place->index] = false;
  }
}

bool World::may_be_shadowed(ir::ClassId id, NameId name) {
  ClassState const& class_ = state(id);
  if (class_.escaped) return true;
  for (ir::ClassId const base : mro(id)) {
    if (state(base).instance_attributes.contains(name) || state(base).is_irregular || !state(base).is_known)
      return true;
  }
  return class_.instances_escaped && may_store(name);
}

bindings::Class const* World::native_base(ir::ClassId id) {
  for (; id; id = module.classes[id].base) {
    ir::Class const& class_ = module.classes[id];
    if (class_.base) continue;
    if (!class_.native_base) return nullptr;
    // Each handler of an exception asks this of all classes.
    auto const [known, is_new] = native_classes_.try_emplace(class_.native_base, nullptr);
    if (is_new) known->second = bindings::find_class(class_.native_base.text());
    return known->second;
  }
  return nullptr;
}

bool World::is_made_plainly(ir::ClassId id) const { return ir::is_plain_root(ir::native_base(module, id)); }

bool World::is_generic(ir::ClassId id) {
  bool const is_declared =
      std::ranges::any_of(mro(id), [&](ir::ClassId each) { return module.classes[each].is_generic; });
  return is_declared && is_regular(id) && !find_class_attribute(id, NameId::of("__class_getitem__"));
}

bool World::is_always_true(ir::ClassId id) {
  bool const is_known = is_regular(id) && !state(id).escaped && is_made_plainly(id);
  return is_known && !find_class_attribute(id, NameId::of("__bool__")) &&
         !find_class_attribute(id, NameId::of("__len__"));
}

// An abstract base's methods are marked, and all of them are known.
bool World::may_be_abstract(ir::ClassId id) {
  if (std::ranges::none_of(mro(id), [&](ir::ClassId each) { return module.classes[each].is_abc; })) return false;
  auto const may_be_marked = [&](AtomId atom) {
    bool const is_function = atoms[atom].kind == AtomKind::Function || is_wrapped_function(atoms[atom].kind);
    return is_function ? state(ir::FunctionId{atoms[atom].index}).is_abstract : is_descriptor(atom);
  };
  for (ir::ClassId const base : mro(id)) {
    for (auto const& [name, value] : state(base).class_attributes) {
      Value const* const found = find_class_attribute(id, name);
      if (found && (found->unknown || std::ranges::any_of(found->atoms, may_be_marked))) return true;
    }
  }
  return false;
}

Value const& World::instances_below(bindings::Class const& class_) {
  auto const [known, is_new] = instances_below_.try_emplace(&class_);
  if (!is_new) return known->second;
  for (std::uint32_t index = 0; index < classes.size(); ++index) {
    bindings::Class const* const base = native_base(ir::ClassId{index});
    if (!base || bindings::is_below(*base, class_))
      known->second.atoms.insert(atoms.intern({AtomKind::Instance, index}));
  }
  return known->second;
}

bool World::has_binary_dunders(Value const& value) {
  std::set<std::uint32_t> seen;
  for (AtomId atom : value.atoms) {
    if (has_binary_dunders(atom, seen)) return true;
  }
  return false;
}

// A dataclass compares what its fields hold.
template <class Any>
bool World::has_binary_dunders(ir::ClassId id, Any const& any) {
  bool compares_fields = false;
  for (ir::ClassId const base : mro(id)) {
    if (class_has_binary_dunders_[base.index] || state(base).is_irregular) return true;
    std::optional<ir::Dataclass> const& dataclass = module.classes[base].dataclass;
    compares_fields = compares_fields || (dataclass && dataclass->compares_fields);
    if (!compares_fields) continue;
    for (auto const& [name, value] : state(base).instance_attributes) {
      if (any(value)) return true;
    }
  }
  return false;
}

bool World::has_binary_dunders(AtomId id, std::set<std::uint32_t>& seen) {
  if (!seen.insert(id).second) return false;
  Atom const atom = atoms[id];
  auto const any = [&](Value const& value) {
    return std::ranges::any_of(value.atoms, [&](AtomId inner) { return has_binary_dunders(inner, seen); });
  };
  switch (atom.kind) {
    case AtomKind::List:
    case AtomKind::Set:
    case AtomKind::Dict:
    case AtomKind::Tuple:
    case AtomKind::NamedTuple:
    case AtomKind::Iterator:
    case AtomKind::NativeCoroutine:
    case AtomKind::NativeObject: return std::ranges::any_of(site_of(atom).slots, any);
    case AtomKind::Coroutine: return any(functions[atom.index].result);
    case AtomKind::Generator: return any(functions[atom.index].yielded);
    case AtomKind::Instance:
      return has_binary_dunders(ir::ClassId{atom.index},
                                [&](Value const& field) { return field.unknown || any(field); });
    default: return false;
  }
}

}  // namespace aiocc::types
