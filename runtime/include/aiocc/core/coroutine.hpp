// Coroutine<T>: what an `async def` that can suspend compiles to. Awaiting one runs it in place by symmetric transfer.
#pragma once

#include <utility>

#include "aiocc/core/frame.hpp"

namespace aiocc {

template <class T>
class Coroutine;

namespace detail {

struct FinalAwaiter {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) const noexcept {
    Frame* frame = &handle.promise();
    if (frame->failed) [[unlikely]] return propagate(frame);
    if (!frame->awaiter) return finish_root(frame);
    return frame->awaiter->handle();
  }
  void await_resume() const noexcept {}
};

struct PromiseBase : Frame {
  std::suspend_always initial_suspend() const noexcept { return {}; }
  FinalAwaiter final_suspend() const noexcept { return {}; }
  /// Foreign exceptions are converted where the runtime calls foreign code; none reaches a frame.
  [[noreturn]] void unhandled_exception() const noexcept { std::abort(); }
};

template <class T>
struct Promise : PromiseBase {
  T value{};
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
  inline Coroutine<void> get_return_object() noexcept;
  void return_value(Result<void> result) noexcept { failed = !result; }
};

template <class T>
T take_value(Promise<T>& promise) noexcept {
  return std::move(promise.value);
}
inline void take_value(Promise<void>&) noexcept {}

inline std::coroutine_handle<> start(Frame& parent, Frame& child, Span const* span) noexcept {
  parent.position = span;
  child.awaiter = &parent;
  child.started = true;
  child.depth = parent.depth + 1;
  if (child.depth > state.recursion_limit) [[unlikely]] return recursion_error(&child);
  return child.handle();
}

}  // namespace detail

/// Owns a frame that hasn't been started, or is awaited. Python's coroutine object is made only where it's stored or passed.
template <class T>
class [[nodiscard]] Coroutine {
 public:
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

  /// `T t = co_await f(x).at(AT(3));` where no handler encloses the await: an error never comes back here.
  auto at(Span const* span) && noexcept { return Uncaught(std::move(*this), span); }
  /// `Result<T> r = co_await f(x).caught(AT(3));` inside a `try`, `with` or `finally`.
  auto caught(Span const* span) && noexcept { return Caught(std::move(*this), span); }

 private:
  struct Awaiter {
    Awaiter(Coroutine&& awaited, Span const* at) noexcept : coroutine(std::move(awaited)), span(at) {}
    bool await_ready() const noexcept { return false; }
    Coroutine coroutine;
    Span const* span;
  };
  struct Uncaught : Awaiter {
    using Awaiter::Awaiter;
    template <class P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> parent) noexcept {
      return detail::start(parent.promise(), this->coroutine.promise(), this->span);
    }
    T await_resume() noexcept { return detail::take_value(this->coroutine.promise()); }
  };
  struct Caught : Awaiter {
    using Awaiter::Awaiter;
    Frame* parent_frame = nullptr;
    template <class P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> parent) noexcept {
      parent_frame = &parent.promise();
      parent_frame->catches = true;
      return detail::start(parent.promise(), this->coroutine.promise(), this->span);
    }
    Result<T> await_resume() noexcept {
      parent_frame->catches = false;
      auto& promise = this->coroutine.promise();
      if (promise.failed) [[unlikely]] return raised;
      if constexpr (std::is_void_v<T>)
        return {};
      else
        return detail::take_value(promise);
    }
  };

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
}  // namespace detail

}  // namespace aiocc
