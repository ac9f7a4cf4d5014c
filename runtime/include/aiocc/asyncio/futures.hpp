// asyncio.Future, as a static type over the future objects of core.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/core/future_iterator.hpp"
#include "aiocc/core/future_object.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::asyncio {

class EventLoop;

namespace detail {
// The methods' bodies, common to all value types.
Result<void> set_result(FutureObject* future, Object value);
Result<void> set_exception(FutureObject* future, Object const& exception);
Result<Object> exception(FutureObject* future);
Result<void> add_done_callback(FutureObject* future, Object const& callback, Object const& context);
Result<Int> remove_done_callback(FutureObject* future, Object const& callback);
/// "PENDING", "CANCELLED" or "FINISHED".
Str state_name(FutureObject const* future);
Object result_or_none(FutureObject const* future);
/// The loop that a constructor's `loop` argument means.
Result<EventLoopObject*> loop_of_argument(Object const& loop);
/// `_log_traceback` can only be set to False: ValueError.
Result<void> set_log_traceback(FutureObject* future, Object const& value);
/// What `cancel` was given, or None.
Object cancel_message(FutureObject const* future);
Result<void> set_cancel_message(FutureObject* future, Object const& value);
}  // namespace detail

/// A result that will be there later. Not for threads.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Future[T]", subclassable) Future : public HeapWord {
 public:
  using value_type = T;
  using Element = std::conditional_t<std::is_void_v<T>, Object, T>;

  constexpr Future() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, future_type); }
  FutureObject* get() const noexcept { return as<FutureObject>(); }

  /// `T t = co_await future.at(AT(3));` or `.caught(AT(3))`.
  auto at(Span const* span) const noexcept { return aiocc::detail::AwaitFuture<T>(*this).at(span); }
  auto caught(Span const* span) const noexcept { return aiocc::detail::AwaitFuture<T>(*this).caught(span); }

  AIOCC_PY("def __await__(self) -> Generator[object, None, T]")
  Object await() const { return aiocc::detail::make_future_iterator(*this); }
  AIOCC_PY_PROPERTY("_state: str")
  Str state_name() const { return detail::state_name(get()); }
  AIOCC_PY_PROPERTY("_result: object")
  Object result_or_none() const { return detail::result_or_none(get()); }
  AIOCC_PY_PROPERTY("_exception: object")
  Object exception_or_none() const { return get()->done() && get()->failed ? get()->result : None; }
  AIOCC_PY_PROPERTY("_loop: object")
  Object loop() const { return Object::share(get()->loop); }
  AIOCC_PY_PROPERTY("_log_traceback: bool")
  bool log_traceback() const noexcept { return get()->log_traceback; }
  AIOCC_PY_PROPERTY("_log_traceback: bool", setter)
  Result<void> set_log_traceback(Object const& value) const { return detail::set_log_traceback(get(), value); }
  AIOCC_PY_PROPERTY("_cancel_message: object")
  Object cancel_message() const { return detail::cancel_message(get()); }
  AIOCC_PY_PROPERTY("_cancel_message: object", setter)
  Result<void> set_cancel_message(Object const& value) const { return detail::set_cancel_message(get(), value); }
  AIOCC_PY("def done(self) -> bool")
  bool done() const noexcept { return get()->done(); }
  AIOCC_PY("def cancelled(self) -> bool")
  bool cancelled() const noexcept { return get()->future_state == FutureState::Cancelled; }
  /// The value; the exception if there is one; InvalidStateError while it's pending.
  AIOCC_PY("def result(self) -> T", retains)
  Result<Element> result() const { return from_object<Element>(PASS(aiocc::detail::future_result(get()))); }
  AIOCC_PY("def exception(self) -> object", retains)
  Result<Object> exception() const { return detail::exception(get()); }
  AIOCC_PY("def set_result(self, result: T, /) -> None", stores)
  Result<void> set_result(Element const& result) const { return detail::set_result(get(), to_object<Element>(result)); }
  AIOCC_PY("def set_result(self, result: object, /) -> None", stores)
  Result<void> set_result_object(Object const& result) const { return detail::set_result(get(), result); }
  AIOCC_PY("def set_exception(self, exception: object, /) -> None", stores)
  Result<void> set_exception(Object const& exception) const { return detail::set_exception(get(), exception); }
  /// False: it was done already.
  AIOCC_PY("def cancel(self, msg: object = None) -> bool")
  bool cancel(Object const& msg = None) const noexcept { return aiocc::detail::cancel_future(get(), msg); }
  AIOCC_PY("def add_done_callback(self, fn: object, /, *, context: object = None) -> None", stores)
  Result<void> add_done_callback(Object const& fn, Object const& context = None) const {
    return detail::add_done_callback(get(), fn, context);
  }
  AIOCC_PY("def remove_done_callback(self, fn: object, /) -> int")
  Result<Int> remove_done_callback(Object const& fn) const { return detail::remove_done_callback(get(), fn); }
  AIOCC_PY("def get_loop(self) -> AbstractEventLoop", retains)
  EventLoop get_loop() const noexcept;
};

AIOCC_PY("def Future(*, loop: object = None) -> Future[object]")
Result<Future<Object>> make_future(Object const& loop = None);

AIOCC_PY("def isfuture(obj: object) -> bool")
bool isfuture(Object const& obj) noexcept;

}  // namespace aiocc::asyncio
