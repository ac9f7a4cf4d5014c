// Scheduling and calling Python's callbacks.
#include "aiocc/core/handle.hpp"

#include "aiocc/core/context.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "aiocc/stdlib/functools.hpp"
#include "asyncio_frame.hpp"

namespace aiocc {

namespace {

// Tracebacks of callbacks begin with it.
constexpr detail::AsyncioFrame run_frame({"/usr/lib/python3.13/asyncio/events.py", "_run", "Handle._run", 86}, 89,
                                         "            self._context.run(self._callback, *self._args)");

// The arguments of the call, which only debug mode shows.
std::string shown_arguments(HandleObject const* handle) {
  if (!handle->loop->debug || !is_instance(handle->args, tuple_type)) return "()";
  std::string text;
  for (Object const& argument : handle->args.as<TupleObject>()->words())
    text += (text.empty() ? "" : ", ") + short_repr(argument);
  return "(" + text + ")";
}

// Errors that end the loop stay in flight; all others are the exception handler's.
void report_callback_error(EventLoopObject* loop, Object const& callback, Object const& handle) {
  if (error_is(keyboard_interrupt_type) || error_is(system_exit_type)) return;
  detail::add_traceback(&run_frame.span);
  // The handler runs while the error is being handled.
  Handling handling;
  Object const error = handling.exception();
  Dict<Str, Object> context = Dict<Str, Object>::of();
  dict_set_str(context.get(), "message"_s,
               Str::from_utf8("Exception in callback " +
                              detail::format_callback(callback, shown_arguments(handle.as<HandleObject>()))));
  dict_set_str(context.get(), "exception"_s, error);
  if (handle.bound()) {
    dict_set_str(context.get(), "handle"_s, handle);
    detail::add_source_traceback(loop, context, handle);
  }
  detail::call_exception_handler(loop, context);
}

}  // namespace

void detail::run_handle_node(Runnable* node, bool dropped) {
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

namespace {

// In debug mode, what was cancelled keeps its repr in place of its arguments.
bool keeps_repr(HandleObject const* handle) noexcept {
  return !handle->callback.bound() && handle->args.bound() && is_instance(handle->args, str_type);
}

Result<Object> repr_handle(Object const& self) {
  auto const* handle = self.as<HandleObject>();
  if (keeps_repr(handle)) return handle->args;
  std::string text = std::string("<") + self.heap()->type->name;
  if (handle->cancelled) text += " cancelled";
  if (self.heap()->type == &asyncio::timer_handle_type) text += " when=" + detail::repr_text(box(handle->when));
  if (handle->callback.bound()) text += " " + detail::format_callback(handle->callback, shown_arguments(handle));
  return Str::from_utf8(text + detail::created_at(handle) + ">");
}

// TimerHandle's comparisons: by time; equal ones agree in everything.
Result<Object> compare_timers(Object const& left, Object const& right, CompareOp op) {
  if (!is_instance(left, asyncio::timer_handle_type) || !is_instance(right, asyncio::timer_handle_type))
    return NotImplemented;
  auto const* first = left.as<HandleObject>();
  auto const* second = right.as<HandleObject>();
  bool equal = first->when == second->when && first->cancelled == second->cancelled;
  if (equal && first->callback.bound() && second->callback.bound()) {
    equal = PASS(operators::same_or_equal(first->callback, second->callback));
    if (equal) equal = PASS(operators::same_or_equal(first->args, second->args));
  }
  switch (op) {
    case CompareOp::Lt: return box(first->when < second->when);
    case CompareOp::Le: return box(first->when < second->when || equal);
    case CompareOp::Eq: return box(equal);
    case CompareOp::Ne: return box(!equal);
    case CompareOp::Gt: return box(first->when > second->when);
    case CompareOp::Ge: return box(first->when > second->when || equal);
  }
  return NotImplemented;
}

Result<std::int64_t> hash_timer(Object const& self) { return operators::hash(box(self.as<HandleObject>()->when)); }

void dealloc_handle(HeapObject* self) noexcept {
  if (detail::creations_noted) detail::forget_creation(self);
  delete static_cast<HandleObject*>(self);
}

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

namespace {

constexpr Slots timer_slots(MemberTable const& (*members)()) {
  Slots slots = handle_slots(members);
  slots.compare = compare_timers;
  slots.hash = hash_timer;
  return slots;
}

}  // namespace

namespace asyncio {
constinit Type handle_type("Handle", &object_type, sizeof(HandleObject), handle_slots(members<handle_type>),
                           "asyncio.events");
constinit Type timer_handle_type("TimerHandle", &handle_type, sizeof(HandleObject),
                                 timer_slots(members<timer_handle_type>), "asyncio.events");
}  // namespace asyncio

HandleObject::HandleObject(Type* object_type, EventLoopObject* owner, Object function, Object arguments) noexcept
    : HeapObject(object_type),
      Timer(detail::run_handle_node),
      loop(owner),
      callback(std::move(function)),
      args(std::move(arguments)) {
  ++owner->references;
}

DoneCallback::DoneCallback(FutureObject* awaited, Native function, Object callback_or_data) noexcept
    : Runnable(detail::run_done_callback), future(awaited), native(function), data(std::move(callback_or_data)) {}

namespace detail {

Object call_soon(EventLoopObject* loop, Object callback, Object args, Object const& context) {
  auto* handle = new HandleObject(&asyncio::handle_type, loop, std::move(callback), std::move(args));
  if (loop->debug) note_creation(handle);
  handle->context = context_for(context);
  loop->ready.push(handle);
  return Object::share(handle);
}

Object call_at(EventLoopObject* loop, double when, Object callback, Object args, Object const& context) {
  auto* handle = new HandleObject(&asyncio::timer_handle_type, loop, std::move(callback), std::move(args));
  if (loop->debug) note_creation(handle);
  handle->context = context_for(context);
  handle->when = when;
  loop->add_timer(handle);
  return Object::share(handle);
}

void cancel_handle(HandleObject* handle) noexcept {
  if (handle->cancelled) return;
  handle->cancelled = true;
  Object const kept = handle->loop->debug ? Object(Str::from_utf8(repr_text(Object::share(handle)))) : Object();
  Object const callback = std::move(handle->callback);
  Object const args = std::exchange(handle->args, kept);
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
  if (result) return;
  // CPython has made a handle for the call, which the report names.
  Object const handle = Object::adopt(new HandleObject(&asyncio::handle_type, future->loop, data, None));
  report_callback_error(future->loop, data, handle);
}

DoneCallback* add_done_callback(FutureObject* future, DoneCallback::Native native, Object data, Object const& context) {
  auto* node = new DoneCallback(future, native, std::move(data));
  if (!native) node->context = context_for(context);
  if (future->done()) {
    ++future->references;
    future->loop->push(node);
  } else {
    future->has_callbacks = true;
    add_waiter(future, node);
  }
  return node;
}

std::string callback_label(Runnable const* node) {
  if (node->run == stop_when_done) return "_run_until_complete_cb() at " + library_place("base_events.py:182");
  if (node->run != run_done_callback) return "<lambda>()";
  auto const* callback = static_cast<DoneCallback const*>(node);
  return callback->native ? callback->label : format_callback(callback->data);
}

std::string library_place(char const* file_and_line) {
  return std::string("/usr/lib/python3.13/asyncio/") + file_and_line;
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

namespace {

// `callback.name`, if that's a str; else unbound.
Object text_attribute(Object const& callback, Str const& name) {
  Object value;
  Result<bool> found = operators::find_attr(callback, name, value);
  if (!found) take_error();
  return found && found.value() && is_instance(value, str_type) ? value : Object();
}

// CPython's format_helpers._format_callback.
std::string callback_name(Object const& callback, std::string const& suffix) {
  Object inner;
  if (type_of(callback) == &functools::partial_type) {
    Result<bool> found = operators::find_attr(callback, "func"_s, inner);
    if (found && found.value()) return callback_name(inner, "()" + suffix);
  }
  Object name = text_attribute(callback, "__qualname__"_s);
  if (!name.bound()) name = text_attribute(callback, "__name__"_s);
  return (name.bound() ? word_cast<Str>(name).utf8() : repr_text(callback)) + suffix;
}

// CPython's format_helpers._get_function_source.
Code const* source_of(Object callback) {
  while (true) {
    Object inner;
    Str const attribute = type_of(callback) == &functools::partial_type ? "func"_s : "__wrapped__"_s;
    Result<bool> found = operators::find_attr(callback, attribute, inner);
    if (!found) take_error();
    if (!found || !found.value()) break;
    callback = inner;
  }
  return type_of(callback) == &function_type ? callback.as<FunctionObject>()->code : nullptr;
}

}  // namespace

std::string format_callback(Object const& callback, std::string const& arguments) {
  std::string text = callback_name(callback, arguments);
  if (Code const* code = source_of(callback))
    text += std::string(" at ") + code->file + ":" + std::to_string(code->first_line);
  return text;
}

}  // namespace detail

}  // namespace aiocc
