// Starting tasks and collecting them.
#include "aiocc/asyncio/tasks.hpp"
#include "../core/awaitable.hpp"
#include "../objects/constructor_arguments.hpp"
#include "../objects/native_instance.hpp"
#include "own_tasks.hpp"

#include <fmt/format.h>

#include "aiocc/asyncio/events.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/gathering.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::asyncio {

namespace detail {

namespace {

constexpr Code wrap_awaitable_code{"", "_wrap_awaitable", "_wrap_awaitable", 0};

Coroutine<Object> wrap_awaitable(Object awaitable) {
  Object value = co_await await_object(awaitable).at(nullptr);
  co_return value;
}

}  // namespace

Raised drop_frame(Frame* root) {
  Ref<BaseException> error = take_error();
  aiocc::detail::destroy_frame(root, nullptr);
  return restore_error(std::move(error));
}

double seconds(Int const& delay) noexcept {
  Result<double> value = operators::to_float(delay);
  if (value) return value.value();
  take_error();
  return delay < Int(0) ? -1.0 : 1e300;
}

namespace {

TaskObject* task_of(Object const& task) noexcept { return static_cast<TaskObject*>(task.as<FutureObject>()); }

Result<Object> name_text(Object const& name) {
  if (name.is(None) || is_instance(name, str_type)) return name;
  return operators::str(name);
}

// What BaseEventLoop.create_task does where there is a task factory.
Result<Object> task_by_factory(EventLoopObject* loop, Object const& coroutine, Object const& name,
                               Object const& context) {
  Object const factory = loop->task_factory;
  Object const owner = Object::share(loop);
  static Str const context_name = Str::intern("context");
  KeywordNames const names{{&context_name, 1}};
  Object const task = PASS(context.is(None) ? call(factory, owner, coroutine)
                                            : call_keywords(factory, names, owner, coroutine, context));
  if (!Task<Object>::accepts(task))
    return raise_error(type_error_type,
                       "a task factory must return an asyncio.Task, not " + aiocc::detail::repr_text(task));
  PASS(call_method(task, "set_name"_s, name));
  return task;
}

Result<Object> task_by_loop(Object const& loop, Object const& coroutine, Object const& name, Object const& context) {
  Str const both[] = {"name"_s, "context"_s};
  Object const values[] = {coroutine, name.is(None) ? context : name, context};
  std::size_t const given = !name.is(None) + !context.is(None);
  KeywordNames const names{std::span(both).subspan(name.is(None), given)};
  Object const method = PASS(operators::get_attr(loop, "create_task"_s));
  Object const task = PASS(call_array(method, values, 1 + given, given ? &names : nullptr));
  if (Task<Object>::accepts(task)) return task;
  return raise_error(type_error_type,
                     "a loop's create_task must return an asyncio.Task, not " + aiocc::detail::repr_text(task));
}

}  // namespace

bool makes_tasks_itself(EventLoopObject* loop) {
  if (loop->is_plain()) return false;
  if (loop->overflow && dict_get_str(loop->overflow, "create_task"_s)) return true;
  Object const* const method = aiocc::detail::find_in_mro(loop->type, "create_task"_s);
  return method && type_of(*method) == &function_type;
}

Result<Object> new_task(Object const& loop, Frame* root, Object const& name, Object const& context) {
  auto* owner = loop.as<EventLoopObject>();
  if (makes_tasks_itself(owner)) return task_by_loop(loop, aiocc::detail::make_coroutine_object(root), name, context);
  if (owner->closed) {
    raise_error(runtime_error_type, "Event loop is closed");
    return drop_frame(root);
  }
  if (has_task_factory(owner)) return task_by_factory(owner, aiocc::detail::make_coroutine_object(root), name, context);
  Object const task = Object::adopt(aiocc::detail::make_task(owner, root, PASS(name_text(name))));
  if (owner->debug) aiocc::detail::note_creation(task.heap());
  aiocc::detail::use_context(task_of(task), context);
  return task;
}

Result<Object> new_special_task(Frame* root, Object const& name, Object const& context) {
  if (!state.loop) {
    raise_error(runtime_error_type, "no running event loop");
    return drop_frame(root);
  }
  Object const task = PASS(new_task(Object::share(state.loop), root, name, context));
  if (state.loop->debug) aiocc::detail::note_creation(task.heap(), "tasks.py:410");
  return task;
}

Result<Object> new_task_of(Object const& loop, Object const& coroutine, Object const& name, Object const& context) {
  if (makes_tasks_itself(loop.as<EventLoopObject>())) return task_by_loop(loop, coroutine, name, context);
  return own_task_of(loop, coroutine, name, context);
}

Result<Object> own_task_of(Object const& loop, Object const& coroutine, Object const& name, Object const& context) {
  auto* owner = loop.as<EventLoopObject>();
  if (owner->closed) return raise_error(runtime_error_type, "Event loop is closed");
  if (has_task_factory(owner)) return task_by_factory(owner, coroutine, name, context);
  PASS(require_coroutine(coroutine));
  Object const task =
      Object::adopt(aiocc::detail::make_task(owner, aiocc::detail::take_coroutine(coroutine), PASS(name_text(name))));
  if (owner->debug) aiocc::detail::note_creation(task.heap());
  aiocc::detail::use_context(task_of(task), context);
  aiocc::detail::keep_coroutine(task_of(task), coroutine);
  return task;
}

Result<Object> task_stack(Object const& task, Object const& limit) {
  Object const function = PASS(operators::get_attr(runtime_module("asyncio"), "_get_stack"_s));
  return call(function, task, limit);
}

Result<void> print_task_stack(Object const& task, Object const& limit, Object const& file) {
  Object const function = PASS(operators::get_attr(runtime_module("asyncio"), "_print_stack"_s));
  PASS(call(function, task, limit, file));
  return {};
}

Result<void> require_coroutine(Object const& coroutine) {
  if (iscoroutine(coroutine)) return {};
  return raise_error(type_error_type, "a coroutine was expected, got " + aiocc::detail::repr_text(coroutine));
}

Result<Object> coroutine_of_awaitable(Object const& awaitable) {
  if (iscoroutine(awaitable)) return awaitable;
  if (!aiocc::detail::has_await(awaitable))
    return raise_error(type_error_type, "An asyncio.Future, a coroutine or an awaitable is required");
  Object wrapper = aiocc::detail::make_coroutine_object(wrap_awaitable(awaitable).release());
  wrapper.as<CoroutineObject>()->code = &wrap_awaitable_code;
  return wrapper;
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
  auto* const gathering =
      new GatheringFutureObject(futures[0].as<FutureObject>()->loop, futures.size(), return_exceptions);
  for (Object const& future : futures) aiocc::detail::add_child(gathering, future);
  aiocc::detail::begin_gathering(gathering);
  return Object::adopt(gathering);
}

}  // namespace detail

namespace detail {

namespace {

void give_loop(FutureObject* future, EventLoopObject* loop) noexcept {
  ++loop->references;
  Object const before = Object::adopt(std::exchange(future->loop, loop));
}

// Task.__init__.
Result<void> init_task(TaskObject* task, Object const& coro, Object const& name, Object const& context,
                       Object const& eager_start) {
  PASS(require_coroutine(coro));
  if (task->leaf) return raise_error(runtime_error_type, "Task.__init__() was called twice");
  bool const is_eager = PASS(operators::truth(eager_start));
  Object const text = PASS(name_text(name));
  task->log_destroy_pending = true;
  task->begin(aiocc::detail::take_coroutine(coro));
  aiocc::detail::keep_coroutine(task, coro);
  if (is_eager && task->loop->running) return aiocc::detail::step_eagerly(task, text, context);
  aiocc::detail::schedule_task(task, text, context);
  return {};
}

}  // namespace

Result<void> init_task_object(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"coro", "loop", "name", "context", "eager_start"};
  Object given[5];
  PASS(aiocc::detail::constructor_arguments("Task", parameters, 0, args, count, names, given));
  if (!given[0].bound()) return raise_error(type_error_type, "Task() missing required argument 'coro' (pos 1)");
  if (given[1].bound() && !given[1].is(None)) give_loop(task_of(self), PASS(loop_of_argument(given[1])));
  auto or_none = [](Object const& value) { return value.bound() ? value : None; };
  return init_task(task_of(self), given[0], or_none(given[2]), or_none(given[3]), given[4].bound() ? given[4] : False);
}

Result<void> init_future_object(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"loop"};
  Object given;
  PASS(aiocc::detail::constructor_arguments("Future", parameters, 0, args, count, names, &given));
  if (given.bound() && !given.is(None)) give_loop(self.as<FutureObject>(), PASS(loop_of_argument(given)));
  return {};
}

namespace {

// The loop that the arguments of a class's call name, before its `__init__` sees them.
Result<EventLoopObject*> loop_among(Object const* args, std::size_t count, KeywordNames const* names) {
  std::size_t const keywords = names ? names->names.size() : 0;
  for (std::size_t i = 0; i < keywords; ++i)
    if (names->names[i].utf8() == "loop") return loop_of_argument(args[count - keywords + i]);
  return loop_of_argument(None);
}

}  // namespace

Result<Object> construct_task(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  EventLoopObject* const loop = PASS(loop_among(args, count, names));
  auto* const task = type == &task_type ? new TaskObject(loop, type)
                                        : new (aiocc::detail::allocate_derived(type, sizeof(TaskObject)))
                                              TaskObject(loop, type);
  if (loop->debug) aiocc::detail::note_creation(task);
  return Object::adopt(task);
}

Result<Object> construct_future(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  bool const has_positional = count > (names ? names->names.size() : 0);
  if (has_positional && type->slots.init == init_future_object) {
    std::string const limit =
        count > 1 ? fmt::format("at most 1 argument ({} given)", count) : "no positional arguments";
    return raise_error(type_error_type, "Future() takes " + limit);
  }
  EventLoopObject* const loop = PASS(loop_among(args, count, names));
  auto* const future = type == &future_type ? new FutureObject(loop, type)
                                            : new (aiocc::detail::allocate_derived(type, sizeof(FutureObject)))
                                                  FutureObject(loop, type);
  if (loop->debug) aiocc::detail::note_creation(future);
  return Object::adopt(future);
}

}  // namespace detail

Result<Task<Object>> make_task(Object const& coro, Object const& loop, Object const& name, Object const& context,
                               Object const& eager_start) {
  Object const task = Object::adopt(new TaskObject(PASS(detail::loop_of_argument(loop)), &task_type));
  if (detail::task_of(task)->loop->debug) aiocc::detail::note_creation(task.heap());
  PASS(detail::init_task(detail::task_of(task), coro, name, context, eager_start));
  return word_cast<Task<Object>>(task);
}

Result<Task<Object>> create_task(Object const& coro, Object const& name, Object const& context) {
  if (!state.loop) return raise_error(runtime_error_type, "no running event loop");
  Object const task = PASS(detail::new_task_of(Object::share(state.loop), coro, name, context));
  if (state.loop->debug) aiocc::detail::note_creation(task.heap(), "tasks.py:410");
  return word_cast<Task<Object>>(task);
}

Coroutine<Object> sleep(Object delay, Object result) {
  bool const at_once = CO_PASS(operators::test_less_equal(delay, Object::small_int(0)));
  double const seconds = at_once ? 0.0 : CO_PASS(operators::to_float(delay));
  co_await Sleep(seconds).at(nullptr);
  co_return result;
}

namespace {

// No task will run it, which isn't its owner's fault: nobody is warned that it was never awaited.
Raised abandon_coroutine(Object const& coroutine) {
  if (!error_is(runtime_error_type) || !iscoroutine(coroutine)) return raised;
  Ref<BaseException> error = take_error();
  PASS(call_method(coroutine, "close"_s));
  return restore_error(std::move(error));
}

}  // namespace

Result<Future<Object>> ensure_future(Object const& coro_or_future, Object const& loop) {
  if (aiocc::detail::is_future(coro_or_future)) {
    auto* future = coro_or_future.as<FutureObject>();
    if (!loop.is(None) && !loop.is(Object::share(future->loop)))
      return raise_error(value_error_type,
                         "The future belongs to a different loop than the one specified as the loop argument");
    return word_cast<Future<Object>>(coro_or_future);
  }
  Object const coroutine = PASS(detail::coroutine_of_awaitable(coro_or_future));
  Object owner = loop;
  if (loop.is(None)) owner = PASS(get_event_loop());
  Result<Object> made = detail::new_task_of(owner, coroutine);
  if (!made) return abandon_coroutine(coro_or_future);
  Object const task = std::move(made).value();
  if (owner.as<EventLoopObject>()->debug) aiocc::detail::note_creation(task.heap(), "tasks.py:742");
  return word_cast<Future<Object>>(task);
}

namespace {

// An equal argument before this one, or `index`. A coroutine that hasn't begun and that no task has can't have been given before.
std::size_t first_of(Arguments const& arguments, std::size_t index) noexcept {
  Object const& argument = arguments[index];
  if (type_of(argument) == &coroutine_type && argument.as<CoroutineObject>()->root &&
      !argument.as<CoroutineObject>()->awaited)
    return index;
  std::size_t earlier = 0;
  while (!arguments[earlier].is(argument)) ++earlier;
  return earlier;
}

// What most arguments of `gather` are: tasks of the first one's loop, which is null for the first.
bool is_plain_child(Object const& argument, EventLoopObject const* loop) noexcept {
  return type_of(argument) == &task_type && (!loop || argument.as<FutureObject>()->loop == loop);
}

// What `gather` waits for in place of an argument; `gathering` is null for the first.
Result<Object> any_child(Arguments const& arguments, std::size_t index, GatheringFutureObject const* gathering) {
  Object const& argument = arguments[index];
  EventLoopObject* const loop = gathering ? gathering->loop : nullptr;
  bool const is_future = aiocc::detail::is_future(argument);
  if (is_future && (!loop || argument.as<FutureObject>()->loop == loop)) return argument;
  if (!is_future)
    if (std::size_t const earlier = first_of(arguments, index); earlier < index)
      return gathering->children[earlier].child;
  Object const task = PASS(ensure_future(argument, loop ? Object::share(loop) : None));
  task.as<FutureObject>()->log_destroy_pending = false;
  return task;
}

// Arguments as they were at first, if other code runs before all are read.
struct KeptArguments {
  Arguments given;
  std::vector<Object> copy;

  void keep() {
    if (!copy.empty()) return;
    copy.assign(given.begin(), given.end());
    given = std::span<Object const>(copy);
  }
  Result<Object> child(std::size_t index, GatheringFutureObject const* gathering) {
    if (is_plain_child(given[index], gathering ? gathering->loop : nullptr)) return given[index];
    keep();
    return any_child(given, index, gathering);
  }
};

}  // namespace

Result<Object> gather(Arguments coros_or_futures) { return gather(coros_or_futures, False); }

Result<Future<List<Object>>> gather(Arguments coros_or_futures, Object const& return_exceptions) {
  bool const keep_exceptions = PASS(operators::truth(return_exceptions));
  std::size_t const count = coros_or_futures.size();
  if (count == 0) {
    EventLoop const current = PASS(get_event_loop());
    FutureObject* empty = aiocc::detail::make_future(current.get());
    aiocc::detail::finish_with_result(empty, List<Object>::of());
    return word_cast<Future<List<Object>>>(Object::adopt(empty));
  }
  KeptArguments arguments{coros_or_futures, {}};
  Object const first = PASS(arguments.child(0, nullptr));
  auto* const gathering = new GatheringFutureObject(first.as<FutureObject>()->loop, count, keep_exceptions);
  Object const result = Object::adopt(gathering);
  aiocc::detail::add_child(gathering, first);
  for (std::size_t i = 1; i < count; ++i) {
    Object const& given = arguments.given[i];
    if (is_plain_child(given, gathering->loop)) [[likely]] {
      aiocc::detail::add_child(gathering, given);
      continue;
    }
    Result<Object> child = arguments.child(i, gathering);
    if (!child) [[unlikely]] {
      aiocc::detail::abandon_gathering(gathering);
      return raised;
    }
    aiocc::detail::add_child(gathering, std::move(child).value());
  }
  aiocc::detail::begin_gathering(gathering);
  return word_cast<Future<List<Object>>>(result);
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
  for (TaskObject* task = owner->tasks; task; task = task->next_task) PASS(tasks.get()->add(Object::share(task)));
  return tasks;
}

bool iscoroutine(Object const& obj) noexcept {
  if (aiocc::detail::is_coroutine_layout(type_of(obj))) return true;
  return aiocc::detail::acts_like_coroutine(obj);
}

}  // namespace aiocc::asyncio
