// Queues, step for step as CPython's asyncio.queues: who is woken when, and by whom.
#include "aiocc/asyncio/queues.hpp"

#include <fmt/format.h>

#include <cmath>

#include "../objects/attributes_apart.hpp"
#include "../objects/constructor_arguments.hpp"
#include "../objects/native_instance.hpp"

#include "aiocc/core/repr.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/reductions.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "aiocc/stdlib/collections.hpp"
#include "aiocc/stdlib/heapq.hpp"

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

namespace {

// What most queues are: none of a derived class, first in, first out.
bool is_plain(QueueObject const* queue) noexcept { return queue->type == &queue_type; }

// The rest of `put_nowait` and `get_nowait` for those.
void add_plain(QueueObject* queue, Object item) noexcept {
  queue->items.push_back(std::move(item));
  ++queue->unfinished;
  wake_next(queue->getters);
}
Object take_plain(QueueObject* queue) noexcept {
  Object item = std::move(queue->items.front());
  queue->items.pop_front();
  wake_next(queue->putters);
  return item;
}

}  // namespace

Result<void> QueueObject::set_maxsize(Object const& given) {
  if (given.is_small_int()) {
    maxsize = given.small();
  } else if (PASS(operators::test_less_equal(given, Object::small_int(0)))) {
    maxsize = 0;
  } else {
    // As many items as aren't fewer than that; none of the numbers that aren't finite is ever reached.
    double const items = std::ceil(PASS(operators::to_float(given)));
    maxsize = items < static_cast<double>(Int::small_max) ? static_cast<std::int64_t>(items) : 0;
  }
  given_maxsize = given;
  return {};
}

Result<void> QueueObject::put_nowait(Object item) {
  if (shut_down) return raise_error(queue_shut_down_type, std::string_view());
  if (full()) return raise_error(queue_full_type, std::string_view());
  if (is_derived())
    PASS(call_method(Object::share(this), "_put"_s, item));
  else if (type == &priority_queue_type)
    PASS(push_heap(items, std::move(item)));
  else
    items.push_back(std::move(item));
  ++unfinished;
  wake_next(getters);
  return {};
}

Result<Object> QueueObject::get_nowait() {
  if (empty()) return raise_empty(this);
  Object item;
  if (is_derived()) {
    item = PASS(call_method(Object::share(this), "_get"_s));
  } else if (type == &priority_queue_type) {
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
    while (!empty()) {
      if (!is_derived())
        items.pop_front();
      else if (!call_method(Object::share(this), "_get"_s))
        take_error();
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

std::size_t QueueObject::count_derived() const noexcept {
  Result<Int> length = storage.bound() ? builtins::len(storage) : Result<Int>(Int(0));
  if (length) return static_cast<std::size_t>(length.value().small());
  take_error();
  return 0;
}

namespace detail {

namespace {
bool is_heap(Object const& queue, Object const& items) noexcept {
  return PriorityQueue<Object>::accepts(queue) && is_instance(items, list_type);
}
}  // namespace

Result<void> init_items(Object const& queue) {
  if (!queue.as<QueueObject>()->is_derived()) return {};
  bool const is_list = LifoQueue<Object>::accepts(queue) || PriorityQueue<Object>::accepts(queue);
  Object const items = is_list ? Object(List<Object>::of()) : PASS(call(box(collections::deque_type)));
  queue.as<QueueObject>()->storage = items;
  return {};
}

Result<Object> storage_of(Object const& queue) {
  auto* self = queue.as<QueueObject>();
  if (self->is_derived()) {
    if (self->storage.bound()) return self->storage;
    return raise_error(attribute_error_type,
                       "'" + std::string(self->type->name) + "' object has no attribute '_queue'");
  }
  Object const copy = List<Object>::of();
  for (Object const& item : self->items) copy.as<ListObject>()->items().push_back(item);
  if (LifoQueue<Object>::accepts(queue) || PriorityQueue<Object>::accepts(queue)) return copy;
  return call(box(collections::deque_type), copy);
}

Result<void> set_storage(Object const& queue, Object const& items) {
  if (!queue.as<QueueObject>()->is_derived())
    return raise_error(attribute_error_type, "the items of a plain asyncio.Queue can't be replaced");
  queue.as<QueueObject>()->storage = items;
  return {};
}

Result<void> put_item(Object const& queue, Object const& item) {
  if (!queue.as<QueueObject>()->is_derived()) return raise_error(not_implemented_error_type, "_put of a plain queue");
  Object const items = PASS(storage_of(queue));
  if (is_heap(queue, items)) return heapq::detail::push(items.as<ListObject>(), item);
  PASS(call_method(items, "append"_s, item));
  return {};
}

Result<Object> get_item(Object const& queue) {
  if (!queue.as<QueueObject>()->is_derived()) return raise_error(not_implemented_error_type, "_get of a plain queue");
  Object const items = PASS(storage_of(queue));
  if (is_heap(queue, items)) return heapq::detail::pop(items.as<ListObject>());
  return call_method(items, LifoQueue<Object>::accepts(queue) ? "pop"_s : "popleft"_s);
}

namespace {

// `get_nowait` and `put_nowait`, which derived classes may override.
Result<Object> take_item(QueueObject* queue) {
  if (!queue->is_derived()) return queue->get_nowait();
  return call_method(Object::share(queue), "get_nowait"_s);
}
Result<void> add_item(QueueObject* queue, Object item) {
  if (!queue->is_derived()) return queue->put_nowait(std::move(item));
  PASS(call_method(Object::share(queue), "put_nowait"_s, item));
  return {};
}

QueueObject* queue_of(Parked* self) noexcept { return static_cast<QueueNode*>(self)->queue.get(); }
void leave(Parked* self) noexcept {
  if (self->list) self->list->remove(self);
}
}  // namespace

std::coroutine_handle<> QueueNode::get(Frame& frame) noexcept {
  if (is_plain(queue.get()) && !queue->items.empty()) [[likely]] {
    item = take_plain(queue.get());
    return frame.handle();
  }
  if (queue->empty() && !queue->shut_down) {
    queue->getters.append(this);
    return park(frame);
  }
  Result<Object> taken = take_item(queue.get());
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
  Result<Object> item = take_item(queue);
  if (item) static_cast<QueueNode*>(self)->item = std::move(item).value();
  return true;
}

std::coroutine_handle<> QueueNode::put(Frame& frame) noexcept {
  bool const has_place = queue->maxsize <= 0 || static_cast<std::int64_t>(queue->items.size()) < queue->maxsize;
  if (is_plain(queue.get()) && has_place && !queue->shut_down) [[likely]] {
    add_plain(queue.get(), std::move(item));
    return frame.handle();
  }
  if (queue->full() && !queue->shut_down) {
    queue->putters.append(this);
    return park(frame);
  }
  return add_item(queue.get(), std::move(item)) ? frame.handle() : aiocc::detail::fail(&frame);
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
  if (!add_item(queue, std::move(static_cast<QueueNode*>(self)->item))) return true;
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
  auto* const queue = new QueueObject(&type);
  Object made = Object::adopt(queue);
  PASS(queue->set_maxsize(maxsize));
  return made;
}

}  // namespace detail

namespace {

std::size_t count_of(ParkedList const& waiters) noexcept {
  std::size_t count = 0;
  for (Parked const* node = waiters.first; node; node = node->next) ++count;
  return count;
}

// "<Queue maxsize=2 ...>", with `place` behind the name.
Result<Object> format_queue(Object const& self, std::string const& place) {
  auto const* queue = self.as<QueueObject>();
  std::string const size = aiocc::detail::repr_text(queue->given_maxsize);
  std::string text = fmt::format("<{}{} maxsize={}", type_of(self)->name, place, size);
  if (queue->is_derived() && !queue->empty()) {
    Object const items = PASS(list_from(queue->storage));
    text += " _queue=" + aiocc::detail::repr_text(items);
  } else if (!queue->items.empty()) {
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

Result<Object> repr_queue(Object const& self) { return format_queue(self, " at " + address_text(self)); }
Result<Object> str_queue(Object const& self) { return format_queue(self, ""); }

template <Type& native>
Result<Object> construct_queue(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(aiocc::detail::make_native<QueueObject>(type, native, &native));
}

Result<void> initialize_queue(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"maxsize"};
  Object given;
  PASS(aiocc::detail::init_arguments("Queue", parameters, args, count, names, &given));
  if (given.bound()) PASS(self.as<QueueObject>()->set_maxsize(given));
  if (!self.as<QueueObject>()->is_derived()) return {};
  PASS(call_method(self, "_init"_s, given.bound() ? given : Object::small_int(0)));
  return {};
}

template <Type& native>
constexpr Slots queue_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = aiocc::detail::dealloc_native<QueueObject, native>;
  slots.construct = construct_queue<native>;
  slots.init = initialize_queue;
  slots.traverse = aiocc::detail::traverse_members<&QueueObject::items, &QueueObject::storage>;
  slots.clear = aiocc::detail::clear_members<&QueueObject::items, &QueueObject::storage>;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr_queue;
  slots.str = str_queue;
  return slots;
}

}  // namespace

constinit Type queue_type("Queue", &object_type, sizeof(QueueObject), queue_slots<queue_type>(members<queue_type>),
                          "asyncio.queues",
                          /*python_may_derive=*/true);
[[maybe_unused]] bool const queue_has_attributes = aiocc::detail::keep_attributes_apart(queue_type);
constinit Type lifo_queue_type("LifoQueue", &queue_type, sizeof(QueueObject),
                               queue_slots<lifo_queue_type>(members<lifo_queue_type>), "asyncio.queues",
                               /*python_may_derive=*/true);
constinit Type priority_queue_type("PriorityQueue", &queue_type, sizeof(QueueObject),
                                   queue_slots<priority_queue_type>(members<priority_queue_type>), "asyncio.queues",
                                   /*python_may_derive=*/true);

}  // namespace aiocc::asyncio
