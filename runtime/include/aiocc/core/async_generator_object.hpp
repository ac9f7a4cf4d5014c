// The parts of async generators that only the runtime needs.
#pragma once

#include "aiocc/core/async_generator.hpp"

namespace aiocc::detail {

Coroutine<Object> asend(Object generator, Object value);
Coroutine<Object> athrow(Object generator, Object type, Object value, Object traceback);
Coroutine<Object> aclose(Object generator);

// An error that is thrown into one of these before it has begun goes into the generator: `prepared` lets it in, and this, first in the
// body, lets no other follow.
class BeginStep : public AwaitForms<BeginStep> {
 public:
  using value_type = void;
  std::coroutine_handle<> suspend(Frame& frame) noexcept {
    frame.catches = false;
    return frame.handle();
  }
  void take() noexcept {}
  void abandon() noexcept {}
};

inline Coroutine<Object> prepared(Coroutine<Object> coroutine) noexcept {
  coroutine.frame()->catches = true;
  return coroutine;
}

/// It stands at a yield inside a handler, and no loop knows of it: whoever drops it has to close it.
inline bool closes_by_hand(AsyncGeneratorFrame const* frame) noexcept {
  return frame->started && !frame->finished && !frame->awaiter && !frame->loop && frame->catches;
}
/// Of a generator that no loop knows of: it may not wait for anything in the end.
Result<void> close_by_hand(AsyncGeneratorFrame* frame);

/// The item that the generator has just yielded, moved out.
Object yielded_value(AsyncGeneratorFrame* frame) noexcept;
void unregister_async_generator(AsyncGeneratorFrame* frame) noexcept;

}  // namespace aiocc::detail
