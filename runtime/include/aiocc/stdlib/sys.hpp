// The module sys: arguments, streams, limits, and what the program runs on.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/struct_sequence.hpp"

namespace aiocc::sys {

/// sys.argv[0] is the program as it was called.
AIOCC_PY_CONSTANT("argv: list[str]")
extern List<Str>& argv;
AIOCC_PY_CONSTANT("executable: str")
extern Str& executable;
/// The streams may be replaced by any objects.
AIOCC_PY_CONSTANT("stdin: object")
extern Object& stdin_;
AIOCC_PY_CONSTANT("stdout: object")
extern Object& stdout_;
AIOCC_PY_CONSTANT("stderr: object")
extern Object& stderr_;
/// Those that the program began with.
AIOCC_PY_CONSTANT("__stdin__: object")
Object original_stdin();
AIOCC_PY_CONSTANT("__stdout__: object")
Object original_stdout();
AIOCC_PY_CONSTANT("__stderr__: object")
Object original_stderr();
/// The modules that the program has imported, by name. What CPython imports at its start isn't there before the program imports it.
AIOCC_PY_CONSTANT("modules: dict[str, object]")
extern Dict<Str, Object>& modules;
AIOCC_PY_CONSTANT("version: str")
extern Str& version;
AIOCC_PY_CONSTANT("platform: str")
extern Str& platform;
AIOCC_PY_CONSTANT("byteorder: str")
extern Str& byteorder;
AIOCC_PY_CONSTANT("maxsize: int")
extern Int& maxsize;
AIOCC_PY_CONSTANT("maxunicode: int")
extern Int& maxunicode;
AIOCC_PY_CONSTANT("hexversion: int")
extern Int& hexversion;

extern Type version_info_type;

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("sys._version_info(tuple)", type(sys::version_info_type)) VersionInfo
    : public Object {
 public:
  constexpr VersionInfo() noexcept = default;
  static bool accepts(Object const& value) noexcept {
    return value.is_heap() && value.heap()->type == &version_info_type;
  }
  Object field(std::size_t index) const { return as<TupleObject>()->items()[index]; }

  AIOCC_PY_PROPERTY("major: int")
  Int major_() const { return word_cast<Int>(field(0)); }
  AIOCC_PY_PROPERTY("minor: int")
  Int minor_() const { return word_cast<Int>(field(1)); }
  AIOCC_PY_PROPERTY("micro: int")
  Int micro() const { return word_cast<Int>(field(2)); }
  AIOCC_PY_PROPERTY("releaselevel: str")
  Str releaselevel() const { return word_cast<Str>(field(3)); }
  AIOCC_PY_PROPERTY("serial: int")
  Int serial() const { return word_cast<Int>(field(4)); }
};

AIOCC_PY_CONSTANT("version_info: sys._version_info")
extern VersionInfo& version_info;

// What the program runs on, as tuples with names.
AIOCC_PY_CONSTANT("float_info: object")
Object const& float_info();
AIOCC_PY_CONSTANT("int_info: object")
Object const& int_info();
AIOCC_PY_CONSTANT("hash_info: object")
Object const& hash_info();
AIOCC_PY_CONSTANT("thread_info: object")
Object const& thread_info();
AIOCC_PY_CONSTANT("flags: object")
Object const& flags();
/// As CPython's, which the program can't tell this one from.
AIOCC_PY_CONSTANT("implementation: object")
Object const& implementation();
/// Modules are found when the program is compiled: the list, which begins with the program's folder, is only there to be looked at.
AIOCC_PY_CONSTANT("path: object")
Object const& path();
AIOCC_PY_CONSTANT("orig_argv: object")
Object const& orig_argv();
AIOCC_PY_CONSTANT("warnoptions: object")
Object const& warnoptions();
AIOCC_PY_CONSTANT("float_repr_style: str")
Str const& float_repr_style();
AIOCC_PY_CONSTANT("abiflags: str")
Str const& abiflags();
AIOCC_PY_CONSTANT("api_version: int")
inline constexpr Int api_version = Int(1013);
AIOCC_PY_CONSTANT("dont_write_bytecode: bool")
inline constexpr bool dont_write_bytecode = false;

/// Raises SystemExit.
AIOCC_PY("def exit(status: object = None, /) -> None")
Result<void> exit(Object const& status);
/// The running function's frame, or that of a caller: ValueError past the outermost one, NotImplementedError where nobody knows.
AIOCC_PY("def _getframe(depth: object = 0, /) -> object")
Result<Object> _getframe(Object const& depth);
AIOCC_PY("def get_coroutine_origin_tracking_depth() -> int")
Int get_coroutine_origin_tracking_depth() noexcept;
/// Coroutines note up to `depth` calls of those that made them, at most ten: for `cr_origin`, and where one is never awaited.
AIOCC_PY("def set_coroutine_origin_tracking_depth(depth: object) -> None")
Result<void> set_coroutine_origin_tracking_depth(Object const& depth);
AIOCC_PY("def getrecursionlimit() -> int")
Int getrecursionlimit() noexcept;
AIOCC_PY("def setrecursionlimit(limit: object, /) -> None")
Result<void> setrecursionlimit(Object const& limit);
AIOCC_PY("def get_int_max_str_digits() -> int")
Int get_int_max_str_digits() noexcept;
AIOCC_PY("def set_int_max_str_digits(maxdigits: object) -> None")
Result<void> set_int_max_str_digits(Object const& maxdigits);
AIOCC_PY("def intern(string: object, /) -> str", retains)
Result<Str> intern(Object const& text);
AIOCC_PY("def getdefaultencoding() -> str")
Str getdefaultencoding() noexcept;
AIOCC_PY("def getfilesystemencoding() -> str")
Str getfilesystemencoding() noexcept;
AIOCC_PY("def getfilesystemencodeerrors() -> str")
Str getfilesystemencodeerrors() noexcept;
/// Seconds. Kept, but threads change at the runtime's own pace.
AIOCC_PY("def getswitchinterval() -> float")
double getswitchinterval() noexcept;
AIOCC_PY("def setswitchinterval(interval: object, /) -> None")
Result<void> setswitchinterval(Object const& interval);
AIOCC_PY("def is_finalizing() -> bool")
bool is_finalizing() noexcept;
/// The exception being handled, or None.
AIOCC_PY("def exception() -> object")
Object exception() noexcept;
/// Of the same: its class, itself and its traceback; three times None where there's none.
AIOCC_PY("def exc_info() -> object")
Object exc_info();

/// Prints an exception to the standard error stream. A program may put its own function in its place.
AIOCC_PY("def excepthook(exctype: object, value: object, traceback: object, /) -> None", also(__excepthook__))
Result<void> excepthook(Object const& exctype, Object const& value, Object const& traceback);
/// Prints what couldn't be raised. A program may put its own function in its place.
AIOCC_PY("def unraisablehook(unraisable: object, /) -> None", also(__unraisablehook__))
Result<void> unraisablehook(Object const& unraisable);
/// Prints the repr of a value that isn't None, and keeps it as `builtins._`.
AIOCC_PY("def displayhook(object: object, /) -> None", also(__displayhook__))
Result<void> displayhook(Object const& object);

}  // namespace aiocc::sys
