// The parts of async generators that only the runtime needs.
#pragma once

#include "aiocc/core/async_generator.hpp"

namespace aiocc::detail {

Coroutine<Object> asend(Object generator, Object value);
Coroutine<Object> athrow(Object generator, Object type, Object value);
Coroutine<Object> aclose(Object generator);

/// The item that the generator has just yielded, moved out.
Object yielded_value(AsyncGeneratorFrame* frame) noexcept;
void unregister_async_generator(AsyncGeneratorFrame* frame) noexcept;

}  // namespace aiocc::detail
