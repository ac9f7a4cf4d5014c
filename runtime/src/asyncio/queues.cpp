// Queues, step for step as CPython's asyncio.queues: who is woken when, and by whom.
#include "aiocc/asyncio/queues.hpp"

#include <fmt/format.h>

#include "aiocc/core/repr.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc::asyncio {

using aiocc::detail::Parked;
using aiocc::detail::ParkedList;

namespace {

// Queue._wakeup_next: whoever is done already is dropped from the list, and not counted.
void wake_next(ParkedList& waiters) noexcept {
  while (Parked* node = waiters.first) {
    waiters.remove(node);
    if (node->done) continue;
    node->wake();
    break;
  }
}

Raised raise_empty(QueueObject const* queue) {
  return raise_error(queue->shut_down ? queue_shut_down_type : queue_empty_type, std::string_view());
}

// `heapq.heappush` and `heappop`, whose comparisons may raise.
Result<void> push_heap(std::deque<Object>& heap, Object item) {
  heap.push_back(item);
  std::size_t position = heap.size() - 1;
  while (position > 0) {
    std::size_t const parent = (position - 1) / 2;
    if (!PASS(operators::test_less(item, Object(heap[parent])))) break;
    heap[position] = heap[parent];
    position = parent;
    heap[position] = item;
  }
  return {};
}

Result<Object> pop_heap(std::deque<Object>& heap) {
  Object last = std::move(heap.back());
  heap.pop_back();
  if (heap.empty()) return last;
  Object first = std::exchange(heap[0], last);
  std::size_t position = 0;
  for (std::size_t child = 1; child < heap.size(); child = 2 * position + 1) {
    std::size_t const right = child + 1;
    if (right < heap.size() && !PASS(operators::test_less(Object(heap[child]), Object(heap[right])))) child = right;
    heap[position] = heap[child];
    position = child;
    heap[position] = last;
  }
  while (position > 0) {
    std::size_t const parent = (position - 1) / 2;
    if (!PASS(operators::test_less(last, Object(heap[parent])))) break;
    heap[position] = heap[parent];
    position = parent;
    heap[position] = last;
  }
  return first;
}

}  // namespace

Result<void> QueueObject::put_nowait(Object item) {
  if (shut_down) return raise_error(queue_shut_down_type, std::string_view());
  if (full()) return raise_error(queue_full_type, std::string_view());
  if (type == &priority_queue_type)
    PASS(push_heap(items, std::move(item)));
  else
    items.push_back(std::move(item));
  ++unfinished;
  wake_next(getters);
  return {};
}

Result<Object> QueueObject::get_nowait() {
  if (items.empty()) return raise_empty(this);
  Object item;
  if (type == &priority_queue_type) {
    item = PASS(pop_heap(items));
  } else if (type == &lifo_queue_type) {
    item = std::move(items.back());
    items.pop_back();
  } else {
    item = std::move(items.front());
    items.pop_front();
  }
  wake_next(putters);
  return item;
}

Result<void> QueueObject::task_done() {
  if (unfinished <= 0) return raise_error(value_error_type, "task_done() called too many times");
  if (--unfinished > 0) return {};
  for (Parked* node = joiners.first; node; node = node->next)
    if (!node->done) node->wake();
  return {};
}

void QueueObject::shutdown(bool immediate) noexcept {
  shut_down = true;
  if (immediate) {
    while (!items.empty()) {
      items.pop_front();
      if (unfinished > 0) --unfinished;
    }
    if (unfinished == 0)
      for (Parked* node = joiners.first; node; node = node->next)
        if (!node->done) node->wake();
  }
  // Everyone looks again and finds that it's shut down.
  for (ParkedList* waiters : {&getters, &putters}) {
    while (Parked* node = waiters->first) {
      waiters->remove(node);
      if (!node->done) node->wake();
    }
  }
}

namespace detail {

namespace {
QueueObject* queue_of(Parked* self) noexcept { return static_cast<QueueNode*>(self)->queue.get(); }
void leave(Parked* self) noexcept {
  if (self->list) self->list->remove(self);
}
}  // namespace

std::coroutine_handle<> QueueNode::get(Frame& frame) noexcept {
  if (queue->empty() && !queue->shut_down) {
    queue->getters.append(this);
    return park(frame);
  }
  Result<Object> taken = queue->get_nowait();
  if (!taken) return aiocc::detail::fail(&frame);
  item = std::move(taken).value();
  return frame.handle();
}

bool QueueNode::resume_get(Parked* self, bool failed) {
  QueueObject* queue = queue_of(self);
  leave(self);
  if (failed) {
    self->sleeper = nullptr;
    if (!queue->empty() && !self->cancelled) wake_next(queue->getters);
    return true;
  }
  if (queue->empty() && !queue->shut_down) {
    // Somebody else was quicker.
    queue->getters.append(self);
    self->park_again();
    return false;
  }
  self->sleeper = nullptr;
  Result<Object> item = queue->get_nowait();
  if (item) static_cast<QueueNode*>(self)->item = std::move(item).value();
  return true;
}

std::coroutine_handle<> QueueNode::put(Frame& frame) noexcept {
  if (queue->full() && !queue->shut_down) {
    queue->putters.append(this);
    return park(frame);
  }
  return queue->put_nowait(std::move(item)) ? frame.handle() : aiocc::detail::fail(&frame);
}

bool QueueNode::resume_put(Parked* self, bool failed) {
  QueueObject* queue = queue_of(self);
  leave(self);
  if (failed) {
    self->sleeper = nullptr;
    if (!queue->full() && !self->cancelled) wake_next(queue->putters);
    return true;
  }
  if (queue->full() && !queue->shut_down) {
    queue->putters.append(self);
    self->park_again();
    return false;
  }
  self->sleeper = nullptr;
  // An error is in flight afterwards if this raises, which the task's step looks at.
  if (!queue->put_nowait(std::move(static_cast<QueueNode*>(self)->item))) return true;
  return true;
}

std::coroutine_handle<> QueueNode::join(Frame& frame) noexcept {
  if (queue->unfinished == 0) return frame.handle();
  queue->joiners.append(this);
  return park(frame);
}

bool QueueNode::resume_join(Parked* self, bool) {
  leave(self);
  self->sleeper = nullptr;
  return true;
}

Result<Object> new_queue(Type& type, Object const& maxsize) {
  Int const most = PASS(operators::index(maxsize));
  return Object::adopt(new QueueObject(&type, most.is_small_int() ? most.small() : Int::small_max));
}

}  // namespace detail

namespace {

std::size_t count_of(ParkedList const& waiters) noexcept {
  std::size_t count = 0;
  for (Parked const* node = waiters.first; node; node = node->next) ++count;
  return count;
}

// Queue._format.
Result<Object> repr_queue(Object const& self) {
  auto const* queue = self.as<QueueObject>();
  std::string text = fmt::format("<{} at {} maxsize={}", type_of(self)->name, address_text(self), queue->maxsize);
  if (!queue->items.empty()) {
    text += " _queue=[";
    char const* separator = "";
    for (Object const& item : queue->items) {
      text += separator + aiocc::detail::repr_text(item);
      separator = ", ";
    }
    text += "]";
  }
  if (std::size_t const getters = count_of(queue->getters)) text += fmt::format(" _getters[{}]", getters);
  if (std::size_t const putters = count_of(queue->putters)) text += fmt::format(" _putters[{}]", putters);
  if (queue->unfinished) text += fmt::format(" tasks={}", queue->unfinished);
  if (queue->shut_down) text += " shutdown";
  return Str::from_utf8(text + ">");
}

void dealloc_queue(HeapObject* self) noexcept { delete static_cast<QueueObject*>(self); }

constexpr Slots queue_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_queue;
  slots.traverse = aiocc::detail::traverse_members<&QueueObject::items>;
  slots.clear = aiocc::detail::clear_members<&QueueObject::items>;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr_queue;
  return slots;
}

}  // namespace

constinit Type queue_type("Queue", &object_type, sizeof(QueueObject), queue_slots(members<queue_type>), "asyncio.queues");
constinit Type lifo_queue_type("LifoQueue", &queue_type, sizeof(QueueObject), queue_slots(members<lifo_queue_type>), "asyncio.queues");
constinit Type priority_queue_type("PriorityQueue", &queue_type, sizeof(QueueObject), queue_slots(members<priority_queue_type>), "asyncio.queues");

}  // namespace aiocc::asyncio
