// Awaiting what isn't known: coroutine objects, futures, and everything with `__await__`.
#include "aiocc/core/await_object.hpp"

#include "aiocc/core/async_builtins.hpp"
#include "aiocc/core/async_generator_object.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/delegation.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/future_object.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"
#include "awaitable.hpp"

namespace aiocc {

namespace {

using Advance = detail::Delegated (*)(Object const& driven, Object sent, Object& result);

// Drives the iterator of an `__await__`, or what acts like a coroutine; what it yields goes to whoever drives the chain.
Coroutine<Object> drive_object(Object driven, Advance advance) {
  Object sent;
  while (true) {
    Object result;
    detail::Delegated const outcome = advance(driven, std::move(sent), result);
    if (outcome == detail::Delegated::Failed) co_return raised;
    if (outcome == detail::Delegated::Finished) co_return result;
    Result<Object> answer = co_await detail::YieldToDriver(std::move(result)).caught(nullptr);
    if (answer) sent = std::move(answer).value();
  }
}

Result<Object> await_iterator(Object const& awaited) {
  Object iterator;
  Type* const type = type_of(awaited);
  if (awaitable_generator(awaited)) {
    iterator = awaited;
  } else if (type->slots.await) {
    iterator = PASS(type->slots.await(awaited));
  } else if (!PASS(operators::call_special(awaited, "__await__"_s, iterator))) {
    return raise_error(type_error_type, std::string("object ") + type->name + " can't be used in 'await' expression");
  }
  if (type_of(iterator) == &coroutine_type) return raise_error(type_error_type, "__await__() returned a coroutine");
  Type* const iterator_type = type_of(iterator);
  if (!iterator_type->slots.next && !detail::find_in_mro(iterator_type, "__next__"_s))
    return raise_error(type_error_type,
                       std::string("__await__() returned non-iterator of type '") + iterator_type->name + "'");
  return iterator;
}

Frame* driving_frame(Object driven, Advance advance) {
  Frame* const frame = drive_object(driven, advance).release();
  frame->kind = FrameKind::AwaitedIterator;
  *reinterpret_cast<Object*>(frame + 1) = std::move(driven);
  return frame;
}

std::coroutine_handle<> fail_with(Frame& frame, char const* message) noexcept {
  raise_error(runtime_error_type, message);
  return detail::fail(&frame);
}

// A step of an async generator that was started by hand goes on under the frame that awaits it.
std::coroutine_handle<> continue_under(Frame& frame, CoroutineObject* object) noexcept {
  HandDriver& driver = object->driver;
  object->root->awaiter = &frame;
  driver.base.outer = state.handled;
  if (driver.handled) state.handled = driver.handled;
  driver.handled = nullptr;
  driver.waited.reset();
  return std::exchange(driver.leaf, nullptr)->handle();
}

}  // namespace

std::coroutine_handle<> AwaitObject::suspend(Frame& frame) noexcept {
  Type* const type = type_of(awaited_);
  if (detail::is_coroutine_layout(type)) {
    auto* object = awaited_.as<CoroutineObject>();
    detail::take_back_from_task(object);
    if (char const* reason = detail::why_not_awaitable(object)) return fail_with(frame, reason);
    if (type == &coroutine_type && object->root->started) return fail_with(frame, "coroutine is being awaited already");
    object->awaited = true;
    running_ = object->root;
    if (running_->started) return continue_under(frame, object);
    return detail::start(frame, *running_);
  }
  if (is_instance(awaited_, future_type)) return detail::suspend_on(frame, awaited_.as<FutureObject>());
  Result<Object> iterator = await_iterator(awaited_);
  if (!iterator) return detail::fail(&frame);
  running_ = driving_frame(std::move(iterator).value(), detail::advance_iterator);
  owns_ = true;
  return detail::start(frame, *running_);
}

Frame* detail::coroutine_driver(Object const& coroutine) { return driving_frame(coroutine, advance_iterator); }

Frame* detail::take_coroutine(Object const& coroutine) {
  if (!is_coroutine_layout(type_of(coroutine))) return driving_frame(coroutine, advance_sender);
  auto* object = coroutine.as<CoroutineObject>();
  bool const fresh = object->root && !object->root->started && !object->awaited;
  if (fresh) return std::exchange(object->root, nullptr);
  return coroutine_driver(coroutine);
}

Object AwaitObject::take() noexcept {
  if (!running_) return awaited_.as<FutureObject>()->result;
  Object value = detail::take_boxed_value(running_);
  if (!owns_) {
    auto* object = awaited_.as<CoroutineObject>();
    object->awaited = false;
    object->root = nullptr;
    if (state.handled == &object->driver.base) state.handled = object->driver.base.outer;
  }
  std::exchange(running_, nullptr)->handle().destroy();
  return value;
}

void AwaitObject::abandon() noexcept {
  if (!running_ || !running_->failed) return;
  if (!owns_) {
    auto* object = awaited_.as<CoroutineObject>();
    object->awaited = false;
    object->root = nullptr;
    if (state.handled == &object->driver.base) state.handled = object->driver.base.outer;
  }
  Frame* passed = std::exchange(running_, nullptr);
  if (passed->handle().done())
    passed->handle().destroy();
  else
    detail::keep_passed_frame(passed);
}

AwaitObject::~AwaitObject() {
  if (running_ && owns_) running_->handle().destroy();
}

bool detail::has_await(Object const& object) noexcept {
  Type* const type = type_of(object);
  return type->slots.await || awaitable_generator(object) || find_in_mro(type, "__await__"_s);
}

Result<Object> async_iterator(Object const& iterable) {
  Type* const type = type_of(iterable);
  if (type == &async_generator_type) return iterable;
  Object iterator;
  if (type->slots.aiter) {
    iterator = PASS(type->slots.aiter(iterable));
  } else if (!PASS(operators::call_special(iterable, "__aiter__"_s, iterator))) {
    return raise_error(type_error_type,
                       std::string("'async for' requires an object with __aiter__ method, got ") + type->name);
  }
  Type* const found = type_of(iterator);
  if (!found->slots.anext && !detail::find_in_mro(found, "__anext__"_s))
    return raise_error(
        type_error_type,
        std::string("'async for' received an object from __aiter__ that does not implement __anext__: ") + found->name);
  return iterator;
}

bool detail::acts_like_coroutine(Object const& object) noexcept {
  Type* const type = type_of(object);
  return type->is_user_class && find_in_mro(type, "send"_s) && find_in_mro(type, "throw"_s) &&
         find_in_mro(type, "close"_s) && find_in_mro(type, "__await__"_s);
}

Result<Object> detail::next_awaitable(Object const& iterator) {
  Type* const type = type_of(iterator);
  if (type->slots.anext) return type->slots.anext(iterator);
  return call_method(iterator, "__anext__"_s);
}

Result<Object> detail::awaitable_from(Object value, char const* method) {
  if (is_coroutine_layout(type_of(value)) || has_await(value)) return value;
  return raise_error(type_error_type, std::string("'async with' received an object from ") + method +
                                          " that does not implement __await__: " + type_of(value)->name);
}

namespace {

// What `__anext__` gave can't be awaited: TypeError, whose cause is the error in flight.
Raised invalid_item(Object const& item) {
  Ref<BaseException> const cause = take_error();
  Ref<BaseException> error = make_exception(
      type_error_type, std::string("'async for' received an invalid object from __anext__: ") + type_of(item)->name);
  error->cause = cause;
  error->context = cause;
  error->suppress_context = true;
  return restore_error(std::move(error));
}

}  // namespace

namespace builtins {

Result<Object> aiter(Object const& async_iterable) {
  Type* const type = type_of(async_iterable);
  if (!type->slots.aiter && !detail::find_in_mro(type, "__aiter__"_s))
    return raise_error(type_error_type, std::string("'") + type->name + "' object is not an async iterable");
  return async_iterator(async_iterable);
}

}  // namespace builtins

Coroutine<bool> async_next(Object iterator, Object& item) {
  if (type_of(iterator) == &async_generator_type) {
    auto* frame = static_cast<AsyncGeneratorFrame*>(iterator.as<FrameObject>());
    bool const more = co_await detail::AsyncNext(frame).at(nullptr);
    if (more) item = detail::yielded_value(frame);
    co_return more;
  }
  Result<Object> awaitable = detail::next_awaitable(iterator);
  if (awaitable) {
    Object awaited = std::move(awaitable).value();
    if (!detail::is_coroutine_layout(type_of(awaited)) && !is_instance(awaited, future_type)) {
      Result<Object> driven = await_iterator(awaited);
      if (!driven) co_return invalid_item(awaited);
      awaited = detail::make_coroutine_object(driving_frame(std::move(driven).value(), detail::advance_iterator));
    }
    Result<Object> result = co_await await_object(awaited).caught(nullptr);
    if (result) {
      item = std::move(result).value();
      co_return true;
    }
  }
  if (!error_is(stop_async_iteration_type)) co_return raised;
  take_error();
  co_return false;
}

}  // namespace aiocc
