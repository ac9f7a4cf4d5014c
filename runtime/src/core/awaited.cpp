// `cr_await` and `ag_await`. A frame doesn't know what it awaits, so that awaiting costs nothing: who asks has to search the suspended chains.
#include "awaited.hpp"

#include "../objects/pools.hpp"
#include "aiocc/core/async_generator.hpp"
#include "aiocc/core/future_iterator.hpp"
#include "aiocc/core/task_step.hpp"

namespace aiocc::detail {

namespace {

/// Calls `examine` with each coroutine object and task that there is.
template <class Examine>
void for_each_driver(Examine examine) {
  for_each_object(
      [](HeapObject* object, std::size_t, void* data) {
        if (object->type && (is_coroutine_layout(object->type) || is_subtype(object->type, &task_type)))
          (*static_cast<Examine*>(data))(object);
      },
      &examine);
}

/// Of a task, or of a coroutine that is driven by hand; null while it runs.
Frame* suspended_leaf(HeapObject* driver) noexcept {
  if (is_coroutine_layout(driver->type)) {
    auto* object = static_cast<CoroutineObject*>(driver);
    return object->running ? nullptr : object->driver.leaf;
  }
  auto* task = static_cast<TaskObject*>(static_cast<FutureObject*>(driver));
  // A loop that runs elsewhere doesn't say which of its tasks does.
  bool const is_known = !task->loop->running || task->loop == state.loop;
  return is_known && !is_running(task) ? task->leaf : nullptr;
}

/// Where a frame is in a suspended chain.
struct Place {
  /// Of the whole chain; null: there's no such chain.
  HeapObject* driver = nullptr;
  /// The frame that it awaits; null at the leaf.
  Frame* below = nullptr;
};

Place place_of(Frame const* wanted) {
  Place place;
  for_each_driver([&](HeapObject* driver) {
    Frame* below = nullptr;
    for (Frame* frame = suspended_leaf(driver); frame; below = std::exchange(frame, frame->awaiter))
      if (frame == wanted) place = Place{driver, below};
  });
  return place;
}

/// The object that stands for a frame, or whose watcher it is; unbound: none does.
Object object_of(Frame const* frame) {
  Object found;
  for_each_driver([&](HeapObject* driver) {
    if (!is_coroutine_layout(driver->type)) return;
    auto* object = static_cast<CoroutineObject*>(driver);
    if (object->root == frame || object->watcher == frame) found = Object::share(object);
  });
  return found;
}

/// The end of a watcher: the awaiting frame goes on, as it would have without.
class PassOn : public AwaitForms<PassOn> {
 public:
  using value_type = void;
  explicit PassOn(Frame* awaiting) noexcept : awaiting_(awaiting) {}
  std::coroutine_handle<> suspend(Frame&) noexcept {
    return state.error.bound() ? fail(awaiting_) : awaiting_->handle();
  }
  void take() noexcept {}
  void abandon() noexcept {}

 private:
  Frame* awaiting_;
};

// What the watched frame returns or raises to, instead of `awaiting`.
Coroutine<void> watch(CoroutineObject* object, Frame* awaiting) {
  object->root = nullptr;
  co_await PassOn(awaiting).at(nullptr);
  co_return {};
}

// An object for a coroutine that was awaited without one. The awaiting frame still owns the frame.
Object watching_object(Frame* frame) {
  Object made = make_coroutine_object(frame);
  auto* object = made.as<CoroutineObject>();
  Frame* const awaiting = frame->awaiter;
  Frame* const watcher = watch(object, awaiting).release();
  watcher->awaiter = awaiting;
  watcher->depth = awaiting->depth;
  watcher->started = true;
  watcher->catches = true;
  frame->awaiter = watcher;
  object->awaited = true;
  object->watcher = watcher;
  return made;
}

constexpr Code sleep_code{nullptr, "sleep", "sleep", 0};

Coroutine<void> nothing() { co_return {}; }

// For a coroutine of asyncio's that has no frame here: as if it were driven by hand and waited for a future.
Object stand_in(Code const* code) {
  Object made = make_coroutine_object(nothing().release());
  auto* object = made.as<CoroutineObject>();
  object->root->started = true;
  object->code = code;
  object->awaited = true;
  object->driver.leaf = object->root;
  object->driver.waited = None;
  return made;
}

// As if it had begun: nobody is to be told that it isn't awaited.
Object step_of(AsyncGeneratorFrame* generator) {
  Object made = make_asend(generator, Object());
  made.as<CoroutineObject>()->root->started = true;
  return made;
}

Object awaited_by_hand(HandDriver const& driver) {
  if (driver.waited.bound()) return make_future_iterator(driver.waited.is(None) ? Object() : driver.waited);
  return stand_in(driver.parked ? nullptr : &sleep_code);
}

// The runtime's own coroutines have no positions: what such a leaf awaits isn't one more.
Object awaited_by_leaf(HeapObject* driver, bool has_position) {
  if (!has_position) return make_future_iterator(Object());
  if (is_coroutine_layout(driver->type)) return awaited_by_hand(static_cast<CoroutineObject*>(driver)->driver);
  auto* future = static_cast<FutureObject*>(driver);
  if (future->parked) return stand_in(nullptr);
  // Between its time and the task's next step, a sleep has left nothing behind.
  if (future->sleeping || !future->result.bound()) return stand_in(&sleep_code);
  return make_future_iterator(future->result);
}

}  // namespace

void end_watch(CoroutineObject* object) noexcept {
  Frame* const watcher = std::exchange(object->watcher, nullptr);
  if (Frame* const watched = std::exchange(object->root, nullptr)) watched->awaiter = watcher->awaiter;
  watcher->handle().destroy();
}

bool in_suspended_chain(Frame const* frame) { return place_of(frame).driver; }

bool is_suspended(CoroutineObject const* object) {
  if (!object->root || !object->root->started || object->root->failed) return false;
  return object->awaited ? in_suspended_chain(object->root) : !object->running;
}

bool is_running(CoroutineObject const* object) {
  return object->root && object->root->started && !object->root->failed && !is_suspended(object);
}

Object awaited_by(Frame* frame) {
  if (!frame->started) return None;
  Place const place = place_of(frame);
  if (!place.driver) return None;
  if (!place.below) return awaited_by_leaf(place.driver, frame->position);
  switch (place.below->kind) {
    case FrameKind::AwaitedIterator: return *reinterpret_cast<Object*>(place.below + 1);
    case FrameKind::AsyncGenerator: return step_of(static_cast<AsyncGeneratorFrame*>(place.below));
    case FrameKind::Coroutine:
    case FrameKind::Generator:
    case FrameKind::Variables: break;
  }
  Object known = object_of(place.below);
  return known.bound() ? known : watching_object(place.below);
}

}  // namespace aiocc::detail
