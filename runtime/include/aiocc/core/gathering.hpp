// asyncio.gather's future: one node a child, in one allocation.
#pragma once

#include <memory>

#include "aiocc/core/future_object.hpp"

namespace aiocc {

struct GatheringFutureObject;

namespace detail {
void child_done(Runnable* node, bool dropped);
}

/// Told when its child is done; it holds a reference to `gathering` until then. `child` is kept until the gathering future dies: its result is read from there.
struct GatheredChild : Runnable {
  GatheredChild() noexcept : Runnable(detail::child_done) {}
  GatheringFutureObject* gathering = nullptr;
  Object child;
};

struct GatheringFutureObject : FutureObject {
  GatheringFutureObject(EventLoopObject* owner, std::unique_ptr<GatheredChild[]> futures, std::size_t child_count, bool keep_exceptions) noexcept;

  std::unique_ptr<GatheredChild[]> children;
  std::size_t count;
  /// Different children, and how many of them are done.
  std::size_t awaited = 0;
  std::size_t finished = 0;
  /// Nodes of children in the ready queue.
  std::size_t scheduled = 0;
  bool return_exceptions;
};

namespace detail {
/// The gathering futures' nodes among the waiters of `future`, which is done, are about to be scheduled.
void note_scheduled_children(FutureObject* future) noexcept;
/// Only a gathering future waits for `future`, which has a value now, and more than that: then it needs only be counted, and nobody sees that
/// this happens before the next turn. With children in the queue it's the last of those that ends the gathering future. False: nothing is done.
inline bool count_at_once(FutureObject* future) noexcept {
  Runnable* const node = future->waiters;
  if (node->run != child_done || node->next != node) return false;
  GatheringFutureObject* const gathering = static_cast<GatheredChild*>(node)->gathering;
  if (gathering->scheduled != 0 || gathering->finished + 1 >= gathering->awaited || gathering->done()) return false;
  ++gathering->finished;
  future->waiters = nullptr;
  node->next = nullptr;
  Object::adopt(gathering);
  return true;
}
/// True if some child was cancelled.
bool cancel_gathering(GatheringFutureObject* gathering, Object const& message) noexcept;
/// Over the children, whose `child` is set to futures of one loop; equal ones are waited for once.
GatheringFutureObject* make_gathering(EventLoopObject* loop, std::unique_ptr<GatheredChild[]> children, std::size_t count,
                                      bool return_exceptions);
}  // namespace detail

}  // namespace aiocc
