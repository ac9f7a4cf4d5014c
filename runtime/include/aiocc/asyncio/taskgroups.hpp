// asyncio.TaskGroup: tasks that end together.
#pragma once

#include "aiocc/asyncio/tasks.hpp"
#include "aiocc/bindings.hpp"

namespace aiocc::asyncio {

extern Type task_group_type;

struct TaskGroupObject : HeapObject {
  TaskGroupObject() : HeapObject(&task_group_type) {}

  bool entered = false;
  bool exiting = false;
  bool aborting = false;
  bool parent_cancel_requested = false;
  EventLoopObject* loop = nullptr;
  /// The task whose `async with` this is.
  Object parent;
  /// Those that haven't finished.
  std::vector<Object> tasks;
  std::vector<Object> errors;
  Object base_error;
  /// Done when `tasks` becomes empty while the block's end waits for that.
  Object on_completed;

  void abort() noexcept;
};

namespace detail {
/// Starts a task in the group from a frame, which it takes over.
Result<Object> new_group_task(TaskGroupObject* group, Frame* root, Object const& name, Object const& context);
}  // namespace detail

/// An asynchronous context manager that waits for its tasks. If one fails, the others are cancelled.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("TaskGroup") TaskGroup : public Object {
 public:
  constexpr TaskGroup() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, task_group_type); }
  TaskGroupObject* get() const noexcept { return as<TaskGroupObject>(); }

  template <class T>
  AIOCC_PY(
      "def create_task[T](self, coro: Coroutine[object, object, T], *, name: object = None, context: object = None) -> "
      "Task[T]",
      stores)
  Result<Task<T>> create_task(Coroutine<T> coro, Object const& name = None, Object const& context = None) const {
    return word_cast<Task<T>>(PASS(detail::new_group_task(get(), coro.release(), name, context)));
  }
  AIOCC_PY("def create_task(self, coro: object, *, name: object = None, context: object = None) -> Task[object]",
           stores)
  Result<Task<Object>> create_task(Object const& coro, Object const& name = None, Object const& context = None) const;
  AIOCC_PY("async def __aenter__(self) -> TaskGroup")
  Coroutine<TaskGroup> aenter() const;
  AIOCC_PY("async def __aexit__(self, et: object, exc: object, tb: object) -> None")
  Coroutine<void> aexit(Object et, Object exc, Object tb) const;
};
AIOCC_PY("def TaskGroup() -> TaskGroup")
TaskGroup make_task_group();

}  // namespace aiocc::asyncio
