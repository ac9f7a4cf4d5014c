// Awaits and yields: one a statement, never inside an expression.
#include "emit/function_emitter.hpp"

namespace aiocc::emit {

// `T v = co_await x.at(AT(3));`, or with `.caught` and a test where a handler encloses it.
void FunctionEmitter::suspend(ir::InstId id, std::string const& awaitable, bool is_void) {
  flush_memory_readers();
  bool const is_await = inst(id).kind() == ir::InstKind::Await;
  if (is_await ? !awaits_errors() : !in_protected_region()) {
    std::string const expression = fmt::format("co_await {}.at({})", awaitable, at(id));
    define_effect(id, expression, false, is_void);
    return;
  }
  std::string const name = fresh("result");
  std::string const type = is_void ? "void" : type_text(id);
  out_.line("Result<{}> {} = co_await {}.caught({});", type, name, awaitable, at(id));
  define_effect(id, fmt::format("std::move({})", name), true, is_void);
}

// A value of this C++ type is awaited as it is; others through `await_object`, which raises what CPython raises.
bool FunctionEmitter::is_awaitable(ir::InstId value) const {
  ir::Type const& type = context_.module.types[type_of(value)];
  if (type.kind == ir::TypeKind::Coroutine) return true;
  bindings::Class const* const found =
      type.kind == ir::TypeKind::Native ? bindings::find_class(type.name.text()) : nullptr;
  return found && !found->cpp_name.empty() && bindings::find_method(*found, "__await__");
}

void FunctionEmitter::emit(ir::InstId id, ir::Await const& node) {
  std::string const awaitable =
      is_awaitable(node.operand) ? use(node.operand, true) : fmt::format("await_object({})", use_object(node.operand));
  suspend(id, awaitable, has_value_kind(ir::TypeKind::None, id));
}

void FunctionEmitter::emit(ir::InstId id, ir::Yield const& node) {
  flush_memory_readers();
  std::string const value = coerced(type_of(node.value), function_.result, use_up(node.value));
  std::string const type = context_.types.value(function_.result);
  if (!in_protected_region()) {
    define_effect(id, fmt::format("co_yield at<{}>({}, {})", type, value, at(id)), false);
    return;
  }
  std::string const name = fresh("sent");
  out_.line("Result<Object> {} = co_yield caught<{}>({}, {});", name, type, value, at(id));
  define_effect(id, fmt::format("std::move({})", name), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::YieldFrom const& node) {
  suspend(id, fmt::format("delegate({})", use_object(node.iterable)), false);
}

}  // namespace aiocc::emit
