// Generator<T>: what a `def` with `yield` compiles to. The coroutine's frame is Python's generator object.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/core/coroutine.hpp"
#include "aiocc/core/own_names.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"

namespace aiocc {

extern Type generator_type;

/// A frame that is a Python object: it lives in its own promise and dies with the last reference.
struct FrameObject : Frame, HeapObject {
  FrameObject(FrameKind frame_kind, ValueKind value_kind, Type* type) noexcept;
  using Frame::operator new;
  using Frame::operator delete;

  Code const* code() const noexcept { return position ? position->code : nullptr; }

  /// What `send` passed, for the yield that is resumed; unbound: None.
  Object sent;
  /// Value of the `return` statement.
  Object returned;
  /// End of its chain of handled exceptions; relinked to the resumer's at each resume.
  HandledException base;
  /// Innermost slot while it's suspended; null: `base`.
  HandledException* handled = nullptr;
  bool finished = false;
  /// Suspended at a yield of its own, as it nearly always is when it's resumed.
  bool idle = false;

  /// Links the handled exceptions below the resumer's, and back.
  void enter() noexcept {
    base.outer = state.handled;
    state.handled = handled ? handled : &base;
  }
  void leave() noexcept {
    handled = state.handled;
    state.handled = base.outer;
  }
};

/// Base of a sync generator's promise; the value that it yields follows.
struct GeneratorFrame : FrameObject {
  using FrameObject::FrameObject;
  /// The iterator of the `yield from` in progress; its items go to the consumer without resuming this frame.
  Object delegate;
  /// The item that came from there; unbound: the yielded value is the promise's.
  Object delegated;
  bool running = false;
  /// Of a function that `types.coroutine` decorates: it may be awaited, and may await coroutines by `yield from`.
  bool is_awaitable = false;
};

/// The generator that `object` is where it may be awaited, else null.
GeneratorFrame* awaitable_generator(Object const& object) noexcept;

/// What `co_return` takes in generators: nothing, a value, or `raised`.
class GeneratorReturn {
 public:
  GeneratorReturn() noexcept = default;
  GeneratorReturn(Raised) noexcept : failed_(true) {}
  template <Storable T>
  GeneratorReturn(T value) noexcept : value_(to_object<T>(std::move(value))) {}
  Object value_;
  bool failed_ = false;
};

/// `co_yield at(value, AT(3))` where no handler encloses it: the value is what was sent.
template <class T>
struct YieldAt {
  YieldAt(T yielded, Span const* position) noexcept : value(std::move(yielded)), span(position) {}
  T value;
  Span const* span;
};
/// `Result<Object> r = co_yield caught(value, AT(3))` where one does.
template <class T>
struct YieldCaught {
  YieldCaught(T yielded, Span const* position) noexcept : value(std::move(yielded)), span(position) {}
  T value;
  Span const* span;
};
template <class T>
YieldAt<T> at(T value, Span const* span) noexcept {
  return YieldAt<T>(std::move(value), span);
}
template <class T>
YieldCaught<T> caught(T value, Span const* span) noexcept {
  return YieldCaught<T>(std::move(value), span);
}

namespace detail {

inline Object take_sent(FrameObject* frame) noexcept {
  if (!frame->sent.bound()) return None;
  return std::exchange(frame->sent, Object());
}

/// The value of a yield, which few look at: what was sent, converted to an Object where it's used.
class Sent {
 public:
  explicit Sent(FrameObject* frame) noexcept : frame_(frame) {}
  Sent(Sent const&) = delete;
  ~Sent() {
    if (frame_->sent.bound()) [[unlikely]]
      frame_->sent.reset();
  }
  operator Object() && noexcept { return take_sent(frame_); }

 private:
  FrameObject* frame_;
};

/// The item that a generator has just given, moved out.
Object take_yielded(GeneratorFrame* frame) noexcept;

// `__name__`, `__qualname__`, `gi_code` and `gi_frame`.
Object frame_name(FrameObject* frame);
Object frame_qualname(FrameObject* frame);
Object code_of_frame(FrameObject* frame);
Object view_of_frame(Frame* frame);

enum class Step : std::uint8_t { Yielded, Returned, Raised };
/// Runs a generator up to its next yield; with an error in flight, that strikes it where it stands. The item is in `delegated` or, if
/// that's unbound, in the promise.
Step resume_generator(GeneratorFrame* frame) noexcept;
/// It has stopped running, and not at a yield of its own: what came of it.
Step settle_generator(GeneratorFrame* frame) noexcept;
/// The same as resume_generator where no error is in flight and whoever asks keeps the generator.
inline Step next_of_generator(GeneratorFrame* frame) noexcept {
  if (!frame->idle || state.depth >= state.unwatched_depth) [[unlikely]]
    return resume_generator(frame);
  CountedCall const counted;
  frame->idle = false;
  frame->running = true;
  frame->enter();
  frame->handle().resume();
  Step const step = frame->idle ? Step::Yielded : settle_generator(frame);
  frame->leave();
  frame->running = false;
  return step;
}
Result<Object> generator_send(GeneratorFrame* frame, Object value);
Result<Object> generator_throw(GeneratorFrame* frame, Object const& type, Object const& value, Object const& traceback);
/// What it returned when it was closed, else None.
Result<Object> generator_close(GeneratorFrame* frame);

/// The generator is suspended at a yield: back to whoever resumed it.
struct YieldAwaiter {
  FrameObject* frame;
  explicit YieldAwaiter(FrameObject* yielding) noexcept : frame(yielding) {}
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  Sent await_resume() const noexcept { return Sent(frame); }
};
struct CaughtYieldAwaiter {
  FrameObject* frame;
  explicit CaughtYieldAwaiter(FrameObject* yielding) noexcept : frame(yielding) {}
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  Result<Object> await_resume() const noexcept {
    frame->catches = false;
    if (state.error.bound()) return raised;
    return take_sent(frame);
  }
};

}  // namespace detail

/// `co_await delegate(iterable).at(AT(5))`, or `.caught`: `yield from`. Its value is what the iterator returned.
class Delegate : public AwaitForms<Delegate> {
 public:
  using value_type = Object;
  explicit Delegate(Object iterable) noexcept : iterable_(std::move(iterable)) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept;
  Object take() noexcept;
  void abandon() noexcept {}

 private:
  Object iterable_;
  GeneratorFrame* frame_ = nullptr;
};
inline Delegate delegate(Object iterable) noexcept { return Delegate(std::move(iterable)); }

template <class T>
class Generator;

namespace detail {

template <class T>
struct GeneratorPromise : GeneratorFrame {
  /// Directly behind the GeneratorFrame.
  alignas(8) T value{};

  GeneratorPromise() noexcept : GeneratorFrame(FrameKind::Generator, value_kind_of<T>(), &generator_type) {}
  Generator<T> get_return_object() noexcept;
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() noexcept {
    finished = true;
    return {};
  }
  [[noreturn]] void unhandled_exception() const noexcept { std::abort(); }
  YieldAwaiter yield_value(YieldAt<T> yielded) noexcept {
    position = yielded.span;
    idle = true;
    value = std::move(yielded.value);
    return YieldAwaiter(this);
  }
  CaughtYieldAwaiter yield_value(YieldCaught<T> yielded) noexcept {
    position = yielded.span;
    idle = true;
    catches = true;
    value = std::move(yielded.value);
    return CaughtYieldAwaiter(this);
  }
  void return_value(GeneratorReturn result) noexcept {
    failed = result.failed_;
    returned = std::move(result.value_);
  }
};

}  // namespace detail

/// A generator whose items are known to be T.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("generator[T]") Generator : public HeapWord {
 public:
  using element_type = T;
  using promise_type = detail::GeneratorPromise<T>;

  constexpr Generator() noexcept = default;
  static bool accepts(Object const& value) noexcept { return type_of(value) == &generator_type; }
  promise_type* get() const noexcept { return &static_cast<promise_type&>(static_cast<FrameObject&>(*heap())); }
  /// Names the function, for reprs: a span whose code is the generator function's.
  Generator described(Span const* definition) && noexcept {
    get()->position = definition;
    return std::move(*this);
  }

  /// `for`: true and the next item, or false at the end. A returned value is dropped.
  Result<bool> next(T& item) const {
    promise_type* promise = get();
    switch (detail::next_of_generator(promise)) {
      case detail::Step::Yielded:
        item = promise->delegated.bound() ? from_object<T>(std::move(promise->delegated)) : std::move(promise->value);
        return true;
      case detail::Step::Returned: return false;
      case detail::Step::Raised: break;
    }
    return raised;
  }

  AIOCC_PY("def send(self, value: object, /) -> T")
  Result<T> send(Object const& value) const { return from_object<T>(PASS(detail::generator_send(get(), value))); }
  AIOCC_PY("def throw(self, type: object, value: object = ..., traceback: object = ..., /) -> T")
  Result<T> throw_(Object const& type, Object const& value, Object const& traceback) const {
    return from_object<T>(PASS(detail::generator_throw(get(), type, value, traceback)));
  }
  AIOCC_PY("def close(self) -> object", retains)
  Result<Object> close() const { return detail::generator_close(get()); }

  AIOCC_PY_PROPERTY("__name__: object")
  Object name() const { return detail::frame_name(get()); }
  AIOCC_PY_PROPERTY("__qualname__: object")
  Object qualname() const { return detail::frame_qualname(get()); }
  AIOCC_PY_PROPERTY("__name__: object", setter)
  Result<void> set_name(Object const& name) const { return detail::set_own_name(heap(), detail::OwnName::Plain, name); }
  AIOCC_PY_PROPERTY("__qualname__: object", setter)
  Result<void> set_qualname(Object const& name) const {
    return detail::set_own_name(heap(), detail::OwnName::Qualified, name);
  }
  AIOCC_PY_PROPERTY("gi_code: object")
  Object gi_code() const { return detail::code_of_frame(get()); }
  /// None once it has finished.
  AIOCC_PY_PROPERTY("gi_frame: object")
  Object gi_frame() const { return get()->finished ? None : detail::view_of_frame(get()); }
  AIOCC_PY_PROPERTY("gi_running: bool")
  bool gi_running() const noexcept { return get()->running; }
  AIOCC_PY_PROPERTY("gi_suspended: bool")
  bool gi_suspended() const noexcept { return get()->started && !get()->running && !get()->finished; }
  /// The iterator of the `yield from` in progress, or None.
  AIOCC_PY_PROPERTY("gi_yieldfrom: object")
  Object gi_yieldfrom() const noexcept { return get()->delegate.bound() && !get()->running ? get()->delegate : None; }
};

namespace detail {
template <class T>
Generator<T> GeneratorPromise<T>::get_return_object() noexcept {
  return word_cast<Generator<T>>(Object::adopt(this));
}
}  // namespace detail

/// What a `for` loop over a known generator advances.
template <class T>
Generator<T> cursor(Generator<T> generator) noexcept {
  return generator;
}

}  // namespace aiocc
