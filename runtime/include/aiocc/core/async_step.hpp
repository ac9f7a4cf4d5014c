// What the methods of async generators, and `anext` with a default, return. These can be driven by hand, as coroutines can.
#pragma once

#include "aiocc/core/coroutine_object.hpp"

namespace aiocc {

extern Type async_generator_asend_type;
extern Type async_generator_athrow_type;
extern Type anext_awaitable_type;

namespace detail {

/// What CPython says of one of these.
struct StepTexts {
  /// The generator's method that made it, whose name the warning gives if it's never awaited; null: nobody warns.
  char const* method;
  char const* reused;
  char const* running;
};

inline bool is_step_type(Type const* type) noexcept {
  return type == &async_generator_asend_type || type == &async_generator_athrow_type || type == &anext_awaitable_type;
}

}  // namespace detail

/// One step of an async generator, whose `code` it has.
struct AsyncStepObject : CoroutineObject {
  AsyncStepObject(Frame* owned, Type* object_type, detail::StepTexts const* step_texts) noexcept
      : CoroutineObject(owned, object_type), texts(step_texts) {}
  detail::StepTexts const* texts;
  /// Unbound in what `anext` with a default gives.
  Object generator;
};

namespace detail {
/// Of `asend`, before it has begun: it sends this value.
void replace_sent_value(AsyncStepObject* step, Object value);
}  // namespace detail

/// All three types have these methods.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("async_generator_asend", type(async_generator_asend_type)) AsyncStep
    : public Object {
 public:
  constexpr AsyncStep() noexcept = default;
  static bool accepts(Object const& value) noexcept { return detail::is_step_type(type_of(value)); }
  AsyncStepObject* get() const noexcept { return as<AsyncStepObject>(); }

  AIOCC_PY("def send(self, value: object, /) -> object")
  Result<Object> send(Object const& value) const { return detail::coroutine_send(get(), value); }
  AIOCC_PY("def throw(self, type: object, value: object = ..., traceback: object = ..., /) -> object")
  Result<Object> throw_(Object const& type, Object const& value, Object const& traceback) const {
    return detail::coroutine_throw(get(), type, value, traceback);
  }
  AIOCC_PY("def close(self) -> None")
  Result<void> close() const {
    PASS(detail::coroutine_close(get()));
    return {};
  }
};

}  // namespace aiocc
