// The states of a future and who is told of their changes.
#include "aiocc/core/future_object.hpp"

#include "aiocc/core/creation.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/gathering.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/sleep.hpp"
#include "aiocc/core/task_step.hpp"

namespace aiocc {

void FutureObject::drop_waiters() noexcept {
  while (Runnable* last = waiters) {
    Runnable* first = last->next;
    if (first == last)
      waiters = nullptr;
    else
      last->next = first->next;
    first->next = nullptr;
    first->run(first, true);
  }
}

namespace detail {

namespace {

// The callbacks' argument lives until they have been called.
void keep_for_callbacks(FutureObject* future) noexcept {
  Runnable* node = future->waiters;
  do {
    node = node->next;
    if (node->run == run_done_callback) ++future->references;
  } while (node != future->waiters);
}

bool cancel_task(TaskObject* task, Object const& message) noexcept {
  if (task->cancels_requested != 0xffff) ++task->cancels_requested;
  bool const cancels_wait = task->sleeping || (task->parked && cancel_parked(task));
  if (cancels_wait) {
    if (task->sleeping) cancel_sleep(task);
    task->throws = true;
    if (!message.is(None)) task->make_extra().thrown = make_exception(asyncio::cancelled_error_type, message);
    return true;
  }
  if (!task->parked && task->result.bound() && cancel_future(task->result.as<FutureObject>(), message)) return true;
  task->must_cancel = true;
  if (task->extra || !message.is(None)) task->make_extra().cancel_message = message;
  return true;
}

void push_each(FutureObject* future) noexcept {
  Object const keep = Object::share(future);
  while (Runnable* const last = future->waiters) {
    Runnable* const first = last->next;
    remove_waiter(future, first);
    future->loop->push(first);
  }
}

}  // namespace

void schedule_waiters(FutureObject* future) noexcept {
  if (!future->waiters) return;
  if (future->has_callbacks) keep_for_callbacks(future);
  if (future->loop->closed) [[unlikely]]
    return future->drop_waiters();
  if (future->has_gatherers) note_scheduled_children(future);
  if (!future->loop->is_plain()) [[unlikely]]
    return push_each(future);
  future->loop->ready.push_all(std::exchange(future->waiters, nullptr));
}

bool remove_waiter(FutureObject* future, Runnable* node) noexcept {
  Runnable* before = future->waiters;
  if (!before) return false;
  do {
    if (before->next != node) continue;
    if (before == node) {
      future->waiters = nullptr;
    } else {
      before->next = node->next;
      if (future->waiters == node) future->waiters = before;
    }
    node->next = nullptr;
    return true;
  } while ((before = before->next) != future->waiters);
  return false;
}

void withdraw_waiter(FutureObject* future, Runnable* node) noexcept {
  if (node->queued() && remove_waiter(future, node)) return;
  future->loop->withdraw(node);
}

void drop_scheduled(EventLoopObject* loop) noexcept {
  for (ReadyQueue* queue : {&loop->turn, &loop->ready}) {
    while (!queue->empty()) {
      Runnable* node = queue->pop();
      node->run(node, true);
    }
  }
  while (!loop->timers.empty()) {
    if (Timer* timer = loop->timers.pop()) timer->run(timer, true);
  }
}

void finish_with_result(FutureObject* future, Object value) noexcept {
  future->result = std::move(value);
  future->future_state = FutureState::Finished;
  if (future->has_gatherers && future->waiters && !future->loop->closed && count_at_once(future)) return;
  schedule_waiters(future);
}

void finish_with_exception(FutureObject* future, Ref<BaseException> exception) noexcept {
  future->traceback_length = static_cast<std::uint32_t>(exception->traceback.size());
  future->result = std::move(exception);
  future->failed = true;
  future->log_traceback = true;
  future->future_state = FutureState::Finished;
  schedule_waiters(future);
}

void finish_cancelled(FutureObject* future, Object message) noexcept {
  if (message.bound() && !message.is(None)) future->make_extra().cancel_message = std::move(message);
  future->result.reset();
  future->future_state = FutureState::Cancelled;
  schedule_waiters(future);
}

bool cancel_future(FutureObject* future, Object const& message) noexcept {
  future->log_traceback = false;
  if (future->done()) return false;
  switch (future->kind()) {
    case FutureKind::Future: finish_cancelled(future, message); return true;
    case FutureKind::Task: return cancel_task(static_cast<TaskObject*>(future), message);
    case FutureKind::Gathering: return cancel_gathering(static_cast<GatheringFutureObject*>(future), message);
  }
  return false;
}

Ref<BaseException> make_cancelled_error(FutureObject* future) {
  FutureExtra* extra = future->extra;
  if (!extra) return make_exception(asyncio::cancelled_error_type, std::string_view());
  if (extra->cancelled_error.bound()) return std::move(extra->cancelled_error);
  if (!extra->cancel_message.bound() || extra->cancel_message.is(None))
    return make_exception(asyncio::cancelled_error_type, std::string_view());
  return make_exception(asyncio::cancelled_error_type, extra->cancel_message);
}

bool restore_future_error(FutureObject* future) noexcept {
  if (future->future_state == FutureState::Cancelled) {
    restore_error(make_cancelled_error(future));
    return true;
  }
  if (!future->failed) return false;
  future->log_traceback = false;
  Ref<BaseException> error = word_cast<Ref<BaseException>>(future->result);
  if (error->traceback.size() > future->traceback_length) error->traceback.resize(future->traceback_length);
  restore_error(std::move(error));
  return true;
}

bool raise_future_error(FutureObject* future) noexcept {
  if (!restore_future_error(future)) return false;
  raise(take_error());
  return true;
}

Result<Object> future_result(FutureObject* future) {
  if (!future->done()) return raise_error(asyncio::invalid_state_error_type, "Result is not set.");
  if (raise_future_error(future)) return raised;
  return future->result;
}

FutureObject* make_future(EventLoopObject* loop) {
  auto* const future = new FutureObject(loop, &future_type);
  if (loop->debug) [[unlikely]]
    note_creation(future);
  return future;
}

std::coroutine_handle<> suspend_on(Frame& frame, FutureObject* future) noexcept {
  if (future->done()) {
    if (raise_future_error(future)) return fail(&frame);
    return frame.handle();
  }
  future->blocking = true;
  if (state.hand_driver) [[unlikely]]
    return suspend_by_hand(frame, Object::share(future));
  state.current_task->leaf = &frame;
  wait_for_future(state.current_task, future);
  return std::noop_coroutine();
}

}  // namespace detail

}  // namespace aiocc
