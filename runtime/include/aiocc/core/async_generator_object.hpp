// The parts of async generators that only the runtime needs.
#pragma once

#include "aiocc/core/async_generator.hpp"

namespace aiocc::detail {

Coroutine<Object> asend(Object generator, Object value);
Coroutine<Object> athrow(Object generator, Object type, Object value);
Coroutine<Object> aclose(Object generator);

/// One iteration by a consumer that doesn't know the type of the items: false at the end.
class IterateAsync : public AwaitForms<IterateAsync> {
 public:
  using value_type = bool;
  explicit IterateAsync(AsyncGeneratorFrame* frame) noexcept : frame_(frame) {}
  std::coroutine_handle<> suspend(Frame& consumer) noexcept { return resume_async_generator(frame_, consumer); }
  bool take() noexcept { return !frame_->finished; }
  void abandon() noexcept {}

 private:
  AsyncGeneratorFrame* frame_;
};

/// The item that the generator has just yielded, moved out.
Object yielded_value(AsyncGeneratorFrame* frame) noexcept;
void unregister_async_generator(AsyncGeneratorFrame* frame) noexcept;

}  // namespace aiocc::detail
