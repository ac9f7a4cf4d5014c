// `with` and `async with`: the manager is entered, the body runs, and the manager learns how it was left.
#include "emit/function_emitter.hpp"

namespace aiocc::emit {

namespace {

// The method of the runtime's class that an `async with` awaits, if it can be awaited in place.
bindings::Overload const* awaited_method(bindings::Class const& manager, std::string_view name) {
  bindings::Function const* const method = bindings::find_method(manager, name);
  if (!method || method->overloads.size() != 1) return nullptr;
  bindings::Overload const& overload = method->overloads[0];
  return overload.is_async() && overload.form == bindings::CallForm::Member ? &overload : nullptr;
}

bool gives_nothing(bindings::Overload const& overload) {
  return overload.result_representation == bindings::Representation::Void;
}

}  // namespace

// `async with` on a manager of the runtime's, whose methods are called without a look at its class. Null where it's any other.
std::optional<FunctionEmitter::KnownManager> FunctionEmitter::known_manager(ir::With const& node) const {
  if (!node.is_async || !has_value_kind(ir::TypeKind::Native, node.manager)) return std::nullopt;
  bindings::Class const* const manager = bindings::find_class(context_.module.types[type_of(node.manager)].name.text());
  if (!manager) return std::nullopt;
  KnownManager const known{awaited_method(*manager, "__aenter__"), awaited_method(*manager, "__aexit__")};
  return known.enter && known.exit ? std::optional(known) : std::nullopt;
}

// Awaits what the runtime's method gives; the text of its value.
std::string FunctionEmitter::await_known(ir::InstId id, std::string const& call, bool is_void) {
  bool const is_caught = awaits_errors();
  std::string text = fmt::format("co_await {}.{}({})", call, is_caught ? "caught" : "at", at(id));
  if (is_caught) {
    std::string const result = fresh("result");
    out_.line("auto {} = {};", result, text);
    text = tried(id, fmt::format("std::move({})", result));
  }
  if (is_void) {
    out_.line("{};", text);
    return "None";
  }
  std::string const value = fresh("value");
  out_.line("Object {} = {};", value, text);
  return value;
}

// Calls `__enter__` or awaits `__aenter__`; gives the text of what it returned.
std::string FunctionEmitter::enter_context(ir::InstId id, ir::With const& node, std::string const& context) {
  if (std::optional<KnownManager> const known = known_manager(node)) {
    out_.line("{} {} = {};", type_text(node.manager), context, use(node.manager));
    return await_known(id, fmt::format("{}.{}()", context, known->enter->cpp_name), gives_nothing(*known->enter));
  }
  out_.line("ContextManager {};", context);
  std::string const call =
      fmt::format("{}.{}({})", context, node.is_async ? "aenter" : "enter", use_object(node.manager));
  bool const is_used = uses_[function_.blocks[node.body].insts.front().index] > 0;
  if (!is_used && !node.is_async) {
    out_.line("{};", tried(id, call));
    return "None";
  }
  std::string const entered = fresh("entered");
  out_.line("Object {} = {};", entered, tried(id, call));
  if (!node.is_async) return entered;
  std::string const awaited = awaited_object(id, fmt::format("std::move({})", entered));
  out_.line(fmt::runtime(is_used ? "{0} = {1};" : "{1};"), entered, awaited);
  return entered;
}

// The value of awaiting `object`, in a statement of its own where a handler encloses it.
std::string FunctionEmitter::awaited_object(ir::InstId id, std::string const& object) {
  if (!awaits_errors()) return fmt::format("co_await await_object({}).at({})", object, at(id));
  std::string const result = fresh("result");
  out_.line("Result<Object> {} = co_await await_object({}).caught({});", result, object, at(id));
  return tried(id, fmt::format("std::move({})", result));
}

// Calls `__exit__` or awaits `__aexit__`; gives the text of what it returned.
std::string FunctionEmitter::exit_context(ir::InstId id, ir::With const& node, std::string const& context,
                                          std::string const& exception) {
  if (std::optional<KnownManager> const known = known_manager(node)) {
    std::string const exit = fresh("exit");
    out_.line("ExitArguments {} = {};", exit, tried(id, fmt::format("exit_arguments({})", exception)));
    return await_known(id,
                       fmt::format("{0}.{1}({2}.type, {2}.value, {2}.traceback)", context, known->exit->cpp_name, exit),
                       gives_nothing(*known->exit));
  }
  std::string const suppress = fresh("suppress");
  out_.line("Object {} = {};", suppress,
            tried(id, fmt::format("{}.{}({})", context, node.is_async ? "aexit" : "exit", exception)));
  if (node.is_async) out_.line("{0} = {1};", suppress, awaited_object(id, fmt::format("std::move({})", suppress)));
  return suppress;
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
  std::string const exception =
      region.used_error ? fmt::format("handling_{}.exception()", number) : "Ref<BaseException>()";
  std::string const suppress = exit_context(id, node, context, exception);
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

void FunctionEmitter::emit(ir::InstId id, ir::WithEntered const&) {
  std::string const& entered = entered_.back();
  bool const is_moved = uses_[id.index] == 1 && entered != "None";
  define(id, Pending{is_moved ? fmt::format("std::move({})", entered) : entered, true, {}, false});
}

}  // namespace aiocc::emit
