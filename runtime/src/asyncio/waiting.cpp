// wait and shield: waiting for several futures, and for one without ever cancelling it.
#include <memory>

#include "../objects/core.hpp"
#include "aiocc/asyncio/events.hpp"
#include "aiocc/asyncio/tasks.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::asyncio {

Str const FIRST_COMPLETED = "FIRST_COMPLETED"_s;
Str const FIRST_EXCEPTION = "FIRST_EXCEPTION"_s;
Str const ALL_COMPLETED = "ALL_COMPLETED"_s;

namespace {

enum class Until : std::uint8_t { FirstCompleted, FirstException, AllCompleted };

// CPython's tasks._wait: `waiter` is done when enough futures are, or the time is over.
class Waiting {
 public:
  Waiting(EventLoopObject* loop, std::vector<Object> const& futures, Until until)
      : waiter_(Object::adopt(aiocc::detail::make_future(loop))),
        until_(until),
        left_(futures.size()),
        nodes_(new Node[futures.size()]),
        count_(futures.size()),
        timer_(this) {
    for (std::size_t i = 0; i < count_; ++i) nodes_[i].watch(this, futures[i].as<FutureObject>());
  }
  Waiting(Waiting const&) = delete;
  ~Waiting() { end(); }

  void expire_at(double when, double delay) {
    timer_.when = when;
    loop()->schedule_after(delay, &timer_);
  }
  Future<Object> waiter() const { return word_cast<Future<Object>>(waiter_); }
  // What stands in the futures' lists or in the ready queue is taken out.
  void end() noexcept {
    stop_timer();
    for (std::size_t i = 0; i < count_; ++i) aiocc::detail::withdraw_waiter(nodes_[i].future, &nodes_[i]);
    count_ = 0;
  }

 private:
  struct Node : Runnable {
    Node() noexcept : Runnable(completed) {}
    Waiting* waiting = nullptr;
    FutureObject* future = nullptr;
    void watch(Waiting* owner, FutureObject* watched) noexcept {
      waiting = owner;
      future = watched;
      if (watched->done())
        watched->loop->push(this);
      else
        aiocc::detail::add_waiter(watched, this);
    }
  };
  struct Expiry : Timer {
    explicit Expiry(Waiting* owner) noexcept : Timer(expired), waiting(owner) {}
    Waiting* waiting;
  };

  EventLoopObject* loop() const noexcept { return waiter_.as<FutureObject>()->loop; }
  void release() noexcept {
    auto* waiter = waiter_.as<FutureObject>();
    if (!waiter->done()) aiocc::detail::finish_with_result(waiter, None);
  }
  void stop_timer() noexcept { loop()->withdraw(&timer_); }
  /// Whether it failed. Who asks a future for its exception has retrieved it.
  static bool retrieve_failure(FutureObject* future) noexcept {
    if (future->failed) future->log_traceback = false;
    return future->failed;
  }
  static void completed(Runnable* runnable, bool dropped) {
    auto* node = static_cast<Node*>(runnable);
    Waiting* self = node->waiting;
    if (dropped) return;
    --self->left_;
    bool const enough = self->left_ == 0 || self->until_ == Until::FirstCompleted ||
                        (self->until_ == Until::FirstException && retrieve_failure(node->future));
    if (!enough) return;
    self->stop_timer();
    self->release();
  }
  static void expired(Runnable* node, bool dropped) {
    if (!dropped) static_cast<Expiry*>(static_cast<Timer*>(node))->waiting->release();
  }

  Object waiter_;
  Until until_;
  std::size_t left_;
  std::unique_ptr<Node[]> nodes_;
  std::size_t count_;
  Expiry timer_;
};

Result<std::vector<Object>*> check_futures(Set<Object> const& futures, std::vector<Object>& items) {
  SetWalk walk(Ref<SetObject>::share(futures.get()));
  while (SetEntry* entry = PASS(walk.next())) {
    if (iscoroutine(entry->key))
      return raise_error(type_error_type, "Passing coroutines is forbidden, use tasks explicitly.");
    if (!aiocc::detail::is_future(entry->key))
      return raise_error(type_error_type, std::string("An asyncio.Future, a coroutine or an awaitable is required"));
    items.push_back(entry->key);
  }
  return &items;
}

Result<std::int64_t> read_until(Object const& return_when) {
  if (PASS(operators::test_equal(return_when, FIRST_COMPLETED)))
    return static_cast<std::int64_t>(Until::FirstCompleted);
  if (PASS(operators::test_equal(return_when, FIRST_EXCEPTION)))
    return static_cast<std::int64_t>(Until::FirstException);
  if (PASS(operators::test_equal(return_when, ALL_COMPLETED))) return static_cast<std::int64_t>(Until::AllCompleted);
  Str const text = PASS(operators::str(return_when));
  return raise_error(value_error_type, "Invalid return_when value: " + text.utf8());
}

Result<Set<Object>> futures_to_wait_for(Object const& fs) {
  if (isfuture(fs) || iscoroutine(fs))
    return raise_error(type_error_type,
                       std::string("expect a list of futures, not ") + aiocc::detail::plain_name(type_of(fs)));
  if (!PASS(operators::truth(fs))) return raise_error(value_error_type, "Set of Tasks/Futures is empty.");
  return builtins::set(fs);
}

}  // namespace

Coroutine<Tuple<Set<Object>, Set<Object>>> wait(Object fs, Object timeout, Object return_when) {
  Set<Object> const unique = CO_PASS(futures_to_wait_for(fs));
  std::int64_t const until = CO_PASS(read_until(return_when));
  std::vector<Object> futures;
  CO_PASS(check_futures(unique, futures));
  EventLoopObject* loop = CO_PASS(aiocc::detail::require_running_loop());
  Object when = None;
  if (!timeout.is(None)) when = CO_PASS(operators::add(box(loop->time()), timeout));
  Waiting waiting(loop, futures, static_cast<Until>(until));
  if (!when.is(None)) {
    double const deadline = CO_PASS(operators::to_float(when));
    double const delay = CO_PASS(operators::to_float(timeout));
    waiting.expire_at(deadline, delay);
  }
  Future<Object> const waiter = waiting.waiter();
  Result<Object> released = co_await waiter.caught(nullptr);
  waiting.end();
  if (!released) co_return raised;
  Set<Object> done = Set<Object>::of();
  Set<Object> pending = Set<Object>::of();
  for (Object const& future : futures) CO_PASS((future.as<FutureObject>()->done() ? done : pending).add(future));
  co_return Tuple<Set<Object>, Set<Object>>::of(done, pending);
}

namespace {

// shield.<locals>._inner_done_callback; `data` is the outer future.
void inner_done(Object const& future, Object const& data) {
  auto* inner = future.as<FutureObject>();
  auto* outer = data.as<FutureObject>();
  if (outer->done()) {
    inner->log_traceback = false;
  } else if (inner->future_state == FutureState::Cancelled) {
    aiocc::detail::cancel_future(outer, None);
  } else if (inner->failed) {
    inner->log_traceback = false;
    aiocc::detail::finish_with_exception(outer, word_cast<Ref<BaseException>>(inner->result));
  } else {
    aiocc::detail::finish_with_result(outer, inner->result);
  }
}

// shield.<locals>._outer_done_callback; `data` is the inner future.
void outer_done(Object const& future, Object const& data) {
  auto* inner = data.as<FutureObject>();
  if (!inner->done()) aiocc::detail::remove_done_callback(inner, inner_done, future);
}

}  // namespace

Result<Future<Object>> shield(Object const& arg) {
  Future<Object> const inner = PASS(ensure_future(arg));
  if (inner.done()) return inner;
  Object const outer = Object::adopt(aiocc::detail::make_future(inner.get()->loop));
  aiocc::detail::add_done_callback(inner.get(), inner_done, outer);
  aiocc::detail::add_done_callback(outer.as<FutureObject>(), outer_done, inner);
  return word_cast<Future<Object>>(outer);
}

}  // namespace aiocc::asyncio
