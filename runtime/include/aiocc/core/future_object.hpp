// Futures and tasks as objects: their state, their waiters, and what awaiting one does.
#pragma once

#include "aiocc/core/awaiting.hpp"
#include "aiocc/core/event_loop.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/exceptions.hpp"

namespace aiocc {

extern Type future_type, task_type, gathering_future_type;

enum class FutureState : std::uint8_t { Pending, Cancelled, Finished };
enum class FutureKind : std::uint8_t { Future, Task, Gathering };

/// What few futures have.
struct FutureExtra {
  static void* operator new(std::size_t bytes) { return detail::allocate_frame(bytes); }
  static void operator delete(void* memory, std::size_t bytes) noexcept { detail::release_frame(memory, bytes); }

  Object cancel_message;
  /// The CancelledError that ended the task, for whoever awaits it first.
  Ref<BaseException> cancelled_error;
  /// What the task's next step throws; unbound with `throws` set: CancelledError.
  Ref<BaseException> thrown;
  /// Innermost slot of a suspended task's handled exceptions.
  HandledException* handled = nullptr;
  /// The context that a suspended task runs in, if it isn't an empty one.
  Object context;
  /// The task's coroutine as an object, where it was given as one or somebody asked for it. It doesn't own the frame.
  Object coroutine;
};

struct FutureObject : HeapObject {
  FutureObject(EventLoopObject* owner, Type* future_object_type, FutureKind its_kind = FutureKind::Future) noexcept
      : HeapObject(future_object_type), loop(owner), future_kind(its_kind) {
    ++owner->references;
  }
  [[gnu::always_inline]] ~FutureObject() {
    if (waiters) [[unlikely]]
      drop_waiters();
    if (extra) [[unlikely]]
      delete extra;
    Object::adopt(loop);
  }

  /// The value, or the exception if `failed`. Of a pending task, what it waits for: a future, or, with `sleeping` or `parked`, a node in its
  /// leaf's frame.
  Object result;
  /// The last node of the circular list of those who are told when it's done; null: none.
  Runnable* waiters = nullptr;
  EventLoopObject* loop;
  FutureExtra* extra = nullptr;
  FutureState future_state : 2 = FutureState::Pending;
  FutureKind future_kind : 2;
  /// `result` is an exception.
  bool failed : 1 = false;
  /// The exception is reported if it's never retrieved.
  bool log_traceback : 1 = false;
  /// Yielded by `await`, rather than by a bare `yield`.
  bool blocking : 1 = false;
  /// Some waiter is a DoneCallback.
  bool has_callbacks : 1 = false;
  /// Of a gathering future.
  bool cancel_requested : 1 = false;
  /// Some waiter may be a GatheredChild.
  bool has_gatherers : 1 = false;
  /// For a moment, while `gather` counts those of its futures that are done, each once.
  bool gathered : 1 = false;
  // Of tasks:
  bool must_cancel : 1 = false;
  bool sleeping : 1 = false;
  bool parked : 1 = false;
  /// The next step throws `extra->thrown`, or CancelledError, which `uncancel` doesn't take back.
  bool throws : 1 = false;
  bool log_destroy_pending : 1 = true;
  bool has_handled : 1 = false;
  /// `extra->context` is bound.
  bool has_context : 1 = false;
  /// Of a task: calls of `cancel` less those of `uncancel`.
  std::uint16_t cancels_requested = 0;
  /// Of a task. Not a bit: it's read right after it's written, where a store of other bits in between would have to be waited for.
  bool root_finished = false;
  /// Entries of the exception's traceback when it was set: each retrieval starts from there.
  std::uint32_t traceback_length = 0;

  FutureKind kind() const noexcept { return future_kind; }
  /// Those who wait for it will never be told.
  void drop_waiters() noexcept;
  bool done() const noexcept { return future_state != FutureState::Pending; }
  FutureExtra& make_extra() {
    if (!extra) extra = new FutureExtra;
    return *extra;
  }
};

struct TaskObject : FutureObject, Runnable {
  TaskObject(EventLoopObject* owner, Frame* root);
  /// An instance of a class that Python code derived; it gets its coroutine from `__init__`.
  TaskObject(EventLoopObject* owner, Type* derived) noexcept;
  [[gnu::always_inline]] ~TaskObject() {
    if (!done()) [[unlikely]]
      destroy_pending();
  }

  /// While pending, where the chain of frames is suspended; later null.
  Frame* leaf;
  /// Of the coroutine, for reprs.
  Code const* code;
  /// A str, or the number in "Task-1".
  Object name;
  TaskObject* next_task = nullptr;
  TaskObject** link_to_this = nullptr;

  /// Joins its loop's tasks with a coroutine to run.
  void begin(Frame* root) noexcept;

 private:
  void destroy_pending() noexcept;
};

namespace asyncio::detail {
// `__new__` and `__init__` of futures and tasks.
Result<Object> construct_future(Type* type, Object const* args, std::size_t count, KeywordNames const* names);
Result<void> init_future_object(Object const& self, Object const* args, std::size_t count, KeywordNames const* names);
Result<Object> construct_task(Type* type, Object const* args, std::size_t count, KeywordNames const* names);
Result<void> init_task_object(Object const& self, Object const* args, std::size_t count, KeywordNames const* names);
}  // namespace asyncio::detail

namespace detail {

inline void add_waiter(FutureObject* future, Runnable* node) noexcept {
  if (future->waiters) {
    node->next = future->waiters->next;
    future->waiters->next = node;
  } else {
    node->next = node;
  }
  future->waiters = node;
}
/// `isinstance(object, asyncio.Future)`.
inline bool is_future(Object const& object) noexcept {
  Type const* const type = type_of(object);
  return type == &task_type || type == &future_type || is_subtype(type, &future_type);
}
/// `repr(object)`; never fails.
std::string repr_text(Object const& object) noexcept;
bool remove_waiter(FutureObject* future, Runnable* node) noexcept;
/// As remove_waiter, and where the future is done the node doesn't get its turn.
void withdraw_waiter(FutureObject* future, Runnable* node) noexcept;

/// It's done: those who wait are told in the next turn.
void schedule_waiters(FutureObject* future) noexcept;
// What `set_result`, `set_exception` and `cancel` do once their arguments are checked. They schedule the waiters.
void finish_with_result(FutureObject* future, Object value) noexcept;
void finish_with_exception(FutureObject* future, Ref<BaseException> exception) noexcept;
void finish_cancelled(FutureObject* future, Object message) noexcept;

/// `future.cancel(msg)`, for each kind. False: it was done already.
bool cancel_future(FutureObject* future, Object const& message) noexcept;
/// `future.result()`: InvalidStateError while it's pending.
Result<Object> future_result(FutureObject* future);
/// What a failed or cancelled future was given is put into flight as it is; false: it has a value.
bool restore_future_error(FutureObject* future) noexcept;
/// The same raised: what is being handled becomes its context.
bool raise_future_error(FutureObject* future) noexcept;
Ref<BaseException> make_cancelled_error(FutureObject* future);

/// `frame` awaits `future`.
std::coroutine_handle<> suspend_on(Frame& frame, FutureObject* future) noexcept;

/// `task` is suspended and has yielded `value`: a future to wait for, or None for the next turn.
void task_yielded(TaskObject* task, Object value) noexcept;

/// A task that owns `root`; it takes its first step in the next turn. The reference is the caller's.
TaskObject* make_task(EventLoopObject* loop, Frame* root, Object name = Object());
/// The task runs in this context rather than in a copy of its maker's; None changes nothing.
void use_context(TaskObject* task, Object const& context);
/// Names the task, gives it its context and schedules its first step.
void schedule_task(TaskObject* task, Object name, Object const& context = Object());
/// The same, but its first step is taken at once. Error: KeyboardInterrupt or SystemExit came out of it.
Result<void> step_eagerly(TaskObject* task, Object name, Object const& context);
/// The task's coroutine as an object.
Object coroutine_of(TaskObject* task);
/// `coroutine`, fresh, is what the task runs.
void keep_coroutine(TaskObject* task, Object const& coroutine);
/// What the task's steps run in.
Object context_of_task(TaskObject* task);
FutureObject* make_future(EventLoopObject* loop);

/// Awaits a future or task whose value is known to be a T.
template <class T>
class AwaitFuture : public AwaitForms<AwaitFuture<T>> {
 public:
  using value_type = T;
  explicit AwaitFuture(Object future) noexcept : future_(std::move(future)) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept { return suspend_on(frame, future_.as<FutureObject>()); }
  T take() noexcept {
    if constexpr (!std::is_void_v<T>) return from_object<T>(future_.as<FutureObject>()->result);
  }
  void abandon() noexcept {}

 private:
  Object future_;
};

}  // namespace detail

}  // namespace aiocc
