// Calls of the runtime's functions, by what their bindings say: which overload applies, what it gives, what becomes of the arguments.
#include <array>

#include "types/evaluator.hpp"

namespace aiocc::types {
namespace {

std::optional<AtomKind> simple_kind(std::string_view name) {
  static std::map<std::string_view, AtomKind> const kinds{
      {"None", AtomKind::None}, {"bool", AtomKind::Bool},   {"int", AtomKind::Int},     {"float", AtomKind::Float},
      {"str", AtomKind::Str},   {"bytes", AtomKind::Bytes}, {"range", AtomKind::Range}, {"slice", AtomKind::Slice}};
  auto const found = kinds.find(name);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

std::optional<AtomKind> container_kind(std::string_view name) {
  if (name == "list") return AtomKind::List;
  if (name == "set") return AtomKind::Set;
  if (name == "dict") return AtomKind::Dict;
  if (name == "tuple") return AtomKind::Tuple;
  return std::nullopt;
}

bool contains(Array<std::string_view> names, std::string_view name) {
  for (std::string_view each : names) {
    if (each == name) return true;
  }
  return false;
}

bool is_any_length(bindings::TypeExpr const& type) { return type.args.size() == 2 && type.args[1].is("..."); }

// `Callable[[A, B], R]`, perhaps or None.
bool is_callable(bindings::TypeExpr const& type) {
  if (type.name == "Callable") return true;
  return type.is_union() && std::ranges::any_of(type.args, is_callable);
}

// Functions, and methods of that class, that ask what they're given for nothing but its text, length, truth or items.
bool only_moves(std::string_view owner, std::string_view name, bool is_constructor) {
  static std::set<std::string_view> const functions{
      "all",   "any",    "ascii",    "bool",  "callable", "create_task", "ensure_future", "enumerate", "filter",
      "float", "gather", "hash",     "id",    "int",      "isinstance",  "iter",          "len",       "list",
      "map",   "next",   "print",    "range", "repr",     "reversed",    "run",           "shield",    "sleep",
      "str",   "tuple",  "wait_for", "zip"};
  static std::set<std::string_view> const of_sequences{
      "append", "appendleft", "clear", "copy", "extend", "extendleft", "insert", "pop", "popleft", "reverse", "rotate"};
  static std::set<std::string_view> const of_dicts{"clear", "copy", "items", "keys", "values"};
  if (owner.empty()) return functions.contains(name);
  if (is_constructor) return functions.contains(owner);
  if (owner == "list" || owner == "collections.deque") return of_sequences.contains(name);
  return owner == "dict" && of_dicts.contains(name);
}

bool compares_keys_only(std::string_view method) {
  return method == "get" || method == "pop" || method == "setdefault";
}

bool mentions_object(bindings::TypeExpr const& type) {
  return type.is("object") || std::ranges::any_of(type.args, mentions_object);
}

// The item of `Iterable[T]` or `Iterator[T]`; null for other types.
bindings::TypeExpr const* iterated(bindings::TypeExpr const& type) {
  bool const iterates = type.name == "Iterable" || type.name == "Iterator";
  return iterates && type.args.size() == 1 ? &type.args[0] : nullptr;
}

}  // namespace

bindings::Class const* Evaluator::native_class(Atom const& atom) const {
  switch (atom.kind) {
    case AtomKind::Bool: return bindings::find_class("bool");
    case AtomKind::Int: return bindings::find_class("int");
    case AtomKind::Float: return bindings::find_class("float");
    case AtomKind::Str: return bindings::find_class("str");
    case AtomKind::Bytes: return bindings::find_class("bytes");
    case AtomKind::Range: return bindings::find_class("range");
    case AtomKind::Slice: return bindings::find_class("slice");
    case AtomKind::List: return bindings::find_class("list");
    case AtomKind::Set: return bindings::find_class("set");
    case AtomKind::Dict: return bindings::find_class("dict");
    case AtomKind::Tuple: return bindings::find_class("tuple");
    case AtomKind::NativeObject: return static_cast<bindings::Class const*>(atom.native);
    default: return nullptr;
  }
}

// Builtin data that for certain has no attribute of that name.
bool Evaluator::lacks(Atom const& atom, NameId name) {
  if (atom.kind == AtomKind::None) return !is_dunder(name);
  if (!is_builtin_data(atom) || is_dunder(name)) return false;
  bool is_there = false;
  in_mro(*native_class(atom), {}, [&](bindings::Class const& owner, TypeEnvironment const&) {
    is_there = owner.own_method(name.text()) || owner.own_property(name.text());
    return is_there;
  });
  return !is_there;
}

TypeEnvironment Evaluator::environment_of(Atom const& receiver) {
  TypeEnvironment environment;
  bindings::Class const* class_ = native_class(receiver);
  bool const has_site = receiver.kind == AtomKind::List || receiver.kind == AtomKind::Set ||
                        receiver.kind == AtomKind::Dict || receiver.kind == AtomKind::NativeObject;
  if (!class_ || !has_site) return environment;
  for (std::size_t index = 0; index < class_->type_params.size(); ++index) {
    if (index >= world_.site_of(receiver).slots.size()) break;
    environment.values[class_->type_params[index]] = world_.site_of(receiver).slots[index];
    environment.slots[class_->type_params[index]] = {receiver.index, index};
  }
  return environment;
}

bool Evaluator::in_mro(bindings::Class const& class_, TypeEnvironment const& environment,
                       std::function<bool(bindings::Class const&, TypeEnvironment const&)> const& visit) {
  if (visit(class_, environment)) return true;
  for (bindings::TypeExpr const& base : class_.bases) {
    bindings::Class const* found = bindings::find_class(base.name);
    if (!found) continue;
    TypeEnvironment inherited;
    for (std::size_t index = 0; index < std::min(found->type_params.size(), base.args.size()); ++index) {
      std::string_view const given = base.args[index].name;
      if (auto const value = environment.values.find(given); value != environment.values.end()) {
        inherited.values[found->type_params[index]] = value->second;
      }
      if (auto const slot = environment.slots.find(given); slot != environment.slots.end()) {
        inherited.slots[found->type_params[index]] = slot->second;
      }
    }
    if (in_mro(*found, inherited, visit)) return true;
  }
  return false;
}

Array<bindings::Overload> Evaluator::overloads_of(Atom const& callee) const {
  if (callee.kind == AtomKind::NativeFunction) return static_cast<bindings::Function const*>(callee.native)->overloads;
  if (callee.kind != AtomKind::NativeClass) return {};
  auto const* class_ = static_cast<bindings::Class const*>(callee.native);
  return bindings::find_overloads(class_->module, class_->name);
}

std::optional<NativeCall> Evaluator::resolve_native_method(AtomId receiver, NameId name, Arguments const& arguments) {
  Atom const atom = world_.atoms[receiver];
  bindings::Class const* class_ = native_class(atom);
  std::optional<NativeCall> result;
  if (!class_) return result;
  in_mro(*class_, environment_of(atom), [&](bindings::Class const& owner, TypeEnvironment const& environment) {
    bindings::Function const* method = owner.own_method(name.text());
    if (!method) return false;
    result = resolve_native(method->overloads, environment, true, arguments);
    if (result) result->owner = &owner;
    return true;
  });
  return result;
}

// `dict.fromkeys(keys)`.
std::optional<NativeCall> Evaluator::resolve_static_method(Atom const& receiver, NameId name,
                                                           Arguments const& arguments) {
  auto const* class_ = static_cast<bindings::Class const*>(receiver.native);
  bindings::Function const* const method = class_->own_method(name.text());
  bool const is_static = method && std::ranges::all_of(method->overloads, &bindings::Overload::is_static_method);
  return is_static ? resolve_native(method->overloads, {}, false, arguments) : std::nullopt;
}

std::optional<NativeCall> Evaluator::resolve_native(Array<bindings::Overload> overloads,
                                                    TypeEnvironment const& environment, bool is_method,
                                                    Arguments const& arguments) {
  for (bindings::Overload const& overload : overloads) {
    bool const has_receiver = is_method && !overload.is_static_method && !overload.is_class_method;
    std::optional<Binding> binding =
        bind_arguments(formals_of(overload, has_receiver), arguments.values.size(), arguments.keywords);
    if (!binding) continue;
    NativeCall call{&overload, std::move(*binding), has_receiver, environment, &overload == &overloads.back()};
    bool const around = std::exchange(accepts_stores_, overload.effects.stores);
    bool const accepted = accepts_arguments(call, arguments);
    accepts_stores_ = around;
    if (accepted) return call;
  }
  return std::nullopt;
}

// What `*args` collects.
bindings::TypeExpr const& Evaluator::variadic_type(bindings::Overload const& overload) const {
  static bindings::TypeExpr const any{"object", {}};
  for (bindings::Parameter const& parameter : overload.params) {
    if (parameter.kind == bindings::ParameterKind::VarArgs) return parameter.type;
  }
  return any;
}

// What functions are called with is known once the other arguments have bound the type parameters.
bool Evaluator::accepts_arguments(NativeCall& call, Arguments const& arguments) {
  bindings::Overload const& overload = *call.overload;
  for (std::string_view variable : overload.type_params) call.environment.values.try_emplace(variable);
  for (std::size_t index = 0; index < call.binding.argument_of.size(); ++index) {
    bindings::Parameter const& parameter = overload.params[index + (call.is_method ? 1 : 0)];
    bool const is_none = call.binding.argument_of[index] == Binding::by_default && parameter.default_text == "None";
    if (is_none && contains(overload.type_params, parameter.type.name))
      world_.join(call.environment.values[parameter.type.name], world_.none());
  }
  for (bool const callables : {false, true}) {
    for (std::size_t index = 0; index < call.binding.argument_of.size(); ++index) {
      int const argument = call.binding.argument_of[index];
      bindings::TypeExpr const& type = overload.params[index + (call.is_method ? 1 : 0)].type;
      if (argument < 0 || is_callable(type) != callables) continue;
      if (!accepts(type, arguments.values[argument], call.environment, overload.type_params)) return false;
    }
    for (int extra : call.binding.extra_positional) {
      bindings::TypeExpr const& type = variadic_type(overload);
      if (is_callable(type) == callables &&
          !accepts(type, arguments.values[extra], call.environment, overload.type_params))
        return false;
    }
  }
  return true;
}

bool Evaluator::accepts(bindings::TypeExpr const& type, Value const& argument, TypeEnvironment& environment,
                        Array<std::string_view> variables) {
  if (type.is("object")) return true;
  if (contains(variables, type.name)) {
    world_.join(environment.values[type.name], argument);
    return true;
  }
  // A class's own parameter takes anything that the receiver's site may be made to hold; where nothing is stored, what it holds.
  if (auto const slot = environment.slots.find(type.name); slot != environment.slots.end()) {
    Value const& held = world_.site(slot->second.first).slots[slot->second.second];
    return accepts_stores_ || held.unknown || (!argument.unknown && std::ranges::includes(held.atoms, argument.atoms));
  }
  // Anything may be iterable; what isn't raises.
  bool const takes_pairs = type.name == "Iterable" && type.args[0].name == "tuple";
  bool const has_instance =
      std::ranges::any_of(argument.atoms, [&](AtomId each) { return world_.atoms[each].kind == AtomKind::Instance; });
  // It may be a mapping, of which other things are asked than its items.
  if (takes_pairs && has_instance) return false;
  if (type.name == "Iterable") return accepts(type.args[0], iterate(argument, false, current_), environment, variables);
  if (is_callable(type) && argument.unknown) {
    call_callback(argument, type, environment);
    return true;
  }
  if (argument.unknown) return false;
  for (AtomId atom : argument.atoms) {
    if (!accepts_atom(type, atom, environment, variables)) return false;
  }
  return true;
}

bool Evaluator::accepts_atom(bindings::TypeExpr const& type, AtomId argument, TypeEnvironment& environment,
                             Array<std::string_view> variables) {
  Atom const atom = world_.atoms[argument];
  if (type.is_union()) {
    for (bindings::TypeExpr const& member : type.args) {
      if (accepts_atom(member, argument, environment, variables)) return true;
    }
    return false;
  }
  if (std::optional<AtomKind> const kind = simple_kind(type.name)) return atom.kind == *kind;
  if (type.name == "Callable") {
    call_callback(of(atom), type, environment);
    return true;
  }
  if (type.name == "Iterator" && type.args.size() == 1) {
    bool const is_iterator = atom.kind == AtomKind::Iterator || atom.kind == AtomKind::Generator;
    return is_iterator && accepts(type.args[0], iterate_atom(argument, false, current_), environment, variables);
  }
  if (type.name == "Coroutine" && type.args.size() == 3) {
    if (atom.kind == AtomKind::Coroutine)
      return accepts(type.args[2], Value(world_.state(ir::FunctionId{atom.index}).result), environment, variables);
    return false;
  }
  if (std::optional<AtomKind> const kind = container_kind(type.name)) {
    if (atom.kind == AtomKind::NativeObject) return accepts_instance(type, atom, environment, variables);
    if (atom.kind != *kind || is_any_length(type))
      return atom.kind == *kind && type.args.size() == 2 && type.args[0].is("object");
    std::vector<Value> const slots = world_.site_of(atom).slots;
    if (slots.size() != type.args.size()) return false;
    for (std::size_t index = 0; index < slots.size(); ++index) {
      if (!accepts(type.args[index], slots[index], environment, variables)) return false;
    }
    return true;
  }
  return accepts_instance(type, atom, environment, variables);
}

// An instance of the runtime's class that the type names, or of one below it.
bool Evaluator::accepts_instance(bindings::TypeExpr const& type, Atom const& atom, TypeEnvironment& environment,
                                 Array<std::string_view> variables) {
  bindings::Class const* class_ = native_class(atom);
  if (!class_) return false;
  bool accepted = false;
  in_mro(*class_, environment_of(atom), [&](bindings::Class const& each, TypeEnvironment const& held) {
    if (each.full_name != type.name) return false;
    accepted = true;
    for (std::size_t index = 0; index < std::min(each.type_params.size(), type.args.size()); ++index) {
      auto const value = held.values.find(each.type_params[index]);
      accepted &= accepts(type.args[index], value == held.values.end() ? World::unknown() : value->second, environment,
                          variables);
    }
    return true;
  });
  return accepted;
}

// The runtime calls it with values of the types that `Callable[[A, B], R]` names, and R is what it returns.
void Evaluator::call_callback(Value const& callee, bindings::TypeExpr const& type, TypeEnvironment& environment) {
  if (type.is_union()) {
    for (bindings::TypeExpr const& member : type.args) {
      if (is_callable(member)) call_callback(callee, member, environment);
    }
    return;
  }
  Arguments arguments;
  for (bindings::TypeExpr const& each : type.args[0].args) {
    std::uint32_t part = 400;
    arguments.values.push_back(make_value(each, environment, current_, part));
  }
  Value const result = call(callee, arguments, current_);
  if (type.args[1].is("object")) return world_.escape(result);
  auto const found = environment.values.find(type.args[1].name);
  if (found == environment.values.end() || !world_.join(found->second, result)) return;
  // It may be called with what it gave: `reduce(function: Callable[[R, T], R], ...)`.
  bool const is_taken =
      std::ranges::any_of(type.args[0].args, [&](auto const& each) { return each.name == found->first; });
  if (is_taken) call_callback(callee, type, environment);
}

Value Evaluator::make_value(bindings::TypeExpr const& type, TypeEnvironment const& environment, ir::InstId id,
                            std::uint32_t& part) {
  if (auto const found = environment.values.find(type.name); found != environment.values.end()) return found->second;
  if (bindings::TypeExpr const* item = iterated(type)) {
    Value const made = of(AtomKind::Iterator, world_.site(id_, id, ++part, AtomKind::Iterator, nullptr, 1));
    store_slot(made, 0, make_value(*item, environment, id, part));
    return made;
  }
  if (type.is_union()) {
    Value result;
    for (bindings::TypeExpr const& member : type.args) world_.join(result, make_value(member, environment, id, part));
    return result;
  }
  if (std::optional<AtomKind> const kind = simple_kind(type.name)) return of(*kind);
  if (std::optional<AtomKind> const kind = container_kind(type.name)) {
    std::size_t const slots = is_any_length(type) ? 1 : type.args.size();
    std::uint32_t const site = world_.site(id_, id, ++part, *kind, nullptr, slots);
    world_.site(site).fixed = *kind == AtomKind::Tuple && !is_any_length(type);
    Value const made = of(*kind, site);
    for (std::size_t index = 0; index < slots; ++index)
      store_slot(made, index, make_value(type.args[index], environment, id, part));
    return made;
  }
  if (type.name == "type" && type.args.size() == 1)
    return of(AtomKind::NativeClass, 0, bindings::find_class(type.args[0].name));
  bindings::Class const* class_ = bindings::find_class(type.name);
  // It may be an instance of the program's own class, whose methods are others: what a task factory makes.
  if (!class_ || class_->full_name == "object" || world_.derived_natives.contains(class_)) return World::unknown();
  return make_instance(*class_, type, environment, id, part);
}

Value Evaluator::make_instance(bindings::Class const& class_, bindings::TypeExpr const& type,
                               TypeEnvironment const& environment, ir::InstId id, std::uint32_t& part) {
  std::size_t const slots = class_.type_params.size();
  std::uint32_t const site = world_.site(id_, id, ++part, AtomKind::NativeObject, &class_, slots);
  Value const made = of(AtomKind::NativeObject, site, &class_);
  for (std::size_t index = 0; index < slots; ++index) {
    bool const given = index < type.args.size();
    store_slot(made, index, given ? make_value(type.args[index], environment, id, part) : World::unknown());
  }
  return made;
}

// A call of a class gives an instance of just that class.
Value Evaluator::native_result(NativeCall const& call, ir::InstId id) {
  std::uint32_t part = 0;
  bindings::TypeExpr const& type = call.overload->returns;
  if (bindings::Class const* class_ = bindings::find_class(type.name);
      class_ && world_.derived_natives.contains(class_)) {
    for (bindings::Overload const& each : bindings::find_overloads(class_->module, class_->name)) {
      if (&each == call.overload) return make_instance(*class_, type, call.environment, id, part);
    }
  }
  return make_value(type, call.environment, id, part);
}

// Whether a value of the type holds something that isn't known: it may be what an argument held.
bool Evaluator::holds_unknown(bindings::TypeExpr const& type, TypeEnvironment const& environment) const {
  if (auto const found = environment.values.find(type.name); found != environment.values.end())
    return found->second.unknown;
  return type.is("object") ||
         std::ranges::any_of(type.args, [&](auto const& each) { return holds_unknown(each, environment); });
}

Value Evaluator::call_native(NativeCall const& call, Arguments const& arguments, ir::InstId id) {
  for (Value const& each : arguments.values) {
    if (each.is_empty()) return {};
  }
  apply_effects(call, arguments);
  Value const result = native_result(call, id);
  bool const keeps = call.overload->effects.retains || call.overload->effects.stores;
  if (result.unknown) world_.observe_exceptions();
  if (result.unknown || holds_unknown(call.overload->returns, call.environment)) {
    for (Value const& each : arguments.values) {
      if (keeps) {
        world_.escape(each);
      } else {
        leak_contents(each);
      }
    }
  }
  if (!call.overload->is_async()) return result;
  Value const coroutine =
      of(AtomKind::NativeCoroutine, world_.site(id_, id, 90, AtomKind::NativeCoroutine, nullptr, 1));
  store_slot(coroutine, 0, result);
  return coroutine;
}

// A function that stores may put what one argument gave a type parameter into the container that another brought: `heappush(heap: list[T],
// item: T)`.
void Evaluator::store_in_containers(NativeCall const& call, Arguments const& arguments) {
  bindings::Overload const& overload = *call.overload;
  std::size_t const first = call.is_method ? 1 : 0;
  for (std::size_t index = 0; index < call.binding.argument_of.size(); ++index) {
    int const argument = call.binding.argument_of[index];
    bindings::TypeExpr const& type = overload.params[index + first].type;
    if (argument < 0 || !(container_kind(type.name) || bindings::find_class(type.name))) continue;
    for (std::size_t slot = 0; slot < type.args.size(); ++slot) {
      if (!contains(overload.type_params, type.args[slot].name)) continue;
      store_slot(arguments.values[argument], slot, Value(call.environment.values.at(type.args[slot].name)));
    }
  }
}

void Evaluator::apply_effects(NativeCall const& call, Arguments const& arguments) {
  bindings::Overload const& overload = *call.overload;
  if (overload.effects.stores) store_in_containers(call, arguments);
  std::vector<Value> const operands = operands_of(call, arguments);
  bool const runs_user_code =
      std::ranges::any_of(operands, [&](Value const& each) { return world_.has_binary_dunders(each); });
  std::size_t const first = call.is_method ? 1 : 0;
  for (std::size_t index = 0; index < call.binding.argument_of.size(); ++index) {
    bindings::Parameter const& parameter = overload.params[index + first];
    if (int const argument = call.binding.argument_of[index]; argument >= 0) {
      pass_argument(overload, parameter, arguments.values[argument], call.environment);
    }
  }
  std::size_t const keywords_at = arguments.values.size() - arguments.keywords.size();
  bindings::Parameter any{};
  any.type = variadic_type(overload);
  for (int extra : call.binding.extra_positional)
    pass_argument(overload, any, arguments.values[extra], call.environment);
  any.type = {};
  for (int extra : call.binding.extra_keywords)
    pass_argument(overload, any, arguments.values[keywords_at + extra], call.environment);
  // What gives anything may do more than comparing.
  if (runs_user_code) follow_or_escape(operands, !mentions_object(overload.returns));
}

// What the native code may compare or compute with.
std::vector<Value> Evaluator::operands_of(NativeCall const& call, Arguments const& arguments) {
  std::string_view const owner = call.owner ? call.owner->full_name : "";
  if (only_moves(owner, call.overload->name, call.owner && !call.is_method)) return {};
  if (std::optional<Value> const keys = sort_keys(call, arguments)) return {*keys};
  bool const is_by_key = owner == "dict" && compares_keys_only(call.overload->name);
  std::vector<Value> result;
  std::vector<bool> is_bound(arguments.values.size());
  for (std::size_t index = 0; index < call.binding.argument_of.size(); ++index) {
    int const argument = call.binding.argument_of[index];
    if (argument < 0) continue;
    is_bound[argument] = true;
    bindings::TypeExpr const& type = call.overload->params[index + (call.is_method ? 1 : 0)].type;
    if (!is_by_key || argument == 0) add_operand(result, type, arguments.values[argument]);
  }
  for (std::size_t index = 0; index < arguments.values.size(); ++index) {
    if (!is_bound[index]) result.push_back(arguments.values[index]);
  }
  for (auto const& [name, value] : call.environment.values) {
    if (!is_by_key) result.push_back(value);
  }
  for (auto const& [name, slot] : call.environment.slots) {
    if (!is_by_key || slot.second == 0) result.push_back(world_.site(slot.first).slots[slot.second]);
  }
  return result;
}

// What the functions of the program's give that are the argument `key`: that's compared, in the place of what they're called with.
std::optional<Value> Evaluator::sort_keys(NativeCall const& call, Arguments const& arguments) {
  for (std::size_t index = 0; index < call.binding.argument_of.size(); ++index) {
    int const argument = call.binding.argument_of[index];
    bindings::Parameter const& parameter = call.overload->params[index + (call.is_method ? 1 : 0)];
    if (argument < 0 || parameter.name != "key" || !is_callable(parameter.type)) continue;
    Value const key = arguments.values[argument];
    Value result;
    for (AtomId const id : key.atoms) {
      Atom const atom = world_.atoms[id];
      if (atom.kind == AtomKind::NativeMethod) {
        // `key=counts.get`: it's taken from the receiver, or plain data.
        for (AtomId const receiver : Value(world_.site_of(atom).slots[0]).atoms)
          join_parts(world_.atoms[receiver], result);
        continue;
      }
      if (atom.kind != AtomKind::Function && atom.kind != AtomKind::BoundMethod) return std::nullopt;
      world_.join(result, Value(world_.state(ir::FunctionId{atom.index}).result));
    }
    return key.unknown || key.atoms.empty() ? std::nullopt : std::optional(result);
  }
  return std::nullopt;
}

void Evaluator::join_parts(Atom const& container, Value& into) {
  std::vector<Value> parts;
  add_parts(container, parts);
  for (Value const& part : parts) world_.join(into, part);
}

// Of a container that the parameter's type tells of, only what it holds is compared.
void Evaluator::add_operand(std::vector<Value>& operands, bindings::TypeExpr const& type, Value const& argument) {
  bool const is_container = container_kind(type.name) || iterated(type);
  if (!is_container || argument.unknown) return operands.push_back(argument);
  for (AtomId id : argument.atoms) {
    std::vector<Value> parts;
    add_parts(world_.atoms[id], parts);
    if (parts.empty()) parts.push_back(of(world_.atoms[id]));
    operands.insert(operands.end(), parts.begin(), parts.end());
  }
}

void Evaluator::grow_slot(std::uint32_t site_index, std::size_t slot, Value const& value) {
  Site& site = world_.site(site_index);
  world_.grow(site.slots[slot], value);
  if (site.escaped) world_.escape(value);
}

// What an argument holds reaches the receiver where the receiver's type parameters stand inside of the parameter's type
// (`extend(self, iterable: list[T])`); what's stored reaches containers among the arguments by the function's own (`heappush[T](heap: list[T], item: T)`).
void Evaluator::absorb(bindings::TypeExpr const& type, Value const& argument, bindings::Overload const& overload,
                       TypeEnvironment const& environment) {
  if (auto const slot = environment.slots.find(type.name); slot != environment.slots.end()) {
    return grow_slot(slot->second.first, slot->second.second, argument);
  }
  if (type.args.empty() || is_callable(type) || !mentions_variable(type, environment, overload.type_params)) return;
  if (type.is_union()) {
    for (bindings::TypeExpr const& member : type.args) absorb(member, argument, overload, environment);
    return;
  }
  if (bindings::TypeExpr const* item = iterated(type))
    return absorb(*item, iterate(argument, false, current_), overload, environment);
  std::optional<AtomKind> const kind = container_kind(type.name);
  for (AtomId id : argument.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::NativeObject) absorb_instance(type, atom, overload, environment);
    if (!kind || atom.kind != *kind) continue;
    std::size_t const count = world_.site_of(atom).slots.size();
    for (std::size_t index = 0; index < count; ++index) {
      bindings::TypeExpr const& part =
          is_any_length(type) ? type.args[0] : type.args[std::min(index, type.args.size() - 1)];
      auto const own =
          contains(overload.type_params, part.name) ? environment.values.find(part.name) : environment.values.end();
      if (overload.effects.stores && own != environment.values.end()) grow_slot(atom.index, index, Value(own->second));
      absorb(part, Value(world_.site_of(atom).slots[index]), overload, environment);
    }
  }
}

// Of an instance of the runtime's class that the type names, or of one below it.
void Evaluator::absorb_instance(bindings::TypeExpr const& type, Atom const& atom, bindings::Overload const& overload,
                                TypeEnvironment const& environment) {
  in_mro(*native_class(atom), environment_of(atom), [&](bindings::Class const& each, TypeEnvironment const& held) {
    if (each.full_name != type.name) return false;
    for (std::size_t index = 0; index < std::min(each.type_params.size(), type.args.size()); ++index) {
      bindings::TypeExpr const& part = type.args[index];
      auto const slot = held.slots.find(each.type_params[index]);
      auto const own =
          contains(overload.type_params, part.name) ? environment.values.find(part.name) : environment.values.end();
      if (overload.effects.stores && own != environment.values.end() && slot != held.slots.end())
        grow_slot(slot->second.first, slot->second.second, Value(own->second));
      auto const value = held.values.find(each.type_params[index]);
      absorb(part, value == held.values.end() ? World::unknown() : Value(value->second), overload, environment);
    }
    return true;
  });
}

// What becomes of an argument: stored in the receiver under a type parameter, in the result by one, anywhere, or just read.
void Evaluator::pass_argument(bindings::Overload const& overload, bindings::Parameter const& parameter,
                              Value const& argument, TypeEnvironment const& environment) {
  absorb(parameter.type, argument, overload, environment);
  // What is printed to is asked for its `write` and `flush`.
  if (parameter.name == "file") return world_.escape(argument);
  bool const is_tracked = mentions_variable(parameter.type, environment, overload.type_params);
  if (overload.effects.stores && !is_tracked && !stores_by_type(overload, environment)) {
    world_.escape(argument);
    // It may be the receiver that stores it.
    for (auto const& [name, slot] : environment.slots)
      world_.grow(world_.site(slot.first).slots[slot.second], World::unknown());
    return;
  }
  // Callbacks have been called; iteration only asks for items.
  if (is_tracked || is_callable(parameter.type) || iterated(parameter.type)) return;
  // Native code may call or drive what it's given.
  for (AtomId id : argument.atoms) {
    AtomKind const kind = world_.atoms[id].kind;
    bool const runs = kind == AtomKind::Function || kind == AtomKind::BoundMethod || kind == AtomKind::NativeMethod ||
                      kind == AtomKind::Coroutine || kind == AtomKind::Generator || kind == AtomKind::AsyncGenerator ||
                      is_wrapped_function(kind);
    if (runs || (kind == AtomKind::Class && !overload.effects.retains && overload.returns.is("object")))
      world_.escape(id);
  }
}

// Other parameters tell of all that the receiver holds: what's given for `index` in `list.insert(index: object, object: T)` isn't stored.
bool Evaluator::stores_by_type(bindings::Overload const& overload, TypeEnvironment const& environment) const {
  if (environment.slots.empty()) return false;
  // The first is the receiver.
  std::span const others = std::span(overload.params.begin(), overload.params.end()).subspan(1);
  return std::ranges::all_of(environment.slots, [&](auto const& slot) {
    std::array const name{slot.first};
    return std::ranges::any_of(others, [&](bindings::Parameter const& each) {
      return mentions_variable(each.type, {}, {name.data(), name.size()});
    });
  });
}

bool Evaluator::mentions_variable(bindings::TypeExpr const& type, TypeEnvironment const& environment,
                                  Array<std::string_view> variables) const {
  if (contains(variables, type.name) || environment.slots.contains(type.name)) return true;
  for (bindings::TypeExpr const& each : type.args) {
    if (mentions_variable(each, environment, variables)) return true;
  }
  return false;
}

// What the result of unknown type may be taken from: everything in the value but plain data.
void Evaluator::leak_contents(Value const& value) {
  for (AtomId id : value.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::List || atom.kind == AtomKind::Set || atom.kind == AtomKind::Dict ||
        atom.kind == AtomKind::Tuple) {
      for (Value const& slot : std::vector<Value>(world_.site_of(atom).slots)) world_.escape(slot);
    } else {
      world_.escape(id);
    }
  }
}

}  // namespace aiocc::types
