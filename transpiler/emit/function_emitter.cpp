// The skeleton of a function: its head, its variables, its body.
#include "emit/function_emitter.hpp"

#include <algorithm>

#include "emit/braces.hpp"

namespace aiocc::emit {

FunctionEmitter::FunctionEmitter(ModuleContext& context, ir::FunctionId id)
    : context_(context), id_(id), function_(context.module.functions[id]) {
  uses_.assign(function_.insts.size(), 0);
  count_uses_in(function_.body);
  find_declarations();
  find_coroutine_variables();
}

// Only what the body still contains counts: passes leave replaced instructions in the store.
void FunctionEmitter::count_uses_in(ir::BlockId block) {
  for (ir::InstId id : function_.blocks[block].insts) {
    ir::for_each_operand(inst(id).node, [&](ir::InstId operand) { ++uses_[operand.index]; });
    ir::for_each_block(inst(id).node, [&](ir::BlockId inner) { count_uses_in(inner); });
  }
}

bool FunctionEmitter::is_coroutine() const {
  switch (function_.kind) {
    case ir::FunctionKind::Coroutine: return function_.suspends;
    case ir::FunctionKind::Generator:
    case ir::FunctionKind::AsyncGenerator: return true;
    default: return false;
  }
}

bool FunctionEmitter::has_value_kind(ir::TypeKind kind, ir::InstId id) const {
  return context_.module.types[type_of(id)].kind == kind;
}

// A parameter that the body never names has its name in a comment.
std::string FunctionEmitter::head(bool qualified, bool is_definition) const {
  std::string parameters = function_.kind == ir::FunctionKind::ClassBody ? "Object const& namespace_" : "";
  auto const add = [&](std::string const& text) { parameters += (parameters.empty() ? "" : ", ") + text; };
  for (ir::Capture const& capture : function_.captures) {
    ir::Local const& local = function_.locals[capture.inner];
    add(fmt::format("Cell<{}> {}", context_.types.value(local.type), context_.names.local(id_, capture.inner)));
  }
  for (ir::LocalId parameter : signature_order(function_)) {
    ir::Local const& local = function_.locals[parameter];
    std::string name = context_.names.local(id_, parameter) + (local.captured ? "_argument" : "");
    if (is_definition && !local.captured && !is_named(function_.body, parameter)) name = fmt::format("/*{}*/", name);
    add(fmt::format("{} {}", context_.types.parameter(function_, local), name));
  }
  std::string const name = qualified ? context_.names.qualified(id_) : context_.names.function(id_);
  return fmt::format("{} {}({})", context_.types.returned(function_), name, parameters);
}

bool FunctionEmitter::is_named(ir::BlockId block, ir::LocalId local) const {
  for (ir::InstId id : function_.blocks[block].insts) {
    ir::InstNode const& node = inst(id).node;
    auto const* const load = std::get_if<ir::LoadLocal>(&node);
    auto const* const store = std::get_if<ir::StoreLocal>(&node);
    auto const* const deleted = std::get_if<ir::DeleteLocal>(&node);
    auto const* const all = std::get_if<ir::LoadLocals>(&node);
    if (all && std::ranges::find(all->locals, local) != all->locals.end()) return true;
    if ((load && load->local == local) || (store && store->local == local) || (deleted && deleted->local == local))
      return true;
    bool found = false;
    ir::for_each_block(node, [&](ir::BlockId inner) { found = found || is_named(inner, local); });
    if (found) return true;
  }
  return false;
}

// A parameter that a nested function captures moves into a cell first.
void FunctionEmitter::declare_parameters_in_cells() {
  for (ir::LocalId parameter : signature_order(function_)) {
    ir::Local const& local = function_.locals[parameter];
    if (!local.captured) continue;
    std::string const name = context_.names.local(id_, parameter);
    out_.line("Cell<{0}> {1} = make_cell<{0}>(std::move({1}_argument));", context_.types.value(local.type), name);
  }
}

// What isn't declared at its first store: Python's variables die at the function's end, in the order in which they were first named,
// so the first one is declared last.
void FunctionEmitter::declare_locals() {
  std::set<std::uint32_t> bound;
  for (ir::Parameter const& parameter : function_.parameters) bound.insert(parameter.local.index);
  for (std::uint32_t index = static_cast<std::uint32_t>(function_.locals.size()); index-- > 0;) {
    ir::Local const& local = function_.locals[ir::LocalId{index}];
    if (bound.contains(index) || local.free || declared_at_store_.contains(index)) continue;
    // A method that has no need of its class any more.
    if (!local.captured && !named_locals_.contains(index)) continue;
    std::string const name = context_.names.local(id_, ir::LocalId{index});
    std::string const type = context_.types.value(local.type);
    if (local.captured)
      out_.line("Cell<{0}> {1} = make_cell<{0}>();", type, name);
    else
      out_.line("{} {}{{}};", type, name);
  }
}

std::string FunctionEmitter::definition() {
  Writer text;
  context_.comments.write_above(text, id_);
  if (function_.docstring && function_.kind != ir::FunctionKind::Module) write_docstring(text, *function_.docstring);
  block(function_.body);
  context_.comments.write_rest(out_, id_);
  std::string const body = without_last_braces(out_.take());
  declare_parameters_in_cells();
  declare_locals();
  if (needs_returned_) out_.line("{} returned_{{}};", context_.types.value(function_.result));
  text.line("{} {{", head(true, /*is_definition=*/true));
  write_recursion_check(text);
  if (context_.notes_frames && !is_coroutine()) text.line("Activation activation_1({});", context_.tables.code(id_));
  text.raw(out_.take());
  text.raw(body);
  text.line("}}");
  return text.take();
}

}  // namespace aiocc::emit
