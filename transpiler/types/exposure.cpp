// What code that isn't known gets at through the instances that it has: it uses attributes by names, and those are known as long as it makes none up.
#include <algorithm>
#include <array>

#include "types/world.hpp"

namespace aiocc::types {
namespace {

// Stored into a class, it may change what makes and reads its instances; what decorators copy between functions doesn't.
bool is_of_protocols(NameId name) {
  constexpr std::array<std::string_view, 6> copied{"__annotations__", "__doc__",      "__module__",
                                                   "__name__",        "__qualname__", "__wrapped__"};
  return is_dunder(name) && !is_one_of(name.text(), copied);
}

}  // namespace

// Names tell nothing of it: the runtime's part of its instances uses what it will.
bool World::is_open(ir::ClassId id) {
  return module.attribute_uses.is_of_library || !is_regular(id) || !is_made_plainly(id);
}

bool World::is_used(NameId name) const {
  return reads_any_name || may_store(name) || unknown_reads.contains(name) || deleted_names.contains(name) ||
         module.attribute_uses.read.contains(name);
}

// Operators and builtins call special methods. Only who has the class, or makes an instance like another one, gets to `__init__`.
bool World::is_used(ir::ClassId id, NameId name) const {
  if (!is_dunder(name) || is_used(name)) return is_used(name);
  return name.text() != "__init__" || (module.attribute_uses.replaces && is_dataclass_or_below(id));
}

bool World::is_dataclass_or_below(ir::ClassId id) const {
  return std::ranges::any_of(mro(id), [&](ir::ClassId each) { return module.classes[each].dataclass.has_value(); });
}

void World::expose(ir::ClassId id) {
  for (ir::ClassId const base : mro(id)) {
    ClassState& class_ = classes[base.index];
    for (auto& [name, value] : class_.instance_attributes) expose_field(id, name, value);
    for (auto& [name, value] : class_.class_attributes) expose_class_attribute(id, name, value);
  }
}

void World::expose(ir::ClassId id, NameId name) {
  for (ir::ClassId const base : mro(id)) {
    ClassState& class_ = classes[base.index];
    auto const field = class_.instance_attributes.find(name);
    if (field != class_.instance_attributes.end()) expose_field(id, name, field->second);
    auto const attribute = class_.class_attributes.find(name);
    if (attribute != class_.class_attributes.end()) expose_class_attribute(id, name, attribute->second);
  }
}

void World::expose_everywhere(NameId name) {
  auto const owners = owners_.find(name);
  if (owners == owners_.end()) return;
  for (ir::ClassId const owner : std::vector<ir::ClassId>(owners->second)) {
    for (ir::ClassId const each : classes[owner.index].subclasses) {
      if (classes[each.index].instances_escaped) expose(each, name);
    }
  }
}

void World::expose_all_escaped() {
  for (std::uint32_t index = 0; index < classes.size(); ++index) {
    if (classes[index].instances_escaped) expose(ir::ClassId{index});
  }
}

// Functions of a dataclass's read and compare what its fields hold.
void World::expose_field(ir::ClassId id, NameId name, Value& value) {
  bool const is_dataclass = is_dataclass_or_below(id);
  if (is_open(id) || may_store(name))
    grow(value, unknown());
  else if (is_dataclass || is_dunder(name) || is_used(name) || unknown_calls.contains(name))
    escape(Value(value));
}

void World::expose_class_attribute(ir::ClassId id, NameId name, Value const& value) {
  if (name == annotations_name()) return;
  if (is_open(id) || is_used(id, name)) return escape_through_instances(id, value);
  auto const calls = unknown_calls.find(name);
  if (calls == unknown_calls.end()) return;
  for (AtomId const each : Value(value).atoms) call_through_instances(id, each, calls->second);
}

void World::call_through_instances(ir::ClassId id, AtomId attribute, NamedCalls const& calls) {
  Atom const atom = atoms[attribute];
  ir::FunctionId const function{atom.index};
  switch (atom.kind) {
    case AtomKind::Function:
      call_by_name(function, FirstArgument::OwnInstance, calls);
      return bind_borrowed(id, function, AtomKind::Instance);
    case AtomKind::ClassMethod:
      call_by_name(function, FirstArgument::OwnClass, calls);
      return bind_borrowed(id, function, AtomKind::Class);
    case AtomKind::StaticMethod: return call_by_name(function, FirstArgument::Anything, calls);
    default: return escape_through_instances(id, of(atom));
  }
}

// `class B: method = A.method`: it's called on instances of B.
void World::bind_borrowed(ir::ClassId id, ir::FunctionId method, AtomKind kind) {
  ir::Function const& declared = module.functions[method];
  bool const is_borrowed = declared.class_id && !derives_from(id, declared.class_id);
  if (is_borrowed && takes_first(declared)) grow(state(method).parameters[0], of(kind, id.index));
}

// The function is called with what those calls pass, any of them.
void World::call_by_name(ir::FunctionId id, FirstArgument first, NamedCalls const& calls) {
  ir::Function const& declared = module.functions[id];
  bool const is_bound = first != FirstArgument::Anything;
  bool const gathers = std::ranges::any_of(declared.parameters, [](ir::Parameter const& each) {
    return each.kind == ir::ParameterKind::VarArgs || each.kind == ir::ParameterKind::VarKeywords;
  });
  if (gathers || (is_bound && !(declared.class_id && takes_first(declared)))) return escape_function(id, first);
  FunctionState& function = state(id);
  set(function.reached);
  if (is_bound) bind_first(id, first == FirstArgument::OwnClass ? AtomKind::Class : AtomKind::Instance);
  for (std::size_t index = is_bound ? 1 : 0; index < declared.parameters.size(); ++index) {
    ir::Parameter const& parameter = declared.parameters[index];
    std::size_t const place = index - (is_bound ? 1 : 0);
    if (parameter.kind != ir::ParameterKind::KeywordOnly && place < calls.positional.size())
      grow(function.parameters[index], calls.positional[place]);
    auto const given = calls.by_keyword.find(declared.locals[parameter.local].name);
    if (parameter.kind != ir::ParameterKind::PositionalOnly && given != calls.by_keyword.end())
      grow(function.parameters[index], given->second);
    grow(function.parameters[index], Value(function.defaults[index]));
  }
  escape_results(id);
}

void World::note_call(NameId name, std::span<Value const> arguments, std::span<NameId const> keywords) {
  auto const [known, is_new] = unknown_calls.try_emplace(name);
  NamedCalls& calls = known->second;
  bool is_grown = is_new;
  std::size_t const positional = arguments.size() - keywords.size();
  if (calls.positional.size() < positional) calls.positional.resize(positional);
  for (std::size_t index = 0; index < positional; ++index) is_grown |= join(calls.positional[index], arguments[index]);
  for (std::size_t index = 0; index < keywords.size(); ++index)
    is_grown |= join(calls.by_keyword[keywords[index]], arguments[positional + index]);
  if (!is_grown) return;
  changed = true;
  expose_everywhere(name);
}

void World::note_name(std::set<NameId>& names, NameId name) {
  if (!names.insert(name).second) return;
  changed = true;
  expose_everywhere(name);
}

void World::note_read(NameId name) { note_name(unknown_reads, name); }
void World::note_store(NameId name) {
  note_name(unknown_stores, name);
  expose_named_tuples();
}
void World::note_deletion(NameId name) {
  note_name(deleted_names, name);
  expose_named_tuples();
}

void World::open_escaped(bool& flag) {
  if (flag) return;
  set(flag);
  expose_all_escaped();
}

void World::read_any_name() { open_escaped(reads_any_name); }
void World::store_any_name() {
  open_escaped(stores_any_name);
  expose_named_tuples();
}
void World::change_classes() { open_escaped(changes_classes); }

// Instances are what they are; whoever has the class can replace what makes and reads them.
void World::expose_named_tuples() {
  auto const is_replaced = [this](NameId name) { return may_store(name) || deleted_names.contains(name); };
  auto const any_special = [](std::set<NameId> const& names) { return std::ranges::any_of(names, is_of_protocols); };
  bool const all = any_special(unknown_stores) || any_special(deleted_names) ||
                   any_special(module.attribute_uses.stored) || is_replaced(NameId::of("_make")) ||
                   is_replaced(NameId::of("_replace"));
  for (std::uint32_t const index : named_tuples_) {
    Site const& made = sites[index];
    bool const is_reachable = made.escaped || reflects;
    if (all || (is_reachable && std::ranges::any_of(made.names, is_replaced)))
      change_named_tuple({AtomKind::NamedTupleClass, index});
  }
}

void World::make_irregular(ir::ClassId id) {
  if (classes[id.index].is_irregular) return;
  set(classes[id.index].is_irregular);
  for (ir::ClassId const each : classes[id.index].subclasses) {
    if (classes[each.index].instances_escaped) expose(each);
  }
}

}  // namespace aiocc::types
