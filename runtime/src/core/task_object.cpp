// The steps of a task: resuming its chain of frames, and what its end means.
#include "../objects/pools.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/gathering.hpp"
#include "aiocc/core/sleep.hpp"
#include "aiocc/core/stand_ins.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/stdlib/contextvars.hpp"
#include "awaitable.hpp"

namespace aiocc {

namespace {
std::int64_t next_task_number = 1;
}

TaskObject::TaskObject(EventLoopObject* owner, Frame* root)
    : FutureObject(owner, &task_type, FutureKind::Task), Runnable(detail::step_task) {
  begin(root);
}

TaskObject::TaskObject(EventLoopObject* owner, Type* derived) noexcept
    : FutureObject(owner, derived, FutureKind::Task), Runnable(detail::step_task), leaf(nullptr), code(nullptr) {
  log_destroy_pending = false;
}

void TaskObject::begin(Frame* root) noexcept {
  leaf = root;
  code = root->position ? root->position->code : nullptr;
  root->depth = state.depth + 1;
  next_task = loop->tasks;
  link_to_this = &loop->tasks;
  if (next_task) next_task->link_to_this = &next_task;
  loop->tasks = this;
}

namespace detail {

namespace {

void unlink(TaskObject* task) noexcept {
  if (!task->link_to_this) return;
  *task->link_to_this = task->next_task;
  if (task->next_task) task->next_task->link_to_this = task->link_to_this;
  task->next_task = nullptr;
  task->link_to_this = nullptr;
}

// The frame that the task's coroutine began with.
Frame* root_of(Frame* leaf) noexcept {
  while (leaf && leaf->awaiter) leaf = leaf->awaiter;
  return leaf;
}

void finish_failed(TaskObject* task, Frame* root) noexcept {
  // What it was called with lives as long as the error, as in CPython the frame in its traceback does.
  keep_passed_frame(root);
  Ref<BaseException> error = take_error();
  if (is_instance(error, asyncio::cancelled_error_type)) {
    task->make_extra().cancelled_error = std::move(error);
    task->extra->cancel_message.reset();
    finish_cancelled(task, Object());
    return;
  }
  bool const ends_loop = is_instance(error, keyboard_interrupt_type) || is_instance(error, system_exit_type);
  finish_with_exception(task, error);
  if (ends_loop) restore_error(std::move(error));
}

// The coroutine object no longer stands for a frame, if it did: some are driven by the task's own one.
void leave_coroutine(TaskObject* task) noexcept {
  if (!task->extra || !task->extra->coroutine.bound()) return;
  if (!is_coroutine_layout(type_of(task->extra->coroutine))) return;
  auto* object = task->extra->coroutine.as<CoroutineObject>();
  if (!object->awaited) return;
  object->root = nullptr;
  object->awaited = false;
}

void finish_task(TaskObject* task) noexcept {
  Frame* root = std::exchange(task->leaf, nullptr);
  unlink(task);
  leave_coroutine(task);
  if (!task->code && root->position) task->code = root->position->code;
  if (root->failed) {
    finish_failed(task, root);
  } else {
    Object value =
        root->value_kind == ValueKind::Word ? std::move(*reinterpret_cast<Object*>(root + 1)) : take_boxed_value(root);
    root->handle().destroy();
    if (task->must_cancel) [[unlikely]] {
      task->must_cancel = false;
      finish_cancelled(task, task->extra ? task->extra->cancel_message : Object());
    } else {
      task->result = std::move(value);
      task->future_state = FutureState::Finished;
      if (task->waiters && !count_at_once(task)) schedule_waiters(task);
    }
  }
  // Nothing will wake it any more.
  Object::adopt(task);
}

// A cancelled future is asked for its result before the task runs again: what the loop's caller is handling becomes the context.
void add_context_of_loop(TaskObject* task) noexcept {
  if (error_is(asyncio::cancelled_error_type)) add_thrown_context(&task->loop->base, nullptr);
}

// What the awaited future raised, or what somebody asked the task to throw, goes into flight.
void prepare_error(TaskObject* task) noexcept {
  if (task->result.bound() && !task->parked) {
    Object const waited = std::move(task->result);
    // Some classes of the program's call back early.
    if (waited.as<FutureObject>()->done())
      restore_future_error(waited.as<FutureObject>());
    else
      raise_error(asyncio::invalid_state_error_type, "Result is not set.");
    if (waited.as<FutureObject>()->future_state == FutureState::Cancelled) add_context_of_loop(task);
  }
  if (task->throws) {
    task->throws = false;
    if (task->extra && task->extra->thrown.bound())
      restore_error(std::move(task->extra->thrown));
    else
      restore_error(make_exception(asyncio::cancelled_error_type, std::string_view()));
    // It was waiting for a future that needn't be there.
    add_context_of_loop(task);
  }
  if (task->must_cancel) {
    task->must_cancel = false;
    if (!state.error.bound() || !error_is(asyncio::cancelled_error_type)) {
      if (state.error.bound()) take_error();
      restore_error(make_cancelled_error(task));
    }
  }
}

}  // namespace

void step_task(Runnable* node, bool dropped) {
  auto* task = static_cast<TaskObject*>(node);
  if (dropped) [[unlikely]]
    Object::adopt(task);
  else
    run_step(task);
}

void end_step_slowly(TaskObject* task) noexcept {
  HandledException* const base = &task->loop->base;
  if (state.handled != base) {
    task->make_extra().handled = std::exchange(state.handled, base);
    task->has_handled = true;
  }
  if (current_context.bound()) {
    task->make_extra().context = std::move(current_context);
    task->has_context = true;
  }
  if (task->root_finished) finish_task(task);
}

void step_task_slowly(TaskObject* task) noexcept {
  state.current_task = task;
  if (task->has_handled) {
    state.handled = task->extra->handled;
    task->has_handled = false;
  }
  if (task->has_context) {
    current_context = std::move(task->extra->context);
    task->has_context = false;
  }
  prepare_error(task);
  if (task->parked && !resume_parked(task, state.error.bound())) {
    state.current_task = nullptr;
    return end_step_slowly(task);
  }
  Frame* leaf = task->leaf;
  // What drives another object throws into that one.
  bool const is_new_driver = leaf->kind == FrameKind::AwaitedIterator && !leaf->started;
  leaf->started = true;
  if (state.error.bound() && !is_new_driver) [[unlikely]] {
    add_thrown_context(state.handled, &task->loop->base);
    fail(leaf).resume();
  } else {
    leaf->handle().resume();
  }
  state.current_task = nullptr;
  end_step_slowly(task);
}

void throw_cancelled(TaskObject* task) noexcept {
  task->throws = true;
  if (task->extra && task->extra->cancel_message.bound() && !task->extra->cancel_message.is(None))
    task->extra->thrown = make_exception(asyncio::cancelled_error_type, task->extra->cancel_message);
}

namespace {

/// Of a task that is suspended, but counts as the one that runs: its text then says where its coroutine waits.
void note_place(TaskObject const* task) noexcept {
  Frame const* root = task->leaf;
  while (root && root->awaiter) root = root->awaiter;
  if (root && root->position) state.position = root->position;
}

}  // namespace

void wait_for_future(TaskObject* task, FutureObject* future) noexcept {
  if (future == task || future->loop != task->loop) note_place(task);
  if (future == task)
    return throw_next(task, runtime_error_type, "Task cannot await on itself: " + repr_text(Object::share(task)));
  if (future->loop != task->loop)
    return throw_next(task, runtime_error_type,
                      "Task " + repr_text(Object::share(task)) + " got Future " + repr_text(Object::share(future)) +
                          " attached to a different loop");
  future->blocking = false;
  task->result = Object::share(future);
  if (future->type->is_user_class && is_overridden(future->type, "add_done_callback"_s)) [[unlikely]]
    wait_by_class(task, future, context_of_task(task));
  else
    add_waiter(future, task);
  if (task->must_cancel) [[unlikely]] {
    Object const message = task->extra ? task->extra->cancel_message : Object();
    if (cancel_future(future, message.bound() ? message : None)) task->must_cancel = false;
  }
}

void throw_next(TaskObject* task, Type& type, std::string_view message) noexcept {
  task->throws = true;
  task->make_extra().thrown = make_exception(type, message);
  task->loop->push(task);
}

void task_yielded(TaskObject* task, Object value) noexcept {
  if (value.is(None)) return task->loop->push(task);
  if (is_future(value)) {
    auto* future = value.as<FutureObject>();
    if (future->blocking) return wait_for_future(task, future);
    return throw_next(
        task, runtime_error_type,
        "yield was used instead of yield from in task " + repr_text(Object::share(task)) + " with " + repr_text(value));
  }
  throw_next(task, runtime_error_type, "Task got bad yield: " + repr_text(value));
}

void use_context(TaskObject* task, Object const& context) {
  if (context.is(None)) return;
  task->make_extra().context = context;
  task->has_context = true;
}

namespace {

void name_task(TaskObject* task, Object name, Object const& context) {
  if (!name.bound() || name.is(None)) name = Object::small_int(next_task_number++);
  task->name = std::move(name);
  bool const is_given = context.bound() && !context.is(None);
  if (is_given || current_context.bound()) use_context(task, context_for(context));
}

void push_task(TaskObject* task) noexcept {
  // The ready queue's reference.
  ++task->references;
  task->loop->push(task);
}

}  // namespace

void schedule_task(TaskObject* task, Object name, Object const& context) {
  name_task(task, std::move(name), context);
  push_task(task);
}

TaskObject* make_task(EventLoopObject* loop, Frame* root, Object name) {
  auto* task = new TaskObject(loop, root);
  // Who makes it otherwise than `asyncio.create_task` notes that again.
  if (loop->debug) [[unlikely]]
    note_creation(task, "tasks.py:410");
  if (name.bound() || current_context.bound()) [[unlikely]] {
    schedule_task(task, std::move(name));
  } else {
    task->name = Object::small_int(next_task_number++);
    push_task(task);
  }
  return task;
}

namespace {
constinit EagerStep* innermost_eager_step = nullptr;
}  // namespace

EagerStep::EagerStep(TaskObject* making) noexcept : maker(making), outer(std::exchange(innermost_eager_step, this)) {}
EagerStep::~EagerStep() { innermost_eager_step = outer; }

bool is_running(TaskObject const* task) noexcept {
  for (EagerStep const* step = innermost_eager_step; step; step = step->outer)
    if (step->maker == task) return true;
  return state.current_task == task;
}

// CPython's Task.__eager_start. The step sees itself as the current task; whoever makes the task goes on as before.
Result<void> step_eagerly(TaskObject* task, Object name, Object const& context) {
  name_task(task, std::move(name), context);
  ++task->references;
  TaskObject* const maker = state.current_task;
  EagerStep const step(maker);
  HandDriver* const driver = std::exchange(state.hand_driver, nullptr);
  HandledException* const handled = std::exchange(state.handled, &task->loop->base);
  std::uint32_t const depth = state.depth;
  Object makers_context = std::move(current_context);
  run_step(task);
  reschedule_yielded(task);
  current_context = std::move(makers_context);
  state.depth = depth;
  state.handled = handled;
  state.hand_driver = driver;
  state.current_task = maker;
  // As CPython's eager tasks, which forget it.
  if (task->done()) task->make_extra().coroutine = None;
  if (state.error.bound()) return raised;
  return {};
}

void keep_coroutine(TaskObject* task, Object const& coroutine) {
  Frame* const root = root_of(task->leaf);
  bool const is_driven = root && root->kind == FrameKind::AwaitedIterator;
  if (is_coroutine_layout(type_of(coroutine)) && !is_driven) {
    auto* object = coroutine.as<CoroutineObject>();
    // Frames of the runtime's own coroutines don't know their names.
    if (!task->code) task->code = object->code;
    object->root = root;
    object->awaited = true;
  }
  task->make_extra().coroutine = coroutine;
}

namespace {

struct Search {
  Frame const* root;
  TaskObject* holder = nullptr;
};

void examine_holder(HeapObject* object, std::size_t, void* data) {
  if (!object->type || !is_subtype(object->type, &task_type)) return;
  auto* const task = static_cast<TaskObject*>(static_cast<FutureObject*>(object));
  auto* const search = static_cast<Search*>(data);
  if (task->leaf == search->root) search->holder = task;
}

}  // namespace

void take_back_from_task(CoroutineObject* object) noexcept {
  bool const is_held = object->awaited && object->root && !object->root->started;
  if (!is_held) return;
  Search search{object->root};
  for_each_object(examine_holder, &search);
  if (!search.holder) return;
  object->awaited = false;
  Frame* const driver = coroutine_driver(Object::share(object));
  driver->depth = object->root->depth;
  search.holder->leaf = driver;
}

Object coroutine_of(TaskObject* task) {
  if (task->extra && task->extra->coroutine.bound()) return task->extra->coroutine;
  Object made = make_coroutine_object(root_of(task->leaf));
  made.as<CoroutineObject>()->code = task->code;
  if (task->done())
    task->make_extra().coroutine = made;
  else
    keep_coroutine(task, made);
  return made;
}

Object context_of_task(TaskObject* task) {
  if (task == state.current_task) {
    if (!current_context.bound()) current_context = contextvars::copy_context();
    return current_context;
  }
  if (!task->has_context) use_context(task, contextvars::make_context(Arguments(), Dict<Str, Object>()).value());
  return task->extra->context;
}

std::string repr_text(Object const& object) noexcept {
  Result<Str> text = operators::repr(object);
  if (text) return std::move(text).value().utf8();
  take_error();
  return "<object>";
}

}  // namespace detail

void TaskObject::destroy_pending() noexcept {
  detail::unlink(this);
  if (sleeping || parked) {
    result.leak();
    sleeping = parked = false;
  }
  detail::leave_coroutine(this);
  if (leaf) detail::destroy_frame(detail::root_of(leaf), leaf->started ? leaf : nullptr);
}

}  // namespace aiocc
