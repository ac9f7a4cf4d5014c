// Calls of known functions, methods and classes as direct calls.
#include <algorithm>

#include "types/rewriter.hpp"
#include "types/supers.hpp"

namespace aiocc::types {

ir::TypeId Rewriter::call_type(ir::FunctionId callee) {
  ir::Function const& function = world_.module.functions[callee];
  switch (function.kind) {
    case ir::FunctionKind::Coroutine: return types_.types().of(ir::TypeKind::Coroutine, {function.result});
    case ir::FunctionKind::Generator: return types_.types().of(ir::TypeKind::Generator, {function.result});
    case ir::FunctionKind::AsyncGenerator: return types_.types().of(ir::TypeKind::AsyncGenerator, {function.result});
    default: return function.result;
  }
}

// A coroutine that is awaited or handed on where it's made, an asynchronous generator that is iterated over there: no object needs to stand for it.
bool Rewriter::is_consumed_at_once(ir::InstId id, ir::FunctionKind kind) {
  if (kind == ir::FunctionKind::Function || kind == ir::FunctionKind::Generator) return true;
  if (!is_original(id)) return true;
  if (users_[id.index].size() != 1) return false;
  ir::InstId const user = users_[id.index][0];
  ir::InstKind const user_kind = inst(user).kind();
  if (kind == ir::FunctionKind::AsyncGenerator) return user_kind == ir::InstKind::For;
  return user_kind == ir::InstKind::Await || takes_coroutine(user, id);
}

// Whether a call hands the coroutine `operand` to a parameter of the runtime's that takes it as such.
bool Rewriter::takes_coroutine(ir::InstId call, ir::InstId operand) {
  Value callee;
  Arguments arguments;
  std::vector<ir::InstId> args;
  if (auto const* node = std::get_if<ir::Call>(&inst(call).node)) {
    callee = receivers_of(node->callee);
    args = node->args;
    arguments.keywords = node->keywords;
  } else if (auto const* node = std::get_if<ir::CallMethod>(&inst(call).node)) {
    auto const& method = std::get<ir::GetMethod>(inst(node->method).node);
    callee = module_member(receivers_of(method.object), method.name);
    args = node->args;
    arguments.keywords = node->keywords;
  }
  if (callee.unknown || callee.atoms.size() != 1) return false;
  for (ir::InstId each : args) arguments.values.push_back(receivers_of(each));
  resolver_.set_current(call);
  std::optional<NativeCall> const resolved =
      resolver_.resolve_native(resolver_.overloads_of(world_.atoms[callee.atoms[0]]), {}, false, arguments);
  resolver_.set_current(operand);
  if (!resolved || !can_be_written(*resolved)) return false;
  for (std::size_t index = 0; index < resolved->binding.argument_of.size(); ++index) {
    int const argument = resolved->binding.argument_of[index];
    if (argument >= 0 && args[argument] == operand) return resolved->overload->params[index].type.name == "Coroutine";
  }
  return false;
}

std::optional<std::vector<ir::InstId>> Rewriter::bind_values(ir::FunctionId callee, std::vector<ir::InstId> const& args,
                                                             std::vector<NameId> const& keywords, bool skips_self,
                                                             ir::InstId like, bool writes) {
  ir::Function const& function = world_.module.functions[callee];
  std::size_t const skipped = skips_self ? 1 : 0;
  std::optional<Binding> const binding = bind_arguments(formals_of(function), args.size() + skipped, keywords);
  if (!binding) return std::nullopt;
  std::vector<ir::Constant const*> defaults(function.parameters.size());
  for (std::size_t index = skipped; index < function.parameters.size(); ++index) {
    int const argument = binding->argument_of[index];
    if (argument == Binding::collected) return std::nullopt;
    if (argument != Binding::by_default) continue;
    ir::FunctionId const origin = world_.origin_of(callee);
    defaults[index] = world_.keeps_defaults(origin) ? makers_.constant_default(origin, index) : nullptr;
    if (!defaults[index]) return std::nullopt;
  }
  std::vector<ir::InstId> result;
  if (!writes) return result;
  for (std::size_t index = skipped; index < function.parameters.size(); ++index) {
    int const argument = binding->argument_of[index];
    ir::TypeId const wanted = function.locals[function.parameters[index].local].type;
    ir::InstId value = argument >= 0 ? args[static_cast<std::size_t>(argument) - skipped]
                                     : insert(*defaults[index], like, constant_type(*defaults[index]));
    result.push_back(coerced(value, wanted));
  }
  return result;
}

ir::TypeId Rewriter::constant_type(ir::Constant const& constant) {
  switch (constant.kind) {
    case ir::ConstantKind::None: return types_.simple(ir::TypeKind::None);
    case ir::ConstantKind::Bool: return types_.simple(ir::TypeKind::Bool);
    case ir::ConstantKind::Int: return types_.simple(ir::TypeKind::Int);
    case ir::ConstantKind::Float: return types_.simple(ir::TypeKind::Float);
    case ir::ConstantKind::Str: return types_.simple(ir::TypeKind::Str);
    case ir::ConstantKind::Bytes: return types_.simple(ir::TypeKind::Bytes);
    default: return types_.object();
  }
}

// The specialisation that inference chose for the call, or the function itself.
ir::FunctionId Rewriter::callee_of(ir::InstId call, ir::FunctionId function) const {
  auto const& callees = world_.state(id_).callees;
  auto const found = callees.find(call);
  return found == callees.end() ? function : found->second;
}

// A generator expression's function that only the one call sees.
void Rewriter::drop_function_object(ir::InstId made) {
  bool const is_dropped =
      made && is_original(made) && users_[made.index].size() == 1 && inst(made).kind() == ir::InstKind::MakeFunction;
  if (!is_dropped) return;
  auto const& node = std::get<ir::MakeFunction>(inst(made).node);
  if (node.defaults.empty() && node.keyword_defaults.empty()) drop(made);
}

// Takes back an instruction that stands right before.
void Rewriter::drop(ir::InstId id) {
  auto const found = std::find(out_->rbegin(), out_->rend(), id);
  if (found != out_->rend()) out_->erase(std::next(found).base());
}

bool Rewriter::call_function(ir::InstId id, ir::FunctionId called, ir::InstId callee_value,
                             std::vector<ir::InstId> args, std::vector<NameId> const& keywords) {
  ir::FunctionId const callee = callee_of(id, called);
  ir::Function const& function = world_.module.functions[callee];
  bool const is_consumed = is_consumed_at_once(id, function.kind);
  if ((!is_consumed && function.kind != ir::FunctionKind::Coroutine) || !world_.state(callee).reached) return false;
  if (!function.captures.empty() && !callee_value) return false;
  std::optional<std::vector<ir::InstId>> bound = bind_values(callee, args, keywords, false, id);
  if (!bound) return false;
  if (function.captures.empty()) drop_function_object(callee_value);
  replace(id, ir::CallFunction{callee, function.captures.empty() ? ir::InstId{} : callee_value, std::move(*bound)});
  if (is_consumed) {
    finish(id, call_type(callee));
    return true;
  }
  // What is stored or passed on is an object.
  inst(id).type = call_type(callee);
  push(id);
  replacements_[id.index] = insert(ir::Coerce{id}, id, types_.object());
  return true;
}

bool Rewriter::new_instance(ir::InstId id, ir::ClassId class_id, std::vector<ir::InstId> args,
                            std::vector<NameId> const& keywords) {
  bindings::Class const* base = world_.native_base(class_id);
  bool const is_exception = base && resolver_.is_exception(*base);
  if (!is_exception && !world_.is_made_plainly(class_id)) return false;
  if (world_.may_be_abstract(class_id)) return false;
  if (!world_.is_regular(class_id) || world_.state(class_id).escaped) return false;
  NameId const init_name = NameId::of("__init__");
  ir::FunctionId const method = world_.find_method(class_id, init_name);
  ir::FunctionId const init = method ? callee_of(id, method) : method;
  if (!init && (world_.find_class_attribute(class_id, init_name) || (!args.empty() && !is_exception))) return false;
  if (is_exception && !keywords.empty()) return false;
  ir::NewInstance made{.class_id = class_id, .init = init, .args = {}, .positional = {}};
  if (is_exception) made.positional = args;
  if (init) {
    if (world_.module.functions[init].kind != ir::FunctionKind::Function ||
        !world_.module.functions[init].captures.empty())
      return false;
    if (types_[world_.module.functions[init].result].kind != ir::TypeKind::None || !world_.state(init).reached)
      return false;
    std::optional<std::vector<ir::InstId>> bound = bind_values(init, args, keywords, true, id);
    if (!bound) return false;
    made.args = std::move(*bound);
  }
  replace(id, std::move(made));
  finish(id,
         types_.types().intern(
             {.kind = ir::TypeKind::Instance, .arguments = {}, .class_id = class_id, .function_id = {}, .name = {}}));
  return true;
}

// `super()` of which only a method is called that is known: a function of the class's base, or the `__init__` of a class of the runtime.
bool Rewriter::is_static_super(ir::InstId get_method) {
  auto const& node = std::get<ir::GetMethod>(inst(get_method).node);
  auto const* super = std::get_if<ir::Call>(&inst(node.object).node);
  if (!super || super->args.size() != 2 || users_[get_method.index].size() != 1) return false;
  Value const made = receivers_of(node.object);
  if (made.unknown || made.atoms.size() != 1 || world_.atoms[made.atoms[0]].kind != AtomKind::Super) return false;
  ir::ClassId const class_id{world_.atoms[made.atoms[0]].index};
  bool const is_own = receiver_class(super->args[1]) && has_kind(super->args[1], ir::TypeKind::Instance);
  if (!is_own || !world_.is_regular(class_id) || world_.state(class_id).escaped) return false;
  ir::CallMethod const& call = std::get<ir::CallMethod>(inst(users_[get_method.index][0]).node);
  if (world_.module.classes[class_id].base) {
    ir::FunctionId const method = super_method(world_, class_id, node.name);
    return method && bind_values(method, call.args, call.keywords, true, get_method, /*writes=*/false).has_value();
  }
  return world_.native_base(class_id) && node.name.text() == "__init__" && call.keywords.empty();
}

// A `super(class, self)` whose only use is a call of a known method.
bool Rewriter::drops_super(ir::InstId id) {
  if (users_[id.index].size() != 1) return false;
  ir::InstId const user = users_[id.index][0];
  if (inst(user).kind() != ir::InstKind::GetMethod || !is_static_super(user)) return false;
  dropped_supers_.insert(user.index);
  drop(std::get<ir::Call>(inst(id).node).args[0]);
  return true;
}

bool Rewriter::rewrite_super_call(ir::InstId id) {
  ir::CallMethod const node = std::get<ir::CallMethod>(inst(id).node);
  if (!dropped_supers_.contains(node.method.index)) return false;
  ir::GetMethod const method = std::get<ir::GetMethod>(inst(node.method).node);
  ir::InstId const self = std::get<ir::Call>(inst(method.object).node).args[1];
  ir::ClassId const class_id{world_.atoms[receivers_of(method.object).atoms[0]].index};
  if (ir::ClassId const base = world_.super_base(class_id, method.name)) {
    std::vector<ir::InstId> args{self};
    args.insert(args.end(), node.args.begin(), node.args.end());
    return call_function(id, world_.find_method(base, method.name), {}, std::move(args), node.keywords);
  }
  replace(id, ir::InitBase{.object = self, .base = world_.module.classes[class_id].native_base, .args = node.args});
  finish(id, types_.simple(ir::TypeKind::None));
  return true;
}

bool Rewriter::rewrite_call(ir::InstId id) {
  if (drops_super(id)) return true;
  ir::Call const node = std::get<ir::Call>(inst(id).node);
  Value const callee = receivers_of(node.callee);
  if (callee.unknown || callee.is_empty()) return false;
  if (call_bound_native(id, callee)) return true;
  if (callee.atoms.size() != 1) return false;
  Atom const atom = world_.atoms[callee.atoms[0]];
  switch (atom.kind) {
    case AtomKind::Function:
      return call_function(id, ir::FunctionId{atom.index}, node.callee, node.args, node.keywords);
    case AtomKind::Class: return new_instance(id, ir::ClassId{atom.index}, node.args, node.keywords);
    case AtomKind::NativeClass:
    case AtomKind::NativeFunction:
      return fold_isinstance(id, atom) || call_native_atom(id, atom, node.args, node.keywords);
    default: return false;
  }
}

// `append(x)` after `append = items.append`: the method is called on what it's bound to.
bool Rewriter::call_bound_native(ir::InstId id, Value const& callee) {
  ir::Call const node = std::get<ir::Call>(inst(id).node);
  Value receivers;
  NameId name;
  for (AtomId const each : callee.atoms) {
    Atom const atom = world_.atoms[each];
    if (atom.kind != AtomKind::NativeMethod) return false;
    Site const& site = world_.site_of(atom);
    if (name && name != site.names[0]) return false;
    name = site.names[0];
    world_.join(receivers, site.slots[0]);
  }
  bindings::Class const* const class_ = native_class(types_.of(receivers));
  if (!class_ || class_->cpp_name.empty()) return false;
  std::optional<NativeCall> const call = native_method(receivers, name, argument_values(node.args, node.keywords));
  if (!call) return false;
  ir::InstId const receiver = insert(ir::BoundSelf{node.callee}, id, types_.of(receivers));
  if (call_native(id, *call, receiver, node.args)) return true;
  drop(receiver);
  return false;
}

// `isinstance(x, C)` where it's known what x is.
bool Rewriter::fold_isinstance(ir::InstId id, Atom const& callee) {
  static bindings::Function const* const isinstance = bindings::find_module("builtins")->function("isinstance");
  auto const& node = std::get<ir::Call>(inst(id).node);
  if (callee.native != isinstance || node.args.size() != 2 || !node.keywords.empty()) return false;
  std::optional<bool> const answer = resolver_.are_instances_of(receivers_of(node.args[0]), receivers_of(node.args[1]));
  if (!answer) return false;
  replace(id, ir::Constant{.kind = ir::ConstantKind::Bool, .boolean = *answer, .text = {}});
  finish(id, types_.simple(ir::TypeKind::Bool));
  return true;
}

// What the condition always is, as far as it's written as a constant.
std::optional<bool> Rewriter::constant_truth(ir::InstId condition) {
  ir::InstNode const& node = inst(condition).node;
  if (auto const* constant = std::get_if<ir::Constant>(&node))
    return constant->kind == ir::ConstantKind::Bool ? std::optional(constant->boolean) : std::nullopt;
  if (auto const* truth = std::get_if<ir::Truth>(&node)) return constant_truth(truth->operand);
  if (auto const* coerce = std::get_if<ir::Coerce>(&node)) return constant_truth(coerce->operand);
  auto const* inverted = std::get_if<ir::Not>(&node);
  std::optional<bool> const operand = inverted ? constant_truth(inverted->operand) : std::nullopt;
  return operand ? std::optional(!*operand) : std::nullopt;
}

// Only the branch that is taken is left.
bool Rewriter::take_branch(ir::InstId id) {
  auto const node = std::get<ir::If>(inst(id).node);
  std::optional<bool> const truth = constant_truth(node.condition);
  if (!truth) return false;
  ir::BlockId const taken = *truth ? node.then_block : node.else_block;
  if (taken) rewrite(std::vector<ir::InstId>(function_.blocks[taken].insts));
  return true;
}

bool Rewriter::call_native_atom(ir::InstId id, Atom const& atom, std::vector<ir::InstId> const& args,
                                std::vector<NameId> const& keywords) {
  std::optional<NativeCall> const resolved =
      resolver_.resolve_native(resolver_.overloads_of(atom), {}, false, argument_values(args, keywords));
  return resolved && call_native(id, *resolved, std::nullopt, args);
}

Arguments Rewriter::argument_values(std::vector<ir::InstId> const& args, std::vector<NameId> const& keywords) {
  Arguments result;
  result.keywords = keywords;
  for (ir::InstId each : args) result.values.push_back(receivers_of(each));
  return result;
}

// The member of a module of the runtime that nothing replaces.
Value Rewriter::module_member(Value const& receivers, NameId name) {
  if (receivers.unknown || receivers.atoms.size() != 1) return World::unknown();
  Atom const atom = world_.atoms[receivers.atoms[0]];
  if (atom.kind != AtomKind::Module) return World::unknown();
  return resolver_.member(*static_cast<bindings::Module const*>(atom.native), name);
}

// The method that is called without looking for it, on instances or on a class. A class method of an instance's class isn't.
MethodTarget Rewriter::direct_method(ir::GetMethod const& node) {
  Value const receivers = receivers_of(node.object);
  MethodTarget const method = world_.method_of(receivers, node.name);
  bool const is_class = method && world_.atoms[receivers.atoms[0]].kind == AtomKind::Class;
  bool const is_named_tuple = method && types_.of_named_tuples(receivers);
  bool const is_direct =
      is_class || is_named_tuple || (receiver_class(node.object) && method.first != FirstArgument::OwnClass);
  return is_direct ? method : MethodTarget();
}

// Whether the call that uses this method finds it without looking.
bool Rewriter::is_devirtualised(ir::InstId get_method) {
  if (dropped_supers_.contains(get_method.index)) return true;
  ir::GetMethod const node = std::get<ir::GetMethod>(inst(get_method).node);
  Value const receivers = receivers_of(node.object);
  if (receivers.is_empty() || receivers.unknown || users_[get_method.index].size() != 1) return false;
  if (MethodTarget const method = direct_method(node)) {
    receivers_[get_method.index] = receiver_class(node.object) ? guarded(node.object, node, get_method) : node.object;
    return true;
  }
  if (std::vector<MethodCase> cases = method_cases(get_method); !cases.empty()) {
    cases_[get_method.index] = std::move(cases);
    receivers_[get_method.index] = guarded(node.object, node, get_method);
    return true;
  }
  if (std::optional<ModuleMember> const member = module_variable(node.object, node.name)) {
    ir::LoadModuleGlobal const load{node.object, member->global, member->may_be_unbound};
    receivers_[get_method.index] = insert(load, get_method, world_.module.globals[member->global].type);
    return true;
  }
  bool const is_module = receivers.atoms.size() == 1 && world_.atoms[receivers.atoms[0]].kind == AtomKind::Module;
  bool const is_native = !is_module && native_receiver(node.object);
  bool const is_member = is_module && !module_member(receivers, node.name).unknown;
  if (!is_member && !is_native) return false;
  receivers_[get_method.index] = node.object;
  return true;
}

bool Rewriter::rewrite_method_call(ir::InstId id) {
  if (rewrite_super_call(id)) return true;
  ir::CallMethod const node = std::get<ir::CallMethod>(inst(id).node);
  auto const found = receivers_.find(node.method.index);
  if (found == receivers_.end()) return false;
  ir::GetMethod const method = std::get<ir::GetMethod>(inst(node.method).node);
  Value const receivers = receivers_of(method.object);
  if (module_variable(method.object, method.name)) {
    replace(id, ir::Call{found->second, node.args, node.keywords});
    return rewrite_call(id);
  }
  if (auto const cases = cases_.find(node.method.index); cases != cases_.end())
    return dispatch(id, polymorphic_call(id, found->second), cases->second);
  bool done = false;
  if (MethodTarget const callee = direct_method(method)) {
    std::vector<ir::InstId> args;
    if (callee.first != FirstArgument::Anything) args.push_back(found->second);
    args.insert(args.end(), node.args.begin(), node.args.end());
    done = world_.module.functions[callee.function].captures.empty() &&
           call_function(id, callee.function, {}, std::move(args), node.keywords);
  } else if (Value const member = module_member(receivers, method.name); !member.unknown && member.atoms.size() == 1) {
    Atom const atom = world_.atoms[member.atoms[0]];
    bool const is_native = atom.kind == AtomKind::NativeClass || atom.kind == AtomKind::NativeFunction;
    done = is_native && call_native_atom(id, atom, node.args, node.keywords);
  } else if (std::optional<NativeCall> const call =
                 native_method(receivers, method.name, argument_values(node.args, node.keywords))) {
    done = call_native(id, *call, found->second, node.args);
  }
  // The look-up has no effect and succeeds, so it may as well come now.
  if (!done) {
    inst(node.method).type = types_.object();
    push(node.method);
  }
  return done;
}

// `gather(*tasks)` over a list: a function of the runtime's that takes any number of arguments and copies them.
bool Rewriter::rewrite_unpacked_call(ir::InstId id) {
  ir::CallUnpacked const node = std::get<ir::CallUnpacked>(inst(id).node);
  Value const callee = receivers_of(node.callee);
  Value const list = receivers_of(node.args);
  bool const is_known = !node.keywords && !callee.unknown && callee.atoms.size() == 1 && !list.unknown;
  if (!is_known || types_[type_of(node.args)].kind != ir::TypeKind::List) return false;
  Atom const atom = world_.atoms[callee.atoms[0]];
  if (atom.kind != AtomKind::NativeFunction) return false;
  Arguments items;
  items.values.push_back(resolver_.iterate(list, false, id));
  std::optional<NativeCall> const exact = resolver_.resolve_unpacked(atom, items);
  bindings::Overload const& overload = exact ? *exact->overload : resolver_.overloads_of(atom).back();
  bool const is_variadic = overload.params.size() > 0 && overload.params[0].kind == bindings::ParameterKind::VarArgs;
  if (!is_variadic || !overload.effects.copies || overload.is_async()) return false;
  if (is_original(node.callee) && users_[node.callee.index].size() == 1 &&
      inst(node.callee).kind() == ir::InstKind::GetAttr)
    drop(node.callee);
  bool const is_general =
      overload.result_representation == bindings::Representation::Object || mentions_unbound(overload, {});
  replace(id, ir::CallNative{&overload, {node.args}, true});
  finish(id, is_general ? types_.object() : instantiate(overload.returns, {}));
  return true;
}

// A loop over an instance whose `__iter__` is a generator, or its `__aiter__` an asynchronous one.
void Rewriter::rewrite_iteration(ir::InstId id) {
  ir::For const node = std::get<ir::For>(inst(id).node);
  if (!receiver_class(node.iterable)) return;
  NameId const name = NameId::of(node.is_async ? "__aiter__" : "__iter__");
  MethodTarget const target = world_.method_of(receivers_of(node.iterable), name);
  if (!target || target.first != FirstArgument::OwnInstance) return;
  ir::FunctionId const method = target.function;
  ir::Function const& function = world_.module.functions[method];
  ir::FunctionKind const kind = node.is_async ? ir::FunctionKind::AsyncGenerator : ir::FunctionKind::Generator;
  if (function.kind != kind || !function.captures.empty() || function.parameters.size() != 1) return;
  ir::TypeId const self_type = function.locals[function.parameters[0].local].type;
  ir::InstId const receiver = guarded(node.iterable, ir::GetIter{node.iterable, node.is_async}, node.iterable);
  ir::InstId const generator =
      insert(ir::CallFunction{method, {}, {coerced(receiver, self_type)}}, node.iterable, call_type(method));
  std::get<ir::For>(inst(id).node).iterable = generator;
}

}  // namespace aiocc::types
