// The head of every coroutine frame (coroutine, generator, asynchronous generator), and the walk that carries an error
// from a failing frame to its nearest handler.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "aiocc/core/frame_pool.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/state.hpp"

namespace aiocc {

/// An AwaitedIterator is the runtime's coroutine that drives what some `__await__` returned, or a
/// coroutine that has begun; that is its value until it ends. Variables are those of a function that has failed, which keep_variables
/// made a frame of.
enum class FrameKind : std::uint8_t { Coroutine, Generator, AsyncGenerator, AwaitedIterator, Variables };

/// How the value that stands behind a Frame in its promise is represented.
enum class ValueKind : std::uint8_t { None, Word, Double, Bool };

/// First base of every promise type. `awaiter` is the frame that waits for this one; null at the root, whose driver
/// (a task, or whoever calls `send` by hand) is told instead.
struct Frame {
  Frame* awaiter = nullptr;
  /// The operation that it's suspended at. Before the start, its `def` (or null); null throughout in the runtime's own coroutines,
  /// which have no traceback entries.
  Span const* position = nullptr;
  std::uint32_t depth = 0;
  /// It waits inside a `try`, `with` or `finally`: an error resumes it, rather than finishing it.
  bool catches = false;
  /// Finished with an error, its own or one that passed through it.
  bool failed = false;
  bool started = false;
  FrameKind kind : 4;
  ValueKind value_kind : 4;

  explicit Frame(FrameKind frame_kind, ValueKind value = ValueKind::None) noexcept
      : kind(frame_kind), value_kind(value) {}
  Frame(Frame const&) = delete;

  std::coroutine_handle<> handle() noexcept { return std::coroutine_handle<Frame>::from_promise(*this); }
  static void* operator new(std::size_t bytes) { return detail::allocate_frame(bytes); }
  static void operator delete(void* frame, std::size_t bytes) noexcept { detail::release_frame(frame, bytes); }
};

namespace detail {

template <class T>
constexpr ValueKind value_kind_of() noexcept {
  if constexpr (std::is_void_v<T>)
    return ValueKind::None;
  else if constexpr (std::is_same_v<T, double>)
    return ValueKind::Double;
  else if constexpr (std::is_same_v<T, bool>)
    return ValueKind::Bool;
  else {
    static_assert(Word<T>, "a coroutine's value is a word, a double or a bool");
    return ValueKind::Word;
  }
}

/// `frame` has failed with `state.error`: marks each ancestor that doesn't catch as failed, appends its position to the traceback,
/// and returns what to resume: the nearest ancestor that catches (its own entry is up to TRY_TO), or nothing once the driver was told.
AIOCC_COLD std::coroutine_handle<> propagate(Frame* frame) noexcept;
/// `state.error` strikes `frame` where it's suspended: resumes it if it catches, else passes through it.
AIOCC_COLD std::coroutine_handle<> fail(Frame* frame) noexcept;
/// The error in flight was thrown into frames from outside: what these are handling, from the slot `innermost` to before `base`, becomes
/// its context. What the caller is handling doesn't.
void add_thrown_context(HandledException const* innermost, HandledException const* base) noexcept;
/// StopIteration is about to leave `frame`: RuntimeError instead.
void convert_leaving_error(Frame* frame) noexcept;
/// RecursionError; the frame that was to be started is finished at once.
AIOCC_COLD std::coroutine_handle<> recursion_error(Frame* frame) noexcept;
/// The outermost frame returned: tells the driver.
std::coroutine_handle<> finish_root(Frame* root) noexcept;

/// Gives a frame that the error in flight has left, suspended or finished, to the exception: they die together.
AIOCC_COLD void keep_passed_frame(Frame* frame) noexcept;
/// Destroys what keep_passed_frame collected, innermost first. Called when an exception dies.
AIOCC_COLD void release_passed_frames(Frame* first) noexcept;

/// Destroys a frame that is owned and suspended or finished. One that would catch GeneratorExit gets it first; `leaf` is the
/// innermost frame that it waits for (itself if it waits for none).
void destroy_frame(Frame* root, Frame* leaf) noexcept;

/// It's part of a chain of frames that is suspended, rather than running.
bool in_suspended_chain(Frame const* frame);
/// What a suspended frame awaits: `cr_await` and `ag_await`; None where it runs, hasn't begun or has finished.
Object awaited_by(Frame* frame);

/// A value of a promise, moved out, as an Object.
Object take_value(void* value, ValueKind kind) noexcept;
/// The value behind the frame.
Object take_boxed_value(Frame* frame) noexcept;

}  // namespace detail

}  // namespace aiocc
