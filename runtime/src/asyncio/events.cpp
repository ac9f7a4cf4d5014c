// The loop's methods.
#include "aiocc/asyncio/events.hpp"

#include "aiocc/asyncio/tasks.hpp"
#include "aiocc/core/async_generator_object.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {
namespace detail {
void report_context(Object const& context);
}

namespace asyncio {

namespace {

// The loop that `set_event_loop` set, or the one that get_event_loop made.
Object& current_loop() {
  static auto* const loop = new Object;
  return *loop;
}

Result<void> check_open(EventLoopObject const* loop) {
  if (loop->closed) return raise_error(runtime_error_type, "Event loop is closed");
  return {};
}

Result<Object> arguments_of(Arguments args, Object const& callback) {
  if (aiocc::detail::is_coroutine_layout(type_of(callback)))
    return raise_error(type_error_type, "coroutines cannot be used with call_soon()");
  return make_tuple({args.data(), args.size()});
}

}  // namespace

void Handle::cancel() const noexcept { aiocc::detail::cancel_handle(as<HandleObject>()); }
bool Handle::cancelled() const noexcept { return as<HandleObject>()->cancelled; }
double TimerHandle::when() const noexcept { return as<HandleObject>()->when; }

Result<Handle> EventLoop::call_soon(Object const& callback, Arguments args, Object const& context) const {
  PASS(check_open(get()));
  Object const packed = PASS(arguments_of(args, callback));
  return word_cast<Handle>(aiocc::detail::call_soon(get(), callback, packed, context));
}

Result<Handle> EventLoop::call_soon_threadsafe(Object const& callback, Arguments args, Object const& context) const {
  Handle handle = PASS(call_soon(callback, args, context));
  get()->reactor.wake();
  return handle;
}

Result<TimerHandle> EventLoop::call_later(Object const& delay, Object const& callback, Arguments args,
                                          Object const& context) const {
  if (delay.is(None)) return raise_error(type_error_type, "delay must not be None");
  Object const when = PASS(operators::add(box(time()), delay));
  return call_at(when, callback, args, context);
}

Result<TimerHandle> EventLoop::call_at(Object const& when, Object const& callback, Arguments args, Object const& context) const {
  if (when.is(None)) return raise_error(type_error_type, "when cannot be None");
  PASS(check_open(get()));
  double const deadline = PASS(operators::to_float(when));
  Object const packed = PASS(arguments_of(args, callback));
  return word_cast<TimerHandle>(aiocc::detail::call_at(get(), deadline, callback, packed, context));
}

Future<Object> EventLoop::create_future() const {
  return word_cast<Future<Object>>(Object::adopt(aiocc::detail::make_future(get())));
}

Result<Task<Object>> EventLoop::create_task(Object const& coro, Object const& name, Object const& context) const {
  Frame* frame = PASS(detail::frame_for_task(coro));
  return word_cast<Task<Object>>(PASS(detail::in_context(detail::new_task(*this, frame, name), context)));
}

Result<Object> EventLoop::run_until_complete(Object const& future) const {
  if (!isfuture(future)) {
    Frame* frame = PASS(detail::frame_of_awaitable(future));
    return detail::run_until_complete(*this, frame);
  }
  return detail::run_until_done(get(), future);
}

Result<void> EventLoop::run_forever() const { return get()->run_forever(); }

namespace {

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

// No executor was ever started.
Coroutine<void> close_executor() { co_return {}; }

}  // namespace

Coroutine<void> EventLoop::shutdown_asyncgens() const { return close_async_generators(*this); }
Coroutine<void> EventLoop::shutdown_default_executor(Object) const { return close_executor(); }

Result<void> EventLoop::set_debug(Object const& enabled) const {
  get()->debug = PASS(operators::truth(enabled));
  return {};
}

Object EventLoop::get_exception_handler() const noexcept {
  Object const& handler = get()->exception_handler;
  return handler.bound() ? handler : None;
}

Result<void> EventLoop::set_exception_handler(Object const& handler) const {
  if (!handler.is(None) && !builtins::callable(handler))
    return raise_error(type_error_type, "A callable object or None is expected, got " + aiocc::detail::repr_text(handler));
  get()->exception_handler = handler;
  return {};
}

Result<void> EventLoop::call_exception_handler(Object const& context) const {
  if (!is_instance(context, dict_type)) return raise_error(type_error_type, "context must be a dict");
  aiocc::detail::call_exception_handler(get(), context);
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

Result<EventLoop> get_event_loop() {
  if (state.loop) return word_cast<EventLoop>(Object::share(state.loop));
  if (!current_loop().bound()) {
    warn(deprecation_warning_type, "There is no current event loop");
    current_loop() = new_event_loop();
  }
  if (current_loop().is(None))
    return raise_error(runtime_error_type, "There is no current event loop in thread 'MainThread'.");
  return word_cast<EventLoop>(current_loop());
}

Result<void> set_event_loop(Object const& loop) {
  if (!loop.is(None) && !is_instance(loop, event_loop_type))
    return raise_error(type_error_type, std::string("loop must be an instance of AbstractEventLoop or None, not '") +
                                            type_of(loop)->name + "'");
  current_loop() = loop;
  return {};
}

EventLoop new_event_loop() { return word_cast<EventLoop>(Object::adopt(new EventLoopObject)); }

}  // namespace asyncio
}  // namespace aiocc
