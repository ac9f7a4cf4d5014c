// The module sys. Its variables are filled before main, in programs that use them.
#include "aiocc/stdlib/sys.hpp"

#include <unistd.h>

#include "../objects/convert_arguments.hpp"
#include "../objects/stack_limit.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/state.hpp"

namespace aiocc::sys {

namespace {

/// Never destroyed: objects that die at exit may still use the module's variables.
template <class T>
union Immortal {
  constexpr Immortal() noexcept : value() {}
  constexpr ~Immortal() {}
  T value;
};

}  // namespace

using Modules = Dict<Str, Object>;

// Unbound until `fill` runs.
#define AIOCC_SYS_VARIABLE(type, name)            \
  static constinit Immortal<type> name##_storage; \
  constinit type& name = name##_storage.value;
AIOCC_SYS_VARIABLE(List<Str>, argv)
AIOCC_SYS_VARIABLE(Str, executable)
AIOCC_SYS_VARIABLE(Modules, modules)
AIOCC_SYS_VARIABLE(Str, version)
AIOCC_SYS_VARIABLE(Str, platform)
AIOCC_SYS_VARIABLE(Str, byteorder)
AIOCC_SYS_VARIABLE(Int, maxsize)
AIOCC_SYS_VARIABLE(Int, maxunicode)
AIOCC_SYS_VARIABLE(Int, hexversion)
AIOCC_SYS_VARIABLE(VersionInfo, version_info)
#undef AIOCC_SYS_VARIABLE
constinit Object& stdin_ = aiocc::detail::stream_storage.streams.input;
constinit Object& stdout_ = aiocc::detail::stream_storage.streams.output;
constinit Object& stderr_ = aiocc::detail::stream_storage.streams.errors;

namespace {

// Before the program runs.
StandardStreams const original = standard_streams();

Str executable_path() {
  char path[4096];
  ssize_t size = readlink("/proc/self/exe", path, sizeof(path));
  return size < 0 ? Str::empty() : Str::from_utf8({path, static_cast<std::size_t>(size)});
}

/// The C library hands a program's arguments to its constructors too.
[[gnu::constructor]] void fill(int argc, char** arguments) {
  argv = List<Str>::of();
  for (int i = 0; i < argc; ++i) argv.append(Str::from_utf8(arguments[i]));
  executable = executable_path();
  modules = word_cast<Dict<Str, Object>>(aiocc::detail::module_registry());
  version = "3.13.0 (aiocc)"_s;
  platform = "linux"_s;
  byteorder = "little"_s;
  standard_streams();
  maxsize = Int(INT64_MAX);
  maxunicode = Int(0x10FFFF);
  hexversion = Int(0x030D00F0);
  Object const parts[] = {Int(3), Int(13), Int(0), "final"_s, Int(0)};
  version_info = word_cast<VersionInfo>(make_struct_sequence(version_info_type, parts));
  // As immortal as its type: nothing may die while static objects are destroyed.
  version_info.heap()->references = immortal_references;
}

constexpr char const* version_fields[] = {"major", "minor", "micro", "releaselevel", "serial"};

Result<Object> repr_version(Object const& self) {
  return aiocc::detail::repr_struct_sequence(self, "sys.version_info", version_fields);
}

double switch_interval = 0.005;

}  // namespace

Object original_stdin() { return original.input; }
Object original_stdout() { return original.output; }
Object original_stderr() { return original.errors; }

constinit Type version_info_type("version_info", &tuple_type, sizeof(TupleObject),
                                 Slots{.repr = repr_version, .members = members<version_info_type>}, "sys");

// PyErr_SetObject: an instance is what's raised, a tuple is all of the arguments.
Result<void> exit(Object const& status) {
  if (status.is(None)) return raise(box(system_exit_type));
  if (is_instance(status, system_exit_type)) return raise(status);
  if (!is_instance(status, tuple_type)) return raise_value(system_exit_type, status);
  TupleObject const* const arguments = status.as<TupleObject>();
  return raise(PASS(call_array(box(system_exit_type), arguments->items(), arguments->size)));
}

Int getrecursionlimit() noexcept { return Int(static_cast<std::int64_t>(state.recursion_limit)); }

Result<void> setrecursionlimit(Object const& limit) {
  std::int64_t wanted = PASS(aiocc::detail::ssize_argument(limit));
  if (wanted < 1) return raise_error(value_error_type, "recursion limit must be greater or equal than 1");
  if (wanted > INT32_MAX) return raise_error(overflow_error_type, "Python int too large to convert to C int");
  state.recursion_limit = static_cast<std::uint32_t>(wanted);
  aiocc::detail::set_stack_limit();
  return {};
}

Int get_int_max_str_digits() noexcept { return Int(int_max_str_digits); }

Result<void> set_int_max_str_digits(Object const& maxdigits) {
  std::int64_t wanted = PASS(aiocc::detail::ssize_argument(maxdigits));
  if (wanted != 0 && wanted < 640) return raise_error(value_error_type, "maxdigits must be 0 or larger than 640");
  int_max_str_digits = wanted;
  return {};
}

Int get_coroutine_origin_tracking_depth() noexcept { return Int(aiocc::detail::coroutine_origin_depth); }

Result<void> set_coroutine_origin_tracking_depth(Object const& depth) {
  std::int64_t const wanted = PASS(aiocc::detail::ssize_argument(depth));
  if (wanted < 0) return raise_error(value_error_type, "depth must be >= 0");
  aiocc::detail::coroutine_origin_depth = wanted;
  return {};
}

Result<Str> intern(Object const& text) { return Str::intern(PASS(aiocc::detail::str_argument(text, "intern", ""))); }
Str getdefaultencoding() noexcept { return "utf-8"_s; }

Str getfilesystemencoding() noexcept { return "utf-8"_s; }
Str getfilesystemencodeerrors() noexcept { return "surrogateescape"_s; }

double getswitchinterval() noexcept { return switch_interval; }

Result<void> setswitchinterval(Object const& interval) {
  double const wanted = PASS(float_argument(interval));
  if (wanted <= 0) return raise_error(value_error_type, "switch interval must be strictly positive");
  switch_interval = wanted;
  return {};
}

bool is_finalizing() noexcept { return false; }

Object exception() noexcept {
  Ref<BaseException> handled = handled_exception();
  return handled.bound() ? static_cast<Object>(handled) : None;
}

}  // namespace aiocc::sys
