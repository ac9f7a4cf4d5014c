// asyncio.run and Runner: a loop of one's own, made, used and shut down.
#pragma once

#include "aiocc/asyncio/events.hpp"

namespace aiocc::asyncio {

namespace detail {
/// Runs the frame, which it takes over, as the main task of a new loop, and shuts that down.
Result<Object> run_frame(Frame* main, Object const& debug, Object const& loop_factory);
}  // namespace detail

template <class T>
AIOCC_PY("def run[T](main: Coroutine[object, object, T], *, debug: object = None, loop_factory: object = None) -> T",
         suspends)
Result<T> run(Coroutine<T> main, Object const& debug = None, Object const& loop_factory = None) {
  Object value = PASS(detail::run_frame(main.release(), debug, loop_factory));
  if constexpr (std::is_void_v<T>)
    return {};
  else
    return from_object<T>(std::move(value));
}
AIOCC_PY("def run(main: object, *, debug: object = None, loop_factory: object = None) -> object", suspends)
Result<Object> run(Object const& main, Object const& debug = None, Object const& loop_factory = None);

}  // namespace aiocc::asyncio
