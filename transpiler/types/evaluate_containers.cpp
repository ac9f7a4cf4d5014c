// Containers by allocation site, iteration, items, context managers and awaiting.
#include "types/evaluator.hpp"

namespace aiocc::types {

Value Evaluator::container(AtomKind kind, ir::InstId id, std::size_t slots) {
  return of(kind, world_.site(id_, id, 0, kind, nullptr, slots));
}

// Joins into a slot of each container among `containers`. The keys of dicts and the elements of sets are compared with others.
void Evaluator::store_slot(Value const& containers, std::size_t slot, Value const& stored) {
  if (containers.unknown) world_.escape(stored);
  bool const are_keys = slot == 0 && std::ranges::any_of(containers.atoms, [&](AtomId id) {
                          return world_.atoms[id].kind == AtomKind::Set || world_.atoms[id].kind == AtomKind::Dict;
                        });
  if (are_keys) compare_keys(containers, stored);
  for (AtomId id : containers.atoms) {
    Atom const atom = world_.atoms[id];
    bool const has_slots = atom.kind == AtomKind::List || atom.kind == AtomKind::Set || atom.kind == AtomKind::Dict ||
                           atom.kind == AtomKind::Tuple || atom.kind == AtomKind::NamedTuple ||
                           atom.kind == AtomKind::Iterator || atom.kind == AtomKind::NativeObject ||
                           atom.kind == AtomKind::NativeCoroutine;
    if (has_slots && slot < world_.site_of(atom).slots.size()) {
      world_.grow(world_.site_of(atom).slots[slot], stored);
      if (world_.site_of(atom).escaped) world_.escape(stored);
    } else {
      world_.escape(stored);
    }
  }
}

// A key is looked for in dicts and sets: it's compared with those that are there.
void Evaluator::compare_keys(Value const& containers, Value const& key) {
  std::vector<Value> operands{key};
  for (AtomId id : containers.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::Set || atom.kind == AtomKind::Dict) operands.push_back(world_.site_of(atom).slots[0]);
  }
  if (operands.size() > 1) compared(operands);
}

// Each element is known by its place.
bool Evaluator::has_fixed_slots(Atom const& atom) {
  return atom.kind == AtomKind::NamedTuple || (atom.kind == AtomKind::Tuple && world_.site_of(atom).fixed);
}

Value Evaluator::all_slots(Site const& site) {
  Value result;
  for (Value const& slot : site.slots) world_.join(result, slot);
  return result;
}

Value Evaluator::evaluate(ir::MakeList const& node, ir::InstId id) {
  Value const made = container(AtomKind::List, id, 1);
  for (ir::InstId element : node.elements) store_slot(made, 0, value(element));
  return made;
}

Value Evaluator::evaluate(ir::MakeSet const& node, ir::InstId id) {
  Value const made = container(AtomKind::Set, id, 1);
  for (ir::InstId element : node.elements) store_slot(made, 0, value(element));
  return made;
}

Value Evaluator::evaluate(ir::MakeDict const& node, ir::InstId id) {
  Value const made = container(AtomKind::Dict, id, 2);
  for (ir::InstId key : node.keys) store_slot(made, 0, value(key));
  for (ir::InstId each : node.values) store_slot(made, 1, value(each));
  return made;
}

Value Evaluator::evaluate(ir::MakeTuple const& node, ir::InstId id) {
  Value const made = container(AtomKind::Tuple, id, node.elements.size());
  world_.site_of(world_.atoms[made.atoms[0]]).fixed = true;
  for (std::size_t index = 0; index < node.elements.size(); ++index)
    store_slot(made, index, value(node.elements[index]));
  return made;
}

Value Evaluator::evaluate(ir::MakeSlice const& node, ir::InstId) {
  for (ir::InstId part : {node.lower, node.upper, node.step}) world_.escape(Value(value(part)));
  return of(AtomKind::Slice);
}

Value Evaluator::evaluate(ir::ListAppend const& node, ir::InstId) {
  store_slot(value(node.list), 0, value(node.value));
  return {};
}

// The items are as in a list, which the builtin gets.
Value Evaluator::evaluate(ir::StartSum const&, ir::InstId id) { return container(AtomKind::List, id, 1); }

Value Evaluator::evaluate(ir::SumAdd const& node, ir::InstId) {
  store_slot(value(node.sum), 0, value(node.value));
  return {};
}

Value Evaluator::evaluate(ir::SumResult const& node, ir::InstId id) {
  Value const builtin = of(AtomKind::NativeFunction, 0, bindings::find_module("builtins")->function("sum"));
  Arguments arguments;
  arguments.values.push_back(value(node.sum));
  if (node.start) arguments.values.push_back(value(node.start));
  return call(builtin, arguments, id);
}

Value Evaluator::evaluate(ir::ListExtend const& node, ir::InstId id) {
  store_slot(value(node.list), 0, iterate(value(node.iterable), false, id));
  return {};
}

Value Evaluator::evaluate(ir::ListToTuple const& node, ir::InstId id) {
  Value const made = container(AtomKind::Tuple, id, 1);
  for (AtomId list : Value(value(node.list)).atoms) store_slot(made, 0, all_slots(world_.site_of(world_.atoms[list])));
  return made;
}

Value Evaluator::evaluate(ir::SetAdd const& node, ir::InstId) {
  store_slot(value(node.set), 0, value(node.value));
  return {};
}

Value Evaluator::evaluate(ir::SetUpdate const& node, ir::InstId id) {
  store_slot(value(node.set), 0, iterate(value(node.iterable), false, id));
  return {};
}

Value Evaluator::evaluate(ir::DictMerge const& node, ir::InstId) {
  Value const merged = value(node.other);
  bool const is_dict =
      !merged.unknown && merged.atoms.size() == 1 && world_.atoms[merged.atoms[0]].kind == AtomKind::Dict;
  if (is_dict) {
    Site const& site = world_.site_of(world_.atoms[merged.atoms[0]]);
    store_slot(value(node.dict), 0, Value(site.slots[0]));
    store_slot(value(node.dict), 1, Value(site.slots[1]));
    return {};
  }
  world_.escape(merged);
  store_slot(value(node.dict), 0, World::unknown());
  store_slot(value(node.dict), 1, World::unknown());
  return {};
}

Value Evaluator::evaluate(ir::GetIter const& node, ir::InstId id) {
  Value const made = container(AtomKind::Iterator, id, 1);
  store_slot(made, 0, iterate(value(node.operand), node.is_async, id));
  return made;
}

Value Evaluator::iterate(Value const& iterable, bool is_async, ir::InstId id) {
  if (iterable.unknown) return World::unknown();
  Value result;
  for (AtomId atom : iterable.atoms) world_.join(result, iterate_atom(atom, is_async, id));
  return result;
}

Value Evaluator::iterate_atom(AtomId id, bool is_async, ir::InstId inst) {
  Atom const atom = world_.atoms[id];
  if (atom.kind == AtomKind::Iterator) return world_.site_of(atom).slots[0];
  if (is_async) {
    if (atom.kind == AtomKind::AsyncGenerator) return world_.state(ir::FunctionId{atom.index}).yielded;
    if (atom.kind == AtomKind::Instance) return iterate_instance(atom, is_async);
    return atom.kind == AtomKind::None ? Value{} : escaped(of(atom));
  }
  switch (atom.kind) {
    case AtomKind::Range: return of(AtomKind::Int);
    case AtomKind::Bytes: return of(AtomKind::Int);
    case AtomKind::Str: return of(AtomKind::Str);
    case AtomKind::List:
    case AtomKind::Set:
    case AtomKind::NamedTuple:
    case AtomKind::Tuple: return all_slots(world_.site_of(atom));
    case AtomKind::Dict: return world_.site_of(atom).slots[0];
    case AtomKind::Generator: return world_.state(ir::FunctionId{atom.index}).yielded;
    case AtomKind::None:
    case AtomKind::Bool:
    case AtomKind::Int:
    case AtomKind::Float: return {};
    case AtomKind::Instance: return iterate_instance(atom, is_async);
    case AtomKind::NativeObject: return iterate_native(atom, inst);
    default: return escaped(of(atom));
  }
}

// What the `Iterator[T]` gives that `__iter__` is declared to return.
Value Evaluator::iterate_native(Atom const& atom, ir::InstId id) {
  std::optional<Value> result;
  in_mro(*native_class(atom), environment_of(atom),
         [&](bindings::Class const& owner, TypeEnvironment const& environment) {
           bindings::Function const* method = owner.own_method("__iter__");
           if (!method) return false;
           bindings::TypeExpr const& returns = method->overloads.back().returns;
           // By receiver: several may be iterated on behalf of one call.
           std::uint32_t part = 1000 + atom.index * 8;
           if (returns.name == "Iterator" && returns.args.size() == 1)
             result = make_value(returns.args[0], environment, id, part);
           return true;
         });
  return result ? *result : escaped(of(atom));
}

Value Evaluator::evaluate(ir::Unpack const& node, ir::InstId) { return value(node.value); }

Value Evaluator::evaluate(ir::UnpackItem const& node, ir::InstId id) {
  auto const& unpack = std::get<ir::Unpack>(function_.insts[node.unpack].node);
  Value const source = value(unpack.value);
  if (source.unknown) return World::unknown();
  bool const is_starred = unpack.has_star && node.index == unpack.before;
  Value result;
  for (AtomId atom_id : source.atoms) {
    Atom const atom = world_.atoms[atom_id];
    bool const by_position = has_fixed_slots(atom) && !unpack.has_star;
    if (!by_position) {
      world_.join(result, iterate_atom(atom_id, false, id));
    } else if (node.index < world_.site_of(atom).slots.size()) {
      world_.join(result, world_.site_of(atom).slots[node.index]);
    }
  }
  if (!is_starred) return result;
  Value const rest = container(AtomKind::List, id, 1);
  store_slot(rest, 0, result);
  return rest;
}

Value Evaluator::evaluate(ir::GetItem const& node, ir::InstId id) {
  Value const object = value(node.object);
  Value const key = value(node.key);
  if (object.unknown) {
    world_.escape(key);
    return World::unknown();
  }
  compare_keys(object, key);
  Value result;
  for (AtomId atom : object.atoms) world_.join(result, get_item(world_.atoms[atom], key, id));
  return result;
}

bool Evaluator::may_slice(Value const& key) const {
  return key.unknown ||
         std::ranges::any_of(key.atoms, [&](AtomId each) { return world_.atoms[each].kind == AtomKind::Slice; });
}

bool Evaluator::must_slice(Value const& key) const {
  return !key.unknown &&
         std::ranges::all_of(key.atoms, [&](AtomId each) { return world_.atoms[each].kind == AtomKind::Slice; });
}

Value Evaluator::get_item(Atom const& object, Value const& key, ir::InstId id) {
  bool const slices = must_slice(key);
  switch (object.kind) {
    case AtomKind::Str: return of(AtomKind::Str);
    case AtomKind::Bytes:
    case AtomKind::Range:
      if (slices) return of(object.kind);
      return may_slice(key) ? world_.joined(of(AtomKind::Int), of(object.kind)) : of(AtomKind::Int);
    case AtomKind::Dict: return world_.site_of(object).slots[1];
    case AtomKind::List:
    case AtomKind::NamedTuple:
    case AtomKind::Tuple: {
      Value const items = constant_item(object, id);
      if (!may_slice(key)) return items;
      Value const slice = container(object.kind == AtomKind::List ? AtomKind::List : AtomKind::Tuple, id, 1);
      store_slot(slice, 0, all_slots(world_.site_of(object)));
      return slices ? slice : world_.joined(slice, items);
    }
    case AtomKind::None:
    case AtomKind::Bool:
    case AtomKind::Int:
    case AtomKind::Float: return {};
    case AtomKind::Class:
      if (!world_.is_generic(ir::ClassId{object.index})) break;
      world_.escape(key);
      return of(AtomKind::ClassAlias, object.index);
    default: break;
  }
  bool const is_instance = object.kind == AtomKind::Instance;
  std::optional<Value> const item =
      is_instance ? call_special(object, NameId::of("__getitem__"), {{key}, {}}) : std::nullopt;
  if (item) return *item;
  if (std::optional<Value> const given = call_native_special(object, NameId::of("__getitem__"), {{key}, {}}, id);
      given && !given->unknown)
    return *given;
  world_.escape(key);
  return escaped(of(object));
}

// What the special method of the runtime's class gives that an object has; nothing where it has none, or where that isn't all that the call may do.
std::optional<Value> Evaluator::call_native_special(Atom const& object, NameId name, Arguments const& arguments,
                                                    ir::InstId id) {
  if (object.kind != AtomKind::NativeObject) return std::nullopt;
  std::optional<NativeCall> const call = resolve_native_method(world_.atoms.intern(object), name, arguments);
  return call ? std::optional(call_native(*call, arguments, id)) : std::nullopt;
}

// The element that a constant index picks, or any.
Value Evaluator::constant_item(Atom const& object, ir::InstId id) {
  Site const& site = world_.site_of(object);
  auto const* item = std::get_if<ir::GetItem>(&function_.insts[id].node);
  auto const* constant = item ? std::get_if<ir::Constant>(&function_.insts[item->key].node) : nullptr;
  if (!has_fixed_slots(object) || !constant || constant->kind != ir::ConstantKind::Int || constant->text.size() > 4)
    return all_slots(site);
  int const index = std::stoi(constant->text);
  int const size = static_cast<int>(site.slots.size());
  int const position = index < 0 ? index + size : index;
  return position >= 0 && position < size ? site.slots[position] : Value{};
}

// At an index the value itself is stored, in the place of a slice what it gives one by one.
void Evaluator::store_into_list(Value const& list, Value const& key, Value const& stored, ir::InstId id) {
  if (!must_slice(key)) store_slot(list, 0, stored);
  if (may_slice(key)) store_slot(list, 0, iterate(stored, false, id));
}

Value Evaluator::evaluate(ir::SetItem const& node, ir::InstId inst) {
  Value const object = value(node.object);
  Value const key = value(node.key);
  Value const stored = value(node.value);
  if (object.unknown) {
    world_.escape(key);
    world_.escape(stored);
  }
  for (AtomId id : object.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::Dict) {
      store_slot(of(atom), 0, key);
      store_slot(of(atom), 1, stored);
      continue;
    }
    bool const is_instance = atom.kind == AtomKind::Instance;
    if (is_instance && call_special(atom, NameId::of("__setitem__"), {{key, stored}, {}})) continue;
    if (call_native_special(atom, NameId::of("__setitem__"), {{key, stored}, {}}, inst)) continue;
    if (atom.kind == AtomKind::List) {
      store_into_list(of(atom), key, stored, inst);
    } else if (!is_builtin_data(atom)) {
      world_.escape(of(atom));
      world_.escape(key);
      world_.escape(stored);
    }
  }
  return {};
}

Value Evaluator::evaluate(ir::DeleteItem const& node, ir::InstId inst) {
  Value const object = value(node.object);
  for (AtomId id : object.atoms) {
    Atom const atom = world_.atoms[id];
    bool const is_instance = atom.kind == AtomKind::Instance;
    Arguments const key{{value(node.key)}, {}};
    NameId const name = NameId::of("__delitem__");
    bool const is_known = (is_instance && call_special(atom, name, key)) || call_native_special(atom, name, key, inst);
    if (!is_known && !is_builtin_data(atom)) world_.escape(Value(value(node.key)));
  }
  if (object.unknown) world_.escape(Value(value(node.key)));
  compare_keys(object, value(node.key));
  return {};
}

// What `__enter__` gives, or awaiting what `__aenter__` gives.
Value Evaluator::enter(AtomId manager, bool is_async, ir::InstId id) {
  NameId const name = NameId::of(is_async ? "__aenter__" : "__enter__");
  Value entered = call_method(manager, name, {}, id);
  return is_async ? await_value(entered, id) : entered;
}

Value Evaluator::await_value(Value const& awaited, ir::InstId id) {
  if (awaited.unknown) return World::unknown();
  Value result;
  for (AtomId each : awaited.atoms) {
    Atom const atom = world_.atoms[each];
    if (atom.kind == AtomKind::Coroutine) {
      world_.join(result, world_.state(ir::FunctionId{atom.index}).result);
    } else if (atom.kind == AtomKind::NativeCoroutine) {
      world_.join(result, world_.site_of(atom).slots[0]);
    } else if (atom.kind == AtomKind::NativeObject) {
      world_.join(result, await_native(atom, id));
    } else if (!is_builtin_data(atom)) {
      world_.join(result, escaped(of(atom)));
    }
  }
  return result;
}

// `__await__` is declared to return `Generator[..., ..., T]`.
Value Evaluator::await_native(Atom const& atom, ir::InstId id) {
  auto const* class_ = static_cast<bindings::Class const*>(atom.native);
  std::optional<Value> result;
  in_mro(*class_, environment_of(atom), [&](bindings::Class const& owner, TypeEnvironment const& environment) {
    bindings::Function const* method = owner.own_method("__await__");
    if (!method) return false;
    bindings::TypeExpr const& returns = method->overloads.back().returns;
    std::uint32_t part = 100;
    if (returns.args.size() == 3) result = make_value(returns.args[2], environment, id, part);
    return true;
  });
  return result ? *result : escaped(of(atom));
}

}  // namespace aiocc::types
