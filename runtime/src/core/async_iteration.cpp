// The builtin `anext`.
#include "aiocc/core/async_iteration.hpp"

#include <string>

#include "aiocc/core/await_object.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::builtins {

namespace {

Coroutine<Object> next_or(Object awaitable, Object fallback) {
  Result<Object> item = co_await await_object(std::move(awaitable)).caught(nullptr);
  if (item) co_return item;
  if (!error_is(stop_async_iteration_type)) co_return raised;
  take_error();
  co_return fallback;
}

}  // namespace

Result<Object> anext(Object const& async_iterator, Object const& fallback) {
  Object awaitable;
  bool const known = PASS(operators::call_special(async_iterator, "__anext__"_s, awaitable));
  if (!known) {
    std::string const type = type_of(async_iterator)->name;
    return raise_error(type_error_type, "'" + type + "' object is not an async iterator");
  }
  if (!fallback.bound()) return awaitable;
  return coroutine_object(next_or(std::move(awaitable), fallback));
}

}  // namespace aiocc::builtins
