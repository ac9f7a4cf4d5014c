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

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("sys._version_info(tuple)", type(sys::version_info_type)) VersionInfo : public Object {
 public:
  constexpr VersionInfo() noexcept = default;
  static bool accepts(Object const& value) noexcept { return value.is_heap() && value.heap()->type == &version_info_type; }
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

/// Raises SystemExit.
AIOCC_PY("def exit(status: object = None, /) -> None")
Result<void> exit(Object const& status);
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
/// The exception being handled, or None.
AIOCC_PY("def exception() -> object")
Object exception() noexcept;

}  // namespace aiocc::sys
