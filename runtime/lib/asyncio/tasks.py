"""Tasks, and functions that wait for several, under their module's name."""

from asyncio import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed, create_eager_task_factory, create_task, current_task
from asyncio import eager_task_factory, ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for

__all__ = (
    "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed", "sleep", "gather", "shield",
    "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks", "create_eager_task_factory", "eager_task_factory",
)

# CPython has the same twice, in Python and in C.
_PyTask = _CTask = Task
_py_current_task = _c_current_task = current_task


def _fixed(*args, **kwargs):
    raise NotImplementedError("the tables of tasks are the runtime's own")


_register_task = _py_register_task = _c_register_task = _fixed
_unregister_task = _py_unregister_task = _c_unregister_task = _fixed
_enter_task = _py_enter_task = _c_enter_task = _fixed
_leave_task = _py_leave_task = _c_leave_task = _fixed
