// The head of every coroutine frame (coroutine, generator, asynchronous generator), and the walk that carries an error
// from a failing frame to its nearest handler.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>

#include "aiocc/objects/result.hpp"
#include "aiocc/objects/state.hpp"

namespace aiocc {

namespace detail {
/// Frames come from free lists by size class; no malloc in steady state.
void* allocate_frame(std::size_t bytes);
void release_frame(void* frame, std::size_t bytes) noexcept;
}  // namespace detail

/// First base of every promise type. `awaiter` is the frame that waits for this one; null at the root, whose driver
/// (a task, or a hand-driven coroutine object) is told instead.
struct Frame {
  Frame* awaiter = nullptr;
  /// Where it's suspended; before the start, its `def` line.
  Span const* position = nullptr;
  std::uint32_t depth = 0;
  /// It awaits inside a `try`, `with` or `finally`: an error resumes it, rather than finishing it.
  bool catches = false;
  /// Finished with an error, its own or one that passed through it.
  bool failed = false;
  bool started = false;

  std::coroutine_handle<> handle() noexcept {
    return std::coroutine_handle<Frame>::from_promise(*this);
  }
  static void* operator new(std::size_t bytes) { return detail::allocate_frame(bytes); }
  static void operator delete(void* frame, std::size_t bytes) noexcept { detail::release_frame(frame, bytes); }
};

namespace detail {
/// `frame` has failed: marks each ancestor that doesn't catch as failed, appends its position to the traceback,
/// and returns what to resume: the nearest ancestor that catches, or nothing once the driver was told.
AIOCC_COLD std::coroutine_handle<> propagate(Frame* frame) noexcept;
/// The outermost frame returned or failed: tells the driver; returns what to resume next.
std::coroutine_handle<> finish_root(Frame* root) noexcept;
/// RecursionError; the frame that was to be started is finished at once.
AIOCC_COLD std::coroutine_handle<> recursion_error(Frame* frame) noexcept;
}  // namespace detail

}  // namespace aiocc
