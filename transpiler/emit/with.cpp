// `with` and `async with`: the manager is entered, the body runs, and the manager learns how it was left.
#include "emit/function_emitter.hpp"

namespace aiocc::emit {

// Calls `__enter__` or awaits `__aenter__`; gives the text of what it returned.
std::string FunctionEmitter::enter_context(ir::InstId id, ir::With const& node, std::string const& context) {
  out_.line("ContextManager {};", context);
  std::string const entered = fresh("entered");
  std::string const call = fmt::format("{}.{}({})", context, node.is_async ? "aenter" : "enter", use_object(node.manager));
  out_.line("Object {} = {};", entered, tried(id, call));
  if (node.is_async) out_.line("{0} = {1};", entered, awaited_object(id, fmt::format("std::move({})", entered)));
  return entered;
}

// The value of awaiting `object`, in a statement of its own where a handler encloses it.
std::string FunctionEmitter::awaited_object(ir::InstId id, std::string const& object) {
  if (!in_protected_region()) return fmt::format("co_await await_object({}).at({})", object, at(id));
  std::string const result = fresh("result");
  out_.line("Result<Object> {} = co_await await_object({}).caught({});", result, object, at(id));
  return tried(id, fmt::format("std::move({})", result));
}

void FunctionEmitter::emit(ir::InstId id, ir::With const& node) {
  flush_all();
  int const number = ++counter_;
  std::string const context = fmt::format("context_{}", number);
  out_.line("{{");
  std::string const entered = enter_context(id, node, context);
  std::size_t const start = out_.size();
  regions_.push_back({RegionKind::Finally, number, {}});
  entered_.push_back(entered);
  block(node.body);
  entered_.pop_back();
  Region const region = regions_.back();
  regions_.pop_back();
  declare_exit(start, number, region, !ir::can_complete(function_, id));
  begin_finally(number, region);
  if (region.used_error) regions_.push_back({RegionKind::Handling, number, {}});
  std::string const exception = region.used_error ? fmt::format("handling_{}.exception()", number) : "Ref<BaseException>()";
  std::string const suppress = fresh("suppress");
  out_.line("Object {} = {};", suppress,
            tried(id, fmt::format("{}.{}({})", context, node.is_async ? "aexit" : "exit", exception)));
  if (node.is_async) out_.line("{0} = {1};", suppress, awaited_object(id, fmt::format("std::move({})", suppress)));
  if (region.used_error) {
    out_.line("if (exit_{} == Exit::Raise) {{", number);
    out_.line("bool suppressed_{} = {};", number, tried(id, fmt::format("operators::truth({})", suppress)));
    out_.line("if (!suppressed_{0}) {{\nhandling_{0}.reraise();\n{1}\n}}\n}}", number, leave_with_error());
    regions_.pop_back();
  }
  out_.line("}}");
  resume_exit(number, region, !ir::can_complete(function_, id));
  out_.line("}}");
}

void FunctionEmitter::emit(ir::InstId id, ir::WithEntered const&) { define(id, Pending{entered_.back(), true, {}, false}); }

}  // namespace aiocc::emit
