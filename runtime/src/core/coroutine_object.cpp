// Coroutine objects: send, throw and close by hand, and the warning when nobody ever awaited one.
#include "aiocc/core/coroutine_object.hpp"

#include "aiocc/core/async_generator_object.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc {

CoroutineObject::CoroutineObject(Frame* owned, Type* object_type) noexcept
    : HeapObject(object_type), root(owned), code(owned && owned->position ? owned->position->code : nullptr) {}

namespace {

void dealloc_coroutine(HeapObject* self) noexcept {
  auto* object = static_cast<CoroutineObject*>(self);
  if (Frame* root = std::exchange(object->root, nullptr)) {
    // Frames of the runtime's own coroutines don't know their names.
    if (!root->started && !root->position && object->code) warn_never_awaited(*object->code);
    detail::destroy_frame(root, std::exchange(object->driver.leaf, nullptr));
  }
  delete object;
}

bool has_frame(HeapObject const* self) noexcept { return static_cast<CoroutineObject const*>(self)->root; }

Result<Object> repr_coroutine(Object const& self) {
  auto const* object = self.as<CoroutineObject>();
  return repr_at(self, object->code ? object->code->qualified_name : "?");
}

Result<Object> self_await(Object const& self) { return self; }
Result<Object> await_coroutine(Object const& self) { return detail::make_coroutine_wrapper(self); }

Result<bool> next_sent(Object const& self, Object& item) {
  item = PASS(detail::coroutine_send(self.as<CoroutineObject>(), None));
  return true;
}

constexpr Slots coroutine_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_coroutine;
  slots.runs_code = has_frame;
  slots.weak_references = detail::forget_weak_references;
  slots.repr = repr_coroutine;
  slots.await = await_coroutine;
  return slots;
}

constexpr Slots awaitable_slots() {
  Slots slots;
  slots.dealloc = dealloc_coroutine;
  slots.runs_code = has_frame;
  slots.await = self_await;
  slots.iter = self_await;
  slots.next = next_sent;
  return slots;
}

Result<bool> next_of_wrapped(Object const& self, Object& item) {
  item = PASS(detail::coroutine_send(self.as<CoroutineWrapperObject>()->coroutine.as<CoroutineObject>(), None));
  return true;
}

constexpr Slots wrapper_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = [](HeapObject* self) noexcept { delete static_cast<CoroutineWrapperObject*>(self); };
  slots.traverse = detail::traverse_members<&CoroutineWrapperObject::coroutine>;
  slots.iter = self_await;
  slots.next = next_of_wrapped;
  return slots;
}

constinit Type asend_type("async_generator_asend", &object_type, sizeof(CoroutineObject), awaitable_slots());
constinit Type athrow_type("async_generator_athrow", &object_type, sizeof(CoroutineObject), awaitable_slots());

}  // namespace

constinit Type coroutine_wrapper_type("coroutine_wrapper", &object_type, sizeof(CoroutineWrapperObject),
                                      wrapper_slots(members<coroutine_wrapper_type>));
constinit Type coroutine_type("coroutine", &object_type, sizeof(CoroutineObject),
                              coroutine_slots(members<coroutine_type>));

namespace detail {

bool is_coroutine_layout(Type const* type) noexcept {
  return type == &coroutine_type || type == &asend_type || type == &athrow_type;
}

Object make_coroutine_wrapper(Object coroutine) {
  return Object::adopt(new CoroutineWrapperObject(std::move(coroutine)));
}

Object make_coroutine_object(Frame* root, Type& type) { return Object::adopt(new CoroutineObject(root, &type)); }

Object make_asend(AsyncGeneratorFrame* frame, Object value) {
  return make_coroutine_object(asend(Object::share(frame), std::move(value)).release(), asend_type);
}
Object make_athrow(AsyncGeneratorFrame* frame, Object type, Object value) {
  return make_coroutine_object(athrow(Object::share(frame), std::move(type), std::move(value)).release(), athrow_type);
}
Object make_aclose(AsyncGeneratorFrame* frame) {
  return make_coroutine_object(aclose(Object::share(frame)).release(), athrow_type);
}

Frame* take_coroutine(CoroutineObject* object) {
  bool const fresh = object->root && !object->root->started;
  if (fresh) return std::exchange(object->root, nullptr);
  return as_coroutine(await_object(Object::share(object))).release();
}

namespace {

// The chain has ended: its value by StopIteration, or its error.
Raised finish(CoroutineObject* object) {
  Frame* root = std::exchange(object->root, nullptr);
  if (root->failed) {
    if (root->handle().done())
      root->handle().destroy();
    else
      keep_passed_frame(root);
    return raised;
  }
  Object value = take_boxed_value(root);
  root->handle().destroy();
  return value.is(None) ? raise_stop_iteration() : raise_stop_iteration(value);
}

}  // namespace

Result<Object> coroutine_send(CoroutineObject* object, Object value) {
  bool const throwing = state.error.bound();
  if (!object->root) {
    if (throwing) take_error();
    return raise_error(runtime_error_type, "cannot reuse already awaited coroutine");
  }
  if (object->running || object->awaited) {
    if (throwing) take_error();
    return raise_error(value_error_type, "coroutine already executing");
  }
  Frame* root = object->root;
  if (!root->started && !throwing && value.bound() && !value.is(None))
    return raise_error(type_error_type, "can't send non-None value to a just-started coroutine");
  RecursionGuard guard;
  if (!guard.entered()) return raised;
  Object const keep = Object::share(object);
  root->started = true;
  object->running = true;
  object->driver.sent = std::move(value);
  Frame* leaf = object->driver.leaf ? object->driver.leaf : root;
  if (throwing && object->driver.handled) add_thrown_context();
  bool const suspended = drive(object->driver, leaf);
  object->running = false;
  if (suspended) return std::move(object->driver.yielded);
  return finish(object);
}

Result<void> coroutine_close(CoroutineObject* object) {
  if (!object->root) return {};
  if (object->running || object->awaited) return raise_error(value_error_type, "coroutine already executing");
  if (!object->root->started) {
    // Closing one is as good as awaiting it.
    std::exchange(object->root, nullptr)->handle().destroy();
    return {};
  }
  restore_error(make_exception(generator_exit_type, std::string_view()));
  if (coroutine_send(object, None)) return raise_error(runtime_error_type, "coroutine ignored GeneratorExit");
  if (error_is(generator_exit_type) || error_is(stop_iteration_type)) {
    take_error();
    return {};
  }
  return raised;
}

}  // namespace detail

}  // namespace aiocc
