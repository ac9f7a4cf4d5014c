// AsyncGenerator<T>: what an `async def` with `yield` compiles to. `async for` over a known one transfers directly between the two frames.
#pragma once

#include "aiocc/core/generator.hpp"

namespace aiocc {

extern Type async_generator_type;

/// Base of an async generator's promise; the value that it yields follows. `Frame::awaiter` is the consumer while it runs.
struct AsyncGeneratorFrame : FrameObject {
  using FrameObject::FrameObject;
  /// The loop that it's registered with; counted.
  EventLoopObject* loop = nullptr;
  /// The running loop has been told of it, so that it's closed at the latest when the loop shuts down.
  bool hooks_called = false;
  /// Suspended at a yield, as it nearly always is when it's resumed.
  bool idle = false;
};

namespace detail {

/// Where it isn't idle, or an error is in flight, or it's nested too deeply.
std::coroutine_handle<> resume_async_generator_slowly(AsyncGeneratorFrame* frame, Frame& consumer) noexcept;
/// Transfers from `consumer` into the generator; with an error in flight, that strikes it where it stands.
inline std::coroutine_handle<> resume_async_generator(AsyncGeneratorFrame* frame, Frame& consumer) noexcept {
  if (!frame->idle || state.error.bound() || consumer.depth >= state.recursion_limit)
    return resume_async_generator_slowly(frame, consumer);
  frame->idle = false;
  frame->awaiter = &consumer;
  frame->depth = consumer.depth + 1;
  frame->enter();
  return frame->handle();
}

/// At a yield or the end: back to the consumer.
struct BackToConsumer {
  AsyncGeneratorFrame* frame;
  explicit BackToConsumer(AsyncGeneratorFrame* yielding) noexcept : frame(yielding) {}
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) const noexcept {
    frame->leave();
    frame->idle = true;
    return std::exchange(frame->awaiter, nullptr)->handle();
  }
  Sent await_resume() const noexcept { return Sent(frame); }
};
struct CaughtBackToConsumer : BackToConsumer {
  using BackToConsumer::BackToConsumer;
  Result<Object> await_resume() const noexcept {
    frame->catches = false;
    if (state.error.bound()) return raised;
    return take_sent(frame);
  }
};
struct AsyncGeneratorEnd {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) const noexcept {
    AsyncGeneratorFrame& frame = handle.promise();
    frame.finished = true;
    if (frame.failed) [[unlikely]]
      return propagate(&frame);
    frame.leave();
    return std::exchange(frame.awaiter, nullptr)->handle();
  }
  void await_resume() const noexcept {}
};

}  // namespace detail

template <class T>
class AsyncGenerator;

namespace detail {

template <class T>
struct AsyncGeneratorPromise : AsyncGeneratorFrame {
  /// Directly behind the AsyncGeneratorFrame.
  alignas(8) T value{};

  AsyncGeneratorPromise() noexcept
      : AsyncGeneratorFrame(FrameKind::AsyncGenerator, value_kind_of<T>(), &async_generator_type) {}
  AsyncGenerator<T> get_return_object() noexcept;
  std::suspend_always initial_suspend() const noexcept { return {}; }
  AsyncGeneratorEnd final_suspend() const noexcept { return {}; }
  [[noreturn]] void unhandled_exception() const noexcept { std::abort(); }
  BackToConsumer yield_value(YieldAt<T> yielded) noexcept {
    position = yielded.span;
    value = std::move(yielded.value);
    return BackToConsumer(this);
  }
  CaughtBackToConsumer yield_value(YieldCaught<T> yielded) noexcept {
    position = yielded.span;
    catches = true;
    value = std::move(yielded.value);
    return CaughtBackToConsumer(this);
  }
  void return_value(Result<void> result) noexcept { failed = !result; }
};

/// `bool more = co_await generator.next().at(AT(3));`. The loop's variable keeps the generator.
class AsyncNext : public AwaitForms<AsyncNext> {
 public:
  using value_type = bool;
  explicit AsyncNext(AsyncGeneratorFrame* generator) noexcept : generator_(generator) {}
  std::coroutine_handle<> suspend(Frame& consumer) noexcept { return resume_async_generator(generator_, consumer); }
  bool take() noexcept { return !generator_->finished; }
  void abandon() noexcept {}

 private:
  AsyncGeneratorFrame* generator_;
};

}  // namespace detail

/// An async generator whose items are known to be T.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("async_generator[T]") AsyncGenerator : public HeapWord {
 public:
  using element_type = T;
  using promise_type = detail::AsyncGeneratorPromise<T>;

  constexpr AsyncGenerator() noexcept = default;
  static bool accepts(Object const& value) noexcept { return type_of(value) == &async_generator_type; }
  promise_type* get() const noexcept { return &static_cast<promise_type&>(static_cast<FrameObject&>(*heap())); }
  AsyncGenerator described(Span const* definition) && noexcept {
    get()->position = definition;
    return std::move(*this);
  }

  /// True: there is an item, which `item` takes; false: the end.
  detail::AsyncNext next() const noexcept { return detail::AsyncNext(get()); }
  T item() const noexcept { return std::move(get()->value); }

  AIOCC_PY("def __aiter__(self) -> async_generator[T]")
  AsyncGenerator aiter() const noexcept { return *this; }
  AIOCC_PY("def __anext__(self) -> object")
  Object anext() const;
  AIOCC_PY("def asend(self, value: object, /) -> object")
  Object asend(Object const& value) const;
  AIOCC_PY("def athrow(self, type: object, value: object = ..., traceback: object = ..., /) -> object")
  Result<Object> athrow(Object const& type, Object const& value, Object const& traceback) const;
  AIOCC_PY("def aclose(self) -> object")
  Object aclose() const;

  AIOCC_PY_PROPERTY("__name__: object")
  Object name() const { return detail::frame_name(get()); }
  AIOCC_PY_PROPERTY("__qualname__: object")
  Object qualname() const { return detail::frame_qualname(get()); }
  AIOCC_PY_PROPERTY("ag_code: object")
  Object ag_code() const { return detail::code_of_frame(get()); }
  /// None once it has finished.
  AIOCC_PY_PROPERTY("ag_frame: object")
  Object ag_frame() const { return get()->finished ? None : detail::view_of_frame(get()); }
  AIOCC_PY_PROPERTY("ag_running: bool")
  bool ag_running() const noexcept { return get()->awaiter != nullptr; }
  AIOCC_PY_PROPERTY("ag_suspended: bool")
  bool ag_suspended() const {
    return get()->started && !get()->finished && (!get()->awaiter || detail::in_suspended_chain(get()));
  }
  /// What it awaits, or None if it isn't suspended at an `await`.
  AIOCC_PY_PROPERTY("ag_await: object")
  Object ag_await() const { return get()->awaiter ? detail::awaited_by(get()) : None; }
};

namespace detail {

template <class T>
AsyncGenerator<T> AsyncGeneratorPromise<T>::get_return_object() noexcept {
  return word_cast<AsyncGenerator<T>>(Object::adopt(this));
}

// The awaitable objects that `__anext__`, `asend`, `athrow` and `aclose` return.
Object make_asend(AsyncGeneratorFrame* frame, Object value);
Result<Object> make_athrow(AsyncGeneratorFrame* frame, Object const& type, Object const& value,
                           Object const& traceback);
Object make_aclose(AsyncGeneratorFrame* frame);

}  // namespace detail

template <class T>
Object AsyncGenerator<T>::anext() const {
  return detail::make_asend(get(), Object());
}
template <class T>
Object AsyncGenerator<T>::asend(Object const& value) const {
  return detail::make_asend(get(), value);
}
template <class T>
Result<Object> AsyncGenerator<T>::athrow(Object const& type, Object const& value, Object const& traceback) const {
  return detail::make_athrow(get(), type, value, traceback);
}
template <class T>
Object AsyncGenerator<T>::aclose() const {
  return detail::make_aclose(get());
}

}  // namespace aiocc
