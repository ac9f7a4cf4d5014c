// BaseException and the built-in hierarchy; raising, catching and context.
#pragma once

#include <string_view>
#include <vector>

#include "aiocc/objects/state.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

struct Frame;

/// Layout of every exception; a user's exception class derives its struct from this.
struct BaseException : Instance {
  Object args;
  Object cause;
  Object context;
  Object notes;
  bool suppress_context = false;
  /// Innermost first: each frame that the exception left appends where it stood.
  std::vector<Span const*> traceback;
  /// Coroutine frames that it passed through without resuming them: they die with it, innermost first.
  Frame* passed_frames = nullptr;
};

// One Type per built-in exception, named as Python names it with `_type` behind: `value_error_type`, ...
#define AIOCC_EXCEPTION(variable, python_name, base) extern Type variable;
#include "aiocc/objects/exceptions.def"
#undef AIOCC_EXCEPTION

/// Makes `exception` the error in flight: sets its context from the nearest handled exception. Accepts a class too
/// (it's called without arguments), as `raise` does; TypeError for anything else.
Raised raise(Object const& exception);
/// `raise exception from cause`; a cause of None suppresses the context.
Raised raise_from(Object const& exception, Object const& cause);
/// The bare `raise`: the exception being handled goes on, its traceback isn't extended by this frame.
Raised reraise();
/// Raises `type(message)`. `message` is UTF-8.
AIOCC_COLD Raised raise_error(Type& type, std::string_view message);
/// The error in flight is of this class (or one of a tuple of classes); TypeError as CPython's for anything else.
Result<bool> error_matches(Object const& classes);
bool error_is(Type const& type) noexcept;
/// Takes the error in flight out of the state.
Ref<BaseException> take_error() noexcept;
/// Puts an exception back into flight as it is.
Raised restore_error(Ref<BaseException> exception) noexcept;

/// An `except` or `finally` body: the exception that it handles is the context of what is raised in it, until the scope ends.
class Handling {
 public:
  /// Takes the error in flight.
  Handling() noexcept;
  ~Handling();
  Handling(Handling const&) = delete;
  Ref<BaseException> const& exception() const noexcept { return slot_.exception; }

 private:
  HandledException slot_;
};

/// Prints the exception with its causes and contexts to stderr as CPython's default hook does.
void print_exception(Ref<BaseException> const& exception);

}  // namespace aiocc
