// The loop's methods.
#include "aiocc/asyncio/events.hpp"

#include <csignal>

#include "aiocc/asyncio/tasks.hpp"
#include "aiocc/core/async_generator_object.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/signals.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/_asyncio.hpp"
#include "aiocc/stdlib/contextvars.hpp"
#include "own_tasks.hpp"

namespace aiocc {
namespace detail {
void report_context(Object const& context);
}

namespace asyncio {

namespace {

Result<void> check_open(EventLoopObject const* loop) {
  if (loop->closed) return raise_error(runtime_error_type, "Event loop is closed");
  return {};
}

/// Neither coroutines nor what makes them can be called back.
Result<void> refuse_coroutines(Object const& callback, std::string const& method) {
  bool is_coroutine = iscoroutine(callback);
  if (type_of(callback) == &function_type || type_of(callback) == &bound_method_type) {
    Result<Object> answer =
        call(PASS(operators::get_attr(runtime_module("asyncio"), "iscoroutinefunction"_s)), callback);
    is_coroutine = PASS(operators::truth(PASS(std::move(answer))));
  }
  if (is_coroutine) return raise_error(type_error_type, "coroutines cannot be used with " + method + "()");
  return {};
}

// CPython's BaseEventLoop._check_callback.
Result<void> check_callback(Object const& callback, std::string const& method) {
  PASS(refuse_coroutines(callback, method));
  if (!builtins::callable(callback))
    return raise_error(type_error_type,
                       "a callable object was expected by " + method + "(), got " + aiocc::detail::repr_text(callback));
  return {};
}

// What `method` will call later. Only debug mode looks at it.
Result<Object> arguments_of(EventLoopObject const* loop, Arguments args, Object const& callback, char const* method,
                            bool is_threadsafe = false) {
  if (loop->debug) {
    // CPython's BaseEventLoop._check_thread.
    if (loop->running && state.loop != loop && !is_threadsafe)
      return raise_error(runtime_error_type,
                         "Non-thread-safe operation invoked on an event loop other than the current one");
    PASS(check_callback(callback, method));
  }
  return make_tuple({args.data(), args.size()});
}

}  // namespace

void Handle::cancel() const noexcept { aiocc::detail::cancel_handle(as<HandleObject>()); }
bool Handle::cancelled() const noexcept { return as<HandleObject>()->cancelled; }
Object Handle::get_context() const {
  Object& context = as<HandleObject>()->context;
  if (!context.bound()) context = contextvars::make_context(Arguments(), Dict<Str, Object>()).value();
  return context;
}
double TimerHandle::when() const noexcept { return as<HandleObject>()->when; }

Result<Handle> EventLoop::call_soon(Object const& callback, Arguments args, Object const& context) const {
  PASS(check_open(get()));
  Object const packed = PASS(arguments_of(get(), args, callback, "call_soon"));
  return word_cast<Handle>(aiocc::detail::call_soon(get(), callback, packed, context));
}

Result<Handle> EventLoop::call_soon_threadsafe(Object const& callback, Arguments args, Object const& context) const {
  PASS(check_open(get()));
  Object const packed = PASS(arguments_of(get(), args, callback, "call_soon_threadsafe", /*is_threadsafe=*/true));
  Handle const handle = word_cast<Handle>(aiocc::detail::call_soon(get(), callback, packed, context));
  get()->reactor.wake();
  return handle;
}

namespace {

// `loop.call_at` of a class of the program's.
Result<TimerHandle> call_at_by_class(EventLoop const& loop, Object const& when, Object const& callback, Arguments args,
                                     Object const& context) {
  static Str const names[] = {"context"_s};
  std::vector<Object> words{loop, when, callback};
  words.insert(words.end(), args.begin(), args.end());
  words.push_back(context);
  KeywordNames const keywords{names};
  Object const handle = PASS(call_method_array("call_at"_s, words.data(), words.size(), &keywords));
  if (is_instance(handle, timer_handle_type)) return word_cast<TimerHandle>(handle);
  return raise_error(type_error_type, "call_at() of an event loop must give a TimerHandle");
}

}  // namespace

Result<TimerHandle> EventLoop::call_later(Object const& delay, Object const& callback, Arguments args,
                                          Object const& context) const {
  if (delay.is(None)) return raise_error(type_error_type, "delay must not be None");
  Object const when = PASS(operators::add(box(time()), delay));
  if (!get()->is_plain()) return call_at_by_class(*this, when, callback, args, context);
  return call_at(when, callback, args, context);
}

Result<TimerHandle> EventLoop::call_at(Object const& when, Object const& callback, Arguments args,
                                       Object const& context) const {
  if (when.is(None)) return raise_error(type_error_type, "when cannot be None");
  PASS(check_open(get()));
  double const deadline = PASS(operators::to_float(when));
  Object const packed = PASS(arguments_of(get(), args, callback, "call_at"));
  return word_cast<TimerHandle>(aiocc::detail::call_at(get(), deadline, callback, packed, context));
}

Object const base_event_loop_class = box(event_loop_type);
Object const event_loop_class = box(event_loop_type);
Object const selector_event_loop_class = box(event_loop_type);

Future<Object> EventLoop::create_future() const {
  Object const future = Object::adopt(aiocc::detail::make_future(get()));
  if (get()->debug) aiocc::detail::note_creation(future.heap(), "base_events.py:460");
  return word_cast<Future<Object>>(future);
}

Result<Task<Object>> EventLoop::create_task(Object const& coro, Object const& name, Object const& context) const {
  return word_cast<Task<Object>>(PASS(detail::own_task_of(*this, coro, name, context)));
}

Result<Object> EventLoop::run_until_complete(Object const& future) const {
  PASS(detail::check_runnable(get()));
  if (aiocc::detail::is_future(future)) return detail::run_until_done(get(), PASS(ensure_future(future, *this)));
  Object const coroutine = PASS(detail::coroutine_of_awaitable(future));
  return detail::run_new_task(get(), PASS(detail::new_task_of(*this, coroutine)));
}

Result<void> EventLoop::run_forever() const { return get()->run_forever(); }

namespace {

// Calls a function of asyncio's Python half.
template <class... Args>
Result<Object> call_half(char const* name, Args const&... args) {
  Object const function = PASS(operators::get_attr(runtime_module("asyncio"), Str::from_utf8(name)));
  return call(function, args...);
}

Coroutine<void> close_async_generators(EventLoop self) {
  self.get()->async_generators_shut_down = true;
  if (self.get()->async_generators.empty()) co_return {};
  std::vector<Object> closing;
  for (AsyncGeneratorFrame* frame : self.get()->async_generators) {
    Object const generator = Object::share(frame);
    closing.push_back(generator);
  }
  std::vector<Object> tasks;
  for (Object const& generator : closing)
    tasks.push_back(Object::adopt(aiocc::detail::make_task(self.get(), aiocc::detail::aclose(generator).release())));
  Object const gathered = detail::gather_futures(tasks, true);
  List<Object> results = co_await word_cast<Future<List<Object>>>(gathered).at(nullptr);
  for (std::size_t i = 0; i < closing.size(); ++i) {
    Object const result = results.at(i);
    if (!is_instance(result, exception_type)) continue;
    Dict<Str, Object> context = Dict<Str, Object>::of();
    std::string const text = aiocc::detail::repr_text(closing[i]);
    dict_set_str(context.get(), "message"_s,
                 Str::from_utf8("an error occurred during closing of asynchronous generator " + text));
    dict_set_str(context.get(), "exception"_s, result);
    dict_set_str(context.get(), "asyncgen"_s, closing[i]);
    aiocc::detail::call_exception_handler(self.get(), context);
  }
  co_return {};
}

Coroutine<void> close_executor(Object loop, Object timeout) {
  Object const& executor = loop.as<EventLoopObject>()->default_executor;
  loop.as<EventLoopObject>()->executor_shut_down = true;
  if (!executor.bound()) co_return {};
  Object const closing = CO_PASS(call_half("_shutdown_executor", loop, executor, timeout));
  co_await await_object(closing).at(nullptr);
  co_return {};
}

}  // namespace

Coroutine<void> EventLoop::shutdown_asyncgens() const { return close_async_generators(*this); }
Coroutine<void> EventLoop::shutdown_default_executor(Object timeout) const {
  return close_executor(*this, std::move(timeout));
}

// CPython's BaseEventLoop.run_in_executor.
Result<Future<Object>> EventLoop::run_in_executor(Object const& executor, Object const& func, Arguments args) const {
  PASS(check_open(get()));
  if (get()->debug) PASS(check_callback(func, "run_in_executor"));
  Object const packed = make_tuple({args.data(), args.size()});
  return word_cast<Future<Object>>(PASS(call_half("_run_in_executor", *this, executor, func, packed)));
}

Result<void> EventLoop::set_default_executor(Object const& executor) const {
  PASS(call_half("_set_default_executor", executor));
  get()->default_executor = executor;
  return {};
}

namespace {

// The number of a signal that Python code may handle.
Result<int> signal_number(Object const& sig) {
  if (!is_instance(sig, int_type))
    return raise_error(type_error_type, "sig must be an int, not " + aiocc::detail::repr_text(sig));
  Int const number = PASS(operators::index(sig));
  std::int64_t const value = number.is_small_int() ? number.small() : 0;
  if (value < 1 || value >= aiocc::detail::signal_count)
    return raise_error(value_error_type, "invalid signal number " + aiocc::detail::repr_text(number));
  return static_cast<int>(value);
}

DictObject* signal_handlers_of(EventLoopObject* loop) {
  if (!loop->signal_handlers.bound()) loop->signal_handlers = Dict<Object, Object>::of();
  return loop->signal_handlers.as<DictObject>();
}

}  // namespace

// CPython's _UnixSelectorEventLoop.add_signal_handler.
Result<void> EventLoop::add_signal_handler(Object const& sig, Object const& callback, Arguments args) const {
  PASS(refuse_coroutines(callback, "add_signal_handler"));
  Object const packed = make_tuple({args.data(), args.size()});
  int const number = PASS(signal_number(sig));
  PASS(check_open(get()));
  if (!state.is_main_thread)
    return raise_error(runtime_error_type, "set_wakeup_fd only works in main thread of the main interpreter");
  auto* handle = new HandleObject(&handle_type, get(), callback, packed);
  Object const kept = Object::adopt(handle);
  handle->context = context_for(None);
  if (!aiocc::detail::hand_signal_to_loop(number, get()))
    return raise_error(runtime_error_type, "sig " + std::to_string(number) + " cannot be caught");
  get()->reactor.prepare_wake();
  return signal_handlers_of(get())->set(Object::small_int(number), kept);
}

Result<bool> EventLoop::remove_signal_handler(Object const& sig) const {
  int const number = PASS(signal_number(sig));
  Object const key = Object::small_int(number);
  Object const* handle = PASS(signal_handlers_of(get())->find(key));
  if (!handle) return false;
  PASS(signal_handlers_of(get())->delete_item(key));
  aiocc::detail::take_signal_from_loop(number);
  if (signal_handlers_of(get())->used == 0) aiocc::detail::stop_hearing(get());
  return true;
}

Result<void> EventLoop::set_debug(Object const& enabled) const {
  get()->debug = PASS(operators::truth(enabled));
  return {};
}

Result<void> EventLoop::set_task_factory(Object const& factory) const {
  if (!factory.is(None) && !builtins::callable(factory))
    return raise_error(type_error_type, "task factory must be a callable or None");
  bool const is_unset = factory.is(None) && !detail::makes_tasks_itself(get());
  get()->task_factory = is_unset ? Object() : factory;
  return {};
}

Object EventLoop::get_task_factory() const noexcept {
  Object const& factory = get()->task_factory;
  return factory.bound() ? factory : None;
}

Result<void> EventLoop::set_slow_callback_duration(Object const& value) const {
  get()->slow_callback_duration = value;
  return {};
}

Object EventLoop::get_exception_handler() const noexcept {
  Object const& handler = get()->exception_handler;
  return handler.bound() ? handler : None;
}

Result<void> EventLoop::set_exception_handler(Object const& handler) const {
  if (!handler.is(None) && !builtins::callable(handler))
    return raise_error(type_error_type,
                       "A callable object or None is expected, got " + aiocc::detail::repr_text(handler));
  get()->exception_handler = handler;
  return {};
}

Result<void> EventLoop::call_exception_handler(Object const& context) const {
  if (!is_instance(context, dict_type)) return raise_error(type_error_type, "context must be a dict");
  aiocc::detail::call_own_exception_handler(get(), context);
  if (state.error.bound()) return raised;
  return {};
}

Result<void> EventLoop::default_exception_handler(Object const& context) const {
  if (!is_instance(context, dict_type)) return raise_error(type_error_type, "context must be a dict");
  aiocc::detail::report_context(context);
  return {};
}

Result<EventLoop> get_running_loop() {
  return word_cast<EventLoop>(Object::share(PASS(aiocc::detail::require_running_loop())));
}

namespace {

// As `threading.current_thread().name`.
std::string thread_name() {
  if (state.is_main_thread) return "MainThread";
  Object const threading = runtime_module("threading");
  Result<Object> thread = threading.bound() ? call_method(threading, "current_thread"_s) : Result<Object>(None);
  Result<Object> name = thread ? operators::get_attr(thread.value(), "name"_s) : Result<Object>(raised);
  if (name && is_instance(name.value(), str_type)) return word_cast<Str>(name.value()).utf8();
  if (state.error.bound()) take_error();
  return "Dummy-1";
}

}  // namespace

Result<EventLoop> get_event_loop() {
  if (state.loop) return word_cast<EventLoop>(Object::share(state.loop));
  Object const& policy = _asyncio::policy();
  if (!policy.bound()) return word_cast<EventLoop>(PASS(_asyncio::default_event_loop()));
  Object const found = PASS(call_method(policy, "get_event_loop"_s));
  if (!EventLoop::accepts(found))
    return raise_error(type_error_type, "an event loop policy must give asyncio's event loops");
  return word_cast<EventLoop>(found);
}

}  // namespace asyncio

namespace _asyncio {

using namespace asyncio;

Result<Object> default_event_loop() {
  if (!state.event_loop.bound() && state.is_main_thread) {
    PASS(warn(deprecation_warning_type, "There is no current event loop"));
    state.event_loop = PASS(new_event_loop());
  }
  if (!state.event_loop.bound() || state.event_loop.is(None))
    return raise_error(runtime_error_type, "There is no current event loop in thread '" + thread_name() + "'.");
  return state.event_loop;
}

Object& policy() noexcept {
  static auto* const set = new Object;
  return *set;
}

Object make_loop() { return Object::adopt(new EventLoopObject); }

Result<void> set_policy(Object const& given) {
  policy() = given.is(None) ? Object() : given;
  return {};
}

void never_wait(Object const& loop) { loop.as<EventLoopObject>()->journal = std::make_unique<std::vector<double>>(); }

List<double> take_deadlines(Object const& loop) {
  List<double> deadlines = List<double>::of();
  auto& journal = loop.as<EventLoopObject>()->journal;
  for (double const each : journal ? std::exchange(*journal, {}) : std::vector<double>()) deadlines.append(each);
  return deadlines;
}

Result<void> set_default_event_loop(Object const& loop) {
  if (!loop.is(None) && !is_instance(loop, event_loop_type))
    return raise_error(type_error_type, std::string("loop must be an instance of AbstractEventLoop or None, not '") +
                                            type_of(loop)->name + "'");
  state.event_loop = loop;
  return {};
}

}  // namespace _asyncio

namespace asyncio {

Result<void> set_event_loop(Object const& loop) {
  Object const& policy = _asyncio::policy();
  if (!policy.bound()) return _asyncio::set_default_event_loop(loop);
  PASS(call_method(policy, "set_event_loop"_s, loop));
  return {};
}

Result<EventLoop> new_event_loop() {
  Object const& policy = _asyncio::policy();
  if (!policy.bound()) return word_cast<EventLoop>(_asyncio::make_loop());
  Object const made = PASS(call_method(policy, "new_event_loop"_s));
  if (!EventLoop::accepts(made))
    return raise_error(type_error_type, "an event loop policy must make asyncio's event loops");
  return word_cast<EventLoop>(made);
}

}  // namespace asyncio
}  // namespace aiocc
