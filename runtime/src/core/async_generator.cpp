// Async generators: resuming one from its consumer, and the awaitables of its methods.
#include "aiocc/core/async_generator.hpp"

#include "aiocc/core/async_generator_object.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/event_loop.hpp"
#include "aiocc/core/future_object.hpp"

namespace aiocc::detail {

namespace {

void register_async_generator(AsyncGeneratorFrame* frame) noexcept {
  frame->hooks_called = true;
  if (!state.loop) return;
  frame->loop = state.loop;
  ++frame->loop->references;
  frame->loop->async_generators.push_back(frame);
}

// Instead of an error that was to be thrown into the generator.
Raised raise_running(char const* message) noexcept {
  if (state.error.bound()) take_error();
  return raise_error(runtime_error_type, message);
}

// It's idle, and no longer has its items passed on: what is behind it goes with it.
void leave_chain(AsyncGeneratorFrame* frame) noexcept {
  AsyncGeneratorFrame* const outermost = frame->outermost;
  AsyncGeneratorFrame* const innermost = outermost->innermost;
  for (AsyncGeneratorFrame* each = frame; each != innermost; each = each->relayed) each->outermost = frame;
  innermost->outermost = frame;
  frame->innermost = innermost;
  frame->idle = !innermost->relayed;
  outermost->innermost = static_cast<AsyncGeneratorFrame*>(std::exchange(frame->awaiter, nullptr));
  outermost->idle = false;
}

}  // namespace

void stop_relaying(AsyncGeneratorFrame* frame) noexcept {
  AsyncGeneratorFrame* const relayed = std::exchange(frame->relayed, nullptr);
  if (!relayed) return;
  if (relayed->outermost == frame) leave_chain(relayed);
  frame->position = frame->relaying;
}

std::coroutine_handle<> relay_async_generator(AsyncGeneratorFrame* frame, AsyncGeneratorFrame& consumer,
                                              Span const* relaying) noexcept {
  HandledException* const handled = state.handled;
  std::coroutine_handle<> const next = resume_async_generator(frame, consumer);
  bool const relays_itself = frame->innermost != frame || frame->relayed;
  if (frame->awaiter != &consumer || relays_itself) return next;
  consumer.handled = handled;
  consumer.relayed = frame;
  consumer.relaying = relaying;
  frame->outermost = consumer.outermost;
  frame->outermost->innermost = frame;
  return next;
}

std::coroutine_handle<> resume_async_generator_slowly(AsyncGeneratorFrame* frame, Frame& consumer) noexcept {
  if (frame->running()) {
    raise_running("anext(): asynchronous generator is already running");
    return fail(&consumer);
  }
  if (frame->finished) return state.error.bound() ? fail(&consumer) : consumer.handle();
  if (frame->outermost != frame) leave_chain(frame);
  if (!frame->hooks_called) register_async_generator(frame);
  if (consumer.depth >= state.recursion_limit) {
    raise_error(recursion_error_type, "maximum recursion depth exceeded");
    return fail(&consumer);
  }
  frame->started = true;
  if (state.error.bound()) {
    stop_relaying(frame);
    frame->resume(consumer);
    add_thrown_context(state.handled, &frame->base);
    return fail(frame);
  }
  std::coroutine_handle<> const next = frame->resume(consumer);
  AsyncGeneratorFrame* const innermost = frame->innermost;
  AsyncGeneratorFrame* const taken_out = std::exchange(innermost->relayed, nullptr);
  return taken_out ? resume_async_generator(taken_out, *innermost) : next;
}

void unregister_async_generator(AsyncGeneratorFrame* frame) noexcept {
  EventLoopObject* loop = std::exchange(frame->loop, nullptr);
  if (!loop) return;
  // The youngest end first, most of the time.
  auto& all = loop->async_generators;
  for (std::size_t i = all.size(); i-- > 0;) {
    if (all[i] != frame) continue;
    all[i] = all.back();
    all.pop_back();
    break;
  }
  Object::adopt(loop);
}

Object yielded_value(AsyncGeneratorFrame* frame) noexcept { return take_value(frame + 1, frame->value_kind); }

namespace {

Coroutine<Object> item_or_stop([[maybe_unused]] Object keep, AsyncGeneratorFrame* frame) {
  bool const more = co_await AsyncNext(frame).at(nullptr);
  if (more) co_return yielded_value(frame);
  co_return raise_error(stop_async_iteration_type, std::string_view());
}

Coroutine<Object> send_into(Object generator, Object value) {
  co_await BeginStep().at(nullptr);
  auto* frame = static_cast<AsyncGeneratorFrame*>(generator.as<FrameObject>());
  if (state.error.bound()) {
    Object item = co_await item_or_stop(generator, frame).at(nullptr);
    co_return item;
  }
  if (!frame->started && value.bound() && !value.is(None))
    co_return raise_error(type_error_type, "can't send non-None value to a just-started async generator");
  if (frame->finished) co_return raise_error(stop_async_iteration_type, std::string_view());
  // The yield that passes on another's items drops what is sent.
  if (value.bound() && !frame->relayed) frame->sent = std::move(value);
  Object item = co_await item_or_stop(generator, frame).at(nullptr);
  co_return item;
}

Coroutine<Object> throw_into(Object generator, Object type, Object value, Object traceback) {
  co_await BeginStep().at(nullptr);
  auto* frame = static_cast<AsyncGeneratorFrame*>(generator.as<FrameObject>());
  // As CPython: a finished generator is none the worse for it.
  if (frame->finished && !state.error.bound()) co_return None;
  if (frame->running()) co_return raise_running("athrow(): asynchronous generator is already running");
  // The error keeps the frames that it leaves, so they may not keep it.
  if (!state.error.bound())
    CO_PASS(set_thrown_error(std::exchange(type, Object()), std::exchange(value, Object()),
                             std::exchange(traceback, Object())));
  if (!frame->started) frame->finished = true;
  Object item = co_await item_or_stop(generator, frame).at(nullptr);
  co_return item;
}

Coroutine<Object> close(Object generator) {
  co_await BeginStep().at(nullptr);
  auto* frame = static_cast<AsyncGeneratorFrame*>(generator.as<FrameObject>());
  if (frame->running()) co_return raise_running("aclose(): asynchronous generator is already running");
  if (!frame->started) frame->finished = true;
  if (frame->finished && state.error.bound()) {
    bool const is_end = error_is(generator_exit_type) || error_is(stop_async_iteration_type);
    if (!is_end) co_return raised;
    take_error();
  }
  if (frame->finished) co_return None;
  if (!state.error.bound()) restore_error(make_exception(generator_exit_type, std::string_view()));
  Result<bool> more = co_await AsyncNext(frame).caught(nullptr);
  if (more) {
    if (more.value()) co_return raise_error(runtime_error_type, "async generator ignored GeneratorExit");
    co_return None;
  }
  if (!error_is(generator_exit_type) && !error_is(stop_async_iteration_type)) co_return raised;
  take_error();
  co_return None;
}

}  // namespace

Coroutine<Object> asend(Object generator, Object value) {
  return prepared(send_into(std::move(generator), std::move(value)));
}
Coroutine<Object> athrow(Object generator, Object type, Object value, Object traceback) {
  return prepared(throw_into(std::move(generator), std::move(type), std::move(value), std::move(traceback)));
}
Coroutine<Object> aclose(Object generator) { return prepared(close(std::move(generator))); }

}  // namespace aiocc::detail
