// Calls: of the program's functions, classes and methods, and of what isn't known.
#include "types/evaluator.hpp"

namespace aiocc::types {
namespace {

// The special method that a builtin function only calls.
std::optional<NameId> asked_by(bindings::Function const& function) {
  static bindings::Module const& builtins = *bindings::find_module("builtins");
  for (char const* name : {"abs", "next", "iter", "anext", "aiter"}) {
    if (&function == builtins.function(name)) return NameId::of("__" + std::string(name) + "__");
  }
  return std::nullopt;
}

}  // namespace

Arguments Evaluator::arguments_of(std::vector<ir::InstId> const& args, std::vector<NameId> const& keywords) {
  Arguments result;
  result.keywords = keywords;
  for (ir::InstId each : args) result.values.push_back(value(each));
  return result;
}

Value Evaluator::evaluate(ir::Call const& node, ir::InstId id) {
  Value const callee = value(node.callee);
  Arguments const arguments = arguments_of(node.args, node.keywords);
  self_.callees.erase(id);
  if (node.describes_field) return describe_field(arguments);
  if (std::optional<Value> const wrapped = wrapped_functions(node)) return *wrapped;
  if (std::optional<Value> const marked = marked_abstract(callee, arguments)) return *marked;
  if (callee.unknown || callee.atoms.size() != 1) return call(callee, arguments, id);
  Atom const atom = world_.atoms[callee.atoms[0]];
  if (atom.kind == AtomKind::Function) return call_function(ir::FunctionId{atom.index}, arguments, std::nullopt, id);
  if (atom.kind == AtomKind::Class) return construct(ir::ClassId{atom.index}, arguments, id);
  return call(callee, arguments, id);
}

// The description stays with the class: whoever gets at that may call what it holds.
Value Evaluator::describe_field(Arguments const& arguments) {
  for (Value const& each : arguments.values)
    world_.store_class_attribute(function_.class_id, NameId::of("<descriptions>"), each);
  return World::unknown();
}

// The method is looked up by the CallMethod.
Value Evaluator::evaluate(ir::GetMethod const& node, ir::InstId id) {
  ir::GetAttr const same{node.object, node.name};
  Value const object = value(node.object);
  bool const is_special = node.name.text() == "__class__" || node.name.text() == "__subclasses__";
  if (is_special) evaluate(same, id);
  return object;
}

Value Evaluator::evaluate(ir::CallMethod const& node, ir::InstId id) {
  auto const& method = std::get<ir::GetMethod>(function_.insts[node.method].node);
  Value const receiver = value(method.object);
  Arguments const arguments = arguments_of(node.args, node.keywords);
  self_.callees.erase(id);
  if (stores_by_name(method.name)) note_store_by_name(node, method.name);
  if (receiver.unknown) {
    world_.note_call(method.name, arguments.values, arguments.keywords);
    return call_unknown(arguments);
  }
  if (MethodTarget const callee = world_.method_of(receiver, method.name);
      callee && world_.module.functions[callee.function].captures.empty())
    return call_function(callee.function, arguments, first_argument(callee, receiver), id);
  if (std::optional<Value> const property = further_accessors(receiver, method.name, arguments)) return *property;
  Value result;
  for (AtomId atom : receiver.atoms) world_.join(result, call_method(atom, method.name, arguments, id));
  return result;
}

// `x.__setattr__("name", value)`, `object.__delattr__(x, "name")`: names that aren't constants may be any.
void Evaluator::note_store_by_name(ir::CallMethod const& node, NameId method) {
  std::size_t const behind = method.text() == "__setattr__" ? 2 : 1;
  ir::InstId const name = node.args.size() < behind ? ir::InstId() : node.args[node.args.size() - behind];
  auto const* const constant = name ? std::get_if<ir::Constant>(&function_.insts[name].node) : nullptr;
  if (!constant || constant->kind != ir::ConstantKind::Str) return world_.store_any_name();
  if (constant->text == "__dict__") return world_.store_any_name();
  world_.note_store(NameId::of(constant->text));
  if (behind == 1) world_.note_deletion(NameId::of(constant->text));
}

// What a method gets before the arguments of a call through these receivers.
std::optional<Value> Evaluator::first_argument(MethodTarget const& method, Value const& receivers) {
  if (method.first == FirstArgument::Anything) return std::nullopt;
  if (receivers.unknown) return World::unknown();
  Value result;
  for (AtomId id : receivers.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::None) continue;
    world_.join(result, method.first == FirstArgument::OwnClass ? of(AtomKind::Class, atom.index) : of(atom));
  }
  return result;
}

// `zip(*rows)`, `gather(*tasks)`: all that an overload takes is any number of values of one type.
std::optional<NativeCall> Evaluator::resolve_unpacked(Atom const& callee, Arguments const& items) {
  Array<bindings::Overload> const overloads = overloads_of(callee);
  auto const is_variadic = [](bindings::Overload const& overload) {
    return !overload.params.empty() && overload.params[0].kind == bindings::ParameterKind::VarArgs &&
           !overload.params[0].type.is("object");
  };
  auto const overload = std::ranges::find_if(overloads, is_variadic);
  return overload == overloads.end() ? std::nullopt : resolve_native({&*overload, 1}, {}, false, items);
}

std::optional<Value> Evaluator::call_unpacked_native(ir::CallUnpacked const& node, ir::InstId id) {
  Value const callee = value(node.callee);
  if (node.keywords || callee.unknown || callee.atoms.size() != 1) return std::nullopt;
  Arguments items;
  items.values.push_back(iterate(value(node.args), false, id));
  std::optional<NativeCall> const call = resolve_unpacked(world_.atoms[callee.atoms[0]], items);
  return call ? std::optional(call_native(*call, items, id)) : std::nullopt;
}

// A function of the program's that's called with what a star and two stars unpack: the values reach any parameter. Nothing where the callee is
// something else.
std::optional<Value> Evaluator::call_unpacked(Atom const& callee, Unpacked const& items, Value const& keywords) {
  if (callee.kind == AtomKind::Class) return construct_unpacked(ir::ClassId{callee.index}, items, keywords);
  if (callee.kind == AtomKind::NamedTupleClass) return construct_named_tuple(callee, items, keywords);
  bool const is_bound = callee.kind == AtomKind::BoundMethod;
  if (callee.kind != AtomKind::Function && !is_bound) return std::nullopt;
  ir::FunctionId const function{callee.index};
  if (is_bound && !takes_first(world_.module.functions[function])) return std::nullopt;
  if (is_bound) world_.bind_self(function);
  unpack_into(function, is_bound ? 1 : 0, items, keywords);
  return result_of(function);
}

std::optional<Value> Evaluator::construct_unpacked(ir::ClassId id, Unpacked const& items, Value const& keywords) {
  bool const is_plain = world_.is_regular(id) && !world_.state(id).escaped && world_.is_made_plainly(id);
  ir::FunctionId const init = is_plain ? world_.find_method(id, NameId::of("__init__")) : ir::FunctionId();
  if (!init || !takes_first(world_.module.functions[init])) return std::nullopt;
  Value const made = of(AtomKind::Instance, id.index);
  world_.grow(world_.state(init).parameters[0], made);
  unpack_into(init, 1, items, keywords);
  return made;
}

void Evaluator::unpack_into(ir::FunctionId id, std::size_t first, Unpacked const& items, Value const& keywords) {
  ir::Function const& declared = world_.module.functions[id];
  FunctionState& state = world_.state(id);
  world_.set(state.reached);
  world_.set(state.is_unpacked_into);
  for (std::size_t index = first; index < declared.parameters.size(); ++index) {
    ir::ParameterKind const kind = declared.parameters[index].kind;
    std::size_t const place = index - first;
    if (kind == ir::ParameterKind::VarArgs) {
      world_.grow(state.parameters[index], rest_of(id, index, items.behind(place), items.others));
    } else if (kind == ir::ParameterKind::VarKeywords) {
      auto const part = static_cast<std::uint32_t>(index);
      Value const rest = of(AtomKind::Dict, world_.site(id, {}, part, AtomKind::Dict, nullptr, 2));
      store_slot(rest, 0, of(AtomKind::Str));
      store_slot(rest, 1, keywords);
      world_.grow(state.parameters[index], rest);
    } else if (kind != ir::ParameterKind::KeywordOnly && place < items.places.size()) {
      world_.grow(state.parameters[index], items.places[place]);
    } else {
      if (kind != ir::ParameterKind::KeywordOnly) world_.grow(state.parameters[index], items.others);
      if (kind != ir::ParameterKind::PositionalOnly) world_.grow(state.parameters[index], keywords);
      world_.grow(state.parameters[index], Value(state.defaults[index]));
    }
  }
}

// The tuple of the arguments that are left for `*args`. A few that are all known have a place each.
Value Evaluator::rest_of(ir::FunctionId callee, std::size_t parameter, std::span<Value const> extras,
                         Value const& others) {
  constexpr std::size_t most_places = 8, parts = 1000;
  bool const is_fixed = others.is_empty() && !extras.empty() && extras.size() <= most_places && parameter < parts;
  std::size_t const slots = is_fixed ? extras.size() : 1;
  auto const part = static_cast<std::uint32_t>(parameter + (is_fixed ? slots * parts : 0));
  std::uint32_t const site = world_.site(callee, {}, part, AtomKind::Tuple, nullptr, slots);
  world_.site(site).fixed = is_fixed;
  Value const rest = of(AtomKind::Tuple, site);
  for (std::size_t index = 0; index < extras.size(); ++index) store_slot(rest, is_fixed ? index : 0, extras[index]);
  store_slot(rest, 0, others);
  return rest;
}

// What a star unpacks: that of tuples by their places, as far as all have them.
void Evaluator::unpack(Value const& iterable, Unpacked& items, ir::InstId id) {
  std::size_t known = iterable.unknown || iterable.is_empty() ? 0 : std::size_t(-1);
  for (AtomId const each : iterable.atoms) {
    Atom const atom = world_.atoms[each];
    bool const has_places = has_fixed_slots(atom);
    known = std::min(known, has_places ? world_.site_of(atom).slots.size() : 0);
  }
  std::size_t const first = items.places.size();
  items.places.resize(first + known);
  for (AtomId const each : iterable.atoms) {
    Atom const atom = world_.atoms[each];
    if (known == 0) continue;
    std::vector<Value> const slots = world_.site_of(atom).slots;
    for (std::size_t slot = 0; slot < slots.size(); ++slot)
      world_.join(slot < known ? items.places[first + slot] : items.others, slots[slot]);
  }
  if (known == 0) world_.join(items.others, iterate(iterable, false, id));
}

// The arguments of a call that unpacks some: one iterable, or a list that's made for it.
Unpacked Evaluator::unpacked_arguments(ir::CallUnpacked const& node, ir::InstId id) {
  Unpacked items;
  auto const* list = std::get_if<ir::MakeList>(&function_.insts[node.args].node);
  if (!list) {
    unpack(value(node.args), items, id);
    return items;
  }
  for (ir::InstId const each : list->elements) items.places.push_back(value(each));
  for (ir::Inst const& inst : function_.insts) {
    auto const* const extend = std::get_if<ir::ListExtend>(&inst.node);
    auto const* const append = std::get_if<ir::ListAppend>(&inst.node);
    if (extend && extend->list == node.args) {
      if (items.others.is_empty())
        unpack(value(extend->iterable), items, id);
      else
        world_.join(items.others, iterate(value(extend->iterable), false, id));
    } else if (append && append->list == node.args) {
      if (items.others.is_empty())
        items.places.push_back(value(append->value));
      else
        world_.join(items.others, value(append->value));
    }
  }
  return items;
}

// What the values of a dict of keyword arguments may be.
Value Evaluator::values_of_keywords(ir::InstId keywords) {
  Value result;
  if (!keywords) return result;
  Value const dict = value(keywords);
  if (dict.unknown) return World::unknown();
  for (AtomId const id : dict.atoms) {
    Atom const atom = world_.atoms[id];
    world_.join(result, atom.kind == AtomKind::Dict ? Value(world_.site_of(atom).slots[1]) : World::unknown());
  }
  return result;
}

// All that's called is functions of the program's: who they are is seen, and what they get.
std::optional<Value> Evaluator::call_unpacked(ir::CallUnpacked const& node, ir::InstId id) {
  Value const callee = value(node.callee);
  if (callee.unknown) return std::nullopt;
  Unpacked const items = unpacked_arguments(node, id);
  Value const keywords = values_of_keywords(node.keywords);
  Value result;
  for (AtomId const atom : callee.atoms) {
    std::optional<Value> const given = call_unpacked(world_.atoms[atom], items, keywords);
    if (!given) return std::nullopt;
    world_.join(result, *given);
  }
  return result;
}

// The elements of what a star unpacks may be kept by whoever is called.
Value Evaluator::evaluate(ir::CallUnpacked const& node, ir::InstId id) {
  Value const callee = value(node.callee);
  if (callee.is_empty() || value(node.args).is_empty()) return {};
  if (std::optional<Value> const result = call_unpacked_native(node, id)) return *result;
  if (std::optional<Value> const result = call_unpacked(node, id)) return *result;
  world_.escape(iterate(value(node.args), false, id));
  for (AtomId atom : Value(value(node.args)).atoms) {
    AtomKind const kind = world_.atoms[atom].kind;
    // The callee gets a new tuple of the elements.
    if (kind != AtomKind::List && kind != AtomKind::Set && kind != AtomKind::Dict) world_.escape(atom);
  }
  if (node.keywords) world_.escape(Value(value(node.keywords)));
  world_.observe_exceptions();
  world_.escape(callee);
  if (callee.unknown || callee.atoms.size() != 1) return World::unknown();
  Atom const atom = world_.atoms[callee.atoms[0]];
  Array<bindings::Overload> const overloads = overloads_of(atom);
  if (overloads.empty()) return World::unknown();
  std::uint32_t part = 0;
  // Which overload applies isn't known, so the result is what the most general one gives.
  Value const result = make_value(overloads.back().returns, {}, id, part);
  if (!overloads.back().is_async()) return result;
  Value const coroutine =
      of(AtomKind::NativeCoroutine, world_.site(id_, id, 90, AtomKind::NativeCoroutine, nullptr, 1));
  store_slot(coroutine, 0, result);
  return coroutine;
}

Value Evaluator::call(Value const& callee, Arguments const& arguments, ir::InstId id) {
  if (callee.unknown) return call_unknown(arguments);
  Value result;
  for (AtomId atom : callee.atoms) world_.join(result, call_atom(atom, arguments, id));
  return result;
}

Value Evaluator::call_unknown(Arguments const& arguments) {
  for (Value const& each : arguments.values) world_.escape(each);
  world_.observe_exceptions();
  return World::unknown();
}

Value Evaluator::call_atom(AtomId callee, Arguments const& arguments, ir::InstId id) {
  Atom const atom = world_.atoms[callee];
  switch (atom.kind) {
    case AtomKind::Function: return call_function(ir::FunctionId{atom.index}, arguments, std::nullopt);
    case AtomKind::BoundMethod: {
      world_.bind_self(ir::FunctionId{atom.index});
      Arguments with_self = arguments;
      with_self.values.insert(with_self.values.begin(), Value{});
      return call_function(ir::FunctionId{atom.index}, with_self, std::nullopt);
    }
    case AtomKind::Class:
    case AtomKind::ClassAlias: return construct(ir::ClassId{atom.index}, arguments);
    case AtomKind::NativeClass: {
      auto const* class_ = static_cast<bindings::Class const*>(atom.native);
      bool const is_super = class_->full_name == "super" && arguments.values.size() == 2;
      if (is_super && function_.class_id) return of(AtomKind::Super, function_.class_id.index);
      if (class_->full_name == "type") {
        if (arguments.values.size() != 1 || !is_only_described(id)) world_.reflect();
        if (std::optional<Value> const classes = classes_of(arguments)) return *classes;
      }
      if (is_exception(*class_) && class_->constructors.empty()) return construct_native(*class_, arguments, id);
      [[fallthrough]];
    }
    case AtomKind::NativeFunction: {
      if (std::optional<Value> const asked = ask_instances(atom, arguments)) return *asked;
      if (std::optional<Value> const iterator = iterator_of(atom, arguments, id)) return *iterator;
      std::optional<NativeCall> resolved = resolve_native(overloads_of(atom), {}, false, arguments);
      if (resolved && atom.kind == AtomKind::NativeClass)
        resolved->owner = static_cast<bindings::Class const*>(atom.native);
      return resolved ? call_native(*resolved, arguments, id) : call_unknown(arguments);
    }
    case AtomKind::NativeMethod: return call_native_method(atom, arguments, id);
    case AtomKind::NamedTupleMaker: return make_named_tuple(arguments, id);
    case AtomKind::NamedTupleClass: return construct_named_tuple(atom, arguments);
    default:
      // Before something else is there: `self.callback = None`.
      if (is_builtin_data(atom)) return {};
      if (std::optional<Value> const result = call_special(atom, NameId::of("__call__"), arguments)) return *result;
      world_.escape(callee);
      return call_unknown(arguments);
  }
}

Value Evaluator::call_native_method(Atom const& bound, Arguments const& arguments, ir::InstId id) {
  NameId const name = world_.site_of(bound).names[0];
  Value const receivers = world_.site_of(bound).slots[0];
  Value result;
  for (AtomId const receiver : receivers.atoms) world_.join(result, call_method(receiver, name, arguments, id));
  return result;
}

// `abs(x)`, `next(x)` of instances: what their special method gives.
std::optional<Value> Evaluator::ask_instances(Atom const& callee, Arguments const& arguments) {
  bool const has_one = arguments.values.size() == 1 && arguments.keywords.empty() && !arguments.values[0].unknown;
  if (!has_one || callee.kind != AtomKind::NativeFunction) return std::nullopt;
  std::optional<NameId> const name = asked_by(*static_cast<bindings::Function const*>(callee.native));
  if (!name || arguments.values[0].is_empty()) return std::nullopt;
  Value result;
  for (AtomId id : arguments.values[0].atoms) {
    bool const is_instance = world_.atoms[id].kind == AtomKind::Instance;
    std::optional<Value> const given = is_instance ? call_special(world_.atoms[id], *name, {}) : std::nullopt;
    if (!given) return std::nullopt;
    world_.join(result, *given);
  }
  return result;
}

// `iter(items)` of builtin containers.
std::optional<Value> Evaluator::iterator_of(Atom const& callee, Arguments const& arguments, ir::InstId id) {
  static bindings::Function const* const iter = bindings::find_module("builtins")->function("iter");
  bool const has_one = callee.native == iter && arguments.values.size() == 1 && arguments.keywords.empty();
  if (!has_one || arguments.values[0].is_empty() || !is_builtin_data(arguments.values[0])) return std::nullopt;
  Value const made = container(AtomKind::Iterator, id, 1);
  store_slot(made, 0, iterate(arguments.values[0], false, id));
  return made;
}

// `type(x)` of instances of the program's classes.
std::optional<Value> Evaluator::classes_of(Arguments const& arguments) {
  if (arguments.values.size() != 1 || !arguments.keywords.empty() || arguments.values[0].unknown) return std::nullopt;
  Value result;
  for (AtomId id : arguments.values[0].atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind != AtomKind::Instance || !world_.is_regular(ir::ClassId{atom.index})) return std::nullopt;
    world_.join(result, of(AtomKind::Class, atom.index));
  }
  return result;
}

// Whether the rewriter will make a direct call of it: all arguments are there or have constant defaults, and no object stands for the
// coroutine.
bool Evaluator::may_be_direct(ir::FunctionId callee, Binding const& binding, ir::InstId call) {
  ir::Function const& declared = world_.module.functions[callee];
  if (declared.kind == ir::FunctionKind::Coroutine && !is_awaited_at_once(call)) return false;
  if (declared.kind != ir::FunctionKind::Function && declared.kind != ir::FunctionKind::Coroutine) return false;
  return std::ranges::none_of(binding.argument_of, [](int argument) { return argument == Binding::by_default; });
}

// The only thing that becomes of the call's value is that the next instruction awaits it.
bool Evaluator::is_awaited_at_once(ir::InstId call) {
  if (uses_.empty()) {
    uses_.resize(function_.insts.size());
    for (ir::Inst const& user : function_.insts) {
      ir::for_each_operand(user.node, [&](ir::InstId operand) {
        ++uses_[operand.index].count;
        uses_[operand.index].is_awaited |= user.kind() == ir::InstKind::Await;
      });
    }
  }
  return uses_[call.index].count == 1 && uses_[call.index].is_awaited;
}

ir::FunctionId Evaluator::pick_variant(ir::FunctionId callee, Binding const& binding, Arguments const& all,
                                       ir::InstId direct) {
  if (!direct || !may_be_direct(callee, binding, direct)) return callee;
  std::vector<Value> values;
  for (int argument : binding.argument_of)
    values.push_back(argument >= 0 ? all.values[static_cast<std::size_t>(argument)] : Value{});
  ir::FunctionId const picked = world_.specialised(callee, values, id_);
  self_.callees[direct] = picked;
  return picked;
}

Value Evaluator::call_function(ir::FunctionId called, Arguments const& arguments, std::optional<Value> const& self,
                               ir::InstId direct) {
  Arguments all = arguments;
  if (self) all.values.insert(all.values.begin(), *self);
  std::optional<Binding> const binding =
      bind_arguments(formals_of(world_.module.functions[called]), all.values.size(), all.keywords);
  if (!binding) return {};
  // What is called with a value that never comes isn't called.
  if (direct && std::ranges::any_of(all.values, [](Value const& each) { return each.is_empty(); })) return {};
  ir::FunctionId const callee = pick_variant(called, *binding, all, direct);
  ir::Function const& declared = world_.module.functions[callee];
  FunctionState& state = world_.state(callee);
  world_.set(state.reached);
  for (std::size_t index = 0; index < declared.parameters.size(); ++index) {
    int const argument = binding->argument_of[index];
    if (argument >= 0) {
      world_.grow(state.parameters[index], all.values[argument]);
    } else if (argument == Binding::by_default) {
      world_.grow(state.parameters[index], Value(world_.state(called).defaults[index]));
    } else if (declared.parameters[index].kind == ir::ParameterKind::VarArgs) {
      std::vector<Value> extras;
      for (int extra : binding->extra_positional) extras.push_back(all.values[extra]);
      world_.grow(state.parameters[index], rest_of(callee, index, extras, {}));
    } else {
      Value const rest =
          of(AtomKind::Dict, world_.site(callee, {}, static_cast<std::uint32_t>(index), AtomKind::Dict, nullptr, 2));
      store_slot(rest, 0, of(AtomKind::Str));
      std::size_t const first = all.values.size() - all.keywords.size();
      for (int extra : binding->extra_keywords)
        store_slot(rest, 1, all.values[first + static_cast<std::size_t>(extra)]);
      world_.grow(state.parameters[index], rest);
    }
  }
  return result_of(callee);
}

Value Evaluator::result_of(ir::FunctionId callee) {
  switch (world_.module.functions[callee].kind) {
    case ir::FunctionKind::Coroutine: return of(AtomKind::Coroutine, callee.index);
    case ir::FunctionKind::Generator: return of(AtomKind::Generator, callee.index);
    case ir::FunctionKind::AsyncGenerator: return of(AtomKind::AsyncGenerator, callee.index);
    default: return world_.state(callee).result;
  }
}

Value Evaluator::construct(ir::ClassId id, Arguments const& arguments, ir::InstId direct) {
  Value const made = of(AtomKind::Instance, id.index);
  if (!world_.is_regular(id) || world_.state(id).escaped) {
    world_.escape(of(AtomKind::Class, id.index));
    call_unknown(arguments);
    return escaped(made);
  }
  NameId const init = NameId::of("__init__");
  if (ir::FunctionId const method = world_.find_method(id, init)) {
    bool const is_plain = world_.module.functions[method].kind == ir::FunctionKind::Function &&
                          world_.module.functions[method].captures.empty();
    // Exceptions are made of their arguments by position.
    bool const takes_keywords = arguments.keywords.empty() || world_.is_made_plainly(id);
    call_function(method, arguments, made, is_plain && takes_keywords ? direct : ir::InstId{});
  } else {
    // The runtime's `__init__` may keep what it's given.
    for (Value const& each : arguments.values) world_.escape(each);
    if (world_.find_class_attribute(id, init)) world_.escape(made);
  }
  // Exceptions keep their arguments.
  if (!world_.is_made_plainly(id)) {
    for (Value const& each : arguments.values) world_.escape(each);
  }
  return made;
}

// An exception of a class of the runtime, which keeps what it's given.
Value Evaluator::construct_native(bindings::Class const& class_, Arguments const& arguments, ir::InstId id) {
  for (Value const& each : arguments.values) {
    if (each.is_empty()) return {};
    world_.escape(each);
  }
  std::uint32_t part = 0;
  return make_value({class_.full_name, {}}, {}, id, part);
}

Value Evaluator::call_method(AtomId receiver, NameId name, Arguments const& arguments, ir::InstId id) {
  Atom const atom = world_.atoms[receiver];
  switch (atom.kind) {
    case AtomKind::Instance:
      if (is_inherited_special(ir::ClassId{atom.index}, name))
        return call(get_attribute(receiver, name, id), arguments, id);
      return call_user_method(ir::ClassId{atom.index}, name, of(atom), arguments);
    case AtomKind::NamedTuple:
      if (std::optional<Value> const field = named_field(atom, name)) return call(*field, arguments, id);
      if (name.text() == "_replace") return replace_fields(atom, arguments);
      break;
    case AtomKind::NamedTupleClass:
      if (name.text() != "_make" || arguments.values.size() != 1 || !arguments.keywords.empty())
        return call(get_attribute(receiver, name, id), arguments, id);
      return construct_named_tuple(atom, {.places = {}, .others = iterate(arguments.values[0], false, id)}, {});
    case AtomKind::Super: {
      Value const self = self_.parameters.empty() ? World::unknown() : self_.parameters[0];
      return call_base_method(ir::ClassId{atom.index}, name, self, arguments);
    }
    case AtomKind::NativeClass:
      if (std::optional<NativeCall> const resolved = resolve_static_method(atom, name, arguments))
        return call_native(*resolved, arguments, id);
      [[fallthrough]];
    case AtomKind::Class:
    case AtomKind::Module:
    case AtomKind::ProgramModule: return call(get_attribute(receiver, name, id), arguments, id);
    default: break;
  }
  bool const sends =
      atom.kind == AtomKind::Generator || atom.kind == AtomKind::AsyncGenerator || atom.kind == AtomKind::Coroutine;
  if (sends) {
    world_.escape(receiver);
    return call_unknown(arguments);
  }
  if (lacks(atom, name)) return {};
  std::optional<NativeCall> const resolved = resolve_native_method(receiver, name, arguments);
  if (resolved) return call_native(*resolved, arguments, id);
  world_.escape(receiver);
  return call_unknown(arguments);
}

// A method of `super()`. Those of the runtime may keep what they're given.
Value Evaluator::call_base_method(ir::ClassId id, NameId name, Value const& self, Arguments const& arguments) {
  if (ir::ClassId const base = world_.super_base(id, name)) {
    bool const is_instance = self.unknown || std::ranges::all_of(self.atoms, [&](AtomId atom) {
                               return world_.atoms[atom].kind == AtomKind::Instance;
                             });
    MethodTarget const target = world_.method_of(world_.atoms.intern({AtomKind::Instance, base.index}), name);
    if (is_instance || target.first == FirstArgument::OwnClass) return call_user_method(base, name, self, arguments);
    world_.escape_class(base);
    return call_unknown(arguments);
  }
  bool const has_base = static_cast<bool>(world_.module.classes[id].base);
  if (has_base) world_.escape_class(id);
  bool const is_init = name.text() == "__init__";
  // `super().__setattr__(name, value)`: what the runtime's method does with the instance isn't known.
  if (!is_init) world_.escape(self);
  if (!is_init || has_base || !world_.native_base(id)) return call_unknown(arguments);
  for (Value const& each : arguments.values) world_.escape(each);
  return world_.none();
}

// What instances have from `object`, or whatever the class derives from that isn't the program's: `x.__class__()`, `x.__setattr__(...)`.
bool Evaluator::is_inherited_special(ir::ClassId id, NameId name) {
  return is_dunder(name) && !world_.find_class_attribute(id, name) && !world_.find_method(id, name);
}

Value Evaluator::call_user_method(ir::ClassId class_, NameId name, Value const& self, Arguments const& arguments) {
  MethodTarget const target = world_.method_of(world_.atoms.intern({AtomKind::Instance, class_.index}), name);
  if (target) return call_function(target.function, arguments, first_argument(target, self));
  ir::FunctionId const method = world_.is_regular(class_) ? world_.find_method(class_, name) : ir::FunctionId{};
  // An attribute that holds something that can be called, or a method of the runtime's base.
  Value const attribute = instance_attribute(class_, name);
  if (method) call_function(method, arguments, self);
  if (attribute.is_empty()) return {};
  if (Value const* found = world_.find_class_attribute(class_, name); found && world_.is_descriptor(*found))
    world_.escape(self);
  world_.escape(attribute);
  return call_unknown(arguments);
}

Value Evaluator::evaluate(ir::MakeFunction const& node, ir::InstId) {
  ir::Function const& made = world_.module.functions[node.function];
  FunctionState& state = world_.state(node.function);
  std::size_t positional = 0;
  for (ir::Parameter const& parameter : made.parameters) {
    if (parameter.kind == ir::ParameterKind::PositionalOnly || parameter.kind == ir::ParameterKind::Positional)
      ++positional;
  }
  std::size_t const first = positional - node.defaults.size();
  std::size_t keyword_only = 0;
  std::size_t position = 0;
  for (std::size_t index = 0; index < made.parameters.size(); ++index) {
    ir::ParameterKind const kind = made.parameters[index].kind;
    ir::InstId given;
    if (kind == ir::ParameterKind::KeywordOnly) given = node.keyword_defaults[keyword_only++];
    if (kind == ir::ParameterKind::PositionalOnly || kind == ir::ParameterKind::Positional) {
      if (position >= first) given = node.defaults[position - first];
      ++position;
    }
    if (!given) continue;
    world_.grow(state.defaults[index], value(given));
    if (state.results_escape) world_.grow(state.parameters[index], value(given));
  }
  return of(AtomKind::Function, node.function.index);
}

void Evaluator::note_derived(Value const& bases) {
  for (AtomId const id : bases.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind != AtomKind::NativeClass) continue;
    auto const* const native = static_cast<bindings::Class const*>(atom.native);
    if (is_exception(*native)) continue;
    in_mro(*native, {}, [&](bindings::Class const& each, TypeEnvironment const&) {
      world_.changed |= world_.derived_natives.insert(&each).second;
      return false;
    });
  }
}

Value Evaluator::evaluate(ir::MakeClass const& node, ir::InstId id) {
  ir::Class const& made = world_.module.classes[node.class_id];
  ClassState& state = world_.state(node.class_id);
  world_.set(world_.state(made.body).reached);
  Value const result = of(AtomKind::Class, node.class_id.index);
  if (made.class_cell) world_.grow(world_.state(made.body).cells[made.class_cell], result);
  for (ir::InstId base : node.bases) {
    Value const bases = value(base);
    note_derived(bases);
    if (!made.base) world_.escape(bases);
  }
  if (node.base_list) world_.escape(Value(value(node.base_list)));
  if (node.keyword_dict) world_.escape(Value(value(node.keyword_dict)));
  bindings::Class const* native = world_.native_base(node.class_id);
  bool const has_layout = made.base || world_.is_made_plainly(node.class_id) || (native && is_exception(*native));
  bool const is_plain = function_.kind == ir::FunctionKind::Module && has_layout && node.keywords.empty() &&
                        !node.base_list && !node.keyword_dict && loops_.empty();
  if (!is_plain) {
    for (ir::InstId each : node.keyword_values) world_.escape(Value(value(each)));
    std::optional<Value> const named_tuple = named_tuple_statement(node, id);
    return named_tuple ? *named_tuple : escaped(result);
  }
  world_.set(state.is_known);
  // What follows may use the class, so it must be known by then.
  Evaluator(world_, made.body).run();
  return result;
}

// The decorator gives the class back, and nothing of the program's gets it. Special attributes that it adds are functions of the library's, or data
// about the class.
Value Evaluator::evaluate(ir::MakeDataclass const& node, ir::InstId) {
  Value const made = value(node.made);
  if (!world_.state(node.class_id).is_known) {
    if (node.initializer) world_.escape(Value(value(node.initializer)));
    return World::unknown();
  }
  for (NameId name : world_.module.classes[node.class_id].dataclass->attributes)
    world_.store_class_attribute(node.class_id, name, World::unknown());
  if (!node.initializer) return made;
  NameId const init = NameId::of("__init__");
  world_.state(node.class_id).certain_attributes.insert(init);
  world_.store_class_attribute(node.class_id, init, Value(value(node.initializer)));
  return made;
}

// Inference doesn't make these.
Value Evaluator::evaluate(ir::CallFunction const&, ir::InstId) { return World::unknown(); }
Value Evaluator::evaluate(ir::CallNative const&, ir::InstId) { return World::unknown(); }
Value Evaluator::evaluate(ir::NewInstance const&, ir::InstId) { return World::unknown(); }
Value Evaluator::evaluate(ir::InitBase const&, ir::InstId) { return World::unknown(); }

}  // namespace aiocc::types
