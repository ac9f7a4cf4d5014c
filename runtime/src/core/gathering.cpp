// gather: what its children's ends do to it.
#include "aiocc/core/gathering.hpp"

#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

GatheredChild::GatheredChild() noexcept : Runnable(detail::child_done) {}

GatheringFutureObject::GatheringFutureObject(EventLoopObject* owner, Object* futures, std::size_t child_count,
                                             bool keep_exceptions)
    : FutureObject(owner, &gathering_future_type), children(new GatheredChild[child_count]),
      count(child_count), return_exceptions(keep_exceptions) {
  for (std::size_t i = 0; i < child_count; ++i) {
    children[i].gathering = this;
    children[i].child = std::move(futures[i]);
  }
}

namespace detail {

namespace {

FutureObject* future_of(GatheredChild const& child) noexcept { return child.child.as<FutureObject>(); }

// The list that the gathering future results in: values, and with return_exceptions the exceptions too.
Object collect(GatheringFutureObject* gathering) {
  std::vector<Object> results;
  results.reserve(gathering->count);
  for (std::size_t i = 0; i < gathering->count; ++i) {
    FutureObject* child = future_of(gathering->children[i]);
    if (child->future_state == FutureState::Cancelled) {
      bool const has_message = child->extra && child->extra->cancel_message.bound();
      results.push_back(has_message ? make_exception(asyncio::cancelled_error_type, child->extra->cancel_message)
                                    : make_exception(asyncio::cancelled_error_type, ""_s));
    } else {
      if (child->failed) child->log_traceback = false;
      results.push_back(child->result);
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

void child_done(Runnable* node, bool dropped) {
  auto* child = static_cast<GatheredChild*>(node);
  Object const keep = Object::adopt(child->gathering);
  if (!dropped) count_child(child->gathering, future_of(*child));
}

bool cancel_gathering(GatheringFutureObject* gathering, Object const& message) noexcept {
  bool cancelled = false;
  for (std::size_t i = 0; i < gathering->count; ++i)
    if (cancel_future(future_of(gathering->children[i]), message)) cancelled = true;
  if (cancelled) gathering->cancel_requested = true;
  return cancelled;
}

GatheringFutureObject* make_gathering(EventLoopObject* loop, Object* futures, std::size_t count, bool return_exceptions) {
  auto* gathering = new GatheringFutureObject(loop, futures, count, return_exceptions);
  bool some_done = false;
  for (std::size_t i = 0; i < count; ++i) {
    GatheredChild& child = gathering->children[i];
    FutureObject* future = future_of(child);
    // The same future twice is waited for once.
    if (future->marked) continue;
    future->marked = true;
    ++gathering->awaited;
    if (future->done()) {
      some_done = true;
    } else {
      ++gathering->references;
      add_waiter(future, &child);
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    FutureObject* future = future_of(gathering->children[i]);
    if (!future->marked) continue;
    future->marked = false;
    if (some_done && future->done()) count_child(gathering, future);
  }
  return gathering;
}

}  // namespace detail

}  // namespace aiocc
