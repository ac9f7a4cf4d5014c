// asyncio.Task and the functions that start, collect and await tasks.
#pragma once

#include "aiocc/asyncio/futures.hpp"
#include "aiocc/bindings.hpp"
#include "aiocc/core/await_object.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/sleep.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::asyncio {

namespace detail {
/// Of an int of any size; one that no float can hold is longer than anybody waits.
double seconds(Int const& delay) noexcept;
/// `loop.create_task` over a frame, which it takes over, through the loop's task factory if it has one. `name` is None for "Task-1", `context`
/// None for a copy of the current one.
Result<Object> new_task(Object const& loop, Frame* root, Object const& name = None, Object const& context = None);
/// The same on the running loop. RuntimeError if there is none: the coroutine is dropped.
Result<Object> new_special_task(Frame* root, Object const& name, Object const& context);
inline Result<Object> new_task_here(Frame* root, Object const& name = None, Object const& context = None) {
  bool const is_plain = state.loop && name.is(None) && context.is(None) && !state.loop->task_factory.bound();
  if (!is_plain) [[unlikely]]
    return new_special_task(root, name, context);
  return Object::adopt(aiocc::detail::make_task(state.loop, root));
}
/// The same for a coroutine object, which the task keeps for `get_coro`.
Result<Object> new_task_of(Object const& loop, Object const& coroutine, Object const& name = None,
                           Object const& context = None);
Str task_name(TaskObject const* task);
Result<void> set_task_name(TaskObject* task, Object const& value);
Int uncancel_task(TaskObject* task) noexcept;
// The bodies of Task.get_stack and print_stack, which are in asyncio's Python half.
Result<Object> task_stack(Object const& task, Object const& limit);
Result<void> print_task_stack(Object const& task, Object const& limit, Object const& file);
/// TypeError for anything but a coroutine.
Result<void> require_coroutine(Object const& coroutine);
/// A coroutine object for any awaitable but futures, as ensure_future accepts them.
Result<Object> coroutine_of_awaitable(Object const& awaitable);
/// Runs the loop until the future is done, and gives its result.
Result<Object> run_until_done(EventLoopObject* loop, Object const& future);
/// A frame that will never run, with an error in flight.
Raised drop_frame(Frame* root);
/// RuntimeError if the loop is closed, runs already, or another one does.
Result<void> check_runnable(EventLoopObject const* loop);
/// Runs the loop until a task that nobody else has is done.
Result<Object> run_new_task(EventLoopObject* loop, Object const& task);
/// The body of run_until_complete over a frame that it owns.
Result<Object> run_until_complete(Object const& loop, Frame* root);

/// A gathering future over futures of one loop.
Object gather_futures(std::span<Object const> futures, bool return_exceptions);

template <class T>
using Gathered = std::conditional_t<std::is_void_v<T>, Object, T>;
}  // namespace detail

/// A coroutine that the loop runs.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Task[T](Future[T])", subclassable) Task : public Future<T> {
 public:
  constexpr Task() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, task_type); }
  TaskObject* get() const noexcept { return static_cast<TaskObject*>(this->template as<FutureObject>()); }

  AIOCC_PY("def get_name(self) -> str")
  Str get_name() const { return detail::task_name(get()); }
  AIOCC_PY("def set_name(self, value: object, /) -> None")
  Result<void> set_name(Object const& value) const { return detail::set_task_name(get(), value); }
  /// How many times `cancel` was called, less `uncancel`.
  AIOCC_PY("def cancelling(self) -> int")
  Int cancelling() const noexcept { return Int(get()->cancels_requested); }
  AIOCC_PY("def uncancel(self) -> int")
  Int uncancel() const noexcept { return detail::uncancel_task(get()); }
  /// The coroutine that it runs; None of an eager task that finished at once.
  AIOCC_PY("def get_coro(self) -> object", retains)
  Object get_coro() const { return aiocc::detail::coroutine_of(get()); }
  AIOCC_PY_PROPERTY("_coro: object")
  Object own_coroutine() const { return aiocc::detail::coroutine_of(get()); }
  AIOCC_PY_PROPERTY("_log_destroy_pending: bool")
  bool log_destroy_pending() const noexcept { return get()->log_destroy_pending; }
  AIOCC_PY_PROPERTY("_log_destroy_pending: bool", setter)
  Result<void> set_log_destroy_pending(Object const& value) const {
    get()->log_destroy_pending = PASS(operators::truth(value));
    return {};
  }
  /// The frames where the task stands, or those of its traceback once it has failed.
  AIOCC_PY("def get_stack(self, *, limit: object = None) -> object")
  Result<Object> get_stack(Object const& limit = None) const { return detail::task_stack(*this, limit); }
  AIOCC_PY("def print_stack(self, *, limit: object = None, file: object = None) -> None")
  Result<void> print_stack(Object const& limit = None, Object const& file = None) const {
    return detail::print_task_stack(*this, limit, file);
  }
  AIOCC_PY_PROPERTY("_must_cancel: bool")
  bool must_cancel() const noexcept { return get()->must_cancel; }
  AIOCC_PY("def get_context(self) -> object", retains)
  Object get_context() const { return aiocc::detail::context_of_task(get()); }
};

AIOCC_PY(
    "def Task(coro: object, *, loop: object = None, name: object = None, context: object = None, eager_start: object = "
    "False) -> Task[object]",
    stores)
Result<Task<Object>> make_task(Object const& coro, Object const& loop = None, Object const& name = None,
                               Object const& context = None, Object const& eager_start = False);

/// Schedules the coroutine on the running loop.
template <class T>
AIOCC_PY(
    "def create_task[T](coro: Coroutine[object, object, T], *, name: object = None, context: object = None) -> Task[T]",
    stores)
Result<Task<T>> create_task(Coroutine<T> coro, Object const& name = None, Object const& context = None) {
  return word_cast<Task<T>>(PASS(detail::new_task_here(coro.release(), name, context)));
}
AIOCC_PY("def create_task(coro: object, *, name: object = None, context: object = None) -> Task[object]", stores)
Result<Task<Object>> create_task(Object const& coro, Object const& name = None, Object const& context = None);

/// Waits for `delay` seconds.
AIOCC_PY("async def sleep(delay: float) -> None")
inline Sleep sleep(double delay) noexcept { return Sleep(delay); }
AIOCC_PY("async def sleep(delay: int) -> None")
inline Sleep sleep(Int const& delay) noexcept {
  return delay.is_small_int() ? Sleep(static_cast<double>(delay.small())) : Sleep(detail::seconds(delay));
}
inline Sleep sleep(int delay) noexcept { return Sleep(delay); }
AIOCC_PY("async def sleep(delay: object, result: object = None) -> object", source("asyncio/tasks.py:703"))
Coroutine<Object> sleep(Object delay, Object result = None);

/// Collects the results of tasks, in order; the first exception ends the wait, but not the other tasks.
template <class T>
Future<List<detail::Gathered<T>>> gather(List<Task<T>> const& tasks, bool return_exceptions = false) {
  return word_cast<Future<List<detail::Gathered<T>>>>(detail::gather_futures(tasks.words(), return_exceptions));
}
/// Coroutines become tasks first, in order.
template <class T, std::same_as<Coroutine<T>>... More>
Result<Future<List<detail::Gathered<T>>>> gather(Coroutine<T> first, More... more) {
  Object futures[1 + sizeof...(More)];
  Object* next = futures;
  Frame* frames[] = {first.release(), more.release()...};
  for (Frame* frame : frames) *next++ = PASS(detail::new_task_here(frame));
  for (Object& future : futures) future.as<FutureObject>()->log_destroy_pending = false;
  return word_cast<Future<List<detail::Gathered<T>>>>(detail::gather_futures(futures, false));
}
AIOCC_PY("def gather[T](*coros_or_futures: Future[T]) -> Future[list[T]]", retains, copies)
Result<Object> gather(Arguments coros_or_futures);
AIOCC_PY("def gather(*coros_or_futures: object, return_exceptions: object = False) -> Future[list[object]]", stores,
         copies)
Result<Future<List<Object>>> gather(Arguments coros_or_futures, Object const& return_exceptions);

AIOCC_PY(
    "async def wait(fs: object, *, timeout: object = None, return_when: object = 'ALL_COMPLETED') -> "
    "tuple[set[object], set[object]]",
    stores, source("asyncio/tasks.py:424"))
Coroutine<Tuple<Set<Object>, Set<Object>>> wait(Object fs, Object timeout = None,
                                                Object return_when = "ALL_COMPLETED"_s);
AIOCC_PY_CONSTANT("FIRST_COMPLETED: str")
extern Str const FIRST_COMPLETED;
AIOCC_PY_CONSTANT("FIRST_EXCEPTION: str")
extern Str const FIRST_EXCEPTION;
AIOCC_PY_CONSTANT("ALL_COMPLETED: str")
extern Str const ALL_COMPLETED;

/// Awaits without being cancelled: cancelling the result doesn't cancel `arg`.
AIOCC_PY("def shield(arg: object) -> Future[object]", stores, retains)
Result<Future<Object>> shield(Object const& arg);

AIOCC_PY("def as_completed(fs: object, *, timeout: object = None) -> object", stores)
Result<Object> as_completed(Object const& fs, Object const& timeout = None);

AIOCC_PY("def ensure_future(coro_or_future: object, *, loop: object = None) -> Future[object]", stores, retains)
Result<Future<Object>> ensure_future(Object const& coro_or_future, Object const& loop = None);
AIOCC_PY("def current_task(loop: object = None) -> object")
Result<Object> current_task(Object const& loop = None);
AIOCC_PY("def all_tasks(loop: object = None) -> set[Task[object]]")
Result<Set<Task<Object>>> all_tasks(Object const& loop = None);

AIOCC_PY("def iscoroutine(obj: object) -> bool")
bool iscoroutine(Object const& obj) noexcept;

}  // namespace aiocc::asyncio
