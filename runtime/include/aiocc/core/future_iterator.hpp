// What `future.__await__()` and `iter(future)` are.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/core/delegation.hpp"
#include "aiocc/core/future_object.hpp"

namespace aiocc {

extern Type future_iterator_type;

namespace detail {
Object make_future_iterator(Object future);
/// As advance_iterator: yields the future once, then it's that future's value.
Delegated advance_future_iterator(Object const& iterator, Object& result);
/// The future, which is to be waited for; StopIteration with its value; or its error, or the one in flight.
Result<Object> step_future_iterator(Object const& iterator);
Result<Object> throw_into_future_iterator(Object const& iterator, Object const& type, Object const& value,
                                          Object const& traceback);
void close_future_iterator(Object const& iterator) noexcept;
}  // namespace detail

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("FutureIter", type(future_iterator_type)) FutureIterator : public Object {
 public:
  constexpr FutureIterator() noexcept = default;
  static bool accepts(Object const& value) noexcept { return type_of(value) == &future_iterator_type; }

  AIOCC_PY("def send(self, value: object, /) -> object")
  Result<Object> send(Object const&) const { return detail::step_future_iterator(*this); }
  AIOCC_PY("def throw(self, type: object, value: object = ..., traceback: object = ..., /) -> object")
  Result<Object> throw_(Object const& type, Object const& value, Object const& traceback) const {
    return detail::throw_into_future_iterator(*this, type, value, traceback);
  }
  AIOCC_PY("def close(self) -> None")
  void close() const noexcept { detail::close_future_iterator(*this); }
};

}  // namespace aiocc
