// Which plain functions are running, in programs that ask for frames (`sys._getframe`): only those keep track of it.
#pragma once

#include "aiocc/objects/state.hpp"
#include "aiocc/objects/traceback.hpp"

namespace aiocc {

namespace types {
struct FrameView;
}

/// A running function; emitted code has one as its first local. A raising operation sets `state.position` first, so that the position of
/// the call that led here is the caller's line. Coroutines and generators have none: who resumes them isn't known.
struct Activation {
  explicit Activation(Code const& running) noexcept : outer(state.activation), caller(state.position), code(&running) {
    state.activation = this;
  }
  ~Activation() {
    if (view) end_view();
    state.activation = outer;
    state.position = caller;
  }
  Activation(Activation const&) = delete;
  Activation& operator=(Activation const&) = delete;

  Activation* outer;
  /// Where it was called from; null where nobody knows.
  Span const* caller;
  Code const* code;
  /// The frame object that Python code has of it; it isn't owned.
  types::FrameView* view = nullptr;

 private:
  /// The frame object keeps what it knows now.
  [[gnu::cold, gnu::noinline]] void end_view() noexcept;
};

/// The line of a position, if it's part of `code`; the code's first line otherwise.
std::uint32_t line_in(Code const& code, Span const* position) noexcept;

}  // namespace aiocc
