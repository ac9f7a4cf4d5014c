// Scheduling and calling Python's callbacks.
#include "aiocc/core/handle.hpp"

#include "aiocc/core/context.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc {

namespace {

// Errors that end the loop stay in flight; all others are the exception handler's.
void report_callback_error(EventLoopObject* loop, Object const& callback, Object const& handle) {
  if (error_is(keyboard_interrupt_type) || error_is(system_exit_type)) return;
  Ref<BaseException> error = take_error();
  Dict<Str, Object> context = Dict<Str, Object>::of();
  dict_set_str(context.get(), "message"_s, Str::from_utf8("Exception in callback " + detail::format_callback(callback)));
  dict_set_str(context.get(), "exception"_s, error);
  if (handle.bound()) dict_set_str(context.get(), "handle"_s, handle);
  detail::call_exception_handler(loop, context);
}

void run_handle(Runnable* node, bool dropped) {
  auto* handle = static_cast<HandleObject*>(static_cast<Timer*>(node));
  Object const keep = Object::adopt(handle);
  if (dropped || handle->cancelled) return;
  Object const callback = handle->callback;
  Object const args = handle->args;
  auto const* tuple = args.as<TupleObject>();
  current_context = handle->context;
  Result<Object> result = call_array(callback, tuple->items(), tuple->size);
  current_context.reset();
  if (!result) report_callback_error(handle->loop, callback, keep);
}

Result<Object> repr_handle(Object const& self) {
  auto const* handle = self.as<HandleObject>();
  std::string text = std::string("<") + self.heap()->type->name;
  if (handle->cancelled) text += " cancelled";
  if (self.heap()->type == &asyncio::timer_handle_type) text += " when=" + detail::repr_text(box(handle->when));
  if (handle->callback.bound()) text += " " + detail::format_callback(handle->callback);
  return Str::from_utf8(text + ">");
}

void dealloc_handle(HeapObject* self) noexcept { delete static_cast<HandleObject*>(self); }

constexpr Slots handle_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_handle;
  slots.traverse = detail::traverse_members<&HandleObject::callback, &HandleObject::args>;
  slots.weak_references = detail::forget_weak_references;
  slots.repr = repr_handle;
  return slots;
}

}  // namespace

namespace asyncio {
constinit Type handle_type("Handle", &object_type, sizeof(HandleObject), handle_slots(members<handle_type>), "asyncio.events");
constinit Type timer_handle_type("TimerHandle", &handle_type, sizeof(HandleObject), handle_slots(members<timer_handle_type>), "asyncio.events");
}  // namespace asyncio

HandleObject::HandleObject(Type* object_type, EventLoopObject* owner, Object function, Object arguments) noexcept
    : HeapObject(object_type), Timer(run_handle), loop(owner), callback(std::move(function)), args(std::move(arguments)) {
  ++owner->references;
}

DoneCallback::DoneCallback(FutureObject* awaited, Native function, Object callback_or_data) noexcept
    : Runnable(detail::run_done_callback), future(awaited), native(function), data(std::move(callback_or_data)) {}

namespace detail {

Object call_soon(EventLoopObject* loop, Object callback, Object args, Object const& context) {
  auto* handle = new HandleObject(&asyncio::handle_type, loop, std::move(callback), std::move(args));
  handle->context = context_for(context);
  loop->ready.push(handle);
  return Object::share(handle);
}

Object call_at(EventLoopObject* loop, double when, Object callback, Object args, Object const& context) {
  auto* handle = new HandleObject(&asyncio::timer_handle_type, loop, std::move(callback), std::move(args));
  handle->context = context_for(context);
  handle->when = when;
  loop->timers.push(handle);
  return Object::share(handle);
}

void cancel_handle(HandleObject* handle) noexcept {
  if (handle->cancelled) return;
  handle->cancelled = true;
  Object const callback = std::move(handle->callback);
  Object const args = std::move(handle->args);
  if (!handle->scheduled()) return;
  handle->loop->timers.remove(handle);
  // The heap's reference.
  Object::adopt(handle);
}

void run_done_callback(Runnable* node, bool dropped) {
  auto* self = static_cast<DoneCallback*>(node);
  Object const data = std::move(self->data);
  FutureObject* future = self->future;
  DoneCallback::Native const native = self->native;
  Object context = std::move(self->context);
  delete self;
  if (!future->done()) return;
  Object const argument = Object::adopt(future);
  if (dropped) return;
  if (native) return native(argument, data);
  current_context = std::move(context);
  Result<Object> result = call(data, argument);
  current_context.reset();
  if (!result) report_callback_error(future->loop, data, Object());
}

void add_done_callback(FutureObject* future, DoneCallback::Native native, Object data, Object const& context) {
  auto* node = new DoneCallback(future, native, std::move(data));
  if (!native) node->context = context_for(context);
  if (future->done()) {
    ++future->references;
    future->loop->ready.push(node);
  } else {
    future->has_callbacks = true;
    add_waiter(future, node);
  }
}

void remove_done_callback(FutureObject* future, DoneCallback::Native native, Object const& data) noexcept {
  Runnable* const last = future->waiters;
  if (!last) return;
  Runnable* node = last;
  do {
    node = node->next;
    if (node->run != run_done_callback) continue;
    auto* callback = static_cast<DoneCallback*>(node);
    if (callback->native != native || !callback->data.is(data)) continue;
    remove_waiter(future, node);
    node->run(node, true);
    return;
  } while (node != last);
}

Object const* callback_of(Runnable const* node) noexcept {
  if (node->run != run_done_callback) return nullptr;
  auto* callback = static_cast<DoneCallback const*>(node);
  return callback->native ? nullptr : &callback->data;
}

std::string format_callback(Object const& callback) {
  if (type_of(callback) == &function_type) {
    Code const* code = callback.as<FunctionObject>()->code;
    if (code) return std::string(code->qualified_name) + "() at " + code->file + ":" + std::to_string(code->first_line);
  }
  Object name;
  Result<bool> found = operators::find_attr(callback, "__qualname__"_s, name);
  if (!found) take_error();
  if (found && found.value() && is_instance(name, str_type)) return word_cast<Str>(name).utf8() + "()";
  return repr_text(callback) + "()";
}

}  // namespace detail

}  // namespace aiocc
