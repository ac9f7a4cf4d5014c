// Generators by hand: send, throw, close, and the delegation of `yield from`.
#include "aiocc/core/generator.hpp"

#include "aiocc/core/async_generator.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/delegation.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc {

FrameObject::FrameObject(FrameKind frame_kind, ValueKind value_kind, Type* object_type) noexcept
    : Frame(frame_kind, value_kind), HeapObject(object_type) {}

namespace detail {

namespace {

// The generator's code runs until it yields, returns, fails or begins to delegate.
void run(GeneratorFrame* frame) noexcept {
  frame->idle = false;
  std::coroutine_handle<> const next = state.error.bound() ? fail(frame) : frame->handle();
  if (!frame->failed) next.resume();
}

// What it delegates to has ended with this value, or, unbound, with an error: its own code goes on.
void end_delegation(GeneratorFrame* frame, Object value) {
  frame->returned = std::move(value);
  frame->delegate.reset();
  run(frame);
}

// The delegate's items go out first; when it has ended, the generator's own code runs.
Step advance_delegate(GeneratorFrame* frame) {
  while (frame->delegate.bound()) {
    Object result;
    Delegated const outcome = advance_iterator(Object(frame->delegate), std::move(frame->sent), result);
    if (outcome == Delegated::Item) {
      frame->delegated = std::move(result);
      return Step::Yielded;
    }
    end_delegation(frame, std::move(result));
    if (frame->idle) return Step::Yielded;
  }
  return settle_generator(frame);
}

// What it delegates to, if that is a generator.
GeneratorFrame* inner_generator(GeneratorFrame const* frame) noexcept {
  bool const is_generator = frame->delegate.bound() && type_of(frame->delegate) == &generator_type;
  return is_generator ? static_cast<GeneratorFrame*>(frame->delegate.as<FrameObject>()) : nullptr;
}

// Generators that delegate to one another, from the one that is asked to the one that runs: each item goes from there to here at once, however
// many there are in between.
class DelegationChain {
 public:
  explicit DelegationChain(GeneratorFrame* outermost) noexcept
      : outermost_(outermost), innermost_(outermost), depth_(state.depth) {
    // Someone else may have resumed one of them, which then raises.
    while (count_ < longest && !innermost_->running) {
      GeneratorFrame* const inner = inner_generator(innermost_);
      if (!inner) break;
      innermost_->running = true;
      innermost_->enter();
      delegating_[count_++] = innermost_;
      innermost_ = inner;
    }
    state.depth += count_ - 1;
  }
  DelegationChain(DelegationChain const&) = delete;
  ~DelegationChain() {
    while (count_ > 0) leave();
    state.depth = depth_;
  }

  Step advance() noexcept {
    if (!innermost_->running) innermost_->sent = std::move(outermost_->sent);
    Step step = next_of_generator(innermost_);
    while (step != Step::Yielded && count_ > 0) step = go_on(step);
    if (step == Step::Yielded && innermost_ != outermost_) outermost_->delegated = take_yielded(innermost_);
    return step;
  }

 private:
  static constexpr std::uint32_t longest = 32;

  // The innermost one has ended like this; the one that delegates to it goes on.
  Step go_on(Step ended) noexcept {
    GeneratorFrame* const frame = delegating_[count_ - 1];
    Object value;
    if (ended == Step::Returned) value = innermost_->returned.bound() ? std::move(innermost_->returned) : None;
    innermost_ = frame;
    end_delegation(frame, std::move(value));
    Step const step = frame->idle ? Step::Yielded : settle_generator(frame);
    leave();
    return step;
  }
  void leave() noexcept {
    GeneratorFrame* const frame = delegating_[--count_];
    frame->leave();
    frame->running = false;
    --state.depth;
  }

  GeneratorFrame* outermost_;
  GeneratorFrame* innermost_;
  GeneratorFrame* delegating_[longest];
  std::uint32_t count_ = 0;
  std::uint32_t depth_;
};

Raised stop_iteration(GeneratorFrame* frame) {
  Object value = std::move(frame->returned);
  return value.bound() && !value.is(None) ? raise_stop_iteration(value) : raise_stop_iteration();
}

}  // namespace

Object take_yielded(GeneratorFrame* frame) noexcept {
  if (frame->delegated.bound()) return std::move(frame->delegated);
  return take_value(frame + 1, frame->value_kind);
}

Step settle_generator(GeneratorFrame* frame) noexcept {
  if (frame->delegate.bound()) return advance_delegate(frame);
  if (frame->failed) {
    frame->finished = true;
    convert_leaving_error(frame);
    return Step::Raised;
  }
  return Step::Returned;
}

Step resume_generator(GeneratorFrame* frame) noexcept {
  if (frame->running) {
    if (state.error.bound()) take_error();
    raise_error(value_error_type, "generator already executing");
    return Step::Raised;
  }
  if (frame->finished) {
    frame->returned.reset();
    return state.error.bound() ? Step::Raised : Step::Returned;
  }
  RecursionGuard guard;
  if (!guard.entered()) return Step::Raised;
  // A consumer in the generator's own frame may drop the last other reference.
  Object const keep = Object::share(frame);
  if (!state.error.bound() && inner_generator(frame)) return DelegationChain(frame).advance();
  frame->started = true;
  frame->running = true;
  frame->enter();
  if (state.error.bound()) [[unlikely]]
    add_thrown_context(state.handled, &frame->base);
  if (!frame->delegate.bound()) run(frame);
  Step const step = frame->idle ? Step::Yielded : settle_generator(frame);
  frame->leave();
  frame->running = false;
  return step;
}

namespace {
Result<Object> advanced(GeneratorFrame* frame) {
  switch (resume_generator(frame)) {
    case Step::Yielded: return take_yielded(frame);
    case Step::Returned: return stop_iteration(frame);
    case Step::Raised: break;
  }
  return raised;
}
}  // namespace

Result<Object> generator_send(GeneratorFrame* frame, Object value) {
  if (!frame->started && !value.is(None) && !frame->running)
    return raise_error(type_error_type, "can't send non-None value to a just-started generator");
  if (!frame->running) frame->sent = std::move(value);
  return advanced(frame);
}

namespace {

Result<void> raise_thrown(Object const& type, Object const& value) {
  bool const is_class = type.is_heap() && is_instance(type, type_type);
  if (!is_class) {
    if (is_instance(type, base_exception_type)) {
      if (value.bound() && !value.is(None))
        return raise_error(type_error_type, "instance exception may not have a separate value");
      restore_error(word_cast<Ref<BaseException>>(type));
      return {};
    }
  } else if (is_subtype(type.as<Type>(), &base_exception_type)) {
    if (value.bound() && is_instance(value, *type.as<Type>())) {
      restore_error(word_cast<Ref<BaseException>>(value));
      return {};
    }
    // What making it raises is thrown in its place.
    Result<Object> made = value.bound() && !value.is(None) ? call(type, value) : call(type);
    if (!made) return {};
    if (is_instance(made.value(), base_exception_type)) {
      restore_error(word_cast<Ref<BaseException>>(made.value()));
      return {};
    }
    Result<Str> text = operators::repr(type);
    if (!text) return {};
    raise_error(type_error_type, "calling " + text.value().utf8() +
                                     " should have returned an instance of BaseException, not " +
                                     type_of(made.value())->name);
    return {};
  }
  return raise_error(
      type_error_type,
      std::string("exceptions must be classes or instances deriving from BaseException, not ") + type_of(type)->name);
}

}  // namespace

Result<void> set_thrown_error(Object const& type, Object const& value, Object const& traceback) {
  bool const has_traceback = traceback.bound() && !traceback.is(None);
  if (has_traceback && !is_instance(traceback, traceback_type))
    return raise_error(type_error_type, "throw() third argument must be a traceback object");
  PASS(raise_thrown(type, value));
  if (!has_traceback) return {};
  Ref<BaseException> thrown = take_error();
  PASS(operators::set_attr(thrown, "__traceback__"_s, traceback));
  restore_error(std::move(thrown));
  return {};
}

Result<Object> generator_throw(GeneratorFrame* frame, Object const& type, Object const& value,
                               Object const& traceback) {
  if (value.bound()) PASS(warn_of_thrown_value("throw"));
  PASS(set_thrown_error(type, value, traceback));
  // Nothing of its body runs, so a StopIteration leaves it as it is.
  if (!frame->started && !frame->running && error_is(stop_iteration_type)) {
    frame->finished = true;
    if (frame->position) add_traceback(frame->position);
    return raised;
  }
  return advanced(frame);
}

Result<Object> generator_close(GeneratorFrame* frame) {
  if (frame->finished) return None;
  if (!frame->started) {
    frame->finished = true;
    return None;
  }
  restore_error(make_exception(generator_exit_type, std::string_view()));
  switch (resume_generator(frame)) {
    case Step::Yielded: return raise_error(runtime_error_type, "generator ignored GeneratorExit");
    case Step::Returned: return frame->returned.bound() ? std::move(frame->returned) : None;
    case Step::Raised: break;
  }
  if (error_is(generator_exit_type) || error_is(stop_iteration_type)) {
    take_error();
    return None;
  }
  return raised;
}

}  // namespace detail

GeneratorFrame* awaitable_generator(Object const& object) noexcept {
  if (type_of(object) != &generator_type) return nullptr;
  auto* const frame = static_cast<GeneratorFrame*>(object.as<FrameObject>());
  return frame->is_awaitable ? frame : nullptr;
}

// Leaves the first item to `advance`.
std::coroutine_handle<> Delegate::suspend(Frame& frame) noexcept {
  frame_ = static_cast<GeneratorFrame*>(&frame);
  Type* const type = type_of(iterable_);
  if (type == &coroutine_type && !frame_->is_awaitable) {
    raise_error(type_error_type, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    return detail::fail(&frame);
  }
  if (type == &generator_type || type == &coroutine_type) {
    frame_->delegate = std::move(iterable_);
  } else {
    Result<Object> iterator = get_iter(iterable_);
    if (!iterator) return detail::fail(&frame);
    frame_->delegate = std::move(iterator).value();
  }
  frame_->sent.reset();
  return std::noop_coroutine();
}

Object Delegate::take() noexcept {
  if (!frame_->returned.bound()) return None;
  return std::exchange(frame_->returned, Object());
}

}  // namespace aiocc
