// The types of futures and tasks: reprs, and the reports of exceptions that nobody retrieved.
#include "../objects/attributes_apart.hpp"
#include "../objects/core.hpp"
#include "../objects/native_instance.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/future_iterator.hpp"
#include "aiocc/core/gathering.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/collector.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc {

namespace {

// How a waiter shows among the callbacks of a future.
std::string callback_text(Runnable const* node) {
  if (node->run == detail::step_task) return "Task.task_wakeup()";
  if (node->run == detail::child_done)
    return "gather.<locals>._done_callback() at " + detail::library_place("tasks.py:820");
  return detail::callback_label(node);
}

// CPython's base_futures._format_callbacks.
std::string callbacks_text(FutureObject const* future) {
  Runnable const* const last = future->waiters;
  Runnable const* const first = last->next;
  std::size_t count = 1;
  for (Runnable const* node = first; node != last; node = node->next) ++count;
  if (count == 1) return "cb=[" + callback_text(first) + "]";
  if (count == 2) return "cb=[" + callback_text(first) + ", " + callback_text(last) + "]";
  return "cb=[" + callback_text(first) + ", <" + std::to_string(count - 2) + " more>, " + callback_text(last) + "]";
}

char const* state_text(FutureObject const* future) {
  switch (future->future_state) {
    case FutureState::Pending:
      return future->kind() == FutureKind::Task && future->cancels_requested ? "cancelling" : "pending";
    case FutureState::Cancelled: return "cancelled";
    case FutureState::Finished: break;
  }
  return "finished";
}

/// The coroutine object that a task drives, rather than its frame; null for any other root.
CoroutineObject const* driven_coroutine(Frame const* root) noexcept {
  if (!root || root->kind != FrameKind::AwaitedIterator) return nullptr;
  Object const& driven = *reinterpret_cast<Object const*>(root + 1);
  return driven.bound() && detail::is_coroutine_layout(type_of(driven)) ? driven.as<CoroutineObject>() : nullptr;
}

// CPython's coroutines._format_coroutine.
std::string coroutine_text(TaskObject const* task) {
  bool const runs = detail::is_running(task);
  Frame const* root = runs ? nullptr : task->leaf;
  while (root && root->awaiter) root = root->awaiter;
  Code const* code = task->code;
  if (CoroutineObject const* const driven = driven_coroutine(root)) {
    root = driven->root;
    if (!code) code = driven->code;
  }
  Span const* position = root ? root->position : nullptr;
  // What runs now stands behind its last await.
  if (runs && state.position && state.position->code == code) position = state.position;
  if (!code && position) code = position->code;
  if (!code) return "<coroutine>";
  if (!code->file || !*code->file)
    return "<" + std::string(code->qualified_name) + "() " + (root || runs ? "running" : "done") + ">";
  std::string const name = std::string(code->qualified_name) + "()";
  if (root || runs)
    return "<" + name + " running at " + code->file + ":" +
           std::to_string(position ? position->line : code->first_line) + ">";
  return "<" + name + " done, defined at " + code->file + ":" + std::to_string(code->first_line) + ">";
}

std::string waited_text(TaskObject const* task) {
  if (task->sleeping || task->parked) return " wait_for=<Future pending cb=[Task.task_wakeup()]>";
  if (!task->done() && task->result.bound()) return " wait_for=" + detail::repr_text(task->result);
  return {};
}

// CPython's base_futures._future_repr_info.
Result<Object> repr_future(Object const& self) {
  auto* future = self.as<FutureObject>();
  std::string text = "<" + std::string(detail::plain_name(self.heap()->type)) + " " + state_text(future);
  if (future->kind() == FutureKind::Task) {
    auto* task = static_cast<TaskObject*>(future);
    bool const has_coroutine = !task->extra || !task->extra->coroutine.is(None);
    text += " name=" + detail::repr_text(detail::task_name(task));
    if (has_coroutine) text += " coro=" + coroutine_text(task);
    text += waited_text(task);
  }
  if (future->future_state == FutureState::Finished)
    text +=
        future->failed ? " exception=" + detail::repr_text(future->result) : " result=" + short_repr(future->result);
  if (future->waiters) text += " " + callbacks_text(future);
  return Str::from_utf8(text + detail::created_at(future) + ">");
}

Result<Object> iterate_future(Object const& self) { return detail::make_future_iterator(self); }

bool is_lost(FutureObject const* future) noexcept {
  return future->log_traceback ||
         (!future->done() && future->kind() == FutureKind::Task && future->log_destroy_pending);
}

// What a future or task that nobody will hear of any more tells the exception handler.
void report_loss(FutureObject* future) noexcept {
  bool const pending = !future->done();
  Ref<BaseException> in_flight = take_error();
  char const* const key = future->kind() == FutureKind::Task ? "task" : "future";
  if (pending) {
    future->log_destroy_pending = false;
    detail::report(future->loop, "Task was destroyed but it is pending!", key, Object::share(future), Object());
  } else {
    future->log_traceback = false;
    std::string const message = std::string(detail::plain_name(future->type)) + " exception was never retrieved";
    detail::report(future->loop, message.c_str(), "future", Object::share(future), future->result);
  }
  if (in_flight.bound()) restore_error(std::move(in_flight));
}

// `__del__`, in which the object lives on for the exception handler. False: somebody keeps it.
[[gnu::noinline]] bool report_end(FutureObject* future) noexcept {
  future->references = 1;
  report_loss(future);
  return --future->references == 0;
}

template <class Layout, Type& native>
[[gnu::flatten]] void dealloc_future(HeapObject* self) noexcept {
  auto* future = static_cast<FutureObject*>(self);
  if (is_lost(future) && !report_end(future)) return;
  if (detail::creations_noted) [[unlikely]]
    detail::forget_creation(self);
  detail::dealloc_native<Layout, native>(self);
}

bool reports_end(HeapObject const* self) noexcept {
  auto future = static_cast<FutureObject const*>(self);
  return future->log_traceback ||
         (future->kind() == FutureKind::Task && !future->done() && future->log_destroy_pending);
}

// The waiters that own what they hold while the future owns them.
void traverse_waiters(FutureObject* future, Visitor& visit) {
  Runnable* node = future->waiters;
  if (!node) return;
  do {
    node = node->next;
    if (node->run == detail::run_done_callback) visit(static_cast<DoneCallback*>(node)->data);
    if (node->run == detail::child_done) visit(static_cast<GatheredChild*>(node)->gathering);
    if (node->run == detail::step_task) visit(static_cast<TaskObject*>(node));
  } while (node != future->waiters);
}

template <class Layout>
void traverse_future(HeapObject* self, Visitor& visit) {
  auto future = static_cast<FutureObject*>(self);
  // Of a task that sleeps or is parked, that's a node in its frame.
  if (!future->sleeping && !future->parked) visit(future->result);
  traverse_waiters(future, visit);
  if (FutureExtra const* extra = future->extra) {
    visit(extra->cancel_message);
    visit(extra->cancelled_error);
    visit(extra->thrown);
    visit(extra->coroutine);
  }
  if constexpr (std::is_same_v<Layout, GatheringFutureObject>) {
    auto gathering = static_cast<GatheringFutureObject*>(self);
    for (std::size_t i = 0; i < gathering->count; ++i) visit(gathering->children[i].child);
  }
}

// Whoever clears it holds it.
void clear_future(HeapObject* self) noexcept {
  auto future = static_cast<FutureObject*>(self);
  if (is_lost(future)) report_loss(future);
  future->drop_waiters();
  if (future->done()) Object const dying = std::move(future->result);
}

template <class Layout, Type& native>
constexpr Slots future_slots(MemberTable const& (*members)() = nullptr) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_future<Layout, native>;
  slots.traverse = traverse_future<Layout>;
  slots.clear = clear_future;
  slots.runs_code = reports_end;
  slots.weak_references = detail::forget_weak_references;
  slots.repr = repr_future;
  slots.iter = iterate_future;
  slots.await = iterate_future;
  return slots;
}

}  // namespace

namespace {

constexpr Slots constructed(Slots slots, ConstructSlot construct, InitSlot init) {
  slots.construct = construct;
  slots.init = init;
  return slots;
}

}  // namespace

constinit Type future_type("_asyncio.Future", &object_type, sizeof(FutureObject),
                           constructed(future_slots<FutureObject, future_type>(members<future_type>),
                                       asyncio::detail::construct_future, asyncio::detail::init_future_object),
                           "_asyncio", /*python_may_derive=*/true);
[[maybe_unused]] bool const future_has_attributes = aiocc::detail::keep_attributes_apart(future_type);
constinit Type task_type("_asyncio.Task", &future_type, sizeof(TaskObject),
                         constructed(future_slots<TaskObject, task_type>(members<task_type>),
                                     asyncio::detail::construct_task, asyncio::detail::init_task_object),
                         "_asyncio", /*python_may_derive=*/true);
constinit Type gathering_future_type("_GatheringFuture", &future_type, sizeof(GatheringFutureObject),
                                     future_slots<GatheringFutureObject, gathering_future_type>(), "asyncio.tasks");

namespace detail {

Str task_name(TaskObject const* task) {
  if (task->name.is_small_int()) return Str::from_utf8("Task-" + std::to_string(task->name.small()));
  return word_cast<Str>(task->name);
}

// CPython clears the modules when the program ends, and what is lost is reported as it dies. Here it's only reported.
Result<void> report_lost_futures() {
  // Reporting runs handlers, after which some may be gone.
  std::vector<Object> lost;
  for (HeapObject* object : tracked_objects()) {
    Object const kept = Object::share(object);
    if (is_future(kept) && is_lost(kept.as<FutureObject>())) lost.push_back(kept);
  }
  for (Object const& future : lost) report_loss(future.as<FutureObject>());
  return {};
}

void report(EventLoopObject* loop, char const* message, char const* key, Object const& subject,
            Object const& exception) noexcept {
  Dict<Str, Object> context = Dict<Str, Object>::of();
  if (std::string_view(key) == "task" && subject.bound()) dict_set_str(context.get(), Str::from_utf8(key), subject);
  dict_set_str(context.get(), "message"_s, Str::from_utf8(message));
  if (exception.bound()) dict_set_str(context.get(), "exception"_s, exception);
  if (std::string_view(key) != "task" && subject.bound()) dict_set_str(context.get(), Str::from_utf8(key), subject);
  add_source_traceback(loop, context, subject);
  call_exception_handler(loop, context);
}

}  // namespace detail

}  // namespace aiocc
