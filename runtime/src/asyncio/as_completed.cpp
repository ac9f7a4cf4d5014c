// as_completed: futures in the order in which they end, as CPython's tasks._AsCompletedIterator.
#include <algorithm>

#include "../objects/core.hpp"
#include "aiocc/asyncio/events.hpp"
#include "aiocc/asyncio/queues.hpp"
#include "aiocc/asyncio/tasks.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::asyncio {

namespace {

extern Type as_completed_type;

struct AsCompletedObject : HeapObject {
  AsCompletedObject(EventLoopObject* owner, Queue<Object> queue)
      : HeapObject(&as_completed_type), loop(owner), done(std::move(queue)), timer(this) {}
  ~AsCompletedObject() { stop_timer(); }

  struct Expiry : Timer {
    explicit Expiry(AsCompletedObject* iterator) noexcept : Timer(expire), owner(iterator) {}
    AsCompletedObject* owner;
    static void expire(Runnable* node, bool dropped);
  };

  EventLoopObject* loop;
  Queue<Object> done;
  std::vector<Object> todo;
  std::size_t left = 0;
  Expiry timer;

  void stop_timer() noexcept { loop->withdraw(&timer); }
};

void handle_completion(Object const& future, Object const& data) {
  auto* self = data.as<AsCompletedObject>();
  auto const found =
      std::find_if(self->todo.begin(), self->todo.end(), [&](Object const& each) { return each.is(future); });
  if (found == self->todo.end()) return;
  self->todo.erase(found);
  if (!self->done.put_nowait(future)) take_error();
  if (self->todo.empty()) self->stop_timer();
}

void AsCompletedObject::Expiry::expire(Runnable* node, bool dropped) {
  AsCompletedObject* self = static_cast<Expiry*>(static_cast<Timer*>(node))->owner;
  if (dropped) return;
  Object const keep = Object::share(self);
  std::vector<Object> const late = std::move(self->todo);
  self->todo.clear();
  for (Object const& future : late) {
    aiocc::detail::remove_done_callback(future.as<FutureObject>(), handle_completion, keep);
    if (!self->done.put_nowait(None)) take_error();
  }
}

Coroutine<Object> wait_for_one(Object iterator, bool resolve) {
  Queue<Object> const queue = iterator.as<AsCompletedObject>()->done;
  Object future = co_await queue.get().at(nullptr);
  if (future.is(None)) co_return raise_error(timeout_error_type, std::string_view());
  if (!resolve) co_return future;
  co_return aiocc::detail::future_result(future.as<FutureObject>());
}

constexpr Code wait_for_one_code{"", "_wait_for_one", "_AsCompletedIterator._wait_for_one", 0};

Object next_coroutine(Object const& self, bool resolve) {
  Object coroutine = coroutine_object(wait_for_one(self, resolve));
  coroutine.as<CoroutineObject>()->code = &wait_for_one_code;
  return coroutine;
}

Result<Object> itself(Object const& self) { return self; }

Result<bool> next_item(Object const& self, Object& item) {
  auto* iterator = self.as<AsCompletedObject>();
  if (!iterator->left) return false;
  --iterator->left;
  item = next_coroutine(self, true);
  return true;
}

Result<Object> anext_item(Object const& self) {
  auto* iterator = self.as<AsCompletedObject>();
  if (!iterator->left) return raise_error(stop_async_iteration_type, std::string_view());
  --iterator->left;
  return next_coroutine(self, false);
}

void dealloc_iterator(HeapObject* self) noexcept { delete static_cast<AsCompletedObject*>(self); }

constinit Type as_completed_type(
    "_AsCompletedIterator", &object_type, sizeof(AsCompletedObject),
    Slots{.dealloc = dealloc_iterator, .iter = itself, .next = next_item, .aiter = itself, .anext = anext_item},
    "asyncio.tasks");

}  // namespace

Result<Object> as_completed(Object const& fs, Object const& timeout) {
  if (isfuture(fs) || iscoroutine(fs))
    return raise_error(type_error_type,
                       std::string("expects an iterable of awaitables, not ") + aiocc::detail::plain_name(type_of(fs)));
  EventLoop const loop = PASS(get_event_loop());
  Object const list = PASS(list_from(fs));
  Queue<Object> queue = PASS(make_queue<Object>());
  auto* iterator = new AsCompletedObject(loop.get(), std::move(queue));
  Object result = Object::adopt(iterator);
  std::vector<Object> seen;
  for (Object const& each : list.as<ListObject>()->items()) {
    if (std::any_of(seen.begin(), seen.end(), [&](Object const& other) { return other.is(each); })) continue;
    seen.push_back(each);
    Future<Object> future = PASS(ensure_future(each, loop));
    iterator->todo.push_back(future);
  }
  for (Object const& future : iterator->todo)
    aiocc::detail::add_done_callback(future.as<FutureObject>(), handle_completion, result)->label =
        "_AsCompletedIterator._handle_completion()";
  iterator->left = iterator->todo.size();
  if (iterator->left && !timeout.is(None)) {
    Object const when = PASS(operators::add(box(loop.time()), timeout));
    iterator->timer.when = PASS(operators::to_float(when));
    loop.get()->schedule_after(PASS(operators::to_float(timeout)), &iterator->timer);
  }
  return result;
}

}  // namespace aiocc::asyncio
