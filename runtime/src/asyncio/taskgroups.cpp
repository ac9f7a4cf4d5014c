// Task groups, step for step as CPython's asyncio.taskgroups.
#include "aiocc/asyncio/taskgroups.hpp"

#include <algorithm>

#include "../objects/attributes_apart.hpp"
#include "../objects/constructor_arguments.hpp"
#include "../objects/native_instance.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc::asyncio {

namespace {

TaskObject* parent_of(TaskGroupObject const* group) noexcept {
  return static_cast<TaskObject*>(group->parent.as<FutureObject>());
}

bool is_base_error(Object const& error) noexcept {
  return is_instance(error, system_exit_type) || is_instance(error, keyboard_interrupt_type);
}

// TaskGroup._on_task_done; `data` is the group.
void task_done(Object const& task, Object const& data) {
  auto* group = data.as<TaskGroupObject>();
  auto* done = task.as<FutureObject>();
  auto const found =
      std::find_if(group->tasks.begin(), group->tasks.end(), [&](Object const& each) { return each.is(task); });
  if (found != group->tasks.end()) group->tasks.erase(found);
  if (group->on_completed.bound() && group->tasks.empty()) {
    auto* waiter = group->on_completed.as<FutureObject>();
    if (!waiter->done()) aiocc::detail::finish_with_result(waiter, True);
  }
  if (!done->failed) return;
  done->log_traceback = false;
  Object const error = done->result;
  group->errors.push_back(error);
  if (is_base_error(error) && !group->base_error.bound()) group->base_error = error;
  TaskObject* parent = parent_of(group);
  if (parent->done()) {
    std::string const message = "Task " + aiocc::detail::repr_text(task) + " has errored out but its parent task " +
                                aiocc::detail::repr_text(group->parent) + " is already completed";
    return aiocc::detail::report(group->loop, message.c_str(), "task", task, error);
  }
  if (group->aborting || group->parent_cancel_requested) return;
  group->abort();
  group->parent_cancel_requested = true;
  aiocc::detail::cancel_future(parent, None);
}

Raised group_error(TaskGroup const& group, char const* what) {
  return raise_error(runtime_error_type, "TaskGroup " + aiocc::detail::repr_text(group) + " " + what);
}

Coroutine<TaskGroup> enter(TaskGroup self) {
  TaskGroupObject* group = self.get();
  if (group->entered) co_return group_error(self, "has already been entered");
  group->loop = CO_PASS(aiocc::detail::require_running_loop());
  if (!state.current_task) co_return group_error(self, "cannot determine the parent task");
  group->parent = Object::share(state.current_task);
  group->entered = true;
  co_return self;
}

Raised raise_errors(TaskGroupObject* group) {
  TaskObject* parent = parent_of(group);
  if (parent->cancels_requested) {
    // Keeps the count of cancellations as it is.
    word_cast<Task<Object>>(group->parent).uncancel();
    aiocc::detail::cancel_future(parent, None);
  }
  Object const errors = Object::adopt(make_list_object(std::move(group->errors)));
  Result<Object> error = call(box(base_exception_group_type), "unhandled errors in a TaskGroup"_s, errors);
  if (!error) return raised;
  return raise_from(error.value(), None);
}

// TaskGroup._aexit.
Coroutine<void> leave(TaskGroup self, Object exc) {
  TaskGroupObject* group = self.get();
  group->exiting = true;
  bool const failed = !exc.is(None);
  if (failed && is_base_error(exc) && !group->base_error.bound()) group->base_error = exc;
  Object cancellation;
  if (failed && is_instance(exc, cancelled_error_type)) cancellation = exc;
  if (failed && !group->aborting) group->abort();
  while (!group->tasks.empty()) {
    if (!group->on_completed.bound()) group->on_completed = Object::adopt(aiocc::detail::make_future(group->loop));
    Future<Object> const completed = word_cast<Future<Object>>(group->on_completed);
    Result<Object> waited = co_await completed.caught(nullptr);
    if (!waited) {
      if (!error_is(cancelled_error_type)) co_return raised;
      Ref<BaseException> error = take_error();
      if (!group->aborting) {
        cancellation = error;
        group->abort();
      }
    }
    group->on_completed.reset();
  }
  if (group->base_error.bound()) co_return raise(group->base_error);
  if (group->parent_cancel_requested) {
    Int const left = word_cast<Task<Object>>(group->parent).uncancel();
    if (left == Int(0)) cancellation.reset();
  }
  if (cancellation.bound() && group->errors.empty()) co_return raise(cancellation);
  if (failed && !is_instance(exc, cancelled_error_type)) group->errors.push_back(exc);
  if (!group->errors.empty()) co_return raise_errors(group);
  co_return {};
}

Result<Object> construct_group(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(aiocc::detail::make_native<TaskGroupObject>(type, task_group_type));
}
Result<void> init_group(Object const&, Object const* args, std::size_t count, KeywordNames const* names) {
  return aiocc::detail::init_arguments("TaskGroup", {}, args, count, names, nullptr);
}

// TaskGroup.__repr__.
Result<Object> repr_group(Object const& self) {
  auto const* group = self.as<TaskGroupObject>();
  std::string text = "<TaskGroup";
  if (!group->tasks.empty()) text += " tasks=" + std::to_string(group->tasks.size());
  if (!group->errors.empty()) text += " errors=" + std::to_string(group->errors.size());
  if (group->aborting)
    text += " cancelling";
  else if (group->entered)
    text += " entered";
  return Str::from_utf8(text + ">");
}

constexpr Slots group_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = aiocc::detail::dealloc_native<TaskGroupObject, task_group_type>;
  slots.construct = construct_group;
  slots.init = init_group;
  slots.traverse = aiocc::detail::traverse_members<&TaskGroupObject::tasks, &TaskGroupObject::errors>;
  slots.clear = aiocc::detail::clear_members<&TaskGroupObject::tasks, &TaskGroupObject::errors>;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr_group;
  return slots;
}

}  // namespace

constinit Type task_group_type("TaskGroup", &object_type, sizeof(TaskGroupObject),
                               group_slots(members<task_group_type>), "asyncio.taskgroups",
                               /*python_may_derive=*/true);
[[maybe_unused]] bool const task_group_has_attributes = aiocc::detail::keep_attributes_apart(task_group_type);

void TaskGroupObject::abort() noexcept {
  aborting = true;
  std::vector<Object> const all = tasks;
  for (Object const& task : all) aiocc::detail::cancel_future(task.as<FutureObject>(), None);
}

namespace detail {

namespace {

// Why the group takes no more tasks; null: it does.
char const* refusal_of(TaskGroupObject const* group) noexcept {
  if (!group->entered) return "has not been entered";
  if (group->exiting && group->tasks.empty()) return "is finished";
  return group->aborting ? "is shutting down" : nullptr;
}

Result<Object> join_group(TaskGroupObject* group, Object const& task) {
  Object const self = Object::share(group);
  if (task.as<FutureObject>()->done()) {
    // An eager task that is done already.
    task_done(task, self);
    return task;
  }
  group->tasks.push_back(task);
  aiocc::detail::add_done_callback(task.as<FutureObject>(), task_done, self)->label = "TaskGroup._on_task_done()";
  return task;
}

}  // namespace

Result<Object> new_group_task(TaskGroupObject* group, Frame* root, Object const& name, Object const& context) {
  if (char const* const refusal = refusal_of(group)) {
    // As CPython, which closes the coroutine: it doesn't count as never awaited.
    root->started = true;
    root->handle().destroy();
    return group_error(word_cast<TaskGroup>(Object::share(group)), refusal);
  }
  Object const task = PASS(new_task(Object::share(group->loop), root, name, context));
  if (group->loop->debug) aiocc::detail::note_creation(task.heap(), "taskgroups.py:205");
  return join_group(group, task);
}

}  // namespace detail

Result<Task<Object>> TaskGroup::create_task(Object const& coro, Object const& name, Object const& context) const {
  if (char const* const refusal = detail::refusal_of(get())) {
    PASS(call_method(coro, "close"_s));
    return group_error(*this, refusal);
  }
  Object const task = PASS(detail::new_task_of(Object::share(get()->loop), coro, name, context));
  if (get()->loop->debug) aiocc::detail::note_creation(task.heap(), "taskgroups.py:205");
  return word_cast<Task<Object>>(PASS(detail::join_group(get(), task)));
}

Coroutine<TaskGroup> TaskGroup::aenter() const { return enter(*this); }
Coroutine<void> TaskGroup::aexit(Object, Object exc, Object) const { return leave(*this, std::move(exc)); }

TaskGroup make_task_group() { return word_cast<TaskGroup>(Object::adopt(new TaskGroupObject)); }

}  // namespace aiocc::asyncio
