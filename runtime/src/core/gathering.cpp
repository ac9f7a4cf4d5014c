// gather: what its children's ends do to it.
#include "aiocc/core/gathering.hpp"

#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

// In the order of CPython's list of children.
GatheringFutureObject::~GatheringFutureObject() {
  while (count > 0) children[--count].~GatheredChild();
  detail::release_frame(children, capacity * sizeof(GatheredChild));
}

namespace detail {

namespace {

FutureObject* future_of(GatheredChild const& child) noexcept { return child.child.as<FutureObject>(); }

// The list that the gathering future results in: values, and with return_exceptions the exceptions too.
Object collect(GatheringFutureObject* gathering) {
  std::vector<Object> results;
  results.reserve(gathering->count);
  for (std::size_t i = 0; i < gathering->count; ++i) {
    FutureObject* child = future_of(gathering->children[i]);
    if (child->future_state == FutureState::Cancelled) {
      bool const has_message = child->extra && child->extra->cancel_message.bound();
      results.push_back(has_message ? make_exception(asyncio::cancelled_error_type, child->extra->cancel_message)
                                    : make_exception(asyncio::cancelled_error_type, ""_s));
    } else {
      if (child->failed) child->log_traceback = false;
      results.push_back(child->result);
    }
  }
  return Object::adopt(make_list_object(std::move(results)));
}

// CPython's gather.<locals>._done_callback.
void count_child(GatheringFutureObject* gathering, FutureObject* child) noexcept {
  ++gathering->finished;
  if (gathering->done()) {
    child->log_traceback = false;
    return;
  }
  if (!gathering->return_exceptions) {
    if (child->future_state == FutureState::Cancelled)
      return finish_with_exception(gathering, make_cancelled_error(child));
    if (child->failed) {
      child->log_traceback = false;
      return finish_with_exception(gathering, word_cast<Ref<BaseException>>(child->result));
    }
  }
  if (gathering->finished != gathering->awaited) return;
  if (gathering->cancel_requested)
    finish_with_exception(gathering, make_cancelled_error(child));
  else
    finish_with_result(gathering, collect(gathering));
}

}  // namespace

void child_done(Runnable* node, bool dropped) {
  auto* child = static_cast<GatheredChild*>(node);
  GatheringFutureObject* const gathering = child->gathering;
  Object const keep = Object::adopt(gathering);
  if (dropped) return;
  --gathering->scheduled;
  count_child(gathering, future_of(*child));
}

void note_scheduled_children(FutureObject* future) noexcept {
  Runnable* node = future->waiters;
  do {
    node = node->next;
    if (node->run == child_done) ++static_cast<GatheredChild*>(node)->gathering->scheduled;
  } while (node != future->waiters);
}

bool cancel_gathering(GatheringFutureObject* gathering, Object const& message) noexcept {
  bool cancelled = false;
  for (std::size_t i = 0; i < gathering->count; ++i)
    if (cancel_future(future_of(gathering->children[i]), message)) cancelled = true;
  if (cancelled) gathering->cancel_requested = true;
  return cancelled;
}

// An earlier child may wait for the same, in whose list nothing else can have come since.
void wait_among_others(GatheredChild& child) noexcept {
  auto* const future = future_of(child);
  if (future->done()) return;
  Runnable* const last = future->waiters;
  if (last->run == child_done && static_cast<GatheredChild*>(last)->gathering == child.gathering) return;
  add_waiter(future, &child);
  future->has_gatherers = true;
  ++child.gathering->awaited;
  ++child.gathering->references;
}

namespace {

// Marks those of the children's futures that were done from the start, each once, and tells how many there are.
std::size_t mark_done(GatheringFutureObject* gathering) noexcept {
  std::size_t done = 0;
  for (std::size_t i = 0; i < gathering->count; ++i) {
    FutureObject* const future = future_of(gathering->children[i]);
    if (gathering->children[i].queued() || !future->done() || future->gathered) continue;
    future->gathered = true;
    ++done;
  }
  return done;
}

}  // namespace

void begin_gathering(GatheringFutureObject* gathering) noexcept {
  --gathering->scheduled;
  if (gathering->awaited == gathering->count) return;
  gathering->awaited += mark_done(gathering);
  for (std::size_t i = 0; i < gathering->count; ++i) {
    FutureObject* const future = future_of(gathering->children[i]);
    if (!future->gathered) continue;
    future->gathered = false;
    count_child(gathering, future);
  }
}

void abandon_gathering(GatheringFutureObject* gathering) noexcept { gathering->future_state = FutureState::Cancelled; }

}  // namespace detail

}  // namespace aiocc
