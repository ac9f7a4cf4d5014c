// Starting tasks and collecting them.
#include "aiocc/asyncio/tasks.hpp"

#include "aiocc/asyncio/events.hpp"
#include "aiocc/core/gathering.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::asyncio {

namespace detail {

namespace {

// A frame that will never run, because there is no loop for it.
Raised drop_frame(Frame* root) {
  Ref<BaseException> error = take_error();
  aiocc::detail::destroy_frame(root, nullptr);
  return restore_error(std::move(error));
}

Coroutine<Object> wrap_awaitable(Object awaitable) {
  Object value = co_await await_object(awaitable).at(nullptr);
  co_return value;
}

bool has_await(Object const& object) {
  Type* const type = type_of(object);
  return type->slots.await || aiocc::detail::find_in_mro(type, "__await__"_s);
}

}  // namespace

double seconds(Int const& delay) noexcept {
  Result<double> value = operators::to_float(delay);
  if (value) return value.value();
  take_error();
  return delay < Int(0) ? -1.0 : 1e300;
}

Result<Object> new_task(Object const& loop, Frame* root, Object const& name) {
  auto* owner = loop.as<EventLoopObject>();
  if (owner->closed) {
    raise_error(runtime_error_type, "Event loop is closed");
    return drop_frame(root);
  }
  Object text = name;
  if (!name.is(None) && !is_instance(name, str_type)) text = PASS(operators::str(name));
  return Object::adopt(aiocc::detail::make_task(owner, root, std::move(text)));
}

Result<Object> new_named_task(Frame* root, Object const& name) {
  if (!state.loop) {
    raise_error(runtime_error_type, "no running event loop");
    return drop_frame(root);
  }
  return new_task(Object::share(state.loop), root, name);
}

Result<Frame*> frame_for_task(Object const& coroutine) {
  if (!iscoroutine(coroutine))
    return raise_error(type_error_type, "a coroutine was expected, got " + aiocc::detail::repr_text(coroutine));
  return aiocc::detail::take_coroutine(coroutine.as<CoroutineObject>());
}

Result<Frame*> frame_of_awaitable(Object const& awaitable) {
  if (iscoroutine(awaitable)) return aiocc::detail::take_coroutine(awaitable.as<CoroutineObject>());
  if (has_await(awaitable)) return wrap_awaitable(awaitable).release();
  return raise_error(type_error_type, "An asyncio.Future, a coroutine or an awaitable is required");
}

Str task_name(TaskObject const* task) { return aiocc::detail::task_name(task); }

Result<void> set_task_name(TaskObject* task, Object const& value) {
  task->name = PASS(operators::str(value));
  return {};
}

Int uncancel_task(TaskObject* task) noexcept {
  if (task->cancels_requested > 0 && --task->cancels_requested == 0) task->must_cancel = false;
  return Int(task->cancels_requested);
}

Object gather_futures(std::span<Object const> futures, bool return_exceptions) {
  if (futures.empty()) {
    FutureObject* empty = aiocc::detail::make_future(state.loop);
    aiocc::detail::finish_with_result(empty, List<Object>::of());
    return Object::adopt(empty);
  }
  auto children = std::make_unique<GatheredChild[]>(futures.size());
  for (std::size_t i = 0; i < futures.size(); ++i) children[i].child = futures[i];
  EventLoopObject* loop = futures[0].as<FutureObject>()->loop;
  return Object::adopt(aiocc::detail::make_gathering(loop, std::move(children), futures.size(), return_exceptions));
}

}  // namespace detail

Result<Task<Object>> make_task(Object const& coro, Object const& loop, Object const& name, Object const& context, bool eager_start) {
  if (eager_start) return raise_error(not_implemented_error_type, "eager tasks are not supported");
  Frame* frame = PASS(detail::frame_for_task(coro));
  Object owner = loop;
  if (loop.is(None)) owner = PASS(get_event_loop());
  return word_cast<Task<Object>>(PASS(detail::in_context(detail::new_task(owner, frame, name), context)));
}

Result<Task<Object>> create_task(Object const& coro, Object const& name, Object const& context) {
  if (!state.loop) return raise_error(runtime_error_type, "no running event loop");
  Frame* frame = PASS(detail::frame_for_task(coro));
  return word_cast<Task<Object>>(PASS(detail::in_context(detail::new_task_here(frame, name), context)));
}

Coroutine<Object> sleep(Object delay, Object result) {
  bool const at_once = CO_PASS(operators::test_less_equal(delay, Object::small_int(0)));
  double const seconds = at_once ? 0.0 : CO_PASS(operators::to_float(delay));
  co_await Sleep(seconds).at(nullptr);
  co_return result;
}

Result<Future<Object>> ensure_future(Object const& coro_or_future, Object const& loop) {
  if (isfuture(coro_or_future)) {
    auto* future = coro_or_future.as<FutureObject>();
    if (!loop.is(None) && !loop.is(Object::share(future->loop)))
      return raise_error(value_error_type,
                         "The future belongs to a different loop than the one specified as the loop argument");
    return word_cast<Future<Object>>(coro_or_future);
  }
  Frame* frame = PASS(detail::frame_of_awaitable(coro_or_future));
  Object owner = loop;
  if (loop.is(None)) owner = PASS(get_event_loop());
  return word_cast<Future<Object>>(PASS(detail::new_task(owner, frame, None)));
}

namespace {

// An equal argument before this one, or `index`. A coroutine that still has its frame can't have been given before.
std::size_t first_of(Arguments const& arguments, std::size_t index) noexcept {
  Object const& argument = arguments[index];
  if (iscoroutine(argument) && argument.as<CoroutineObject>()->root) return index;
  std::size_t earlier = 0;
  while (!arguments[earlier].is(argument)) ++earlier;
  return earlier;
}

// What `gather` waits for in place of an argument: itself, or a task of the first one's loop.
Result<Object> gathered(Arguments const& arguments, std::size_t index, GatheredChild const* children) {
  Object const& argument = arguments[index];
  EventLoopObject* const loop = index == 0 ? nullptr : children[0].child.as<FutureObject>()->loop;
  bool const is_future = aiocc::detail::is_future(argument);
  if (is_future && (!loop || argument.as<FutureObject>()->loop == loop)) return argument;
  if (!is_future)
    if (std::size_t const earlier = first_of(arguments, index); earlier < index) return children[earlier].child;
  EventLoopObject* const owner = loop ? loop : state.loop;
  Object task;
  if (iscoroutine(argument) && owner && !owner->closed)
    task = Object::adopt(aiocc::detail::make_task(owner, aiocc::detail::take_coroutine(argument.as<CoroutineObject>())));
  else
    task = PASS(ensure_future(argument, loop ? Object::share(loop) : None));
  task.as<FutureObject>()->log_destroy_pending = false;
  return task;
}

}  // namespace

Result<Future<List<Object>>> gather(Arguments coros_or_futures, Object const& return_exceptions) {
  bool const keep_exceptions = PASS(operators::truth(return_exceptions));
  std::size_t const count = coros_or_futures.size();
  if (count == 0) {
    EventLoop const current = PASS(get_event_loop());
    FutureObject* empty = aiocc::detail::make_future(current.get());
    aiocc::detail::finish_with_result(empty, List<Object>::of());
    return word_cast<Future<List<Object>>>(Object::adopt(empty));
  }
  auto children = std::make_unique<GatheredChild[]>(count);
  for (std::size_t i = 0; i < count; ++i) children[i].child = PASS(gathered(coros_or_futures, i, children.get()));
  EventLoopObject* const loop = children[0].child.as<FutureObject>()->loop;
  return word_cast<Future<List<Object>>>(
      Object::adopt(aiocc::detail::make_gathering(loop, std::move(children), count, keep_exceptions)));
}

Result<Object> current_task(Object const& loop) {
  EventLoopObject* owner = state.loop;
  if (!loop.is(None) && is_instance(loop, event_loop_type)) owner = loop.as<EventLoopObject>();
  if (!owner) return raise_error(runtime_error_type, "no running event loop");
  if (owner != state.loop || !state.current_task) return None;
  return Object::share(state.current_task);
}

Result<Set<Task<Object>>> all_tasks(Object const& loop) {
  EventLoopObject* owner = state.loop;
  if (!loop.is(None) && is_instance(loop, event_loop_type)) owner = loop.as<EventLoopObject>();
  if (!owner) return raise_error(runtime_error_type, "no running event loop");
  Set<Task<Object>> tasks = Set<Task<Object>>::of();
  for (TaskObject* task = owner->tasks; task; task = task->next_task)
    PASS(tasks.get()->add(Object::share(task)));
  return tasks;
}

bool iscoroutine(Object const& obj) noexcept { return type_of(obj) == &coroutine_type; }

}  // namespace aiocc::asyncio
