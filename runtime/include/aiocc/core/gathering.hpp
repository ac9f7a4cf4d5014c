// asyncio.gather's future: one node a child, in one allocation.
#pragma once

#include <cstddef>
#include <new>

#include "aiocc/core/future_object.hpp"

namespace aiocc {

struct GatheringFutureObject;

namespace detail {
void child_done(Runnable* node, bool dropped);
}

/// Told when its child is done; it holds a reference to `gathering` until then. `child` is kept until the gathering future dies: its result is read from there.
struct GatheredChild : Runnable {
  GatheredChild(GatheringFutureObject* owner, Object future) noexcept
      : Runnable(detail::child_done), gathering(owner), child(std::move(future)) {}
  GatheringFutureObject* gathering;
  Object child;
};

struct GatheringFutureObject : FutureObject {
  GatheringFutureObject(EventLoopObject* owner, std::size_t most_children, bool keep_exceptions)
      : FutureObject(owner, &gathering_future_type, FutureKind::Gathering),
        children(static_cast<GatheredChild*>(detail::allocate_frame(most_children * sizeof(GatheredChild)))),
        capacity(most_children),
        return_exceptions(keep_exceptions) {}
  ~GatheringFutureObject();

  GatheredChild* children;
  std::size_t count = 0;
  std::size_t capacity;
  /// Different children, and how many of them are done.
  std::size_t awaited = 0;
  std::size_t finished = 0;
  /// Nodes of children in the ready queue, and one more while children are being added.
  std::size_t scheduled = 1;
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
  if (!gathering->loop->is_plain()) [[unlikely]]
    return false;
  ++gathering->finished;
  future->waiters = nullptr;
  node->next = nullptr;
  Object::adopt(gathering);
  return true;
}
/// True if some child was cancelled.
bool cancel_gathering(GatheringFutureObject* gathering, Object const& message) noexcept;
/// The rest of add_child where somebody else waits for the future, or it's done.
AIOCC_COLD void wait_among_others(GatheredChild& child) noexcept;
/// One more child, of the same loop; equal ones are waited for once.
inline void add_child(GatheringFutureObject* gathering, Object future) noexcept {
  GatheredChild& child = *new (gathering->children + gathering->count++) GatheredChild(gathering, std::move(future));
  auto* const awaited = child.child.as<FutureObject>();
  if (awaited->waiters || awaited->done()) [[unlikely]]
    return wait_among_others(child);
  add_waiter(awaited, &child);
  awaited->has_gatherers = true;
  ++gathering->awaited;
  ++gathering->references;
}
/// All children are there: those that are done already are counted.
void begin_gathering(GatheringFutureObject* gathering) noexcept;
/// There's an error among the arguments: of the children so far nobody will hear.
void abandon_gathering(GatheringFutureObject* gathering) noexcept;
}  // namespace detail

}  // namespace aiocc
