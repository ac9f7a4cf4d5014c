// The module atexit. Each registered call is an exit function of its own, so that those of other modules keep their places between them.
#include "aiocc/stdlib/atexit.hpp"

#include <utility>
#include <vector>

#include "../objects/exceptions.hpp"
#include "aiocc/main.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::atexit_ {
namespace {

/// A call that was unregistered has no function.
struct ExitCall {
  Object function;
  Object args;
  Object kwargs;
};

std::vector<ExitCall>& exit_calls() {
  static auto& calls = *new std::vector<ExitCall>;
  return calls;
}

/// How many of the calls haven't been made.
constinit std::size_t waiting = 0;

Result<void> run_last() {
  if (waiting == 0 || waiting > exit_calls().size()) return {};
  ExitCall const last = std::exchange(exit_calls()[--waiting], {});
  if (!last.function.bound() || call_unpacked(last.function, last.args, last.kwargs)) return {};
  Ref<BaseException> const error = take_error();
  Result<Str> shown = operators::repr(last.function);
  if (!shown) take_error();
  aiocc::detail::report_unraisable(
      error, "Exception ignored in atexit callback " + (shown ? shown.value().utf8() : "<object repr() failed>"));
  return {};
}

}  // namespace

Result<Object> register_(Object const& func, Arguments args, Dict<Str, Object> const& kwargs) {
  if (!builtins::callable(func)) return raise_error(type_error_type, "the first argument must be callable");
  exit_calls().push_back({func, make_tuple(std::span<Object const>(args.data(), args.size())), kwargs});
  waiting = exit_calls().size();
  aiocc::detail::at_exit(run_last);
  return func;
}

Result<void> unregister(Object const& func) {
  for (std::size_t i = 0; i < exit_calls().size(); ++i) {
    if (!exit_calls()[i].function.bound()) continue;
    bool const is_same = PASS(operators::same_or_equal(exit_calls()[i].function, func));
    if (is_same) exit_calls()[i] = {};
  }
  return {};
}

Result<void> _run_exitfuncs() {
  while (waiting > 0) PASS(run_last());
  return {};
}

void _clear() noexcept {
  exit_calls().clear();
  waiting = 0;
}

Int _ncallbacks() noexcept { return Int(static_cast<std::int64_t>(exit_calls().size())); }

}  // namespace aiocc::atexit_
