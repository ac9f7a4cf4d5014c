// Coroutine<T>: what an `async def` that can suspend compiles to. Awaiting one runs it in place by symmetric transfer.
#pragma once

#include <cstdlib>
#include <utility>

#include "aiocc/core/awaiting.hpp"

namespace aiocc {

template <class T>
class Coroutine;

namespace detail {

struct FinalAwaiter {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) const noexcept {
    Frame* frame = &handle.promise();
    if (frame->failed) [[unlikely]]
      return propagate(frame);
    if (!frame->awaiter) return finish_root(frame);
    return frame->awaiter->handle();
  }
  void await_resume() const noexcept {}
};

struct PromiseBase : Frame {
  using Frame::Frame;
  std::suspend_always initial_suspend() const noexcept { return {}; }
  FinalAwaiter final_suspend() const noexcept { return {}; }
  /// Foreign exceptions are converted where the runtime calls foreign code; none reaches a frame.
  [[noreturn]] void unhandled_exception() const noexcept { std::abort(); }
};

template <class T>
struct Promise : PromiseBase {
  /// Directly behind the Frame, as take_boxed_value expects.
  alignas(8) T value{};
  Promise() noexcept : PromiseBase(FrameKind::Coroutine, value_kind_of<T>()) {}
  Coroutine<T> get_return_object() noexcept;
  void return_value(T result) noexcept { value = std::move(result); }
  void return_value(Raised) noexcept { failed = true; }
  void return_value(Result<T> result) noexcept {
    if (!result) [[unlikely]]
      failed = true;
    else
      value = std::move(result).value();
  }
};

/// `co_return {}` ends a coroutine whose value is None; `co_return raised` ends it with the error that is set.
template <>
struct Promise<void> : PromiseBase {
  Promise() noexcept : PromiseBase(FrameKind::Coroutine, ValueKind::None) {}
  inline Coroutine<void> get_return_object() noexcept;
  void return_value(Result<void> result) noexcept { failed = !result; }
};

inline std::coroutine_handle<> start(Frame& parent, Frame& child) noexcept {
  child.awaiter = &parent;
  child.started = true;
  child.depth = parent.depth + 1;
  if (child.depth > state.recursion_limit) [[unlikely]]
    return recursion_error(&child);
  return child.handle();
}

}  // namespace detail

/// Owns a frame that hasn't been started, or is awaited. Python's coroutine object is made only where it's stored or passed
/// (`coroutine_object`).
template <class T>
class [[nodiscard]] Coroutine : public AwaitForms<Coroutine<T>> {
 public:
  using value_type = T;
  using promise_type = detail::Promise<T>;
  using handle_type = std::coroutine_handle<promise_type>;

  explicit Coroutine(handle_type handle) noexcept : handle_(handle) {}
  Coroutine(Coroutine&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Coroutine& operator=(Coroutine&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Coroutine() {
    if (handle_) handle_.destroy();
  }

  promise_type& promise() const noexcept { return handle_.promise(); }
  Frame* frame() const noexcept { return &handle_.promise(); }
  Frame* release() noexcept { return &std::exchange(handle_, nullptr).promise(); }
  /// Names the function, for reprs and warnings, where the coroutine becomes an object or a task: `f(x).described(AT(9))`, a span
  /// whose code is f's.
  Coroutine described(Span const* definition) && noexcept {
    frame()->position = definition;
    return std::move(*this);
  }

  std::coroutine_handle<> suspend(Frame& parent) noexcept { return detail::start(parent, promise()); }
  T take() noexcept {
    if constexpr (!std::is_void_v<T>) return std::move(promise().value);
  }
  void abandon() noexcept {
    if (!handle_.done()) detail::keep_passed_frame(release());
  }

 private:
  handle_type handle_;
};

namespace detail {
template <class T>
Coroutine<T> Promise<T>::get_return_object() noexcept {
  return Coroutine<T>(std::coroutine_handle<Promise<T>>::from_promise(*this));
}
inline Coroutine<void> Promise<void>::get_return_object() noexcept {
  return Coroutine<void>(std::coroutine_handle<Promise<void>>::from_promise(*this));
}

template <class T>
struct Unwrapped {
  using type = T;
};
template <class T>
struct Unwrapped<Result<T>> {
  using type = T;
};
template <auto function, class... Args>
using CallValue = typename Unwrapped<std::invoke_result_t<decltype(function), Args...>>::type;
}  // namespace detail

/// An elided `async def` (a plain function that returns T or Result<T>) where it's needed as a coroutine: `coroutine<f>(a, b)`.
/// As in Python, nothing of `f` runs before the first await. The entry in the traceback is f's own.
template <auto function, class... Args>
Coroutine<detail::CallValue<function, Args...>> coroutine(Args... args) {
  using Value = detail::CallValue<function, Args...>;
  if constexpr (std::is_void_v<std::invoke_result_t<decltype(function), Args...>>) {
    function(std::move(args)...);
    co_return {};
  } else if constexpr (std::is_void_v<Value>) {
    co_return function(std::move(args)...);
  } else {
    co_return Result<Value>(function(std::move(args)...));
  }
}

/// Any awaitable as a coroutine, e.g. to make a task of `asyncio::sleep(1)`.
template <class T>
Coroutine<T> as_coroutine(Coroutine<T> coroutine) noexcept {
  return coroutine;
}
template <Awaitable A>
Coroutine<typename A::value_type> as_coroutine(A awaited) {
  if constexpr (std::is_void_v<typename A::value_type>) {
    co_await std::move(awaited).at(nullptr);
    co_return {};
  } else {
    typename A::value_type value = co_await std::move(awaited).at(nullptr);
    co_return value;
  }
}

}  // namespace aiocc
