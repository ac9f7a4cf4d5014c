// Python's coroutine object: a coroutine that was stored, passed or printed rather than awaited at once.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/core/coroutine.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

extern Type coroutine_type;

/// Owns its frame until it has finished. While it's awaited, the awaiting chain runs the frame; otherwise `send` and `throw` do.
struct CoroutineObject : HeapObject {
  explicit CoroutineObject(Frame* owned) noexcept;

  /// Null once it has finished.
  Frame* root;
  /// Whose name and file it reports; null for the runtime's own.
  Code const* code;
  HandDriver driver;
  /// Some frame waits for it.
  bool awaited = false;
  bool running = false;
};

namespace detail {
Object make_coroutine_object(Frame* root);
/// The frame of an unstarted coroutine object, which is finished from then on; null with the error set if it was started.
Frame* take_coroutine(CoroutineObject* object);
}  // namespace detail

/// A coroutine object whose value is known to be a T.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("coroutine[T]") StoredCoroutine : public Object {
 public:
  constexpr StoredCoroutine() noexcept = default;
  static bool accepts(Object const& value) noexcept { return type_of(value) == &coroutine_type; }
  CoroutineObject* get() const noexcept { return as<CoroutineObject>(); }

  AIOCC_PY("def send(self, value: object, /) -> object")
  Result<Object> send(Object const& value) const;
  AIOCC_PY("def throw(self, type: object, value: object = ..., traceback: object = ..., /) -> object")
  Result<Object> throw_(Object const& type, Object const& value, Object const& traceback) const;
  AIOCC_PY("def close(self) -> None")
  Result<void> close() const;
  AIOCC_PY("def __await__(self) -> object")
  Object await() const { return *this; }
};

/// `c = f(x)`: the object owns the frame. Give the coroutine its name first, with `described`.
template <class T>
StoredCoroutine<T> coroutine_object(Coroutine<T> coroutine) {
  return word_cast<StoredCoroutine<T>>(detail::make_coroutine_object(coroutine.release()));
}

}  // namespace aiocc
