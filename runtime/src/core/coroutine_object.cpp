// Coroutine objects: send, throw and close by hand, and the warning when nobody ever awaited one.
#include "aiocc/core/coroutine_object.hpp"

#include "../objects/sequence.hpp"
#include "aiocc/core/async_step.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "awaitable.hpp"
#include "awaited.hpp"

namespace aiocc {

CoroutineObject::CoroutineObject(Frame* owned, Type* object_type) noexcept
    : HeapObject(object_type), root(owned), code(owned && owned->position ? owned->position->code : nullptr) {}

namespace {

std::string never_awaited_text(Object const& coroutine) {
  std::string text =
      std::string("coroutine '") + coroutine.as<CoroutineObject>()->code->qualified_name + "' was never awaited";
  std::string made = detail::creation_stack(coroutine.heap());
  if (made.empty()) return text;
  made.pop_back();
  return text + "\nCoroutine created at (most recent call last)\n" + made;
}

void dealloc_coroutine(HeapObject* self) noexcept {
  auto* object = static_cast<CoroutineObject*>(self);
  bool const is_new = object->root && !object->root->started && !(self->flags & object_finalized);
  if (is_new && object->code && survives_warning(self, runtime_warning_type, never_awaited_text)) return;
  if (detail::creations_noted) [[unlikely]]
    detail::forget_creation(self);
  if (self->flags & object_named) [[unlikely]]
    detail::forget_own_names(self);
  if (object->watcher) detail::end_watch(object);
  if (Frame* root = std::exchange(object->root, nullptr)) {
    if (root->started)
      detail::destroy_frame(root, std::exchange(object->driver.leaf, nullptr));
    else
      root->handle().destroy();
  }
  delete object;
}

Result<Object> repr_coroutine(Object const& self) {
  Object const name = detail::coroutine_qualname(self.as<CoroutineObject>());
  return repr_at(self, is_instance(name, str_type) ? word_cast<Str>(name).utf8().c_str() : "?");
}

Result<Object> await_coroutine(Object const& self) { return detail::make_coroutine_wrapper(self); }

constexpr Slots coroutine_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_coroutine;
  slots.runs_code = detail::has_frame;
  slots.weak_references = detail::forget_weak_references;
  slots.repr = repr_coroutine;
  slots.await = await_coroutine;
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
  slots.iter = detail::iter_self;
  slots.next = next_of_wrapped;
  return slots;
}

}  // namespace

constinit Type coroutine_wrapper_type("coroutine_wrapper", &object_type, sizeof(CoroutineWrapperObject),
                                      wrapper_slots(members<coroutine_wrapper_type>));
constinit Type coroutine_type("coroutine", &object_type, sizeof(CoroutineObject),
                              coroutine_slots(members<coroutine_type>));

namespace detail {

bool is_coroutine_layout(Type const* type) noexcept { return type == &coroutine_type || is_step_type(type); }

Object make_coroutine_wrapper(Object coroutine) {
  return Object::adopt(new CoroutineWrapperObject(std::move(coroutine)));
}

Object make_coroutine_object(Frame* root, Type& type) {
  auto* const object = new CoroutineObject(root, &type);
  if (coroutine_origin_depth) [[unlikely]]
    note_creation(object, nullptr, std::min(coroutine_origin_depth, most_creation_calls));
  return Object::adopt(object);
}

namespace {

// The chain has ended: its value by StopIteration, or its error.
Raised finish(CoroutineObject* object) {
  Frame* root = std::exchange(object->root, nullptr);
  if (root->failed) {
    keep_passed_frame(root);
    return raised;
  }
  Object value = take_boxed_value(root);
  root->handle().destroy();
  return value.is(None) ? raise_stop_iteration() : raise_stop_iteration(value);
}

// Why it can't be driven by hand now, as an error in place of one that is to be thrown into it.
Result<void> refuse_reuse(CoroutineObject const* object) {
  char const* const reason = why_not_awaitable(object);
  if (!reason) return {};
  if (state.error.bound()) take_error();
  if (object->root && object->type == &coroutine_type)
    return raise_error(value_error_type, "coroutine already executing");
  return raise_error(runtime_error_type, reason);
}

// The first value that it's sent: `asend` gets it in place of its own.
Result<void> send_first(CoroutineObject* object, Object const& value) {
  if (object->type == &async_generator_asend_type) {
    replace_sent_value(static_cast<AsyncStepObject*>(object), value);
    return {};
  }
  if (object->type == &async_generator_athrow_type)
    return raise_error(runtime_error_type, "can't send non-None value to a just-started coroutine");
  if (object->type == &coroutine_type)
    return raise_error(type_error_type, "can't send non-None value to a just-started coroutine");
  return raise_error(not_implemented_error_type,
                     std::string("aiocc can't send a value to a just-started '") + object->type->name + "'");
}

}  // namespace

char const* why_not_awaitable(CoroutineObject const* object) noexcept {
  StepTexts const* const texts =
      object->type == &coroutine_type ? nullptr : static_cast<AsyncStepObject const*>(object)->texts;
  // A frame that has failed is still there until whoever awaited it goes on.
  if (!object->root || object->root->failed) return texts ? texts->reused : "cannot reuse already awaited coroutine";
  if (object->awaited || object->running) return texts ? texts->running : "coroutine is being awaited already";
  return nullptr;
}

Result<Object> coroutine_send(CoroutineObject* object, Object value) {
  bool const throwing = state.error.bound();
  take_back_from_task(object);
  PASS(refuse_reuse(object));
  if (!object->root->started && !throwing && value.bound() && !value.is(None)) PASS(send_first(object, value));
  Frame* root = object->root;
  RecursionGuard guard;
  if (!guard.entered()) return raised;
  Object const keep = Object::share(object);
  root->started = true;
  object->running = true;
  object->driver.sent = std::move(value);
  Frame* leaf = object->driver.leaf ? object->driver.leaf : root;
  if (throwing) add_thrown_context(object->driver.handled, &object->driver.base);
  bool const suspended = drive(object->driver, leaf);
  object->running = false;
  if (suspended) return std::move(object->driver.yielded);
  return finish(object);
}

Result<Object> coroutine_throw(CoroutineObject* object, Object const& type, Object const& value,
                               Object const& traceback) {
  if (value.bound()) PASS(warn_of_thrown_value("throw"));
  PASS(set_thrown_error(type, value, traceback));
  return coroutine_send(object, None);
}

Result<Object> coroutine_close(CoroutineObject* object) {
  if (!object->root) return None;
  take_back_from_task(object);
  PASS(refuse_reuse(object));
  bool const is_step = object->type != &coroutine_type;
  if (!object->root->started && !is_step) {
    // Closing one is as good as awaiting it.
    std::exchange(object->root, nullptr)->handle().destroy();
    return None;
  }
  restore_error(make_exception(generator_exit_type, std::string_view()));
  if (coroutine_send(object, None)) return raise_error(runtime_error_type, "coroutine ignored GeneratorExit");
  bool const is_end = is_step && error_is(stop_async_iteration_type);
  if (is_end || error_is(generator_exit_type)) {
    take_error();
    return None;
  }
  if (!error_is(stop_iteration_type)) return raised;
  Ref<BaseException> const ended = take_error();
  Object const& value = ended.as<StopIteration>()->value;
  return is_step || !value.bound() ? None : value;
}

}  // namespace detail

}  // namespace aiocc
