// What the loop does with errors that nobody can be told of: its exception handler, by default a report on stderr.
#include <algorithm>

#include "aiocc/core/creation.hpp"
#include "aiocc/core/event_loop.hpp"
#include "aiocc/core/future_object.hpp"
#include "aiocc/core/log.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/traceback.hpp"
#include "asyncio_frame.hpp"

namespace aiocc::detail {

namespace {

constexpr AsyncioFrame call_handler_frame({"/usr/lib/python3.13/asyncio/base_events.py", "call_exception_handler",
                                           "BaseEventLoop.call_exception_handler", 1846},
                                          1908, "                ctx.run(self._exception_handler, self, context)");

// The context of the task, future or handle that the report is of; None: it's of nothing that has one.
Result<Object> context_of_reported(Object const& context) {
  for (Str const& key : {"task"_s, "future"_s, "handle"_s}) {
    Object const* const reported = dict_get_str(context.as<DictObject>(), key);
    if (!reported || reported->is(None)) continue;
    Object get_context;
    bool const has_context = PASS(operators::find_attr(*reported, "get_context"_s, get_context));
    if (has_context) return call(get_context);
    break;
  }
  return None;
}

Result<Object> run_handler(EventLoopObject* loop, Object const& context) {
  Object const own = PASS(context_of_reported(context));
  Object const handler = loop->exception_handler;
  if (own.is(None)) return call(handler, Object::share(loop), context);
  return call_method(own, "run"_s, handler, Object::share(loop), context);
}

// What debug mode adds of the task, future or handle that a report is of: where it was made.
std::string source_traceback(std::string_view key, Object const& reported) {
  if ((key != "task" && key != "future" && key != "handle") || !reported.is_heap()) return {};
  std::string stack = creation_stack(reported.heap());
  if (stack.empty()) return {};
  stack.pop_back();
  return "Object created at (most recent call last):\n" + stack;
}

}  // namespace

// CPython's BaseEventLoop.default_exception_handler.
void report_context(Object const& context) {
  auto* dict = context.as<DictObject>();
  Object const* message = dict_get_str(dict, "message"_s);
  std::string text = message && is_instance(*message, str_type) ? word_cast<Str>(*message).utf8()
                                                                : "Unhandled exception in event loop";
  std::vector<std::pair<std::string, std::string>> entries;
  std::size_t position = 0;
  while (DictEntry* entry = dict->next(position)) {
    if (!is_instance(entry->key, str_type)) continue;
    std::string key = word_cast<Str>(entry->key).utf8();
    if (key == "message" || key == "exception" || key == "source_traceback") continue;
    if (std::string made = source_traceback(key, entry->value); !made.empty())
      entries.emplace_back("source_traceback", std::move(made));
    entries.emplace_back(std::move(key), repr_text(entry->value));
  }
  std::ranges::sort(entries);
  for (auto const& [key, value] : entries) text += "\n" + key + ": " + value;
  Object const* exception = dict_get_str(dict, "exception"_s);
  bool const is_exception = exception && is_instance(*exception, base_exception_type);
  log_error(text, is_exception ? *exception : Object());
}

void add_source_traceback(EventLoopObject* loop, Object const& context, Object const& subject) {
  bool const has_handler = !loop->is_plain() || (loop->exception_handler.bound() && !loop->exception_handler.is(None));
  if (!creations_noted || !has_handler || !subject.is_heap()) return;
  Object const entries = creation_entries(subject.heap());
  Object summarize;
  if (entries.is(None)) return;
  Result<bool> const found = operators::find_attr(runtime_module("asyncio"), "_set_exception_handler"_s, summarize);
  Result<Object> summary = found && found.value() ? call(summarize, entries) : Result<Object>(raised);
  if (summary)
    dict_set_str(context.as<DictObject>(), "source_traceback"_s, std::move(summary).value());
  else if (state.error.bound())
    take_error();
}

void call_exception_handler(EventLoopObject* loop, Object const& context) {
  if (loop->is_plain()) return call_own_exception_handler(loop, context);
  Object const self = Object::share(loop);
  if (!call_method(self, "call_exception_handler"_s, context)) print_unraisable(self);
}

namespace {

// `loop.default_exception_handler`. What that of a class of the program's raises is only logged, as `failure`.
void call_default_handler(EventLoopObject* loop, Object const& context, char const* failure) {
  if (loop->is_plain()) return report_context(context);
  if (call_method(Object::share(loop), "default_exception_handler"_s, context)) return;
  if (error_is(keyboard_interrupt_type) || error_is(system_exit_type)) return;
  log_error(failure, take_error());
}

}  // namespace

void call_own_exception_handler(EventLoopObject* loop, Object const& context) {
  if (!loop->exception_handler.bound() || loop->exception_handler.is(None))
    return call_default_handler(loop, context, "Exception in default exception handler");
  if (run_handler(loop, context)) return;
  if (error_is(keyboard_interrupt_type) || error_is(system_exit_type)) return;
  add_traceback(&call_handler_frame.span);
  Handling handling;
  Dict<Str, Object> failure = Dict<Str, Object>::of();
  dict_set_str(failure.get(), "message"_s, "Unhandled error in exception handler"_s);
  dict_set_str(failure.get(), "exception"_s, handling.exception());
  dict_set_str(failure.get(), "context"_s, context);
  call_default_handler(loop, failure,
                       "Exception in default exception handler while handling an unexpected error in custom exception "
                       "handler");
}

}  // namespace aiocc::detail
