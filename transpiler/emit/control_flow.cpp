// Blocks, branches, loops and returns.
#include <algorithm>

#include "emit/function_emitter.hpp"
#include "emit/literals.hpp"
#include "ir/plain_operations.hpp"
#include "ir/quiet_loops.hpp"
#include "ir/safe_points.hpp"

namespace aiocc::emit {

namespace {

// The list that gets an item in each turn of a comprehension's loop; unset where there is none, or the turn may skip it.
// A list that the turn itself makes (`[*path, item]`) isn't one.
ir::InstId filled_list(ir::Function const& function, ir::For const& loop) {
  std::vector<ir::InstId> const& insts = function.blocks[loop.body].insts;
  ir::InstId list;
  for (ir::InstId id : insts) {
    ir::InstNode const& node = function.insts[id].node;
    if (std::holds_alternative<ir::If>(node) || std::holds_alternative<ir::Continue>(node)) return {};
    if (auto const* const append = std::get_if<ir::ListAppend>(&node)) list = append->list;
  }
  if (std::ranges::find(insts, list) != insts.end()) return {};
  return list;
}

}  // namespace

void FunctionEmitter::block(ir::BlockId id) {
  auto const* const outer_block = current_block_;
  std::size_t const outer_position = position_;
  std::vector<ir::InstId> const& insts = function_.blocks[id].insts;
  current_block_ = &insts;
  bool in_statement = false;
  for (position_ = 0; position_ < insts.size(); ++position_) {
    ir::InstId const next = insts[position_];
    bool const is_statement = inst(next).kind() == ir::InstKind::Statement;
    // A lambda is an expression alone.
    if (id == function_.body && (is_statement || position_ == 0)) count_call_before(position_);
    if (is_statement) {
      if (in_statement) close_statement();
      context_.comments.write_before(out_, id_, inst(next).span.begin);
      open_statement();
      in_statement = true;
      continue;
    }
    note_reads(next);
    std::visit([&](auto const& node) { emit(next, node); }, inst(next).node);
    end_temporaries();
  }
  if (in_statement) close_statement();
  leave_temporaries_of(insts);
  current_block_ = outer_block;
  position_ = outer_position;
}

void FunctionEmitter::nested_block(ir::BlockId id) {
  if (id) block(id);
}

// Statements are opened and closed by their block.
void FunctionEmitter::emit(ir::InstId, ir::Statement const&) {}

void FunctionEmitter::emit(ir::InstId, ir::If const& node) {
  std::string condition = use(node.condition);
  flush_all();
  condition = close_condition(std::move(condition));
  out_.line("if ({}) {{", condition);
  nested_block(node.then_block);
  if (has_statements(node.else_block)) {
    out_.line("}} else {{");
    nested_block(node.else_block);
  }
  out_.line("}}");
}

// The block's statements, and the text of the value that it computes.
std::string FunctionEmitter::captured_block(ir::BlockId id, ir::InstId value, std::string& value_text) {
  std::size_t const start = out_.size();
  nested_block(id);
  value_text = use(value);
  return out_.take_from(start);
}

namespace {

// Both sides of `?:` have to be of one type in C++ too: `Int(a)`. What is written like that already stays.
std::string of_type(std::string const& type, std::string const& text) {
  bool const is_construction = text.starts_with(type + "(") && text.find_first_of(")\"") == text.size() - 1;
  return is_construction ? text : fmt::format("{}({})", type, text);
}

}  // namespace

// Whether the block does nothing but read fields, of whichever class it is: what's read besides may wait.
bool FunctionEmitter::only_reads_fields(ir::BlockId block) const {
  return std::ranges::all_of(function_.blocks[block].insts, [&](ir::InstId id) {
    ir::InstNode const& node = inst(id).node;
    auto const* const field = std::get_if<ir::GetField>(&node);
    auto const* const choice = std::get_if<ir::IfExp>(&node);
    bool const is_choice = choice && only_reads_fields(choice->then_block) && only_reads_fields(choice->else_block);
    bool const is_cast = inst(id).kind() == ir::InstKind::Coerce && has_value_kind(ir::TypeKind::Instance, id);
    return is_choice || is_cast || (field && field->always_set) || inst(id).kind() == ir::InstKind::HasClass;
  });
}

// `other` may be of several classes: `type_of(other) == A::class_object ? other.as<A>()->x : other.as<B>()->x`.
void FunctionEmitter::emit_field_choice(ir::InstId id, ir::IfExp const& node) {
  Pending value{{}, false, {}, true};
  auto const read = [&](ir::InstId part) {
    value.locals.insert(pending_[part.index].locals.begin(), pending_[part.index].locals.end());
    return use(part);
  };
  std::string const condition = read(node.condition);
  nested_block(node.then_block);
  std::string const then_text = coerced(type_of(node.then_value), type_of(id), read(node.then_value));
  nested_block(node.else_block);
  std::string const else_text = coerced(type_of(node.else_value), type_of(id), read(node.else_value));
  std::string const type = type_text(id);
  bool const are_alike = type_of(node.then_value) == type_of(id) && type_of(node.else_value) == type_of(id);
  value.text = are_alike ? fmt::format("{} ? {} : {}", condition, then_text, else_text)
                         : fmt::format("{} ? {} : {}", condition, of_type(type, then_text), of_type(type, else_text));
  define(id, std::move(value));
}

void FunctionEmitter::emit(ir::InstId id, ir::IfExp const& node) {
  if (only_reads_fields(node.then_block) && only_reads_fields(node.else_block)) return emit_field_choice(id, node);
  std::string const condition = use(node.condition);
  flush_all();
  std::string then_text;
  std::string else_text;
  std::string const then_code = captured_block(node.then_block, node.then_value, then_text);
  then_text = coerced(type_of(node.then_value), type_of(id), then_text);
  std::string const else_code = captured_block(node.else_block, node.else_value, else_text);
  else_text = coerced(type_of(node.else_value), type_of(id), else_text);
  std::string const type = type_text(id);
  std::string const name = fmt::format("t{}", ++temporaries_);
  if (then_code.empty() && else_code.empty()) {
    std::string const test = is_identifier(condition) ? condition : fmt::format("({})", condition);
    out_.line("{} {} = {} ? {} : {};", type, name, test, of_type(type, then_text), of_type(type, else_text));
  } else {
    out_.line("{} {}{{}};", type, name);
    out_.line("if ({}) {{", condition);
    out_.raw(then_code);
    out_.line("{} = {};", name, then_text);
    out_.line("}} else {{");
    out_.raw(else_code);
    out_.line("{} = {};", name, else_text);
    out_.line("}}");
  }
  declare_temporary(id, name);
  pending_[id.index] = Pending{name, true, {}, false};
}

void FunctionEmitter::emit(ir::InstId id, ir::BoolOp const& node) {
  bool const is_and = node.op == syntax::BoolOperator::And;
  bool const bools = has_value_kind(ir::TypeKind::Bool, id) && has_value_kind(ir::TypeKind::Bool, node.left) &&
                     has_value_kind(ir::TypeKind::Bool, node.right);
  std::string const left = use(node.left, bools);
  std::string const truth = use(node.left_truth, !is_and);
  std::set<std::uint32_t> const locals = pending_[node.left.index].locals;
  flush_all();
  std::string right;
  std::string const right_code = captured_block(node.right_block, node.right, right);
  if (bools && right_code.empty()) {
    right = use(node.right, true);
    Pending value{fmt::format("{} {} {}", left, is_and ? "&&" : "||", right), false, locals, true};
    Pending const& other = pending_[node.right.index];
    value.locals.insert(other.locals.begin(), other.locals.end());
    define(id, std::move(value));
    return;
  }
  std::string const name = fmt::format("t{}", ++temporaries_);
  out_.line("{} {} = {};", type_text(id), name, coerced(type_of(node.left), type_of(id), left));
  out_.line("if ({}{}) {{", is_and ? "" : "!", truth);
  out_.raw(right_code);
  out_.line("{} = {};", name, coerced(type_of(node.right), type_of(id), right));
  out_.line("}}");
  declare_temporary(id, name);
  pending_[id.index] = Pending{name, true, {}, false};
}

// `head` opens the loop. With an else block, `break` jumps past it.
void FunctionEmitter::loop_body(ir::BlockId body, ir::BlockId else_block, std::string const& head,
                                bool holds_iterator) {
  bool const has_else = has_statements(else_block);
  Region region{RegionKind::Loop, 0, has_else ? fresh("break") : std::string(), holds_iterator};
  out_.raw(head);
  regions_.push_back(region);
  nested_block(body);
  region = regions_.back();
  regions_.pop_back();
  out_.line("}}");
  if (!has_else) return;
  out_.line("{{");
  nested_block(else_block);
  out_.line("}}");
  if (region.used_break) out_.line("{}:;", region.break_label);
}

// At a loop's head: other threads and signal handlers may run between two turns. Empty where the program has neither.
std::string FunctionEmitter::safe_point(ir::InstId loop) {
  return ir::has_safe_points(context_.module) ? tried(loop, "safe_point()") + ";\n" : std::string();
}

void FunctionEmitter::emit(ir::InstId id, ir::While const& node) {
  flush_all();
  std::string condition;
  std::string const code = safe_point(id) + captured_block(node.condition_block, node.condition, condition);
  auto const* const negation = std::get_if<ir::Not>(&inst(node.condition).node);
  bool const is_negated = negation && condition.starts_with('!');
  std::string const end = is_negated ? factor(negation->operand, condition.substr(1)) : fmt::format("!({})", condition);
  std::string const head = code.empty() ? fmt::format("while ({}) {{\n", condition)
                                        : fmt::format("while (true) {{\n{}if ({}) break;\n", code, end);
  loop_body(node.body, node.else_block, head);
}

// `Row<Int, Str>` of a loop item that is a tuple of which only the parts are used; empty for all others.
std::string FunctionEmitter::row_type(ir::InstId item, ir::BlockId body) const {
  if (uses_[item.index] != 1 || !has_value_kind(ir::TypeKind::Tuple, item)) return {};
  for (ir::InstId id : function_.blocks[body].insts) {
    auto const* const unpack = std::get_if<ir::Unpack>(&inst(id).node);
    if (unpack && unpack->value == item && ir::is_plain_unpack(context_.module, function_, *unpack))
      return fmt::format("Row<{}>", context_.types.arguments(context_.module.types[type_of(item)]));
  }
  return {};
}

// Whether a loop's source is a container of numbers, whose items C++ knows as well as inference.
bool FunctionEmitter::has_numbers(ir::InstId source) const {
  // An argument that isn't given.
  if (!source) return true;
  ir::Type const& type = context_.module.types[type_of(source)];
  if (type.kind == ir::TypeKind::Int) return true;
  if (type.kind != ir::TypeKind::List && type.kind != ir::TypeKind::TupleOf) return false;
  switch (context_.module.types[type.arguments[0]].kind) {
    case ir::TypeKind::Bool:
    case ir::TypeKind::Int:
    case ir::TypeKind::Float: return true;
    default: return false;
  }
}

// Whether the next instruction is a loop over all of these at once that changes none of them, and only wants the items' parts.
bool FunctionEmitter::is_quiet_row_loop(std::vector<ir::InstId> const& sources) const {
  std::size_t next = position_ + 1;
  while (may_precede_loop((*current_block_)[next])) ++next;
  auto const& loop = std::get<ir::For>(inst((*current_block_)[next]).node);
  bool const are_numbers = std::ranges::all_of(sources, [&](ir::InstId source) { return has_numbers(source); });
  ir::InstId const item = function_.blocks[loop.body].insts.front();
  return are_numbers && !row_type(item, loop.body).empty() && ir::is_quiet(context_.module, function_, loop);
}

// Declares the loop's cursor and tells the type of its items. Whether asking it for the next one may raise.
bool FunctionEmitter::begin_loop(ir::InstId id, ir::For const& node, std::string const& iteration,
                                 std::string& item_type) {
  ir::Type const& type = context_.module.types[type_of(node.iterable)];
  ir::InstId const item = function_.blocks[node.body].insts.front();
  bool const is_word = context_.module.types.is_word(type_of(node.iterable));
  std::string const iterable = is_word ? use(node.iterable) : use_object(node.iterable);
  flush_all();
  out_.line("{{");
  item_type = context_.types.value(type_of(item));
  switch (type.kind) {
    case ir::TypeKind::Generator: item_type = context_.types.value(type.arguments[0]); break;
    case ir::TypeKind::List:
    case ir::TypeKind::TupleOf:
      item_type = context_.types.value(type.arguments[0]);
      if (loop_slices_.contains(node.iterable.index)) {
        begin_slice_loop(node, iteration, iterable, item_type);
        return false;
      }
      if (context_.module.types[type.arguments[0]].kind == ir::TypeKind::Int &&
          ir::is_quiet(context_.module, function_, node)) {
        views_.insert(item.index);
        item_type = "IntView";
        out_.line("auto {} = cursor(views({}));", iteration, iterable);
        return false;
      }
      out_.line("auto {} = cursor({});", iteration, iterable);
      return false;
    case ir::TypeKind::Range:
      item_type = "Int";
      out_.line("auto {} = cursor({});", iteration, iterable);
      return false;
    default: {
      std::string const row = row_type(item, node.body);
      if (!row.empty()) {
        item_type = row;
        rows_.insert(item.index);
      }
      // It begins in the frame that its iterable was evaluated in.
      std::string const beginning = context_.tables.at(id_, inst(id), inst(node.iterable).fold);
      if (views_.contains(node.iterable.index)) {
        out_.line("auto {} = {};", iteration, tried_at(beginning, fmt::format("rows({})", iterable)));
        item_type = fmt::format("ItemOf<decltype({})>", iteration);
        views_.insert(item.index);
      } else if (item_type != "Object" || type.kind != ir::TypeKind::Object)
        out_.line("auto {} = {};", iteration, tried_at(beginning, fmt::format("loop<{}>({})", item_type, iterable)));
      else
        out_.line("Iteration {} = {};", iteration, tried_at(beginning, fmt::format("iterate({})", iterable)));
      return true;
    }
  }
  out_.line("auto {} = cursor({});", iteration, iterable);
  return true;
}

void FunctionEmitter::emit(ir::InstId id, ir::For const& node) {
  if (node.is_async) {
    async_for(id, node);
    return;
  }
  if (fill_loop(node) || view_loop(node)) return;
  if (ir::InstId const sum = sum_of_products(node)) {
    std::string const rows = use(node.iterable);
    flush_all();
    out_.line("add_products({}, {});", use(sum), rows);
    return;
  }
  std::string const iteration = fresh("iteration");
  std::string const item = fresh("item");
  std::string item_type;
  bool const raises = begin_loop(id, node, iteration, item_type);
  // So many items are to be expected, unless an error ends the loop.
  bool const is_counted = !raises && !loop_slices_.contains(node.iterable.index);
  if (ir::InstId const list = is_counted ? filled_list(function_, node) : ir::InstId();
      list && has_value_kind(ir::TypeKind::List, list))
    out_.line("{}.expect({}.left());", pending_.at(list.index).text, iteration);
  bool const holds_iterator =
      has_value_kind(ir::TypeKind::Generator, node.iterable) || has_value_kind(ir::TypeKind::Object, node.iterable);
  loop_items_.push_back({item, false});
  std::string const next = fmt::format("{}.next({})", iteration, item);
  std::string head = fmt::format("while (true) {{\n{}{} {}{{}};\n", safe_point(id), item_type, item);
  head += raises ? fmt::format("bool more_{0} = {1};\nif (!more_{0}) break;\n", item, tried(id, next))
                 : fmt::format("if (!{}) break;\n", next);
  loop_body(node.body, node.else_block, head, holds_iterator);
  loop_items_.pop_back();
  out_.line("}}");
}

void FunctionEmitter::emit(ir::InstId id, ir::GetIter const& node) {
  // A container of a known type is looped over as it is.
  if (!has_value_kind(ir::TypeKind::Object, id)) {
    define_pure(id, coerced(type_of(node.operand), type_of(id), use(node.operand)), {node.operand});
    return;
  }
  char const* const name = node.is_async ? "async_iterator" : "get_iter";
  define_effect(id, fmt::format("{}({})", name, use_object(node.operand)), true);
}

void FunctionEmitter::async_for(ir::InstId id, ir::For const& node) {
  flush_memory_readers();
  std::string const iteration = fresh("iteration");
  std::string const item = fresh("item");
  std::string const more = "more_" + item;
  bool const known = has_value_kind(ir::TypeKind::AsyncGenerator, node.iterable);
  std::string const iterable = known ? use(node.iterable) : use_object(node.iterable);
  flush_all();
  out_.line("{{");
  if (node.relays && !in_protected_region())
    out_.line("auto {} = relayed({}, {});", iteration, iterable, at(function_.blocks[node.body].insts.back()));
  else if (known)
    out_.line("auto {} = {};", iteration, iterable);
  else
    out_.line("Object {} = {};", iteration, tried(node.iterable, fmt::format("async_iterator({})", iterable)));
  std::string const next =
      known ? fmt::format("{}.next()", iteration) : fmt::format("async_next({}, {})", iteration, item);
  std::string head = "while (true) {\n";
  if (!known) head += fmt::format("Object {}{{}};\n", item);
  if (awaits_errors()) {
    std::string const result = fresh("result");
    head += fmt::format("Result<bool> {} = co_await {}.caught({});\nbool {} = {};\n", result, next, at(id), more,
                        tried(id, fmt::format("std::move({})", result)));
  } else {
    head += fmt::format("bool {} = co_await {}.at({});\n", more, next, at(id));
  }
  head += fmt::format("if (!{}) break;\n", more);
  loop_items_.push_back(known ? LoopItem{iteration + ".item()", true} : LoopItem{item, false});
  loop_body(node.body, node.else_block, head, /*holds_iterator=*/true);
  loop_items_.pop_back();
  out_.line("}}");
}

void FunctionEmitter::emit(ir::InstId id, ir::LoopItem const&) {
  LoopItem const& item = loop_items_.back();
  if (item.is_call) {
    define_effect(id, item.text, false);
    return;
  }
  bool const is_shared = rows_.contains(id.index) || views_.contains(id.index) || borrowed_.contains(id.index);
  bool const moves = !is_shared && is_stored_next(id);
  define(id, Pending{moves ? fmt::format("std::move({})", item.text) : item.text, true, {}, false});
}

// Where a loop's item is stored and that is all, it's moved from; a second use, such as an Unpack makes, would see an empty word.
bool FunctionEmitter::is_stored_next(ir::InstId id) const {
  if (uses_.at(id.index) != 1 || position_ + 1 >= current_block_->size()) return false;
  ir::InstNode const& next = inst((*current_block_)[position_ + 1]).node;
  auto const* const local = std::get_if<ir::StoreLocal>(&next);
  auto const* const global = std::get_if<ir::StoreGlobal>(&next);
  return (local && local->value == id) || (global && global->value == id);
}

void FunctionEmitter::emit(ir::InstId, ir::Break const&) {
  for (std::size_t index = regions_.size(); index-- > 0;) {
    Region& region = regions_[index];
    if (region.kind == RegionKind::Finally) {
      region.used_break = true;
      out_.line("exit_{0} = Exit::Break;\ngoto finally_{0};", region.number);
      return;
    }
    if (region.kind != RegionKind::Loop) continue;
    region.used_break = true;
    if (region.break_label.empty())
      out_.line("break;");
    else
      out_.line("goto {};", region.break_label);
    return;
  }
}

void FunctionEmitter::emit(ir::InstId, ir::Continue const&) {
  for (std::size_t index = regions_.size(); index-- > 0;) {
    Region& region = regions_[index];
    if (region.kind == RegionKind::Loop) break;
    if (region.kind != RegionKind::Finally) continue;
    region.used_continue = true;
    out_.line("exit_{0} = Exit::Continue;\ngoto finally_{0};", region.number);
    return;
  }
  out_.line("continue;");
}

// None in a slot of type `type`, which may be optional.
std::string FunctionEmitter::none_as(ir::TypeId type) const {
  std::string const target = context_.types.value(type);
  return target == "Object" ? "None" : fmt::format("word_cast<{}>(None)", target);
}

void FunctionEmitter::emit(ir::InstId, ir::Return const& node) {
  ir::TypeStore const& types = context_.module.types;
  bool const is_void = function_.kind == ir::FunctionKind::Module || types[function_.result].kind == ir::TypeKind::None;
  bool const generator =
      function_.kind == ir::FunctionKind::Generator || function_.kind == ir::FunctionKind::AsyncGenerator;
  std::string value = "{}";
  if (function_.kind == ir::FunctionKind::Generator)
    value = node.value ? use_object(node.value) : "{}";
  else if (!is_void && !generator)
    value = node.value ? coerced(type_of(node.value), function_.result, use(node.value)) : none_as(function_.result);
  write_position();
  for (std::size_t index = regions_.size(); index-- > 0;) {
    Region& region = regions_[index];
    if (region.kind != RegionKind::Finally) continue;
    region.used_return = true;
    if (function_.kind == ir::FunctionKind::Generator && !node.value) value = "None";
    if (value != "{}") {
      needs_returned_ = true;
      out_.line("returned_ = {};", value);
    }
    out_.line("exit_{0} = Exit::Return;\ngoto finally_{0};", region.number);
    return;
  }
  bool const nothing = is_void && !is_coroutine() && !function_.raises && function_.kind != ir::FunctionKind::Module;
  bool const is_last =
      current_block_ == &function_.blocks[function_.body].insts && position_ + 1 == current_block_->size();
  if (nothing && is_last) return;
  if (nothing)
    out_.line("return;");
  else
    out_.line("{} {};", is_coroutine() ? "co_return" : "return", value);
}

void FunctionEmitter::emit(ir::InstId id, ir::WarnSyntax const& node) {
  out_.line("warn_syntax({}, {});", at(id), string_literal(node.message));
}

void FunctionEmitter::emit(ir::InstId id, ir::Unsupported const& node) {
  std::uint32_t const line = context_.file.position(inst(id).span.begin).line;
  define_effect(id,
                fmt::format("unsupported({})",
                            string_literal(fmt::format("{} ({}:{})", node.construct, context_.file.path(), line))),
                true);
}

}  // namespace aiocc::emit
