// The module errno: names by number.
#include "aiocc/stdlib/errno.hpp"

#include "aiocc/objects/dict.hpp"

namespace aiocc::errno_ {

namespace {

Object make_names() {
  auto names = make_dict_object();
  auto add = [&](int number, char const* name) { (void)names->set(Int(number), Str::from_utf8(name)); };
#define AIOCC_ERRNO(name) add(name, #name);
#define AIOCC_ERRNO_ALIAS(name)
#include "aiocc/stdlib/errno_names.def"
#undef AIOCC_ERRNO
  return Object::adopt(names);
}

}  // namespace

Object const& errorcode() {
  static Object const& names = *new Object(make_names());
  return names;
}

}  // namespace aiocc::errno_
