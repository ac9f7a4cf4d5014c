// asyncio.gather's future: one node a child, in one allocation.
#pragma once

#include <memory>

#include "aiocc/core/future_object.hpp"

namespace aiocc {

struct GatheringFutureObject;

/// Told when its child is done; it holds a reference to `gathering` until then. `child` is kept until the gathering future dies: its result is read from there.
struct GatheredChild : Runnable {
  GatheredChild() noexcept;
  GatheringFutureObject* gathering = nullptr;
  Object child;
};

struct GatheringFutureObject : FutureObject {
  /// Takes the references to the futures.
  GatheringFutureObject(EventLoopObject* owner, Object* futures, std::size_t child_count, bool keep_exceptions);

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
void child_done(Runnable* node, bool dropped);
/// Over futures of one loop; equal ones are waited for once.
GatheringFutureObject* make_gathering(EventLoopObject* loop, Object* futures, std::size_t count, bool return_exceptions);
}  // namespace detail

}  // namespace aiocc
