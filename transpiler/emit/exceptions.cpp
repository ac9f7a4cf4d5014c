// `try` and `raise`: a block, its handlers behind it, and jumps to them on the error path.
#include <algorithm>

#include "emit/function_emitter.hpp"

namespace aiocc::emit {

bool FunctionEmitter::in_protected_region() const {
  for (Region const& region : regions_) {
    if (region.kind != RegionKind::Loop) return true;
  }
  return false;
}

// Whether an error comes back to an await here. What loops iterate with doesn't live as long as the traceback, unlike variables.
bool FunctionEmitter::awaits_errors() const {
  return in_protected_region() || std::ranges::any_of(regions_, &Region::holds_iterator);
}

FunctionEmitter::Region* FunctionEmitter::error_target() {
  for (std::size_t index = regions_.size(); index-- > 0;) {
    Region& region = regions_[index];
    if (region.kind == RegionKind::Handler || region.kind == RegionKind::Finally) return &region;
  }
  return nullptr;
}

std::string FunctionEmitter::error_label(Region const& region) const {
  return fmt::format("{}_{}", region.kind == RegionKind::Handler ? "except" : "finally", region.number);
}

std::string FunctionEmitter::leave_with_error() {
  Region* const target = error_target();
  if (!target) return is_coroutine() ? "co_return raised;" : "return raised;";
  target->used_error = true;
  return fmt::format("goto {};", error_label(*target));
}

void FunctionEmitter::emit(ir::InstId id, ir::Raise const& node) {
  flush_memory_readers();
  std::string const call = node.cause
                               ? fmt::format("raise_from({}, {})", use_object(node.exception), use_object(node.cause))
                               : fmt::format("raise({})", use_object(node.exception));
  Region* const target = error_target();
  if (target) {
    target->used_error = true;
    out_.line("RAISE_TO({}, {}, {});", error_label(*target), call, at(id));
  } else {
    out_.line("{}({}, {});", is_coroutine() ? "CO_RAISE" : "RAISE", call, at(id));
  }
}

void FunctionEmitter::emit(ir::InstId id, ir::Reraise const&) {
  (void)id;
  out_.line("reraise();");
  out_.line("{}", leave_with_error());
}

void FunctionEmitter::emit(ir::InstId id, ir::CurrentException const&) {
  define(id, Pending{current_exception_, true, {}, false});
}

void FunctionEmitter::emit(ir::InstId id, ir::Try const& node) {
  flush_all();
  int const number = ++counter_;
  if (!node.finally_block) {
    out_.line("{{");
    handlers(node, number);
    out_.line("}}");
    return;
  }
  out_.line("{{");
  std::size_t const start = out_.size();
  regions_.push_back({RegionKind::Finally, number, {}});
  handlers(node, ++counter_);
  Region const region = regions_.back();
  regions_.pop_back();
  bool const never_completes = !ir::can_complete(function_, id);
  declare_exit(start, number, region, never_completes);
  finally(node, number, region, never_completes);
  out_.line("}}");
}

// The body, its else block, and the handlers.
void FunctionEmitter::handlers(ir::Try const& node, int number) {
  if (node.handlers.empty()) {
    block(node.body);
    nested_block(node.else_block);
    return;
  }
  out_.line("{{");
  regions_.push_back({RegionKind::Handler, number, {}});
  block(node.body);
  bool const reachable = regions_.back().used_error;
  regions_.pop_back();
  out_.line("}}");
  if (node.else_block) {
    out_.line("{{");
    nested_block(node.else_block);
    out_.line("}}");
  }
  if (!reachable) return;
  out_.line("goto end_{};", number);
  out_.line("except_{0}: {{\nHandling handling_{0};", number);
  std::string const outer_exception = current_exception_;
  current_exception_ = fmt::format("handling_{}.exception()", number);
  regions_.push_back({RegionKind::Handling, number, {}});
  if (node.is_star)
    star_handlers(node, number);
  else
    except_handlers(node, number);
  regions_.pop_back();
  current_exception_ = outer_exception;
  out_.line("}}\nend_{}:;", number);
}

// The first clause that matches handles the exception.
void FunctionEmitter::except_handlers(ir::Try const& node, int number) {
  std::string closing;
  bool catches_all = false;
  for (ir::Handler const& handler : node.handlers) {
    if (handler.types) {
      nested_block(handler.match_block);
      std::string const test =
          tried(handler.types, fmt::format("handling_{}.matches({})", number, use_object(handler.types)));
      std::string const matches = fresh("matches");
      out_.line("bool {} = {};\nif ({}) {{", matches, test, matches);
      block(handler.body);
      out_.line("}} else {{");
      closing += "}\n";
    } else {
      catches_all = true;
      block(handler.body);
    }
  }
  if (!catches_all) out_.line("handling_{}.reraise();\n{}", number, leave_with_error());
  out_.raw(closing);
}

// Each clause handles the part that it matches; what is left, and what the clauses raise, goes on behind them.
void FunctionEmitter::star_handlers(ir::Try const& node, int number) {
  std::string const groups = fmt::format("groups_{}", number);
  out_.line("ExceptStar {}(handling_{}.exception());", groups, number);
  for (ir::Handler const& handler : node.handlers) star_handler(handler, groups);
  std::string const outcome = fresh("settled");
  out_.line("bool {} = {}.settle();", outcome, groups);
  out_.line("if (!{}) {{\n{}\n}}", outcome, leave_with_error());
}

void FunctionEmitter::star_handler(ir::Handler const& handler, std::string const& groups) {
  nested_block(handler.match_block);
  std::string const test = tried(handler.types, fmt::format("{}.matches({})", groups, use_object(handler.types)));
  std::string const matches = fresh("matches");
  int const number = ++counter_;
  out_.line("bool {} = {};\nif ({}) {{\n{{", matches, test, matches);
  out_.line("{}.begin_clause();\nHandling handling_{};", groups, number);
  std::string const outer_exception = current_exception_;
  current_exception_ = fmt::format("handling_{}.exception()", number);
  regions_.push_back({RegionKind::Handler, number, {}});
  block(handler.body);
  bool const raises = regions_.back().used_error;
  regions_.pop_back();
  current_exception_ = outer_exception;
  out_.line("}}");
  if (raises) out_.line("goto end_{0};\nexcept_{0}:\n{1}.add_raised();\nend_{0}:;", number, groups);
  out_.line("}}");
}

// Runs however the body was left, then goes on as it was left.
void FunctionEmitter::finally(ir::Try const& node, int number, Region const& region, bool never_completes) {
  begin_finally(number, region);
  bool const always_raises = never_completes && !region.used_return && !region.used_break && !region.used_continue;
  std::string const outer_exception = current_exception_;
  current_exception_ = fmt::format("handling_{}.exception()", number);
  if (region.used_error) regions_.push_back({RegionKind::Handling, number, {}});
  block(node.finally_block);
  if (region.used_error) {
    if (!always_raises) out_.line("if (exit_{} == Exit::Raise) {{", number);
    out_.line("handling_{}.reraise();\n{}", number, leave_with_error());
    if (!always_raises) out_.line("}}");
    regions_.pop_back();
  }
  current_exception_ = outer_exception;
  out_.line("}}");
  resume_exit(number, region, never_completes);
}

// Puts braces around the protected code since `start`, and before it how that was left: by an error, unless it's told otherwise.
void FunctionEmitter::declare_exit(std::size_t start, int number, Region const& region, bool never_completes) {
  std::string const body = out_.take_from(start);
  // With a single way to leave, nobody asks.
  bool const tested =
      !never_completes || region.used_error + region.used_return + region.used_break + region.used_continue > 1;
  if (region.is_jumped_from()) {
    char const* const first = region.used_error ? "Raise" : "Normal";
    out_.line("{}Exit exit_{} = Exit::{};", tested ? "" : "[[maybe_unused]] ", number, first);
  }
  out_.line("{{");
  out_.raw(body);
  if (region.used_error && !never_completes) out_.line("exit_{} = Exit::Normal;", number);
  out_.line("}}");
}

// Opens the code that runs at each exit of the body.
void FunctionEmitter::begin_finally(int number, Region const& region) {
  if (region.is_jumped_from())
    out_.line("finally_{}: {{", number);
  else
    out_.line("{{");
  if (region.used_error) out_.line("Handling handling_{0};", number);
}

// The jump that the exit code has interrupted. Where control never goes on behind, the last possible one needs no test.
void FunctionEmitter::resume_exit(int number, Region const& region, bool never_completes) {
  auto const resume = [&](char const* exit, bool is_last, auto const& jump) {
    bool const tests = !(never_completes && is_last);
    if (tests) out_.line("if (exit_{} == Exit::{}) {{", number, exit);
    jump();
    if (tests) out_.line("}}");
  };
  if (region.used_break)
    resume("Break", !region.used_continue && !region.used_return, [&] { emit(ir::InstId(), ir::Break()); });
  if (region.used_continue) resume("Continue", !region.used_return, [&] { emit(ir::InstId(), ir::Continue()); });
  if (region.used_return) resume("Return", true, [&] { leave_function(); });
}

// The `return` that a finally block has interrupted, through the enclosing finally blocks.
void FunctionEmitter::leave_function() {
  for (std::size_t index = regions_.size(); index-- > 0;) {
    Region& region = regions_[index];
    if (region.kind != RegionKind::Finally) continue;
    region.used_return = true;
    out_.line("exit_{0} = Exit::Return;\ngoto finally_{0};", region.number);
    return;
  }
  char const* const keyword = is_coroutine() ? "co_return" : "return";
  bool const is_void = function_.kind == ir::FunctionKind::Module ||
                       function_.kind == ir::FunctionKind::AsyncGenerator ||
                       context_.module.types[function_.result].kind == ir::TypeKind::None;
  if (!is_void)
    out_.line("{} {};", keyword, is_coroutine() ? "std::move(returned_)" : "returned_");
  else if (!is_coroutine() && !function_.raises && function_.kind != ir::FunctionKind::Module)
    out_.line("return;");
  else
    out_.line("{} {{}};", keyword);
}

}  // namespace aiocc::emit
