// The methods of futures.
#include "aiocc/asyncio/futures.hpp"

#include <algorithm>

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
  if (is_instance(error, type_type) && is_subtype(error.as<Type>(), &base_exception_type))
    error = PASS(call(exception));
  if (!is_instance(error, base_exception_type)) return raise_error(type_error_type, "invalid exception object");
  if (is_instance(error, stop_iteration_type)) {
    Ref<BaseException> replacement = make_exception(
        runtime_error_type, "StopIteration interacts badly with generators and cannot be raised into a Future");
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

namespace {

using NodeAndCallback = std::pair<DoneCallback*, Object>;

std::vector<NodeAndCallback> callbacks_of(FutureObject* future) {
  std::vector<NodeAndCallback> callbacks;
  Runnable* node = future->waiters;
  if (!node) return callbacks;
  do {
    node = node->next;
    if (Object const* own = aiocc::detail::callback_of(node))
      callbacks.emplace_back(static_cast<DoneCallback*>(node), *own);
  } while (node != future->waiters);
  return callbacks;
}

}  // namespace

// Comparing may run code that adds and removes callbacks: what goes in the end are those of the equal ones that are still there.
Result<Int> remove_done_callback(FutureObject* future, Object const& callback) {
  std::vector<NodeAndCallback> equal;
  for (NodeAndCallback const& each : callbacks_of(future))
    if (PASS(operators::same_or_equal(each.second, callback))) equal.push_back(each);
  std::vector<DoneCallback*> found;
  for (NodeAndCallback const& left : callbacks_of(future)) {
    auto const is_left = [&](NodeAndCallback const& each) {
      return each.first == left.first && each.second.is(left.second);
    };
    if (std::ranges::any_of(equal, is_left)) found.push_back(left.first);
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

Result<void> set_log_traceback(FutureObject* future, Object const& value) {
  if (PASS(operators::truth(value))) return raise_error(value_error_type, "_log_traceback can only be set to False");
  future->log_traceback = false;
  return {};
}

Object cancel_message(FutureObject const* future) {
  return future->extra && future->extra->cancel_message.bound() ? future->extra->cancel_message : None;
}

Result<void> set_cancel_message(FutureObject* future, Object const& value) {
  future->make_extra().cancel_message = value;
  return {};
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

namespace {

// Whatever says of itself that it's one, as asyncio.futures.isfuture asks.
Result<bool> acts_as_future(Object const& obj) {
  Object cls;
  Object marker;
  if (!PASS(operators::find_attr(obj, "__class__"_s, cls))) return false;
  if (!PASS(operators::find_attr(cls, "_asyncio_future_blocking"_s, marker))) return false;
  return !PASS(operators::get_attr(obj, "_asyncio_future_blocking"_s)).is(None);
}

}  // namespace

bool isfuture(Object const& obj) noexcept {
  if (aiocc::detail::is_future(obj)) return true;
  if (!obj.is_heap() || !obj.heap()->type->is_user_class) return false;
  Result<bool> const answer = acts_as_future(obj);
  if (!answer) take_error();
  return answer && answer.value();
}

}  // namespace aiocc::asyncio
