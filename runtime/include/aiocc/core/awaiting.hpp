// The two ways to await anything: `.at(span)` where no handler encloses the await, `.caught(span)` where one does.
#pragma once

#include <coroutine>
#include <type_traits>
#include <utility>

#include "aiocc/core/frame.hpp"

namespace aiocc {

/// What can be awaited, with its forms `.at` and `.caught`.
template <class A>
concept Awaitable = requires(A awaited, Span const* span) {
  typename A::value_type;
  static_cast<A&&>(awaited).at(span);
};

/// What awaits. `suspend` gets the awaiting frame, whose `position` and `catches` are set, and returns what runs next;
/// an error goes through `detail::fail`. `take` is the value, called at most once and only without an error in flight. `abandon` is
/// called instead of it when an error comes out.
template <class A>
concept Awaiter = requires(A awaited, Frame& frame) {
  typename A::value_type;
  { awaited.suspend(frame) } -> std::same_as<std::coroutine_handle<>>;
  awaited.take();
  awaited.abandon();
};

namespace detail {

/// An error never comes back to the awaiting frame, so the value is plain.
template <class A>
class Uncaught {
 public:
  template <class Awaited>
  Uncaught(Span const* span, Awaited&& awaited) noexcept : awaited_(static_cast<Awaited&&>(awaited)), span_(span) {}
  Uncaught(Uncaught const&) = delete;

  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) noexcept {
    Frame& frame = handle.promise();
    frame.position = span_;
    return awaited_.suspend(frame);
  }
  typename A::value_type await_resume() noexcept { return awaited_.take(); }

 private:
  A awaited_;
  Span const* span_;
};

template <class A>
class Caught {
 public:
  template <class Awaited>
  Caught(Span const* span, Awaited&& awaited) noexcept : awaited_(static_cast<Awaited&&>(awaited)), span_(span) {}
  Caught(Caught const&) = delete;

  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) noexcept {
    frame_ = &handle.promise();
    frame_->position = span_;
    frame_->catches = true;
    return awaited_.suspend(*frame_);
  }
  Result<typename A::value_type> await_resume() noexcept {
    frame_->catches = false;
    if (state.error.bound()) [[unlikely]] {
      awaited_.abandon();
      return raised;
    }
    if constexpr (std::is_void_v<typename A::value_type>) {
      awaited_.take();
      return {};
    } else {
      return awaited_.take();
    }
  }

 private:
  A awaited_;
  Span const* span_;
  Frame* frame_ = nullptr;
};

template <class A>
struct AwaiterOf {
  using type = A;
};
template <class A>
  requires requires { typename A::awaiter_type; }
struct AwaiterOf<A> {
  using type = typename A::awaiter_type;
};

}  // namespace detail

/// Gives an awaitable class its `.at` and `.caught`. Where the Awaiter is large, the awaitable isn't one itself but names it as
/// `awaiter_type`, which is made from it inside the awaiting frame.
template <class A>
struct AwaitForms {
  auto at(Span const* span) && noexcept {
    return detail::Uncaught<typename detail::AwaiterOf<A>::type>(span, static_cast<A&&>(*this));
  }
  auto caught(Span const* span) && noexcept {
    return detail::Caught<typename detail::AwaiterOf<A>::type>(span, static_cast<A&&>(*this));
  }
};

}  // namespace aiocc

// As PASS, in the runtime's own coroutines: no traceback entry.
#define CO_PASS(expression) AIOCC_TRY_IMPL(expression, nullptr, co_return ::aiocc::raised)
// `T t = co_await f(x).at(nullptr)` needs no macro: the runtime's own frames have no position.
