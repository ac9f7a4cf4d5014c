// Python's coroutine object: a coroutine that was stored, passed or printed rather than awaited at once.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/core/await_object.hpp"
#include "aiocc/core/coroutine.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/own_names.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

extern Type coroutine_type;

/// Owns its frame until it has finished. While it's awaited, the awaiting chain runs the frame; otherwise `send` and `throw` do.
struct CoroutineObject : HeapObject {
  CoroutineObject(Frame* owned, Type* object_type) noexcept;

  /// Null once it has finished.
  Frame* root;
  /// Whose name and file it reports; null for the runtime's own.
  Code const* code;
  HandDriver driver;
  /// Some frame waits for it.
  bool awaited = false;
  bool running = false;
  /// Of a `cr_await`, whose `root` is the awaiting frame's: what that one returns to, in order that this object hears of its end. Owned.
  Frame* watcher = nullptr;
};

namespace detail {
/// A coroutine object, or an awaitable of an async generator's or of `anext`, which begin with the same layout.
bool is_coroutine_layout(Type const* type) noexcept;
/// Of one of these: it hasn't finished.
inline bool has_frame(HeapObject const* object) noexcept { return static_cast<CoroutineObject const*>(object)->root; }
/// `send`, or `throw` of the error in flight: what it yields; StopIteration with its value when it has finished.
Result<Object> coroutine_send(CoroutineObject* object, Object value);
Result<Object> coroutine_throw(CoroutineObject* object, Object const& type, Object const& value,
                               Object const& traceback);
/// What it returned when it was closed, else None.
Result<Object> coroutine_close(CoroutineObject* object);
/// Raises what `throw(type, value, traceback)` of generators and coroutines means.
Result<void> set_thrown_error(Object const& type, Object const& value, Object const& traceback);
Object make_coroutine_object(Frame* root, Type& type = coroutine_type);
// `__name__`, `__qualname__`, `cr_code` and `cr_frame`.
Object coroutine_name(CoroutineObject* object);
Object coroutine_qualname(CoroutineObject* object);
Object code_of_coroutine(CoroutineObject* object);
Object view_of_coroutine(CoroutineObject* object);
/// It has begun, and neither runs nor has finished.
bool is_suspended(CoroutineObject const* object);
/// It has begun, and neither stands still nor has finished.
bool is_running(CoroutineObject const* object);
/// Why it can't be awaited or driven now; null: it can. The error is a RuntimeError.
char const* why_not_awaitable(CoroutineObject const* object) noexcept;
/// A frame that runs the coroutine: its own, which it then no longer has, or one that awaits it if it has begun or finished. An object
/// that only acts like a coroutine is driven by its `send` and `throw`.
Frame* take_coroutine(Object const& coroutine);
}  // namespace detail

namespace detail {
/// Awaits a coroutine object whose value is known to be a T.
template <class T>
class AwaitStored : public AwaitForms<AwaitStored<T>> {
 public:
  using value_type = T;
  explicit AwaitStored(Object coroutine) noexcept : await_(std::move(coroutine)) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept { return await_.suspend(frame); }
  T take() noexcept {
    Object value = await_.take();
    if constexpr (!std::is_void_v<T>) return from_object<T>(std::move(value));
  }
  void abandon() noexcept { await_.abandon(); }

 private:
  AwaitObject await_;
};
}  // namespace detail

extern Type coroutine_wrapper_type;

/// What `__await__` of a coroutine returns: an iterator that drives it.
struct CoroutineWrapperObject : HeapObject {
  explicit CoroutineWrapperObject(Object wrapped) noexcept
      : HeapObject(&coroutine_wrapper_type), coroutine(std::move(wrapped)) {}
  Object coroutine;
};

namespace detail {
Object make_coroutine_wrapper(Object coroutine);
}  // namespace detail

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("coroutine_wrapper", type(coroutine_wrapper_type)) CoroutineWrapper
    : public Object {
 public:
  constexpr CoroutineWrapper() noexcept = default;
  static bool accepts(Object const& value) noexcept { return type_of(value) == &coroutine_wrapper_type; }
  CoroutineObject* coroutine() const noexcept { return as<CoroutineWrapperObject>()->coroutine.as<CoroutineObject>(); }

  AIOCC_PY("def send(self, value: object, /) -> object")
  Result<Object> send(Object const& value) const { return detail::coroutine_send(coroutine(), value); }
  AIOCC_PY("def throw(self, type: object, value: object = ..., traceback: object = ..., /) -> object")
  Result<Object> throw_(Object const& type, Object const& value, Object const& traceback) const {
    return detail::coroutine_throw(coroutine(), type, value, traceback);
  }
  AIOCC_PY("def close(self) -> object", retains)
  Result<Object> close() const { return detail::coroutine_close(coroutine()); }
};

/// A coroutine object whose value is known to be a T.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("coroutine[T]") StoredCoroutine : public Object {
 public:
  constexpr StoredCoroutine() noexcept = default;
  static bool accepts(Object const& value) noexcept { return type_of(value) == &coroutine_type; }
  CoroutineObject* get() const noexcept { return as<CoroutineObject>(); }

  auto at(Span const* span) const noexcept { return detail::AwaitStored<T>(*this).at(span); }
  auto caught(Span const* span) const noexcept { return detail::AwaitStored<T>(*this).caught(span); }

  AIOCC_PY("def send(self, value: object, /) -> object")
  Result<Object> send(Object const& value) const { return detail::coroutine_send(get(), value); }
  AIOCC_PY("def throw(self, type: object, value: object = ..., traceback: object = ..., /) -> object")
  Result<Object> throw_(Object const& type, Object const& value, Object const& traceback) const {
    return detail::coroutine_throw(get(), type, value, traceback);
  }
  AIOCC_PY("def close(self) -> object", retains)
  Result<Object> close() const { return detail::coroutine_close(get()); }
  AIOCC_PY("def __await__(self) -> coroutine_wrapper")
  CoroutineWrapper await() const { return word_cast<CoroutineWrapper>(detail::make_coroutine_wrapper(*this)); }

  AIOCC_PY_PROPERTY("__name__: object")
  Object name() const { return detail::coroutine_name(get()); }
  AIOCC_PY_PROPERTY("__qualname__: object")
  Object qualname() const { return detail::coroutine_qualname(get()); }
  AIOCC_PY_PROPERTY("__name__: object", setter)
  Result<void> set_name(Object const& name) const { return detail::set_own_name(heap(), detail::OwnName::Plain, name); }
  AIOCC_PY_PROPERTY("__qualname__: object", setter)
  Result<void> set_qualname(Object const& name) const {
    return detail::set_own_name(heap(), detail::OwnName::Qualified, name);
  }
  AIOCC_PY_PROPERTY("cr_code: object")
  Object cr_code() const { return detail::code_of_coroutine(get()); }
  /// None once it has finished.
  AIOCC_PY_PROPERTY("cr_frame: object")
  Object cr_frame() const { return detail::view_of_coroutine(get()); }
  AIOCC_PY_PROPERTY("cr_running: bool")
  bool cr_running() const { return detail::is_running(get()); }
  AIOCC_PY_PROPERTY("cr_suspended: bool")
  bool cr_suspended() const { return detail::is_suspended(get()); }
  /// What it awaits: a coroutine, an iterator, or None if it isn't suspended.
  AIOCC_PY_PROPERTY("cr_await: object")
  Object cr_await() const { return get()->root ? detail::awaited_by(get()->root) : None; }
  /// The calls that made it, if `sys.set_coroutine_origin_tracking_depth` or debug mode asked for them.
  AIOCC_PY_PROPERTY("cr_origin: object")
  Object cr_origin() const { return detail::creation_calls(heap()); }
};

/// `c = f(x)`: the object owns the frame. Give the coroutine its name first, with `described`.
template <class T>
StoredCoroutine<T> coroutine_object(Coroutine<T> coroutine) {
  return word_cast<StoredCoroutine<T>>(detail::make_coroutine_object(coroutine.release()));
}

}  // namespace aiocc
