// Where values are computed: pure ones inside the expression that uses them, the others in statements of their own.
#include "emit/function_emitter.hpp"
#include "ir/plain_operations.hpp"

namespace aiocc::emit {

namespace {

// `5` of `Int(5)`, where C++ makes another number of it.
std::string_view without_int(std::string_view text) {
  constexpr std::size_t head = 4, most_digits = 9;
  bool const is_small = text.starts_with("Int(") && text.ends_with(')') && text.size() <= head + most_digits + 1;
  std::string_view const digits = is_small ? text.substr(head, text.size() - head - 1) : std::string_view();
  bool const is_literal = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  return is_literal ? digits : text;
}

// `x` of `from_object<double>(x)`: the object itself; empty of anything else.
std::string_view unboxed_object(std::string const& type, std::string_view text) {
  std::string const head = fmt::format("from_object<{}>(", type);
  if (!text.starts_with(head) || !text.ends_with(')')) return {};
  std::string_view const inner = text.substr(head.size(), text.size() - head.size() - 1);
  return inner.find_first_of("()") == std::string_view::npos ? inner : std::string_view();
}

// A comma outside of parentheses, such as between template arguments, would end a macro's argument.
bool has_comma_for_macros(std::string_view expression) {
  int depth = 0;
  char quote = 0;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    char const character = expression[at];
    if (quote) {
      if (character == '\\')
        ++at;
      else if (character == quote)
        quote = 0;
      continue;
    }
    if (character == '"' || character == '\'') quote = character;
    if (character == '(') ++depth;
    if (character == ')') --depth;
    if (character == ',' && depth == 0) return true;
  }
  return false;
}

}  // namespace

std::string FunctionEmitter::use(ir::InstId id, bool as_operand) {
  auto const found = pending_.find(id.index);
  Pending const& value = found->second;
  if (uses_[id.index] > 0) --uses_[id.index];
  return as_operand && !value.atomic ? fmt::format("({})", value.text) : value.text;
}

std::string FunctionEmitter::use_object(ir::InstId id) {
  // What becomes a coroutine object tells its name in reprs and warnings.
  if (auto const* const call = std::get_if<ir::CallFunction>(&inst(id).node);
      call && has_value_kind(ir::TypeKind::Coroutine, id)) {
    std::string const made =
        fmt::format("coroutine_object({}.described({}))", use(id), context_.tables.definition(call->function));
    return context_.notes_frames ? fmt::format("(state.position = {}, {})", at(id), made) : made;
  }
  return coerced(type_of(id), context_.module.types.object(), use(id));
}

std::string FunctionEmitter::use_all(std::vector<ir::InstId> const& ids) {
  std::string out;
  for (ir::InstId id : ids) out += (out.empty() ? "" : ", ") + use_object(id);
  return out;
}

// What it reads may be given another value while it's in use: a global, a cell, a field.
bool FunctionEmitter::is_shared_variable(ir::InstId id) const {
  ir::InstNode const& node = inst(id).node;
  if (auto const* const coerce = std::get_if<ir::Coerce>(&node)) return is_shared_variable(coerce->operand);
  if (auto const* const load = std::get_if<ir::LoadGlobal>(&node)) return !context_.module.globals[load->global].stable;
  if (auto const* const load = std::get_if<ir::LoadLocal>(&node)) return in_cell(load->local);
  return inst(id).kind() == ir::InstKind::GetField || inst(id).kind() == ir::InstKind::LoadModuleGlobal;
}

std::string FunctionEmitter::use_kept(ir::InstId id) {
  Pending const& value = pending_.find(id.index)->second;
  bool const is_copied = value.reads_memory && context_.module.types.is_word(type_of(id)) && is_shared_variable(id);
  return is_copied ? fmt::format("Object({})", use_object(id)) : use_object(id);
}

std::string FunctionEmitter::use_kept(std::vector<ir::InstId> const& ids) {
  std::string out;
  for (ir::InstId id : ids) out += (out.empty() ? "" : ", ") + use_kept(id);
  return out;
}

void FunctionEmitter::define(ir::InstId id, Pending value) {
  bool const repeats = uses_[id.index] > 1 && !value.atomic;
  if (value.reads_memory || !value.locals.empty()) readers_.push_back(id.index);
  pending_[id.index] = std::move(value);
  note_value(id);
  if (repeats) materialise(id);
}

void FunctionEmitter::define_pure(ir::InstId id, std::string text, std::vector<ir::InstId> const& operands,
                                  bool atomic) {
  Pending value{std::move(text), atomic, {}, false};
  for (ir::InstId operand : operands) {
    if (!operand) continue;
    if (auto const found = pending_.find(operand.index); found != pending_.end()) {
      value.locals.insert(found->second.locals.begin(), found->second.locals.end());
      value.reads_memory |= found->second.reads_memory;
    }
  }
  define(id, std::move(value));
}

// Gives a pending expression a variable, before what it reads changes.
void FunctionEmitter::materialise(ir::InstId id) {
  Pending& value = pending_[id.index];
  std::string const name = fmt::format("t{}", ++temporaries_);
  // A coroutine that hasn't started has one owner, and so has a loop's range; the runtime's are of many C++ types. An unpacked tuple's parts are
  // read from the tuple.
  bool const is_loop_range = loop_sources_.contains(id.index) && has_value_kind(ir::TypeKind::Range, id);
  bool const moves = has_value_kind(ir::TypeKind::Coroutine, id) || is_loop_range;
  auto const* const unpack = std::get_if<ir::Unpack>(&inst(id).node);
  bool const is_tuple = unpack && ir::is_plain_unpack(context_.module, function_, *unpack);
  bool const is_deduced = moves || is_tuple || loop_sources_.contains(id.index);
  out_.line("{} {} = {};", is_deduced ? "auto" : type_text(id), name, value.text);
  note_temporary(type_of(id));
  if (!is_deduced) hold(id, name);
  value = Pending{moves ? fmt::format("std::move({})", name) : name, true, {}, false};
}

// Writes out those that are to be used still, and forgets those that needn't be any more.
template <class Wanted>
void FunctionEmitter::flush_readers(Wanted const& wanted) {
  std::erase_if(readers_, [&](std::uint32_t index) {
    Pending const& value = pending_[index];
    bool const reads = uses_[index] > 0 && (value.reads_memory || !value.locals.empty());
    if (!reads || !wanted(value)) return !reads;
    materialise(ir::InstId{index});
    return true;
  });
}

void FunctionEmitter::flush_memory_readers() {
  flush_readers([](Pending const& value) { return value.reads_memory; });
}

void FunctionEmitter::flush_readers_of(ir::LocalId local) {
  flush_readers([&](Pending const& value) { return value.locals.contains(local.index); });
}

void FunctionEmitter::flush_all() {
  flush_readers([](Pending const&) { return true; });
}

std::string FunctionEmitter::tried_at(std::string const& position, std::string expression) {
  if (context_.notes_frames)
    expression = fmt::format("(state.position = {}, {})", position, expression);
  else if (has_comma_for_macros(expression))
    expression = fmt::format("({})", expression);
  Region* const target = error_target();
  if (target) {
    target->used_error = true;
    return fmt::format("TRY_TO({}, {}, {})", error_label(*target), expression, position);
  }
  return fmt::format("{}({}, {})", is_coroutine() ? "CO_TRY" : "TRY", expression, position);
}

std::string FunctionEmitter::coerced(ir::TypeId from, ir::TypeId to, std::string text) const {
  if (from == to) return text;
  ir::TypeStore const& types = context_.module.types;
  bool const from_word =
      types.is_word(from) || types[from].kind == ir::TypeKind::None || types[from].kind == ir::TypeKind::Never;
  bool const to_word =
      types.is_word(to) || types[to].kind == ir::TypeKind::None || types[to].kind == ir::TypeKind::Never;
  if (types[from].kind == ir::TypeKind::Coroutine && to_word) return fmt::format("coroutine_object({})", text);
  if (from_word && to_word) {
    std::string const target = context_.types.value(to);
    return target == "Object" || target == context_.types.value(from) ? text
                                                                      : fmt::format("word_cast<{}>({})", target, text);
  }
  if (types[from].kind == ir::TypeKind::Bool && types[to].kind == ir::TypeKind::Int)
    return fmt::format("Int({})", text);
  if (types[to].kind == ir::TypeKind::IntOrFloat && ir::is_real(types[from].kind))
    return fmt::format("IntOrFloat({})", without_int(text));
  if (types[from].kind == ir::TypeKind::IntOrFloat && !to_word) return operand_text(text) + ".as_float()";
  if (types[from].kind == ir::TypeKind::IntOrFloat && types[to].kind == ir::TypeKind::Int)
    return operand_text(text) + ".as_int()";
  if (to_word) {
    std::string_view const object = unboxed_object(context_.types.value(from), text);
    std::string const target = context_.types.value(to);
    if (target == "Object" && !object.empty()) return std::string(object);
    // A word of another type is `Float`, which is known to be one, where a variable may be a float or unbound; or no code gets here.
    std::string const boxed = fmt::format("box({})", text);
    return target == "Object" ? boxed : fmt::format("word_cast<{}>({})", target, boxed);
  }
  return from_word ? fmt::format("from_object<{}>({})", context_.types.value(to), text) : text;
}

// The variable that the next instruction stores this value into, if that's all that becomes of it.
std::optional<std::string> FunctionEmitter::take_target(ir::InstId id) {
  if (uses_[id.index] != 1 || !current_block_ || position_ + 1 >= current_block_->size()) return std::nullopt;
  ir::InstId const next = (*current_block_)[position_ + 1];
  auto const* store = std::get_if<ir::StoreLocal>(&inst(next).node);
  if (!store || store->value != id || in_cell(store->local)) return std::nullopt;
  if (function_.locals[store->local].type != type_of(id)) return std::nullopt;
  // What it held ends behind them.
  if (has_used_up_temporaries() && !declares_here(next) && is_observable(type_of(id))) return std::nullopt;
  flush_readers_of(store->local);
  ++position_;
  return stored_variable(next, store->local);
}

// Whether the next instruction returns the value, or stores it into a local variable: what it's computed from is read once.
bool FunctionEmitter::leaves_next(ir::InstId id) const {
  if (uses_[id.index] != 1 || !current_block_ || position_ + 1 >= current_block_->size()) return false;
  ir::InstNode const& next = inst((*current_block_)[position_ + 1]).node;
  if (auto const* const leave = std::get_if<ir::Return>(&next)) return leave->value == id;
  auto const* const store = std::get_if<ir::StoreLocal>(&next);
  return store && store->value == id;
}

// Whether the next instruction is all that uses the value, and writes a statement in which it may stand as it is.
bool FunctionEmitter::is_written_next(ir::InstId id) const {
  if (uses_[id.index] != 1 || !current_block_ || position_ + 1 >= current_block_->size()) return false;
  if (has_used_up_temporaries() && !next_ends_temporaries()) return false;
  ir::InstNode const& next = inst((*current_block_)[position_ + 1]).node;
  if (auto const* const store = std::get_if<ir::StoreGlobal>(&next))
    return store->value == id && !coroutine_globals_.contains(store->global.index);
  if (auto const* const store = std::get_if<ir::StoreClassName>(&next))
    return store->value == id && has_plain_namespace();
  if (auto const* const branch = std::get_if<ir::If>(&next)) return branch->condition == id;
  auto const* const leave = std::get_if<ir::Return>(&next);
  // Where there's a value to return; neither compiler need cope with a `co_return` inside another one.
  if (leave) {
    bool const returns = leave->value == id && function_.kind != ir::FunctionKind::Module &&
                         context_.module.types[function_.result].kind != ir::TypeKind::None;
    return returns && !is_coroutine() && (statements_.empty() || statements_.back().position.empty());
  }
  auto const* const load = std::get_if<ir::LoadLocal>(&next);
  if (!load || load->may_be_unbound || in_cell(load->local) || position_ + 2 >= current_block_->size()) return false;
  auto const* const field = std::get_if<ir::SetField>(&inst((*current_block_)[position_ + 2]).node);
  return field && field->value == id && field->object == (*current_block_)[position_ + 1];
}

void FunctionEmitter::define_effect(ir::InstId id, std::string const& expression, bool raises, bool is_void,
                                    bool stands_alone) {
  flush_memory_readers();
  std::string const value = raises ? tried(id, expression) : expression;
  if (is_void) {
    out_.line("{};", value);
    pending_[id.index] = Pending{"None", true, {}, false};
    return;
  }
  if (uses_[id.index] == 0) {
    out_.line("{};", value);
    return;
  }
  if (std::optional<std::string> const target = take_target(id)) {
    out_.line("{} = {};", *target, value);
    return;
  }
  if (!stands_alone && is_written_next(id)) {
    pending_[id.index] = Pending{value, true, {}, false};
    return;
  }
  std::string const name = fmt::format("t{}", ++temporaries_);
  out_.line("{} {} = {};", type_text(id), name, value);
  declare_temporary(id, name);
  pending_[id.index] = Pending{name, true, {}, false};
  if (uses_[id.index] == 1) read_once_.insert(id.index);
}

void FunctionEmitter::effect(ir::InstId id, std::string const& expression, bool raises) {
  flush_memory_readers();
  out_.line("{};", raises ? tried(id, expression) : expression);
}

}  // namespace aiocc::emit
