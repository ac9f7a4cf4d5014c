// What a loop's own `create_task` does, which a class in Python may have put another in the place of.
#pragma once

#include "aiocc/asyncio/events.hpp"

namespace aiocc::asyncio::detail {

/// BaseEventLoop.create_task.
Result<Object> own_task_of(Object const& loop, Object const& coroutine, Object const& name, Object const& context);
/// Whether a class or an attribute of the program's takes the place of `create_task`.
bool makes_tasks_itself(EventLoopObject* loop);

/// There's a task factory. None, which is bound, stands for none in loops that make their tasks themselves: so that who makes a task looks
/// closer at those.
inline bool has_task_factory(EventLoopObject const* loop) noexcept {
  return loop->task_factory.bound() && !loop->task_factory.is(None);
}

}  // namespace aiocc::asyncio::detail
