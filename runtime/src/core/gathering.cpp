// gather: what its children's ends do to it.
#include "aiocc/core/gathering.hpp"

#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

GatheringFutureObject::GatheringFutureObject(EventLoopObject* owner, std::unique_ptr<GatheredChild[]> futures,
                                             std::size_t child_count, bool keep_exceptions) noexcept
    : FutureObject(owner, &gathering_future_type, FutureKind::Gathering), children(std::move(futures)), count(child_count),
      return_exceptions(keep_exceptions) {}

namespace detail {

namespace {

FutureObject* future_of(GatheredChild const& child) noexcept { return child.child.as<FutureObject>(); }

// The list that the gathering future results in: values, and with return_exceptions the exceptions too.
Object collect(GatheringFutureObject* gathering) {
  std::vector<Object> results(gathering->count);
  for (std::size_t i = 0; i < gathering->count; ++i) {
    FutureObject* child = future_of(gathering->children[i]);
    if (child->future_state == FutureState::Cancelled) {
      bool const has_message = child->extra && child->extra->cancel_message.bound();
      results[i] = has_message ? make_exception(asyncio::cancelled_error_type, child->extra->cancel_message)
                               : make_exception(asyncio::cancelled_error_type, ""_s);
    } else {
      if (child->failed) child->log_traceback = false;
      results[i] = child->result;
    }
  }
  return Object::adopt(make_list_object(std::move(results)));
}

// CPython's gather.<locals>._done_callback.
void count_child(GatheringFutureObject* gathering, FutureObject* child) noexcept {
  ++gathering->finished;
  if (gathering->done()) {
    child->log_traceback = false;
    return;
  }
  if (!gathering->return_exceptions) {
    if (child->future_state == FutureState::Cancelled) return finish_with_exception(gathering, make_cancelled_error(child));
    if (child->failed) {
      child->log_traceback = false;
      return finish_with_exception(gathering, word_cast<Ref<BaseException>>(child->result));
    }
  }
  if (gathering->finished != gathering->awaited) return;
  if (gathering->cancel_requested)
    finish_with_exception(gathering, make_cancelled_error(child));
  else
    finish_with_result(gathering, collect(gathering));
}

}  // namespace

namespace {

// The child waits for its future. False: an earlier one waits for the same, in whose list nothing else can have come since.
bool begin_wait(GatheredChild& child, FutureObject* future) noexcept {
  Runnable* const last = future->waiters;
  if (last && last->run == child_done && static_cast<GatheredChild*>(last)->gathering == child.gathering) return false;
  add_waiter(future, &child);
  future->has_gatherers = true;
  return true;
}

}  // namespace

void child_done(Runnable* node, bool dropped) {
  auto* child = static_cast<GatheredChild*>(node);
  GatheringFutureObject* const gathering = child->gathering;
  Object const keep = Object::adopt(gathering);
  if (dropped) return;
  --gathering->scheduled;
  count_child(gathering, future_of(*child));
}

void note_scheduled_children(FutureObject* future) noexcept {
  Runnable* node = future->waiters;
  do {
    node = node->next;
    if (node->run == child_done) ++static_cast<GatheredChild*>(node)->gathering->scheduled;
  } while (node != future->waiters);
}

bool cancel_gathering(GatheringFutureObject* gathering, Object const& message) noexcept {
  bool cancelled = false;
  for (std::size_t i = 0; i < gathering->count; ++i)
    if (cancel_future(future_of(gathering->children[i]), message)) cancelled = true;
  if (cancelled) gathering->cancel_requested = true;
  return cancelled;
}

GatheringFutureObject* make_gathering(EventLoopObject* loop, std::unique_ptr<GatheredChild[]> children, std::size_t count,
                                      bool return_exceptions) {
  auto* gathering = new GatheringFutureObject(loop, std::move(children), count, return_exceptions);
  std::size_t waiting = 0;
  std::size_t done = 0;
  for (std::size_t i = 0; i < count; ++i) {
    GatheredChild& child = gathering->children[i];
    child.gathering = gathering;
    FutureObject* future = future_of(child);
    if (!future->done()) {
      waiting += begin_wait(child, future);
    } else if (!future->gathered) {
      future->gathered = true;
      ++done;
    }
  }
  gathering->references += static_cast<std::uint32_t>(waiting);
  gathering->awaited = waiting + done;
  for (std::size_t i = 0; done && i < count; ++i) {
    FutureObject* future = future_of(gathering->children[i]);
    if (!future->done() || !future->gathered) continue;
    future->gathered = false;
    count_child(gathering, future);
  }
  return gathering;
}

}  // namespace detail

}  // namespace aiocc
