// What sys tells of the machine and the implementation: tuples with names.
#include <limits>
#include <string>

#include "../objects/core.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/main.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/stdlib/sys.hpp"

namespace aiocc::sys {
namespace {

template <std::size_t N>
using Fields = char const* [N];

template <auto const& name, auto const& fields>
Result<Object> repr(Object const& self) {
  return aiocc::detail::repr_struct_sequence(self, name, fields);
}

template <auto const& fields>
Result<Object> get_attr(Object const& self, Str const& name) {
  for (std::size_t i = 0; i < std::size(fields); ++i)
    if (name.equals(fields[i])) return self.as<TupleObject>()->items()[i];
  return aiocc::detail::generic_get_attr(self, name);
}

template <auto const& name, auto const& fields>
constexpr Type sequence_type(char const* short_name) {
  return Type(short_name, &tuple_type, sizeof(TupleObject),
              Slots{.repr = repr<name, fields>, .get_attr = get_attr<fields>}, "sys");
}

Object int_object(std::int64_t value) { return Int(value); }

/// Immortal, as its type.
Object const& kept(Object made) { return *new Object(std::move(made)); }

constexpr char const float_name[] = "sys.float_info";
constexpr char const* float_fields[] = {"max", "max_exp",  "max_10_exp", "min",   "min_exp", "min_10_exp",
                                        "dig", "mant_dig", "epsilon",    "radix", "rounds"};
constexpr char const int_name[] = "sys.int_info";
constexpr char const* int_fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits",
                                      "str_digits_check_threshold"};
constexpr char const hash_name[] = "sys.hash_info";
constexpr char const* hash_fields[] = {"width",     "modulus",   "inf",       "nan",   "imag",
                                       "algorithm", "hash_bits", "seed_bits", "cutoff"};
constexpr char const thread_name[] = "sys.thread_info";
constexpr char const* thread_fields[] = {"name", "lock", "version"};
constexpr char const flags_name[] = "sys.flags";
constexpr char const* flags_fields[] = {"debug",
                                        "inspect",
                                        "interactive",
                                        "optimize",
                                        "dont_write_bytecode",
                                        "no_user_site",
                                        "no_site",
                                        "ignore_environment",
                                        "verbose",
                                        "bytes_warning",
                                        "quiet",
                                        "hash_randomization",
                                        "isolated",
                                        "dev_mode",
                                        "utf8_mode",
                                        "warn_default_encoding",
                                        "safe_path",
                                        "int_max_str_digits"};
constexpr char const implementation_name[] = "namespace";
constexpr char const* implementation_fields[] = {"name", "cache_tag", "version", "hexversion", "_multiarch"};

constinit Type float_info_type = sequence_type<float_name, float_fields>("float_info");
constinit Type int_info_type = sequence_type<int_name, int_fields>("int_info");
constinit Type hash_info_type = sequence_type<hash_name, hash_fields>("hash_info");
constinit Type thread_info_type = sequence_type<thread_name, thread_fields>("thread_info");
constinit Type flags_type = sequence_type<flags_name, flags_fields>("flags");
constinit Type implementation_type("SimpleNamespace", &object_type, sizeof(TupleObject),
                                   Slots{.repr = repr<implementation_name, implementation_fields>,
                                         .get_attr = get_attr<implementation_fields>},
                                   "types");

Object make_float_info() {
  using limits = std::numeric_limits<double>;
  Object const items[] = {box(limits::max()),
                          int_object(limits::max_exponent),
                          int_object(limits::max_exponent10),
                          box(limits::min()),
                          int_object(limits::min_exponent),
                          int_object(limits::min_exponent10),
                          int_object(limits::digits10),
                          int_object(limits::digits),
                          box(limits::epsilon()),
                          int_object(limits::radix),
                          int_object(1)};
  return make_struct_sequence(float_info_type, items);
}

Object make_int_info() {
  Object const items[] = {int_object(30), int_object(4), int_object(4300), int_object(640)};
  return make_struct_sequence(int_info_type, items);
}

// The modulus is the prime that numbers' hashes are reduced by.
Object make_hash_info() {
  Object const items[] = {int_object(64),      int_object((std::int64_t{1} << 61) - 1),
                          int_object(314159),  int_object(0),
                          int_object(1000003), Object("siphash13"_s),
                          int_object(64),      int_object(128),
                          int_object(0)};
  return make_struct_sequence(hash_info_type, items);
}

Object make_thread_info() {
  Object const items[] = {Object("pthread"_s), Object("semaphore"_s), None};
  return make_struct_sequence(thread_info_type, items);
}

Object make_flags() {
  std::vector<Object> items(std::size(flags_fields), int_object(0));
  auto const set = [&](std::string_view name, Object value) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (name == flags_fields[i]) items[i] = value;
  };
  set("hash_randomization", int_object(1));
  set("dev_mode", False);
  set("safe_path", False);
  set("int_max_str_digits", int_object(4300));
  return make_struct_sequence(flags_type, items);
}

Object make_implementation() {
  Object const items[] = {Object("cpython"_s), Object("cpython-313"_s), version_info, hexversion,
                          Object("x86_64-linux-gnu"_s)};
  return make_struct_sequence(implementation_type, items);
}

Object make_path() {
  Object const main = runtime_module(std::string_view("__main__"));
  bool const has_file = main.bound() && is_instance(main, module_type) && main.as<ModuleObject>()->compiled;
  std::string const file = has_file ? main.as<ModuleObject>()->compiled->file : "";
  return List<Str>::of(Str::from_utf8(file.substr(0, file.rfind('/') == std::string::npos ? 0 : file.rfind('/'))));
}

}  // namespace

Object const& float_info() {
  static Object const& made = kept(make_float_info());
  return made;
}

Object const& int_info() {
  static Object const& made = kept(make_int_info());
  return made;
}

Object const& hash_info() {
  static Object const& made = kept(make_hash_info());
  return made;
}

Object const& thread_info() {
  static Object const& made = kept(make_thread_info());
  return made;
}

Object const& flags() {
  static Object const& made = kept(make_flags());
  return made;
}

Object const& implementation() {
  static Object const& made = kept(make_implementation());
  return made;
}

Object const& path() {
  static Object const& made = kept(make_path());
  return made;
}

Object const& orig_argv() {
  static Object const& made = kept(word_cast<Object>(argv));
  return made;
}

Object const& warnoptions() {
  static Object const& made = kept([] {
    List<Str> const options = List<Str>::of();
    for (std::string const& option : aiocc::detail::warning_options()) options.append(Str::from_utf8(option));
    return options;
  }());
  return made;
}

Str const& float_repr_style() {
  static Str const& made = *new Str("short"_s);
  return made;
}

Str const& abiflags() {
  static Str const& made = *new Str(Str::empty());
  return made;
}

}  // namespace aiocc::sys
