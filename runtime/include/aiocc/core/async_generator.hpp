// AsyncGenerator<T>: what an `async def` with `yield` compiles to. `async for` over a known one transfers directly between the two frames.
#pragma once

#include "aiocc/core/generator.hpp"
#include "aiocc/core/own_names.hpp"

namespace aiocc {

extern Type async_generator_type;

/// Base of an async generator's promise; the value that it yields follows. `Frame::awaiter` is the consumer while it runs.
///
/// One that only passes on another's items (`async for item in inner: yield item`) isn't resumed for each of them. Such generators form a
/// chain: its outermost one is the one that has a consumer, which gets the items of the innermost one, and resumes that. In between
/// nothing changes: `awaiter` and `base.outer` stay, and where there is a consumer, all of the chain is running.
struct AsyncGeneratorFrame : FrameObject {
  using FrameObject::FrameObject;
  /// Itself where no other passes its items on.
  AsyncGeneratorFrame* outermost = this;
  /// Of an outermost one; itself where it passes on no other's items.
  AsyncGeneratorFrame* innermost = this;
  /// The one whose items it passes on. Where this is the innermost one, that has been taken out of the chain by someone else's use.
  AsyncGeneratorFrame* relayed = nullptr;
  /// The `yield` that passes them on.
  Span const* relaying = nullptr;
  /// The loop that it's registered with; counted.
  EventLoopObject* loop = nullptr;
  /// The running loop has been told of it, so that it's closed at the latest when the loop shuts down.
  bool hooks_called = false;

  bool running() const noexcept { return outermost->awaiter; }
  /// Where it's suspended.
  Span const* place() const noexcept { return relayed && !running() ? relaying : position; }
  /// Transfers from `consumer` to where the chain goes on.
  std::coroutine_handle<> resume(Frame& consumer) noexcept {
    idle = false;
    awaiter = &consumer;
    depth = consumer.depth + 1;
    base.outer = state.handled;
    state.handled = innermost->handled ? innermost->handled : &innermost->base;
    return innermost->handle();
  }
  /// Back to the consumer.
  std::coroutine_handle<> suspend() noexcept {
    handled = state.handled;
    state.handled = outermost->base.outer;
    outermost->idle = true;
    return std::exchange(outermost->awaiter, nullptr)->handle();
  }
  /// The same at its end.
  std::coroutine_handle<> end() noexcept {
    leave();
    if (outermost != this) [[unlikely]] {
      outermost->innermost = static_cast<AsyncGeneratorFrame*>(awaiter);
      outermost->innermost->relayed = nullptr;
      outermost = this;
    }
    return std::exchange(awaiter, nullptr)->handle();
  }
};

namespace detail {

/// Where it isn't idle, or an error is in flight, or it's nested too deeply.
std::coroutine_handle<> resume_async_generator_slowly(AsyncGeneratorFrame* frame, Frame& consumer) noexcept;
/// Transfers from `consumer` into the generator; with an error in flight, that strikes it where it stands.
inline std::coroutine_handle<> resume_async_generator(AsyncGeneratorFrame* frame, Frame& consumer) noexcept {
  if (!frame->idle || state.error.bound() || consumer.depth >= state.recursion_limit)
    return resume_async_generator_slowly(frame, consumer);
  return frame->resume(consumer);
}
/// The same for a consumer that yields the items as they are, at `relaying`: it joins the two, unless that can't be.
std::coroutine_handle<> relay_async_generator(AsyncGeneratorFrame* frame, AsyncGeneratorFrame& consumer,
                                              Span const* relaying) noexcept;
/// It's idle, and no longer passes on another's items.
void stop_relaying(AsyncGeneratorFrame* frame) noexcept;

/// At a yield or the end: back to the consumer.
struct BackToConsumer {
  AsyncGeneratorFrame* frame;
  explicit BackToConsumer(AsyncGeneratorFrame* yielding) noexcept : frame(yielding) {}
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) const noexcept { return frame->suspend(); }
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
    return frame.end();
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
    give(std::move(yielded.value));
    return BackToConsumer(this);
  }
  CaughtBackToConsumer yield_value(YieldCaught<T> yielded) noexcept {
    position = yielded.span;
    catches = true;
    give(std::move(yielded.value));
    return CaughtBackToConsumer(this);
  }
  void return_value(Result<void> result) noexcept { failed = !result; }

 private:
  // Generators that pass on one another's items have them in common.
  void give(T item) noexcept { static_cast<AsyncGeneratorPromise*>(outermost)->value = std::move(item); }
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
class AsyncRelay : public AwaitForms<AsyncRelay> {
 public:
  using value_type = bool;
  AsyncRelay(AsyncGeneratorFrame* generator, Span const* relaying) noexcept
      : generator_(generator), relaying_(relaying) {}
  std::coroutine_handle<> suspend(Frame& consumer) noexcept {
    return relay_async_generator(generator_, static_cast<AsyncGeneratorFrame&>(consumer), relaying_);
  }
  bool take() noexcept { return !generator_->finished; }
  void abandon() noexcept {}

 private:
  AsyncGeneratorFrame* generator_;
  Span const* relaying_;
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
  AIOCC_PY_PROPERTY("__name__: object", setter)
  Result<void> set_name(Object const& name) const { return detail::set_own_name(heap(), detail::OwnName::Plain, name); }
  AIOCC_PY_PROPERTY("__qualname__: object", setter)
  Result<void> set_qualname(Object const& name) const {
    return detail::set_own_name(heap(), detail::OwnName::Qualified, name);
  }
  AIOCC_PY_PROPERTY("ag_code: object")
  Object ag_code() const { return detail::code_of_frame(get()); }
  /// None once it has finished.
  AIOCC_PY_PROPERTY("ag_frame: object")
  Object ag_frame() const { return get()->finished ? None : detail::view_of_frame(get()); }
  AIOCC_PY_PROPERTY("ag_running: bool")
  bool ag_running() const noexcept { return get()->running(); }
  AIOCC_PY_PROPERTY("ag_suspended: bool")
  bool ag_suspended() const {
    return get()->started && !get()->finished && (!get()->running() || detail::in_suspended_chain(get()));
  }
  /// What it awaits, or None if it isn't suspended at an `await`.
  AIOCC_PY_PROPERTY("ag_await: object")
  Object ag_await() const { return get()->running() ? detail::awaited_by(get()) : None; }
};

/// What an async generator loops over that yields each item as it is, at `relaying`: `auto iteration_1 = relayed(t1, AT(2));`. The loop
/// itself only gets to see the items that someone else's use of `generator` keeps from going straight to the consumer.
template <class T>
class Relay {
 public:
  Relay(AsyncGenerator<T> generator, Span const* relaying) noexcept
      : generator_(std::move(generator)), relaying_(relaying) {}
  detail::AsyncRelay next() const noexcept { return detail::AsyncRelay(generator_.get(), relaying_); }
  T item() const noexcept { return generator_.item(); }

 private:
  AsyncGenerator<T> generator_;
  Span const* relaying_;
};
template <class T>
Relay<T> relayed(AsyncGenerator<T> generator, Span const* relaying) noexcept {
  return Relay<T>(std::move(generator), relaying);
}

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
