// asyncio.Queue, LifoQueue and PriorityQueue. Not for threads.
#pragma once

#include <deque>

#include "aiocc/bindings.hpp"
#include "aiocc/core/coroutine.hpp"
#include "aiocc/core/parked.hpp"
#include "aiocc/objects/convert.hpp"

namespace aiocc::asyncio {

extern Type queue_type, lifo_queue_type, priority_queue_type;

struct QueueObject : HeapObject {
  explicit QueueObject(Type* object_type) : HeapObject(object_type) {}

  /// In order of arrival; a heap in a PriorityQueue.
  std::deque<Object> items;
  /// How many items there's room for; 0: for any number.
  std::int64_t maxsize = 0;
  /// `maxsize` as it was given: any number.
  Object given_maxsize = Object::small_int(0);
  std::int64_t unfinished = 0;
  aiocc::detail::ParkedList getters;
  aiocc::detail::ParkedList putters;
  /// Those in `join`.
  aiocc::detail::ParkedList joiners;
  bool shut_down = false;

  /// An instance of a class derived in Python keeps its items in this object, its attribute `_queue`, and may override `_put` and `_get`.
  Object storage;
  bool is_derived() const noexcept { return type->is_user_class; }
  std::size_t count() const noexcept { return is_derived() ? count_derived() : items.size(); }
  bool empty() const noexcept { return count() == 0; }
  Result<void> set_maxsize(Object const& given);
  bool full() const noexcept { return maxsize > 0 && static_cast<std::int64_t>(count()) >= maxsize; }
  Result<void> put_nowait(Object item);
  Result<Object> get_nowait();
  Result<void> task_done();
  void shutdown(bool immediate) noexcept;
  AIOCC_COLD std::size_t count_derived() const noexcept;
};

namespace detail {

template <class T>
class AwaitGet;
class AwaitPut;
class AwaitJoin;

/// `co_await queue.get().at(AT(2))`.
template <class T>
class QueueGet : public AwaitForms<QueueGet<T>> {
 public:
  using value_type = T;
  using awaiter_type = AwaitGet<T>;
  explicit QueueGet(QueueObject* waited) noexcept : queue(Ref<QueueObject>::share(waited)) {}
  Ref<QueueObject> queue;
};

class QueuePut : public AwaitForms<QueuePut> {
 public:
  using value_type = void;
  using awaiter_type = AwaitPut;
  QueuePut(QueueObject* waited, Object put) noexcept : queue(Ref<QueueObject>::share(waited)), item(std::move(put)) {}
  Ref<QueueObject> queue;
  Object item;
};

/// `join`: until every item that was put has been done.
class QueueJoin : public AwaitForms<QueueJoin> {
 public:
  using value_type = void;
  using awaiter_type = AwaitJoin;
  explicit QueueJoin(QueueObject* waited) noexcept : queue(Ref<QueueObject>::share(waited)) {}
  Ref<QueueObject> queue;
};

/// What waits in a queue's lists.
struct QueueNode : aiocc::detail::Parked {
  QueueNode(Ref<QueueObject> waited, Resumed function) noexcept : Parked(function), queue(std::move(waited)) {}
  Ref<QueueObject> queue;
  Object item;

  std::coroutine_handle<> get(Frame& frame) noexcept;
  std::coroutine_handle<> put(Frame& frame) noexcept;
  std::coroutine_handle<> join(Frame& frame) noexcept;
  static bool resume_get(aiocc::detail::Parked* self, bool failed);
  static bool resume_put(aiocc::detail::Parked* self, bool failed);
  static bool resume_join(aiocc::detail::Parked* self, bool failed);
};

template <class T>
class AwaitGet {
 public:
  using value_type = T;
  explicit AwaitGet(QueueGet<T>&& get) noexcept : node_(std::move(get.queue), QueueNode::resume_get) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept { return node_.get(frame); }
  T take() noexcept { return from_object<T>(std::move(node_.item)); }
  void abandon() noexcept {}

 private:
  QueueNode node_;
};

class AwaitPut {
 public:
  using value_type = void;
  explicit AwaitPut(QueuePut&& put) noexcept : node_(std::move(put.queue), QueueNode::resume_put) {
    node_.item = std::move(put.item);
  }
  std::coroutine_handle<> suspend(Frame& frame) noexcept { return node_.put(frame); }
  void take() noexcept {}
  void abandon() noexcept {}

 private:
  QueueNode node_;
};

class AwaitJoin {
 public:
  using value_type = void;
  explicit AwaitJoin(QueueJoin&& join) noexcept : node_(std::move(join.queue), QueueNode::resume_join) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept { return node_.join(frame); }
  void take() noexcept {}
  void abandon() noexcept {}

 private:
  QueueNode node_;
};

Result<Object> new_queue(Type& type, Object const& maxsize);
// The hooks of derived classes, as the queue's own class has them.
Result<void> init_items(Object const& queue);
Result<void> put_item(Object const& queue, Object const& item);
Result<Object> get_item(Object const& queue);
// The attribute `_queue`: of a plain queue a copy of its items.
Result<Object> storage_of(Object const& queue);
Result<void> set_storage(Object const& queue, Object const& items);

}  // namespace detail

/// First in, first out.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Queue[T]", subclassable) Queue : public Object {
 public:
  constexpr Queue() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, queue_type); }
  QueueObject* get_object() const noexcept { return as<QueueObject>(); }

  AIOCC_PY("def qsize(self) -> int")
  Int qsize() const noexcept { return Int(static_cast<std::int64_t>(get_object()->count())); }
  AIOCC_PY("def empty(self) -> bool")
  bool empty() const noexcept { return get_object()->empty(); }
  AIOCC_PY("def full(self) -> bool")
  bool full() const noexcept { return get_object()->full(); }
  AIOCC_PY_PROPERTY("maxsize: object")
  Object maxsize() const noexcept { return get_object()->given_maxsize; }
  /// Puts an item, and waits for room if there is none.
  AIOCC_PY("async def put(self, item: T) -> None", stores, source("asyncio/queues.py:125"))
  detail::QueuePut put(T item) const { return detail::QueuePut(get_object(), to_object<T>(std::move(item))); }
  /// QueueFull if there is no room.
  AIOCC_PY("def put_nowait(self, item: T) -> None", stores)
  Result<void> put_nowait(T item) const { return get_object()->put_nowait(to_object<T>(std::move(item))); }
  /// Takes the next item, and waits for one if there is none.
  AIOCC_PY("async def get(self) -> T", source("asyncio/queues.py:172"))
  detail::QueueGet<T> get() const { return detail::QueueGet<T>(get_object()); }
  /// QueueEmpty if there is none.
  AIOCC_PY("def get_nowait(self) -> T")
  Result<T> get_nowait() const { return from_object<T>(PASS(get_object()->get_nowait())); }
  /// An item that `get` gave has been dealt with.
  AIOCC_PY("def task_done(self) -> None")
  Result<void> task_done() const { return get_object()->task_done(); }
  AIOCC_PY("async def join(self) -> None", source("asyncio/queues.py:242"))
  detail::QueueJoin join() const { return detail::QueueJoin(get_object()); }
  /// No more puts; gets go on until it's empty, or not even that.
  AIOCC_PY("def shutdown(self, immediate: bool = False) -> None")
  void shutdown(bool immediate = false) const noexcept { get_object()->shutdown(immediate); }
  AIOCC_PY_PROPERTY("_queue: object")
  Result<Object> storage() const { return detail::storage_of(*this); }
  AIOCC_PY_PROPERTY("_queue: object", setter)
  Result<void> set_storage(Object const& items) const { return detail::set_storage(*this, items); }
  AIOCC_PY_PROPERTY("_maxsize: object")
  Object own_maxsize() const noexcept { return get_object()->given_maxsize; }
  AIOCC_PY_PROPERTY("_unfinished_tasks: int")
  Int unfinished_tasks() const noexcept { return Int(get_object()->unfinished); }
  // What derived classes override to keep the items otherwise.
  AIOCC_PY("def _init(self, maxsize: object) -> None")
  Result<void> init(Object const&) const { return detail::init_items(*this); }
  AIOCC_PY("def _put(self, item: object) -> None", stores)
  Result<void> put_hook(Object const& item) const { return detail::put_item(*this, item); }
  AIOCC_PY("def _get(self) -> object")
  Result<Object> get_hook() const { return detail::get_item(*this); }
};

/// Last in, first out.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("LifoQueue[T](Queue[T])", subclassable) LifoQueue : public Queue<T> {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, lifo_queue_type); }
};

/// The least item first.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("PriorityQueue[T](Queue[T])", subclassable) PriorityQueue : public Queue<T> {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, priority_queue_type); }
};

template <class T>
AIOCC_PY("def Queue[T](maxsize: object = 0) -> Queue[T]")
Result<Queue<T>> make_queue(Object const& maxsize = Object::small_int(0)) {
  return word_cast<Queue<T>>(PASS(detail::new_queue(queue_type, maxsize)));
}
template <class T>
AIOCC_PY("def LifoQueue[T](maxsize: object = 0) -> LifoQueue[T]")
Result<LifoQueue<T>> make_lifo_queue(Object const& maxsize = Object::small_int(0)) {
  return word_cast<LifoQueue<T>>(PASS(detail::new_queue(lifo_queue_type, maxsize)));
}
template <class T>
AIOCC_PY("def PriorityQueue[T](maxsize: object = 0) -> PriorityQueue[T]")
Result<PriorityQueue<T>> make_priority_queue(Object const& maxsize = Object::small_int(0)) {
  return word_cast<PriorityQueue<T>>(PASS(detail::new_queue(priority_queue_type, maxsize)));
}

}  // namespace aiocc::asyncio
