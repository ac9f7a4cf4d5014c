// Calls, function objects and classes.
#include <fmt/ranges.h>

#include <algorithm>

#include "bindings/bindings.hpp"
#include "emit/function_emitter.hpp"
#include "emit/literals.hpp"

namespace aiocc::emit {

std::string FunctionEmitter::keyword_names(std::vector<NameId> const& keywords) const {
  std::string out;
  for (NameId keyword : keywords) out += (out.empty() ? "" : ", ") + string_literal(keyword.text());
  return fmt::format("keywords<{}>()", out);
}

// A call of unknown result may give a coroutine object, unless it's awaited at once.
bool FunctionEmitter::may_make_coroutine(ir::InstId id, ir::InstId callee) const {
  if (!context_.has_coroutines || !has_value_kind(ir::TypeKind::Object, id)) return false;
  if (callee && inst(callee).kind() == ir::InstKind::LoadBuiltin) return false;
  bool const has_next = current_block_ && position_ + 1 < current_block_->size();
  auto const* const await = has_next ? std::get_if<ir::Await>(&inst((*current_block_)[position_ + 1]).node) : nullptr;
  return !await || await->operand != id;
}

// Warnings and log records tell the place of the call that made them.
void FunctionEmitter::note_caller(ir::InstId id) {
  flush_memory_readers();
  out_.line("state.position = {};", at(id));
}

// Coroutine objects that nobody awaits die with their statement: the warning needs to know where that is.
void FunctionEmitter::define_call(ir::InstId id, ir::InstId callee, std::string const& call) {
  bool const may_make = may_make_coroutine(id, callee);
  if (context_.notes_callers) note_caller(id);
  if (may_make && uses_[id.index] == 0) {
    flush_memory_readers();
    out_.line("discard({}, {});", tried(id, call), at(id));
    return;
  }
  bool const tells_position = !statements_.empty() && (may_make || !statements_.back().position.empty());
  // Behind it stands where it is, so it's a statement of its own.
  define_effect(id, call, true, false, tells_position);
  if (tells_position) statements_.back().position = at(id);
}

// Of a coroutine that isn't awaited where it's made.
void FunctionEmitter::make_coroutine_object(ir::InstId id, ir::InstId coroutine) {
  std::string const made = use_object(coroutine);
  if (uses_[id.index] == 0) {
    flush_memory_readers();
    out_.line("discard({}, {});", made, at(id));
    return;
  }
  define_effect(id, made, false, false, /*stands_alone=*/true);
  if (!statements_.empty()) statements_.back().position = at(id);
}

// A function of the runtime's is called by its table, without the object that stands for it.
std::string FunctionEmitter::called(ir::InstId id) {
  std::string const value = use_object(id);
  auto const* const load = std::get_if<ir::LoadBuiltin>(&inst(id).node);
  bindings::Function const* const function = load ? builtin_function(load->name, load->module) : nullptr;
  return function ? std::string(function->native) : value;
}

void FunctionEmitter::emit(ir::InstId id, ir::Call const& node) {
  std::string arguments = node.args.empty() ? "" : ", " + use_kept(node.args);
  std::string const callee = called(node.callee);
  std::string const call =
      node.keywords.empty() ? fmt::format("call({}{})", callee, arguments)
                            : fmt::format("call_keywords({}, {}{})", callee, keyword_names(node.keywords), arguments);
  define_call(id, node.callee, call);
}

// Whether it's a value that nothing can change, not even the look-up of an attribute.
bool FunctionEmitter::is_at_hand(ir::InstId id) const {
  ir::InstNode const& node = inst(id).node;
  if (auto const* const load = std::get_if<ir::LoadLocal>(&node)) return !load->may_be_unbound && !in_cell(load->local);
  if (auto const* const load = std::get_if<ir::LoadGlobal>(&node))
    return !load->may_be_unbound && context_.module.globals[load->global].stable;
  if (auto const* const coerce = std::get_if<ir::Coerce>(&node)) return is_at_hand(coerce->operand);
  return inst(id).kind() == ir::InstKind::Constant || inst(id).kind() == ir::InstKind::LoadBuiltin;
}

// Whether its call may look the method up itself: nothing happens between the two.
bool FunctionEmitter::is_looked_up_by_call(ir::InstId method) const {
  if (context_.notes_frames) return false;
  for (std::size_t next = position_ + 1; next < current_block_->size(); ++next) {
    ir::InstId const id = (*current_block_)[next];
    if (auto const* const call = std::get_if<ir::CallMethod>(&inst(id).node); call && call->method == method)
      return true;
    if (!is_at_hand(id)) return false;
  }
  return false;
}

// `Method append_1; TRY(append_1.find(xs, "append"_s), AT(1));`, unless the call does it all.
void FunctionEmitter::emit(ir::InstId id, ir::GetMethod const& node) {
  if (is_looked_up_by_call(id)) {
    invoked_.insert(id.index);
    return;
  }
  flush_memory_readers();
  std::string const name = fresh("method");
  out_.line("Method {};", name);
  declare_temporary(id, name);
  out_.line("{};", tried(id, fmt::format("{}.find({}, {}_s)", name, use_object(node.object),
                                         string_literal(node.name.text()))));
  pending_[id.index] = Pending{name, true, {}, false};
}

void FunctionEmitter::emit(ir::InstId id, ir::CallMethod const& node) {
  if (invoked_.contains(node.method.index)) return invoke(id, node);
  std::string arguments = use_kept(node.args);
  if (!node.keywords.empty()) arguments = keyword_names(node.keywords) + ", " + arguments;
  char const* const form = node.keywords.empty() ? "call" : "call_keywords";
  define_call(id, {}, fmt::format("{}.{}({})", use(node.method), form, arguments));
}

// `TRY(invoke(xs, "append"_s, x), AT(1))`: the look-up's own place is the next one.
void FunctionEmitter::invoke(ir::InstId id, ir::CallMethod const& node) {
  auto const& lookup = std::get<ir::GetMethod>(inst(node.method).node);
  std::string call = fmt::format("{}({}, {}_s", node.keywords.empty() ? "invoke" : "invoke_keywords",
                                 use_kept(lookup.object), string_literal(lookup.name.text()));
  if (!node.keywords.empty()) call += ", " + keyword_names(node.keywords);
  if (!node.args.empty()) call += ", " + use_kept(node.args);
  context_.tables.join(id_, inst(id), inst(node.method));
  define_call(id, {}, call + ")");
}

// A list that is made for the call alone may give up its items.
std::string FunctionEmitter::unpacked_items(ir::InstId items) {
  std::string const text = use_object(items);
  bool const is_last_use = inst(items).kind() == ir::InstKind::MakeList && uses_[items.index] == 0;
  return is_last_use && pending_.at(items.index).atomic ? fmt::format("std::move({})", text) : text;
}

void FunctionEmitter::emit(ir::InstId id, ir::CallUnpacked const& node) {
  std::string const keywords = node.keywords ? use_object(node.keywords) : "Object()";
  std::string const args = unpacked_items(node.args);
  std::string const call = fmt::format("call_unpacked({}, {}, {})", use_object(node.callee), args, keywords);
  define_call(id, node.callee, call);
}

std::string FunctionEmitter::call_arguments(ir::Function const& callee, std::vector<ir::InstId> const& args,
                                            std::size_t first_parameter) {
  // The IR has parameters in source order, C++ takes variadic ones last.
  std::vector<ir::LocalId> const order = signature_order(callee);
  std::string out;
  for (ir::LocalId local : order) {
    std::size_t index = 0;
    while (callee.parameters[index].local != local) ++index;
    if (index < first_parameter) continue;
    ir::InstId const argument = args[index - first_parameter];
    std::string const text =
        argument ? coerced(type_of(argument), callee.locals[local].type, use(argument)) : "Object()";
    out += (out.empty() ? "" : ", ") + text;
  }
  return out;
}

void FunctionEmitter::emit(ir::InstId id, ir::CallFunction const& node) {
  ir::Function const& callee = context_.module.functions[node.function];
  std::string arguments;
  for (std::size_t index = 0; index < callee.captures.size(); ++index) {
    ir::Capture const& capture = callee.captures[index];
    std::string const type = context_.types.value(callee.locals[capture.inner].type);
    arguments += fmt::format("{}captured_cell<{}>({}, {})", index ? ", " : "", type, use(node.callee), index);
  }
  std::string const values = call_arguments(callee, node.args, 0);
  if (!arguments.empty() && !values.empty()) arguments += ", ";
  arguments += values;
  std::string const name = context_.names.qualified(node.function);
  bool const is_void = context_.module.types[callee.result].kind == ir::TypeKind::None;
  switch (callee.kind) {
    case ir::FunctionKind::Coroutine:
      if (!has_value_kind(ir::TypeKind::Coroutine, id)) break;
      // Written where it's awaited or passed; unstarted, it has no effect of its own.
      if (callee.suspends)
        define_pure(id, fmt::format("{}({})", name, arguments), node.args, true);
      else
        define_pure(id, fmt::format("coroutine<{}>({})", name, arguments), node.args, true);
      return;
    case ir::FunctionKind::Generator:
    case ir::FunctionKind::AsyncGenerator:
      define_effect(id, fmt::format("{}({}).described({})", name, arguments, context_.tables.definition(node.function)),
                    false);
      return;
    default: break;
  }
  define_effect(id, fmt::format("{}({})", name, arguments), callee.raises, is_void);
}

// One argument of a native's call, in the representation that C++ takes; empty where it isn't given.
std::string FunctionEmitter::native_argument(bindings::Overload const& overload, bindings::Parameter const& parameter,
                                             ir::InstId argument) {
  if (!argument) return {};
  if (has_value_kind(ir::TypeKind::Coroutine, argument)) {
    auto const* const call = std::get_if<ir::CallFunction>(&inst(argument).node);
    // A task's repr and reports name the function.
    return call ? fmt::format("{}.described({})", use(argument), context_.tables.definition(call->function))
                : use(argument);
  }
  bool const is_object = has_value_kind(ir::TypeKind::Object, argument);
  switch (parameter.representation) {
    case bindings::Representation::Object: {
      std::string const text = use_object(argument);
      // C++ would choose the declaration for the static type, where inference had reasons not to.
      bool const is_refined =
          context_.types.value(type_of(argument)) != "Object" && context_.module.types.is_word(type_of(argument));
      return is_refined && bindings::has_siblings(overload) && overload.loop.empty() ? fmt::format("Object({})", text)
                                                                                     : text;
    }
    case bindings::Representation::Double:
      return is_object ? fmt::format("from_object<double>({})", use(argument)) : use(argument);
    case bindings::Representation::Bool:
      return is_object ? fmt::format("from_object<bool>({})", use(argument)) : use(argument);
    case bindings::Representation::Word: {
      bool const is_template = parameter.cpp_type.find('<') != std::string_view::npos || parameter.cpp_type.size() < 2;
      return is_object && !is_template ? fmt::format("word_cast<{}>({})", parameter.cpp_type, use(argument))
                                       : use(argument);
    }
    default: return use(argument);
  }
}

// The default as the signature writes it, in the representation that C++ takes.
std::string FunctionEmitter::native_default(bindings::Parameter const& parameter) const {
  std::string_view const text = parameter.default_text;
  bool const is_object = parameter.representation == bindings::Representation::Object;
  if (parameter.kind == bindings::ParameterKind::VarArgs) return "Arguments()";
  if (parameter.kind == bindings::ParameterKind::VarKeywords) return "Dict<Str, Object>::of()";
  if (text == "...") return "Object()";
  if (text == "None") return "None";
  if (text == "True" || text == "False") return is_object ? std::string(text) : (text == "True" ? "true" : "false");
  if (text.starts_with('\'') || text.starts_with('"')) return string_literal(text.substr(1, text.size() - 2)) + "_s";
  bool const is_float = text.find('.') != std::string_view::npos;
  if (is_float) return is_object ? fmt::format("box({})", text) : std::string(text);
  return parameter.representation == bindings::Representation::Double ? std::string(text)
                                                                      : fmt::format("Int({})", text);
}

// What a parameter that's a type parameter of the receiver's class stands for: T of `append(self, object: T)` on a list[int].
std::optional<ir::TypeId> FunctionEmitter::class_argument(bindings::Parameter const& parameter,
                                                          ir::InstId receiver) const {
  ir::Type const& type = context_.module.types[type_of(receiver)];
  char const* const container = type.kind == ir::TypeKind::List   ? "list"
                                : type.kind == ir::TypeKind::Set  ? "set"
                                : type.kind == ir::TypeKind::Dict ? "dict"
                                                                  : nullptr;
  bindings::Class const* const found = bindings::find_class(container ? std::string_view(container) : type.name.text());
  if (!found || !parameter.type.args.empty()) return std::nullopt;
  for (std::size_t index = 0; index < found->type_params.size() && index < type.arguments.size(); ++index) {
    if (found->type_params[index] == parameter.type.name) return type.arguments[index];
  }
  return std::nullopt;
}

// One text a C++ parameter; those at the end that C++ has defaults for are left out.
std::vector<std::string> FunctionEmitter::native_arguments(ir::CallNative const& node) {
  bindings::Overload const& overload = *node.overload;
  std::vector<std::string> arguments;
  std::size_t needed = 0;
  // What follows `*args` isn't given: the variadic ones stand at the end.
  bool collected = false;
  for (std::size_t index = 0; index < overload.params.size(); ++index) {
    bindings::Parameter const& parameter = overload.params[index];
    std::string text;
    if (parameter.kind == bindings::ParameterKind::VarArgs && node.unpacked) {
      text = fmt::format("Unpacked({})", unpacked_items(node.args.back()));
      collected = true;
    } else if (parameter.kind == bindings::ParameterKind::VarArgs) {
      std::string items;
      for (std::size_t rest = index; rest < node.args.size(); ++rest)
        items += (items.empty() ? "" : ", ") + use_kept(node.args[rest]);
      text = fmt::format("pack({})", items);
      collected = true;
    } else if (!collected && index < node.args.size()) {
      bool const is_receiver = overload.form == bindings::CallForm::Member && index == 0;
      bool const is_compound = is_receiver && !pending_.at(node.args[0].index).atomic;
      text = native_argument(overload, parameter, node.args[index]);
      if (is_compound) text = fmt::format("({})", text);
      bool const is_member = overload.form == bindings::CallForm::Member && index > 0;
      if (std::optional<ir::TypeId> const element = is_member ? class_argument(parameter, node.args[0]) : std::nullopt;
          element && !text.empty())
        text = coerced(type_of(node.args[index]), *element, text);
    }
    bool const given = !text.empty();
    arguments.push_back(given ? std::move(text) : native_default(parameter));
    if (given || !parameter.has_cpp_default) needed = index + 1;
  }
  arguments.resize(needed);
  return arguments;
}

// A range of ints that only the next instruction, a loop, sees: the loop counts without the object.
bool FunctionEmitter::is_loop_range(ir::InstId id, ir::CallNative const& node) const {
  bool const are_ints = std::ranges::all_of(
      node.args, [&](ir::InstId argument) { return argument && has_value_kind(ir::TypeKind::Int, argument); });
  return has_value_kind(ir::TypeKind::Range, id) && are_ints && is_looped_over_next(id);
}

// From a small constant upwards by one no loop lives to see an int past a word.
std::string FunctionEmitter::loop_range(ir::InstId id, ir::CallNative const& node,
                                        std::vector<std::string> const& arguments) {
  if (node.overload->raises()) return tried(id, fmt::format("stepping({})", fmt::join(arguments, ", ")));
  auto const* const start = std::get_if<ir::Constant>(&inst(node.args[0]).node);
  bool const is_small = start && start->kind == ir::ConstantKind::Int && start->text.size() < 15;
  if (arguments.size() == 1) return fmt::format("counting({})", arguments[0]);
  if (arguments.size() == 2 && is_small) return fmt::format("counting({}, {})", start->text, arguments[1]);
  return fmt::format("RangeCursor({})", fmt::join(arguments, ", "));
}

// The loop over the value, if that's all that becomes of it, and only the loop's own result is prepared before.
ir::For const* FunctionEmitter::next_loop_over(ir::InstId id) const {
  if (uses_[id.index] != 1 || !current_block_) return nullptr;
  std::size_t next = position_ + 1;
  while (next < current_block_->size() && may_precede_loop((*current_block_)[next])) ++next;
  if (next == current_block_->size()) return nullptr;
  auto const* const loop = std::get_if<ir::For>(&inst((*current_block_)[next]).node);
  return loop && loop->iterable == id && !loop->is_async ? loop : nullptr;
}

bool FunctionEmitter::is_looped_over_next(ir::InstId id) const { return next_loop_over(id) != nullptr; }

// Whether a loop that has a C++ form of its own for what the call makes knows what its items are. Where inference has given up it's over any object.
bool FunctionEmitter::is_source_of_known_items(ir::InstId id) const {
  ir::For const* const loop = next_loop_over(id);
  if (!loop) return false;
  ir::InstId const item = function_.blocks[loop->body].insts.front();
  return !has_value_kind(ir::TypeKind::Object, id) || !has_value_kind(ir::TypeKind::Object, item);
}

// The empty container of a comprehension, the start of a sum, what `any` finds.
bool FunctionEmitter::may_precede_loop(ir::InstId id) const {
  ir::InstNode const& node = inst(id).node;
  if (auto const* list = std::get_if<ir::MakeList>(&node)) return list->elements.empty();
  if (auto const* set = std::get_if<ir::MakeSet>(&node)) return set->elements.empty();
  if (auto const* dict = std::get_if<ir::MakeDict>(&node)) return dict->keys.empty();
  if (auto const* store = std::get_if<ir::StoreLocal>(&node))
    return inst(store->value).kind() == ir::InstKind::Constant;
  return inst(id).kind() == ir::InstKind::StartSum || inst(id).kind() == ir::InstKind::Constant;
}

namespace {

// Instances of native classes that are layouts, not words, are references.
bool is_reference(ir::Type const& type) {
  bindings::Class const* const found =
      type.kind == ir::TypeKind::Native ? bindings::find_class(type.name.text()) : nullptr;
  return found && (found->cpp_name.empty() ? !found->layout.empty() : found->cpp_name.starts_with("Ref<"));
}

}  // namespace

void FunctionEmitter::emit(ir::InstId id, ir::CallNative const& node) {
  bindings::Overload const& overload = *node.overload;
  std::vector<std::string> const arguments = native_arguments(node);
  std::string call = dict_place(id, node);
  std::size_t const first = overload.form == bindings::CallForm::Member ? 1 : 0;
  for (std::size_t index = first; index < arguments.size(); ++index)
    call += (call.empty() ? "" : ", ") + arguments[index];
  if (first == 1)
    call =
        fmt::format("{}{}{}({})", arguments[0], is_reference(context_.module.types[type_of(node.args[0])]) ? "->" : ".",
                    overload.cpp_name, call);
  else
    call = fmt::format("{}({})", overload.cpp_name, call);
  if (overload.is_async()) {
    define_pure(id, call, node.args, true);
    return;
  }
  if (is_loop_range(id, node)) {
    loop_sources_.insert(id.index);
    define_pure(id, loop_range(id, node, arguments), node.args, true);
    return;
  }
  if (!overload.loop.empty() && is_source_of_known_items(id)) {
    loop_sources_.insert(id.index);
    std::string source = fmt::format("{}({})", overload.loop, fmt::join(arguments, ", "));
    if (is_quiet_row_loop(node.args)) {
      views_.insert(id.index);
      source = fmt::format("views({})", source);
    }
    define_pure(id, std::move(source), node.args, true);
    return;
  }
  if (!overload.compared.empty() && is_compared_next(id)) {
    compared_.insert(id.index);
    define_pure(id, fmt::format("{}({})", overload.compared, fmt::join(arguments, ", ")), node.args, true);
    return;
  }
  // A type parameter that stands for None is void in C++.
  bool const is_void = overload.result_representation == bindings::Representation::Void ||
                       (!overload.type_params.empty() && has_value_kind(ir::TypeKind::None, id));
  // A slot of more general arguments than those that C++ deduces: Task[object] for a Task<Int>.
  if (!overload.type_params.empty() && has_value_kind(ir::TypeKind::Native, id)) {
    std::string const exact = overload.raises() ? tried(id, call) : call;
    define_effect(id, fmt::format("word_cast<{}>({})", type_text(id), exact), false);
    return;
  }
  bool const is_noted = context_.notes_places || context_.notes_truths;
  if (is_noted && overload.form == bindings::CallForm::Function) note_caller(id);
  define_effect(id, call, overload.raises(), is_void);
}

void FunctionEmitter::emit(ir::InstId id, ir::NewInstance const& node) {
  std::string const name = context_.names.class_(node.class_id);
  bool const is_exception = ir::has_native_layout(context_.module, node.class_id);
  std::string allocation = fmt::format("allocate<{}>({})", name, class_object(node.class_id));
  if (is_exception)
    allocation = fmt::format("{}<{}>({}, {}, pack({}))", node.init ? "construct" : "construct_initialised", name,
                             bindings::find_class(ir::native_base(context_.module, node.class_id).text())->type_object,
                             class_object(node.class_id), use_kept(node.positional));
  if (!node.init) {
    define_effect(id, allocation, is_exception);
    return;
  }
  ir::Function const& init = context_.module.functions[node.init];
  std::string const arguments = call_arguments(init, node.args, 1);
  flush_memory_readers();
  std::string const made = fmt::format("t{}", ++temporaries_);
  out_.line("{} {} = {};", type_text(id), made, is_exception ? tried(id, allocation) : allocation);
  declare_temporary(id, made);
  std::string const self = coerced(type_of(id), init.locals[init.parameters[0].local].type, made);
  std::string const call =
      fmt::format("{}({}{}{})", context_.names.qualified(node.init), self, arguments.empty() ? "" : ", ", arguments);
  out_.line("{};", init.raises ? tried(id, call) : call);
  pending_[id.index] = Pending{made, true, {}, false};
}

void FunctionEmitter::emit(ir::InstId id, ir::InitBase const& node) {
  bindings::Class const* const base = bindings::find_class(node.base.text());
  std::string const arguments = fmt::format("pack({})", use_kept(node.args));
  define_effect(id, fmt::format("init_base({}, {}, {})", base->type_object, use_object(node.object), arguments), true,
                true);
}

std::string FunctionEmitter::captured_cells(ir::FunctionId callee) const {
  std::string out;
  for (ir::Capture const& capture : context_.module.functions[callee].captures)
    out += (out.empty() ? "" : ", ") + context_.names.local(id_, capture.outer);
  return out;
}

void FunctionEmitter::emit(ir::InstId id, ir::MakeFunction const& node) {
  std::string const defaults =
      node.defaults.empty() ? "Object()" : fmt::format("make_tuple({})", use_all(node.defaults));
  std::string keyword_defaults;
  ir::Function const& made = context_.module.functions[node.function];
  std::size_t keyword_only = 0;
  for (ir::Parameter const& parameter : made.parameters) {
    if (parameter.kind != ir::ParameterKind::KeywordOnly) continue;
    ir::InstId const value =
        keyword_only < node.keyword_defaults.size() ? node.keyword_defaults[keyword_only] : ir::InstId();
    ++keyword_only;
    if (!value) continue;
    keyword_defaults += fmt::format("{}{}_s, {}", keyword_defaults.empty() ? "" : ", ",
                                    string_literal(made.locals[parameter.local].name.text()), use_object(value));
  }
  std::string const keyword_dict =
      keyword_defaults.empty() ? "Object()" : fmt::format("make_name_dict(pack({}))", keyword_defaults);
  std::string const cells = captured_cells(node.function);
  std::string arguments = context_.tables.function(node.function);
  bool const needs_cells = !cells.empty();
  bool const needs_keywords = needs_cells || !keyword_defaults.empty();
  if (needs_keywords || !node.defaults.empty()) arguments += ", " + defaults;
  if (needs_keywords) arguments += ", " + keyword_dict;
  if (needs_cells) arguments += fmt::format(", {{{}}}", cells);
  char const* const form =
      made.kind == ir::FunctionKind::Coroutine && !made.suspends ? "make_async_function" : "make_function";
  std::string functions = context_.names.qualified(node.function);
  // Both make coroutines in the same way.
  if (node.typed && context_.module.functions[node.typed].suspends == made.suspends)
    functions += ", " + context_.names.qualified(node.typed);
  define_effect(id, fmt::format("{}<{}>({})", form, functions, arguments), false);
}

std::string FunctionEmitter::class_arguments(ir::MakeClass const& node) {
  std::string const bases = use_kept(node.bases);
  std::string keywords = node.keyword_dict ? use_object(node.keyword_dict) : "";
  for (std::size_t index = 0; index < node.keywords.size(); ++index) {
    keywords += fmt::format("{}{}_s, {}", keywords.empty() ? "" : ", ", string_literal(node.keywords[index].text()),
                            use_kept(node.keyword_values[index]));
  }
  if (!node.keywords.empty()) keywords = fmt::format("make_name_dict(pack({}))", keywords);
  if (!node.base_list && keywords.empty()) return bases.empty() ? "" : fmt::format("pack({})", bases);
  std::string const all_bases = node.base_list ? use_object(node.base_list) : fmt::format("make_tuple({})", bases);
  return fmt::format("{}, {}", all_bases, keywords.empty() ? "Object()" : keywords);
}

void FunctionEmitter::emit(ir::InstId id, ir::MakeClass const& node) {
  ir::Class const& made = context_.module.classes[node.class_id];
  std::string const cls = context_.names.class_(node.class_id);
  std::string const statement = fresh("class");
  std::string const arguments = class_arguments(node);
  flush_memory_readers();
  out_.line("ClassStatement {}({}_class);", statement, cls);
  note_temporary(context_.module.types.object());
  out_.line("{};", tried(id, fmt::format("{}.begin({})", statement, arguments)));
  std::string const cells = captured_cells(made.body);
  std::string const body = context_.names.qualified(made.body);
  out_.line("{};",
            tried(id, fmt::format("{}({}.attributes(){}{})", body, statement, cells.empty() ? "" : ", ", cells)));
  std::string const made_name = fmt::format("t{}", ++temporaries_);
  out_.line("Object {} = {};", made_name, tried(id, statement + ".end()"));
  out_.line("{} = {}.as<Type>();", class_object(node.class_id), made_name);
  note_temporary(context_.module.types.object());
  pending_[id.index] = Pending{made_name, true, {}, false};
}

void FunctionEmitter::emit(ir::InstId id, ir::MakeDataclass const& node) {
  std::string const initializer = node.initializer ? use_object(node.initializer) : "Object()";
  bool const is_made_again = context_.module.classes[node.class_id].dataclass->has_slots;
  std::string const made = use_object(node.made);
  define_effect(id,
                fmt::format("{}({}, {}, {}, {}_s)", is_made_again ? "decorate_slotted_dataclass" : "decorate_dataclass",
                            use_object(node.decorator), is_made_again ? class_object(node.class_id) : made, initializer,
                            string_literal(node.shape)),
                true);
}

// The class as its instances name it, once its statement has run.
std::string FunctionEmitter::class_object(ir::ClassId id) const { return context_.names.class_(id) + "::class_object"; }

// Methods that use `super()` share the cell that gets the class.
void FunctionEmitter::emit(ir::InstId id, ir::ClassBodyResult const&) {
  ir::LocalId const cell = context_.module.classes[function_.class_id].class_cell;
  if (cell) out_.line("{};", tried(id, fmt::format("set_class_cell(namespace_, {})", context_.names.local(id_, cell))));
  write_position();
  out_.line("return {{}};");
}

}  // namespace aiocc::emit
