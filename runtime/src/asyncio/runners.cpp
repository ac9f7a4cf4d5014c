// Running a loop until something is done, and shutting it down as asyncio.run does.
#include "aiocc/asyncio/runners.hpp"

#include <signal.h>

#include "aiocc/core/signals.hpp"
#include "aiocc/core/stand_ins.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/stdlib/_asyncio.hpp"
#include "aiocc/stdlib/functools.hpp"

namespace aiocc::asyncio::detail {

namespace {

// CPython's _run_until_complete_cb: among the callbacks of the future that the loop runs for.
struct StopWhenDone : Runnable {
  explicit StopWhenDone(FutureObject* awaited) noexcept : Runnable(aiocc::detail::stop_when_done), future(awaited) {
    if (aiocc::detail::is_overridden(future->type, "add_done_callback"_s))
      aiocc::detail::wait_by_class(this, future, None);
    else if (future->done())
      future->loop->push(this);
    else
      aiocc::detail::add_waiter(future, this);
  }
  ~StopWhenDone() { aiocc::detail::withdraw_waiter(future, this); }

  FutureObject* future;
};

}  // namespace

}  // namespace aiocc::asyncio::detail

void aiocc::detail::stop_when_done(Runnable* node, bool) {
  FutureObject* future = static_cast<asyncio::detail::StopWhenDone*>(node)->future;
  bool const leaves_loop = future->failed && (is_instance(future->result, system_exit_type) ||
                                              is_instance(future->result, keyboard_interrupt_type));
  if (!leaves_loop) future->loop->stopping = true;
}

namespace aiocc::asyncio::detail {

namespace {

// The main task and how often Ctrl-C was pressed, while asyncio.run runs.
struct Interruption {
  FutureObject* main;
  int count = 0;
};
Interruption* interruption = nullptr;

// CPython's Runner._on_sigint: the first Ctrl-C cancels the main task.
bool on_interrupt() {
  if (interruption && ++interruption->count == 1 && !interruption->main->done()) {
    aiocc::detail::cancel_future(interruption->main, None);
    return true;
  }
  raise_error(keyboard_interrupt_type, std::string_view());
  return false;
}

// Ctrl-C, in the main thread, unless the program handles SIGINT itself or was started with it ignored.
class SigintScope {
 public:
  SigintScope(EventLoopObject* loop, FutureObject* main) noexcept : mine_{main}, outer_(interruption) {
    sigaction(SIGINT, nullptr, &before_);
    Object const& own = aiocc::detail::signal_handler(SIGINT);
    installed_ = state.is_main_thread && before_.sa_handler != SIG_IGN &&
                 (!own.bound() || own.is(aiocc::detail::default_int_handler()));
    if (!installed_) return;
    loop->reactor.prepare_wake();
    interruption = &mine_;
    aiocc::detail::set_native_handler(SIGINT, on_interrupt);
    aiocc::detail::note_signal(SIGINT);
  }
  ~SigintScope() {
    if (!installed_) return;
    interruption = outer_;
    // The program may have set a handler meanwhile, which stays.
    if (aiocc::detail::native_handler(SIGINT) != on_interrupt) return;
    sigaction(SIGINT, &before_, nullptr);
    aiocc::detail::set_native_handler(SIGINT, outer_ ? on_interrupt : nullptr);
  }
  SigintScope(SigintScope const&) = delete;
  int count() const noexcept { return mine_.count; }

 private:
  Interruption mine_;
  Interruption* outer_;
  struct sigaction before_;
  bool installed_;
};

Result<Object> run_main(EventLoopObject* loop, Object const& task) {
  SigintScope scope(loop, task.as<FutureObject>());
  Result<Object> result = run_until_done(loop, task);
  if (result || !error_is(cancelled_error_type) || scope.count() == 0) return result;
  if (word_cast<Task<Object>>(task).uncancel().small() != 0) return raised;
  Ref<BaseException> cancelled = take_error();
  Ref<BaseException> interrupt = make_exception(keyboard_interrupt_type, std::string_view());
  interrupt->context = std::move(cancelled);
  return restore_error(std::move(interrupt));
}

void report_shutdown_error(EventLoopObject* loop, Object const& task) {
  Dict<Str, Object> context = Dict<Str, Object>::of();
  dict_set_str(context.get(), "message"_s, "unhandled exception during asyncio.run() shutdown"_s);
  dict_set_str(context.get(), "exception"_s, task.as<FutureObject>()->result);
  dict_set_str(context.get(), "task"_s, task);
  aiocc::detail::call_exception_handler(loop, context);
}

// CPython's runners._cancel_all_tasks.
Result<void> cancel_tasks(EventLoopObject* loop) {
  std::vector<Object> tasks;
  for (TaskObject* task = loop->tasks; task; task = task->next_task) tasks.push_back(Object::share(task));
  if (tasks.empty()) return {};
  for (Object const& task : tasks) aiocc::detail::cancel_future(task.as<FutureObject>(), None);
  PASS(run_until_done(loop, gather_futures(tasks, true)));
  for (Object const& task : tasks)
    if (task.as<FutureObject>()->failed) report_shutdown_error(loop, task);
  return {};
}

// By the methods that a derived class or an attribute may have in place of the loop's.
Result<void> shut_down_by_methods(EventLoop const& loop) {
  for (Str const& name : {"shutdown_asyncgens"_s, "shutdown_default_executor"_s})
    PASS(call_method(loop, "run_until_complete"_s, PASS(call_method(loop, name))));
  return {};
}

Result<void> close_loop(EventLoop const& loop) {
  if (loop.get()->is_plain()) return loop.close();
  PASS(call_method(loop, "close"_s));
  return {};
}

Result<void> shut_down(EventLoop const& loop) {
  PASS(cancel_tasks(loop.get()));
  if (!loop.get()->is_plain()) return shut_down_by_methods(loop);
  PASS(loop.run_until_complete(loop.shutdown_asyncgens()));
  return loop.run_until_complete(loop.shutdown_default_executor());
}

// CPython's Runner.close. An error of the program's own stays what it is, unless closing fails too.
Result<void> close_runner(EventLoop const& loop) {
  Result<void> result = shut_down(loop);
  if (result) {
    PASS(set_event_loop(None));
    return close_loop(loop);
  }
  Ref<BaseException> error = take_error();
  PASS(set_event_loop(None));
  PASS(close_loop(loop));
  return restore_error(std::move(error));
}

}  // namespace

Result<Object> run_until_done(EventLoopObject* loop, Object const& future) {
  auto* awaited = future.as<FutureObject>();
  Result<void> ran = [&]() -> Result<void> {
    StopWhenDone stop(awaited);
    return loop->run_forever();
  }();
  if (!ran) {
    // SystemExit or KeyboardInterrupt came out of it: that's report enough.
    if (awaited->done()) awaited->log_traceback = false;
    return raised;
  }
  if (!awaited->done()) return raise_error(runtime_error_type, "Event loop stopped before Future completed.");
  return aiocc::detail::future_result(awaited);
}

Result<Object> run_new_task(EventLoopObject* loop, Object const& task) {
  task.as<FutureObject>()->log_destroy_pending = false;
  Result<Object> result = run_until_done(loop, task);
  if (!result && task.as<FutureObject>()->failed) task.as<FutureObject>()->log_traceback = false;
  return result;
}

Result<void> check_runnable(EventLoopObject const* loop) {
  if (loop->closed) return raise_error(runtime_error_type, "Event loop is closed");
  if (loop->running) return raise_error(runtime_error_type, "This event loop is already running");
  if (state.loop) return raise_error(runtime_error_type, "Cannot run the event loop while another loop is running");
  return {};
}

Result<Object> run_until_complete(Object const& loop, Frame* root) {
  auto* owner = loop.as<EventLoopObject>();
  if (!check_runnable(owner)) return drop_frame(root);
  return run_new_task(owner, PASS(new_task(loop, root)));
}

Result<Object> run_frame(Frame* main, Object const& debug, Object const& loop_factory) {
  if (state.loop) {
    aiocc::detail::destroy_frame(main, nullptr);
    return raise_error(runtime_error_type, "asyncio.run() cannot be called from a running event loop");
  }
  EventLoop loop;
  if (loop_factory.is(None)) {
    loop = PASS(new_event_loop());
    PASS(set_event_loop(loop));
  } else {
    Object const made = PASS(call(loop_factory));
    if (!is_instance(made, event_loop_type))
      return raise_error(type_error_type, "loop_factory must return an event loop");
    loop = word_cast<EventLoop>(made);
  }
  if (!debug.is(None)) PASS(loop.set_debug(debug));
  Object const task = PASS(new_task(loop, main));
  Result<Object> result = run_main(loop.get(), task);
  if (result) {
    PASS(close_runner(loop));
    return result;
  }
  Ref<BaseException> error = take_error();
  {
    // What closing raises has the program's error as its context, as in a `with` statement.
    restore_error(error);
    Handling handling;
    PASS(close_runner(loop));
  }
  return restore_error(std::move(error));
}

}  // namespace aiocc::asyncio::detail

namespace aiocc::_asyncio {

namespace {

Result<EventLoopObject*> checked_loop(Object const& loop) {
  if (!is_instance(loop, event_loop_type)) return raise_error(type_error_type, "the loop must be one of asyncio's");
  return loop.as<EventLoopObject>();
}

}  // namespace

Result<Object> run_main_task(Object const& loop, Object const& task) {
  return asyncio::detail::run_main(PASS(checked_loop(loop)), task);
}

Result<void> cancel_all_tasks(Object const& loop) {
  // Tasks belong to loops of asyncio's.
  if (!is_instance(loop, event_loop_type)) return {};
  return asyncio::detail::cancel_tasks(loop.as<EventLoopObject>());
}

bool is_loop_running() { return state.loop; }
Object unwrapped(Object const& function) {
  Object inner = function;
  while (true) {
    bool const is_partial = is_instance(inner, functools::partial_type);
    // Other objects may have any attribute, without an end.
    if (!is_partial && !is_instance(inner, bound_method_type)) return inner;
    Object next;
    Result<bool> found = operators::find_attr(inner, is_partial ? "func"_s : "__func__"_s, next);
    if (!found) take_error();
    if (!found || !found.value()) return inner;
    inner = next;
  }
}
bool is_native_coroutine_function(Object const& function) { return aiocc::is_native_coroutine_function(function); }

Result<void> warn(Str const& message) { return aiocc::warn(runtime_warning_type, message.utf8()); }

Object executor_of(Object const& loop) {
  if (!is_instance(loop, event_loop_type)) return None;
  Object const& executor = loop.as<EventLoopObject>()->default_executor;
  return executor.bound() ? executor : None;
}

void give_executor(Object const& loop, Object const& executor) {
  loop.as<EventLoopObject>()->default_executor = executor;
}
bool is_executor_shut_down(Object const& loop) { return loop.as<EventLoopObject>()->executor_shut_down; }

}  // namespace aiocc::_asyncio

namespace aiocc::asyncio {

Result<Object> run(Object const& main, Object const& debug, Object const& loop_factory) {
  if (state.loop) return raise_error(runtime_error_type, "asyncio.run() cannot be called from a running event loop");
  if (!iscoroutine(main))
    return raise_error(value_error_type, "a coroutine was expected, got " + aiocc::detail::repr_text(main));
  Frame* frame = aiocc::detail::take_coroutine(main);
  return detail::run_frame(frame, debug, loop_factory);
}

}  // namespace aiocc::asyncio
