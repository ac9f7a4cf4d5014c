// The methods of futures.
#include "aiocc/asyncio/futures.hpp"

#include "aiocc/asyncio/events.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::asyncio {

namespace detail {

namespace {

Raised invalid_state(FutureObject* future) {
  switch (future->future_state) {
    case FutureState::Pending: return raise_error(invalid_state_error_type, "PENDING");
    case FutureState::Cancelled: break;
    case FutureState::Finished: break;
  }
  return raise_error(invalid_state_error_type, "invalid state");
}

Raised unsupported_by_tasks(char const* operation) {
  return raise_error(runtime_error_type, std::string("Task does not support ") + operation + " operation");
}

}  // namespace

Result<void> set_result(FutureObject* future, Object value) {
  if (future->kind() == FutureKind::Task) return unsupported_by_tasks("set_result");
  if (future->done()) return invalid_state(future);
  aiocc::detail::finish_with_result(future, std::move(value));
  return {};
}

Result<void> set_exception(FutureObject* future, Object const& exception) {
  if (future->kind() == FutureKind::Task) return unsupported_by_tasks("set_exception");
  if (future->done()) return invalid_state(future);
  Object error = exception;
  if (is_instance(error, type_type) && is_subtype(error.as<Type>(), &base_exception_type)) error = PASS(call(exception));
  if (!is_instance(error, base_exception_type)) return raise_error(type_error_type, "invalid exception object");
  if (is_instance(error, stop_iteration_type)) {
    Ref<BaseException> replacement =
        make_exception(runtime_error_type, "StopIteration interacts badly with generators and cannot be raised into a Future");
    replacement->cause = error;
    replacement->context = error;
    error = replacement;
  }
  aiocc::detail::finish_with_exception(future, word_cast<Ref<BaseException>>(error));
  return {};
}

Result<Object> exception(FutureObject* future) {
  switch (future->future_state) {
    case FutureState::Pending: return raise_error(invalid_state_error_type, "Exception is not set.");
    case FutureState::Cancelled: return restore_error(aiocc::detail::make_cancelled_error(future));
    case FutureState::Finished: break;
  }
  future->log_traceback = false;
  return future->failed ? future->result : None;
}

Result<void> add_done_callback(FutureObject* future, Object const& callback, Object const& context) {
  aiocc::detail::add_done_callback(future, nullptr, callback, context);
  return {};
}

Result<Int> remove_done_callback(FutureObject* future, Object const& callback) {
  std::vector<DoneCallback*> found;
  if (Runnable* const last = future->waiters) {
    Runnable* node = last;
    do {
      node = node->next;
      Object const* own = aiocc::detail::callback_of(node);
      if (own && PASS(operators::same_or_equal(*own, callback))) found.push_back(static_cast<DoneCallback*>(node));
    } while (node != last);
  }
  for (DoneCallback* each : found) {
    aiocc::detail::remove_waiter(future, each);
    each->run(each, true);
  }
  return Int(static_cast<std::int64_t>(found.size()));
}

Str state_name(FutureObject const* future) {
  switch (future->future_state) {
    case FutureState::Pending: return "PENDING"_s;
    case FutureState::Cancelled: return "CANCELLED"_s;
    case FutureState::Finished: break;
  }
  return "FINISHED"_s;
}

Object result_or_none(FutureObject const* future) {
  bool const has_value = future->future_state == FutureState::Finished && !future->failed;
  return has_value ? future->result : None;
}

Result<EventLoopObject*> loop_of_argument(Object const& loop) {
  if (loop.is(None)) {
    // The loop lives on: it's the running one, or the thread's.
    EventLoop const current = PASS(get_event_loop());
    return current.get();
  }
  if (!is_instance(loop, event_loop_type)) return raise_error(type_error_type, "loop must be an event loop");
  return loop.as<EventLoopObject>();
}

}  // namespace detail

Result<Future<Object>> make_future(Object const& loop) {
  EventLoopObject* const owner = PASS(detail::loop_of_argument(loop));
  return word_cast<Future<Object>>(Object::adopt(aiocc::detail::make_future(owner)));
}

bool isfuture(Object const& obj) noexcept { return aiocc::detail::is_future(obj); }

}  // namespace aiocc::asyncio
