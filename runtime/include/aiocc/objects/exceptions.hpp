// BaseException and the built-in hierarchy; raising, catching and context.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

struct Frame;
class Str;

namespace detail {
/// Memory from the runtime's free lists.
template <class T>
struct PooledAllocator {
  using value_type = T;
  PooledAllocator() = default;
  template <class U>
  PooledAllocator(PooledAllocator<U> const&) noexcept {}
  T* allocate(std::size_t count) { return static_cast<T*>(allocate_memory(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t count) noexcept { release_memory(memory, count * sizeof(T)); }
  bool operator==(PooledAllocator const&) const = default;
};
}  // namespace detail

using TracebackSpans = std::vector<Span const*, detail::PooledAllocator<Span const*>>;

/// Layout of every exception; a user's exception class derives its struct from this, or from the struct of its built-in base.
struct AIOCC_PY_CLASS("BaseException", subclassable) BaseException : Instance {
  /// A tuple; unbound stands for the empty one until somebody asks.
  Object args;
  Object cause;
  Object context;
  /// A list, made by the first add_note.
  Object notes;
  bool suppress_context = false;
  /// Innermost first: each frame that the exception left appends where it stood.
  TracebackSpans traceback;
  /// Coroutine frames that it passed through without resuming them: they die with it, innermost first.
  Frame* passed_frames = nullptr;
};

extern Type base_exception_type;
struct Exception;
struct UnicodeError;

struct AIOCC_PY_CLASS("BaseExceptionGroup(BaseException)", subclassable) BaseExceptionGroup : BaseException {
  Object message;
  /// A tuple.
  Object exceptions;
};
struct AIOCC_PY_CLASS("SystemExit(BaseException)", subclassable) SystemExit : BaseException {
  Object code;
};
struct AIOCC_PY_CLASS("Exception(BaseException)", subclassable) Exception : BaseException {};
struct AIOCC_PY_CLASS("ValueError(Exception)", subclassable) ValueError : Exception {};
struct AIOCC_PY_CLASS("AttributeError(Exception)", subclassable) AttributeError : Exception {
  Object name;
  Object object;
};
struct AIOCC_PY_CLASS("ImportError(Exception)", subclassable) ImportError : Exception {
  Object message;
  Object name;
  Object path;
};
struct AIOCC_PY_CLASS("NameError(Exception)", subclassable) NameError : Exception {
  Object name;
  /// The local `self` of the function that failed, if it had one: `self.x` may have been meant.
  Object self;
};
struct AIOCC_PY_CLASS("OSError(Exception)", subclassable) OSError : Exception {
  Object number;
  Object text;
  Object filename;
  Object filename2;
};
struct AIOCC_PY_CLASS("StopIteration(Exception)", subclassable) StopIteration : Exception {
  Object value;
};
struct AIOCC_PY_CLASS("SyntaxError(Exception)", subclassable) SyntaxError : Exception {
  Object message;
  Object filename;
  Object line;
  Object column;
  Object text;
  Object end_line;
  Object end_column;
};
/// The fields are set by UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError.
struct AIOCC_PY_CLASS("UnicodeError(ValueError)", subclassable) UnicodeError : ValueError {
  Object encoding;
  Object object;
  Object start;
  Object end;
  Object reason;
};

// One Type per built-in exception, named as Python names it with `_type` behind: `value_error_type`, ...
#define AIOCC_EXCEPTION(variable, name, base) extern Type variable AIOCC_PY_CLASS(#name "(" #base ")", subclassable);
#include "aiocc/objects/exceptions.def"
#undef AIOCC_EXCEPTION
extern Type exception_group_type AIOCC_PY_CLASS("ExceptionGroup(BaseExceptionGroup, Exception)", subclassable);
extern Type traceback_type;

/// Layout of `__traceback__`: a snapshot of an exception's positions, innermost first.
struct TracebackObject : HeapObject {
  TracebackSpans spans;
};

namespace asyncio {
extern Type cancelled_error_type AIOCC_PY_CLASS("CancelledError(BaseException)", subclassable);
extern Type invalid_state_error_type AIOCC_PY_CLASS("InvalidStateError(Exception)", subclassable);
extern Type queue_empty_type AIOCC_PY_CLASS("QueueEmpty(Exception)", subclassable);
extern Type queue_full_type AIOCC_PY_CLASS("QueueFull(Exception)", subclassable);
extern Type queue_shut_down_type AIOCC_PY_CLASS("QueueShutDown(Exception)", subclassable);
extern Type broken_barrier_error_type AIOCC_PY_CLASS("BrokenBarrierError(RuntimeError)", subclassable);
extern Type incomplete_read_error_type AIOCC_PY_CLASS("IncompleteReadError(EOFError)", subclassable);
extern Type limit_overrun_error_type AIOCC_PY_CLASS("LimitOverrunError(Exception)", subclassable);
extern Type send_file_not_available_error_type AIOCC_PY_CLASS("SendfileNotAvailableError(RuntimeError)", subclassable);
}  // namespace asyncio

/// Makes `exception` the error in flight: sets its context from the nearest handled exception. Accepts a class too
/// (it's called without arguments), as `raise` does; TypeError for anything else.
Raised raise(Object const& exception);
/// `raise exception from cause`; a cause of None suppresses the context.
Raised raise_from(Object const& exception, Object const& cause);
/// The bare `raise`: the exception being handled goes on, its traceback isn't extended by this frame.
Raised reraise();
/// Raises `type(message)`. `message` is UTF-8.
AIOCC_COLD Raised raise_error(Type& type, std::string_view message);
/// Raises `type(value)` with any object.
AIOCC_COLD Raised raise_value(Type& type, Object const& value);
/// KeyError(key).
AIOCC_COLD Raised raise_key_error(Object const& key);
/// StopIteration(value), where Python code calls `next` or `send` itself.
AIOCC_COLD Raised raise_stop_iteration(Object const& value = Object());
/// OSError, or the subclass that stands for `number` (FileNotFoundError, ...), with strerror's text.
AIOCC_COLD Raised raise_os_error(int number, Object const& filename = Object());
/// "name 'x' is not defined". What may have been meant is worked out when the traceback is printed; `self` is the function's local of
/// that name, if it has one.
AIOCC_COLD Raised raise_name_error(char const* name, Object const& self = Object());
/// "cannot access local variable 'x' where it is not associated with a value".
AIOCC_COLD Raised raise_unbound_local(char const* name);
/// "cannot access free variable 'x' where it is not associated with a value in enclosing scope".
AIOCC_COLD Raised raise_unbound_free(char const* name);

/// The exception `type(message)`, not raised.
Ref<BaseException> make_exception(Type& type, std::string_view message);

namespace detail {
/// What `type.__new__(type, *args)` gives, for a class that derives from the runtime's `base`.
Result<Object> construct_exception(Type& base, Type* type, Arguments args);
}  // namespace detail
/// `base.__init__(self, *args)` of a class of the runtime.
Result<void> init_base(Type& base, Object const& self, Arguments args);
/// An exception of a class whose layout the compiler knows, before its `__init__`.
template <class Layout>
Result<Ref<Layout>> construct(Type& base, Type* type, Arguments args) {
  return word_cast<Ref<Layout>>(PASS(detail::construct_exception(base, type, args)));
}
/// The same of a class that has the runtime's `__init__`.
template <class Layout>
Result<Ref<Layout>> construct_initialised(Type& base, Type* type, Arguments args) {
  Ref<Layout> made = PASS(construct<Layout>(base, type, args));
  PASS(init_base(base, made, args));
  return made;
}
Ref<BaseException> make_exception(Type& type, Object const& argument);

/// The error in flight is of this class (or one of a tuple of classes); TypeError as CPython's for anything else.
Result<bool> error_matches(Object const& classes);
bool error_is(Type const& type) noexcept;
/// Takes the error in flight out of the state.
Ref<BaseException> take_error() noexcept;
/// Puts an exception back into flight as it is.
Raised restore_error(Ref<BaseException> exception) noexcept;
/// The innermost exception being handled, or unbound: `sys.exception()`.
Ref<BaseException> handled_exception() noexcept;

/// An `except` or `finally` body: the exception that it handles is the context of what is raised in it, until the scope ends.
class Handling {
 public:
  /// Takes the error in flight, if there is one: a `finally` body runs without as well.
  Handling() noexcept;
  ~Handling();
  Handling(Handling const&) = delete;
  Handling& operator=(Handling const&) = delete;
  Ref<BaseException> const& exception() const noexcept { return slot_.exception; }
  /// Whether `except classes` handles the exception: a class or a tuple of them; TypeError as CPython's for anything else.
  Result<bool> matches(Object const& classes) const;
  /// The end of a `finally` body, or no handler matched: the exception goes on as it was.
  Raised reraise() noexcept { return restore_error(slot_.exception); }

 private:
  HandledException slot_;
};

/// Prints the exception with its causes and contexts to stderr as CPython's default hook does.
void print_exception(Ref<BaseException> const& exception);
/// The same text, as `traceback.format_exception` joins it.
std::string format_exception(Ref<BaseException> const& exception);
/// "Exception ignored in: <where>" and the error in flight, which is taken: for finalisers and callbacks that can't raise.
void print_unraisable(Object const& where) noexcept;

namespace detail {
/// One exception without its traceback: "ValueError: text", with notes.
std::string format_exception_only(Ref<BaseException> const& exception);
/// `frame` of a traceback: the "File" line, the source and its carets, indented as in a traceback.
std::string format_span(Span const& span);
}  // namespace detail

}  // namespace aiocc
