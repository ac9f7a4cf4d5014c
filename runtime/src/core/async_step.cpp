// The awaitables of async generators' methods and of `anext` with a default.
#include "aiocc/core/async_step.hpp"

#include "../objects/sequence.hpp"
#include "aiocc/core/async_builtins.hpp"
#include "aiocc/core/async_generator_object.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/native.hpp"
#include "awaitable.hpp"

namespace aiocc {

namespace {

using detail::StepTexts;

constexpr char reused_asend[] = "cannot reuse already awaited __anext__()/asend()";
constexpr char reused_athrow[] = "cannot reuse already awaited aclose()/athrow()";
constexpr char running_anext[] = "anext(): asynchronous generator is already running";

constexpr StepTexts asend_texts{"asend", reused_asend, running_anext};
constexpr StepTexts athrow_texts{"athrow", reused_athrow, "athrow(): asynchronous generator is already running"};
constexpr StepTexts aclose_texts{"aclose", reused_athrow, "aclose(): asynchronous generator is already running"};
constexpr StepTexts anext_texts{nullptr, "cannot reuse already awaited coroutine",
                                "coroutine is being awaited already"};
constexpr StepTexts anext_of_asend_texts{nullptr, reused_asend, running_anext};

void warn_of_lost_step(AsyncStepObject const* step) noexcept {
  std::string const text = std::string("coroutine method '") + step->texts->method + "' of '";
  warn_of_loss(runtime_warning_type, text + step->code->qualified_name + "' was never awaited", step->generator);
}

void dealloc_step(HeapObject* self) noexcept {
  auto* object = static_cast<AsyncStepObject*>(self);
  bool const is_new = object->root && !object->root->started && !(self->flags & object_finalized);
  if (is_new && object->generator.bound() && object->texts->method) warn_of_lost_step(object);
  if (Frame* root = std::exchange(object->root, nullptr)) {
    detail::destroy_frame(root, std::exchange(object->driver.leaf, nullptr));
  }
  delete object;
}

Result<bool> next_step(Object const& self, Object& item) {
  item = PASS(detail::coroutine_send(self.as<CoroutineObject>(), None));
  return true;
}

constexpr Slots step_slots(MemberTable const& (*members)() = nullptr) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_step;
  slots.runs_code = detail::has_frame;
  slots.await = detail::iter_self;
  slots.iter = detail::iter_self;
  slots.next = next_step;
  return slots;
}

Object make_step(Coroutine<Object> coroutine, AsyncGeneratorFrame* generator, Type& type, StepTexts const& texts) {
  auto* const step = new AsyncStepObject(coroutine.release(), &type, &texts);
  if (generator) {
    step->code = generator->code();
    step->generator = Object::share(generator);
  }
  return Object::adopt(step);
}

}  // namespace

constinit Type async_generator_asend_type("async_generator_asend", &object_type, sizeof(AsyncStepObject),
                                          step_slots(members<async_generator_asend_type>));
// Derived from the first, whose methods these share, which CPython's aren't.
constinit Type async_generator_athrow_type("async_generator_athrow", &async_generator_asend_type,
                                           sizeof(AsyncStepObject), step_slots());
constinit Type anext_awaitable_type("anext_awaitable", &async_generator_asend_type, sizeof(AsyncStepObject),
                                    step_slots());

namespace detail {

Object make_asend(AsyncGeneratorFrame* frame, Object value) {
  return make_step(asend(Object::share(frame), std::move(value)), frame, async_generator_asend_type, asend_texts);
}

void replace_sent_value(AsyncStepObject* step, Object value) {
  std::exchange(step->root, nullptr)->handle().destroy();
  step->root = asend(step->generator, std::move(value)).release();
}

Result<Object> make_athrow(AsyncGeneratorFrame* frame, Object const& type, Object const& value,
                           Object const& traceback) {
  if (value.bound()) PASS(warn_of_thrown_value("athrow"));
  return make_step(athrow(Object::share(frame), type, value, traceback), frame, async_generator_athrow_type,
                   athrow_texts);
}

Object make_aclose(AsyncGeneratorFrame* frame) {
  return make_step(aclose(Object::share(frame)), frame, async_generator_athrow_type, aclose_texts);
}

Result<void> close_by_hand(AsyncGeneratorFrame* frame) {
  Object const closing = make_aclose(frame);
  if (coroutine_send(closing.as<CoroutineObject>(), None))
    return raise_error(runtime_error_type, "async generator ignored GeneratorExit");
  if (!error_is(stop_iteration_type)) return raised;
  take_error();
  return {};
}

}  // namespace detail

namespace builtins {

namespace {

// An error that's thrown into it before it has begun strikes what it would await.
Coroutine<Object> next_or_default(Object awaitable, Object fallback) {
  co_await detail::BeginStep().at(nullptr);
  if (state.error.bound() && !AsyncStep::accepts(awaitable)) {
    if (type_of(awaitable) == &coroutine_type) CO_PASS(detail::coroutine_send(awaitable.as<CoroutineObject>(), None));
    co_return raised;
  }
  Result<Object> item = co_await await_object(awaitable).caught(nullptr);
  if (item) co_return item;
  if (!error_is(stop_async_iteration_type)) co_return raised;
  take_error();
  co_return fallback;
}

}  // namespace

Result<Object> anext(Object const& async_iterator, Object const& fallback) {
  Type* const type = type_of(async_iterator);
  if (!type->slots.anext && !detail::find_in_mro(type, "__anext__"_s))
    return raise_error(type_error_type, std::string("'") + type->name + "' object is not an async iterator");
  Object awaitable = PASS(detail::next_awaitable(async_iterator));
  if (!fallback.bound()) return awaitable;
  StepTexts const& texts = type_of(awaitable) == &async_generator_asend_type ? anext_of_asend_texts : anext_texts;
  return make_step(detail::prepared(next_or_default(std::move(awaitable), fallback)), nullptr, anext_awaitable_type,
                   texts);
}

}  // namespace builtins

}  // namespace aiocc
