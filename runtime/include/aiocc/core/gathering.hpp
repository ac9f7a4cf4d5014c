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
  bool return_exceptions;
};

namespace detail {
/// True if some child was cancelled.
bool cancel_gathering(GatheringFutureObject* gathering, Object const& message) noexcept;
/// Over the children, whose `child` is set to futures of one loop; equal ones are waited for once.
GatheringFutureObject* make_gathering(EventLoopObject* loop, std::unique_ptr<GatheredChild[]> children, std::size_t count,
                                      bool return_exceptions);
}  // namespace detail

}  // namespace aiocc
