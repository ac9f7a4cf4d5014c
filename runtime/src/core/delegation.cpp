// The protocol of `yield from`, as PEP 380 spells it out.
#include "aiocc/core/delegation.hpp"

#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/future_iterator.hpp"
#include "aiocc/core/generator.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::detail {

namespace {

Delegated failed(Object& result) noexcept {
  if (!error_is(stop_iteration_type)) return Delegated::Failed;
  Ref<BaseException> stopped = take_error();
  result = stopped.as<StopIteration>()->value;
  if (!result.bound()) result = None;
  return Delegated::Finished;
}

Delegated answered(Result<Object> answer, Object& result) noexcept {
  if (!answer) return failed(result);
  result = std::move(answer).value();
  return Delegated::Item;
}

Delegated advance_generator(GeneratorFrame* inner, Object sent, Object& result) {
  if (!state.error.bound()) {
    if (!inner->running) inner->sent = std::move(sent);
  }
  switch (resume_generator(inner)) {
    case Step::Yielded: result = take_yielded(inner); return Delegated::Item;
    case Step::Returned:
      result = inner->returned.bound() ? std::exchange(inner->returned, Object()) : None;
      return Delegated::Finished;
    case Step::Raised: break;
  }
  return Delegated::Failed;
}

Delegated close_iterator(Object const& iterator) {
  Ref<BaseException> exit = take_error();
  Object close;
  Result<bool> found = operators::find_attr(iterator, "close"_s, close);
  if (!found) return Delegated::Failed;
  if (found.value() && !call(close)) return Delegated::Failed;
  restore_error(std::move(exit));
  return Delegated::Failed;
}

Delegated throw_into(Object const& iterator, Object& result) {
  if (error_is(generator_exit_type)) return close_iterator(iterator);
  Ref<BaseException> error = take_error();
  Object method;
  Result<bool> found = operators::find_attr(iterator, "throw"_s, method);
  if (!found) return failed(result);
  if (found.value()) return answered(call(method, error), result);
  // Without that method it's thrown at the `yield from` itself, which takes a StopIteration as the end of the iterator.
  restore_error(std::move(error));
  return failed(result);
}

}  // namespace

Delegated advance_iterator(Object const& iterator, Object sent, Object& result) {
  Type* const type = type_of(iterator);
  bool const throwing = state.error.bound();
  if (type == &generator_type && !(throwing && error_is(generator_exit_type)))
    return advance_generator(static_cast<GeneratorFrame*>(iterator.as<FrameObject>()), std::move(sent), result);
  if (type == &future_iterator_type) return advance_future_iterator(iterator, result);
  if (is_coroutine_layout(type) && !(throwing && error_is(generator_exit_type)))
    return answered(coroutine_send(iterator.as<CoroutineObject>(), std::move(sent)), result);
  if (type == &coroutine_wrapper_type && !(throwing && error_is(generator_exit_type)))
    return answered(
        coroutine_send(CoroutineWrapper(word_cast<CoroutineWrapper>(iterator)).coroutine(), std::move(sent)), result);
  if (throwing) return throw_into(iterator, result);
  if (sent.bound() && !sent.is(None)) return answered(call_method(iterator, "send"_s, sent), result);
  // A class of the program's may return a value by its StopIteration.
  if (type->is_user_class) return answered(call_method(iterator, "__next__"_s), result);
  Result<bool> more = next(iterator, result);
  if (!more) return failed(result);
  if (more.value()) return Delegated::Item;
  result = None;
  return Delegated::Finished;
}

Delegated advance_sender(Object const& coroutine, Object sent, Object& result) {
  if (state.error.bound()) return throw_into(coroutine, result);
  return answered(call_method(coroutine, "send"_s, sent.bound() ? sent : None), result);
}

}  // namespace aiocc::detail
