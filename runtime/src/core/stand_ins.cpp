// asyncio's own scheduling in loops whose classes override it.
#include "aiocc/core/stand_ins.hpp"

#include "aiocc/core/context.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"

namespace aiocc {

namespace {

// A node runs as if the loop ran it, whatever code it's called from.
class AsInLoop {
 public:
  explicit AsInLoop(EventLoopObject* loop) noexcept
      : driver_(std::exchange(state.hand_driver, nullptr)),
        handled_(std::exchange(state.handled, &loop->base)),
        depth_(state.depth),
        context_(std::move(current_context)) {}
  ~AsInLoop() {
    current_context = std::move(context_);
    state.depth = depth_;
    state.handled = handled_;
    state.hand_driver = driver_;
  }
  AsInLoop(AsInLoop const&) = delete;

 private:
  HandDriver* driver_;
  HandledException* handled_;
  std::uint32_t depth_;
  Object context_;
};

Runnable* take_node(StandIn* stand_in) noexcept {
  if (stand_in->node) stand_in->loop->stand_ins->remove(stand_in->node);
  return std::exchange(stand_in->node, nullptr);
}

Result<void> check_enterable(Runnable* node) {
  if (node->run != detail::step_task || !state.current_task) return {};
  std::string const entered = detail::repr_text(Object::share(static_cast<TaskObject*>(node)));
  std::string const current = detail::repr_text(Object::share(state.current_task));
  return raise_error(runtime_error_type,
                     "Cannot enter into task " + entered + " while another task " + current + " is being executed.");
}

Result<Object> call_stand_in(Object const& self, Object const*, std::size_t, KeywordNames const*) {
  auto* const stand_in = self.as<StandIn>();
  if (!stand_in->node) return None;
  PASS(check_enterable(stand_in->node));
  Object const keep = self;
  Runnable* const node = take_node(stand_in);
  AsInLoop const scope(stand_in->loop);
  auto* const task = node->run == detail::step_task ? static_cast<TaskObject*>(node) : nullptr;
  Object const kept = task ? Object::share(task) : Object();
  node->run(node, false);
  if (task) detail::reschedule_yielded(task);
  if (state.error.bound()) return raised;
  return None;
}

Result<Object> repr_stand_in(Object const& self) {
  return Str::from_utf8("<TaskStepMethWrapper object at " + address_text(self) + ">");
}

void dealloc_stand_in(HeapObject* self) noexcept {
  auto* const stand_in = static_cast<StandIn*>(self);
  if (Runnable* const node = take_node(stand_in)) node->run(node, true);
  delete stand_in;
}

bool has_attribute(EventLoopObject const* loop, Str const& name) noexcept {
  return loop->overflow && dict_get_str(loop->overflow, name);
}

KeywordNames const& context_keyword() {
  static Str const names[] = {"context"_s};
  static KeywordNames const keywords{names};
  return keywords;
}

// Runs a method of the program's from where nothing can be raised: its error is reported, and one that is in flight stays that.
class Asking {
 public:
  explicit Asking(Object object) : asked(std::move(object)), in_flight_(take_error()) {}
  ~Asking() {
    if (in_flight_.bound()) restore_error(std::move(in_flight_));
  }
  Asking(Asking const&) = delete;

  /// Unbound: it has failed.
  Object ask(Result<Object> answer) const {
    if (answer) return std::move(answer).value();
    print_unraisable(asked);
    return Object();
  }
  Object const asked;

 private:
  Ref<BaseException> in_flight_;
};

// A callback that Python code added to a future goes by itself.
void push_done_callback(EventLoopObject* loop, DoneCallback* waiting) {
  Asking const loop_class(Object::share(loop));
  Object const callback = waiting->data;
  Object const future = Object::share(waiting->future);
  Object const context = waiting->context.bound() ? waiting->context : context_for(None);
  waiting->run(waiting, true);
  loop_class.ask(call_method_keywords(loop_class.asked, "call_soon"_s, context_keyword(), callback, future,
                                      context.bound() ? context : None));
}

}  // namespace

constinit Type stand_in_type("TaskStepMethWrapper", &object_type, sizeof(StandIn),
                             {.dealloc = dealloc_stand_in, .repr = repr_stand_in, .call = call_stand_in});

StandIn::StandIn(EventLoopObject* owner, Runnable* represented) noexcept
    : HeapObject(&stand_in_type), loop(owner), node(represented) {
  ++owner->references;
  if (!owner->stand_ins) owner->stand_ins = std::make_unique<StandIns>();
  owner->stand_ins->add(this);
}

StandIn::~StandIn() { Object::adopt(loop); }

void StandIns::keep_handle(Runnable* node, Object handle) {
  auto const found = by_node_.find(node);
  if (found != by_node_.end()) found->second.handle = std::move(handle);
}

void StandIns::remove(Runnable* node) noexcept {
  auto const found = by_node_.find(node);
  if (found == by_node_.end()) return;
  Entry const dying = std::move(found->second);
  by_node_.erase(found);
}

bool StandIns::dismiss(Runnable* node) noexcept {
  auto const found = by_node_.find(node);
  if (found == by_node_.end()) return false;
  Entry const entry = std::move(found->second);
  by_node_.erase(found);
  entry.object->node = nullptr;
  if (entry.handle.bound() && !call_method(entry.handle, "cancel"_s)) print_unraisable(entry.handle);
  return true;
}

void EventLoopObject::push_by_class(Runnable* node) {
  if (!overrides_call_soon && !has_attribute(this, "call_soon"_s)) return ready.push(node);
  if (detail::callback_of(node)) return push_done_callback(this, static_cast<DoneCallback*>(node));
  Asking const loop_class(Object::share(this));
  Object const stand_in = Object::adopt(new StandIn(this, node));
  bool const is_task = node->run == detail::step_task;
  Object const context = is_task ? detail::context_of_task(static_cast<TaskObject*>(node)) : None;
  loop_class.ask(call_method_keywords(loop_class.asked, "call_soon"_s, context_keyword(), stand_in, context));
}

void EventLoopObject::schedule_by_class(Timer* timer, char const* method, double time) {
  if (!overrides_timers && !has_attribute(this, "call_at"_s) && !has_attribute(this, "call_later"_s))
    return add_timer(timer);
  Asking const loop_class(Object::share(this));
  Object const stand_in = Object::adopt(new StandIn(this, timer));
  stand_ins->keep_handle(timer,
                         loop_class.ask(call_method(loop_class.asked, Str::intern(method), box(time), stand_in)));
}

namespace detail {

void reschedule_yielded(TaskObject* task) {
  EventLoopObject* const loop = task->loop;
  if (loop->is_plain() || !loop->ready.ends_with(task)) return;
  loop->ready.remove(task);
  loop->push(task);
}

bool is_overridden(Type* type, Str const& name) noexcept {
  if (!type->is_user_class) return false;
  Object const* const found = find_in_mro(type, name);
  return found && type_of(*found) == &function_type;
}

void wait_by_class(Runnable* node, FutureObject* future, Object const& context) {
  Asking const future_class(Object::share(future));
  Object const stand_in = Object::adopt(new StandIn(future->loop, node));
  future_class.ask(
      call_method_keywords(future_class.asked, "add_done_callback"_s, context_keyword(), stand_in, context));
}

}  // namespace detail

}  // namespace aiocc
