// The builtins exit and quit.
#include "aiocc/objects/quitters.hpp"

#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"

namespace library::_sitebuiltins {
extern ::aiocc::CompiledModule const module_;
}

namespace aiocc::builtins {
namespace {

/// Never destroyed: objects that die at exit may still use it. The module does nothing that may fail.
Object const& member(Str const& name) {
  Object const module = imported(::library::_sitebuiltins::module_).value();
  return *new Object(operators::get_attr(module, name).value());
}

}  // namespace

Object const& exit_() {
  static Object const& value = member("exit"_s);
  return value;
}

Object const& quit_() {
  static Object const& value = member("quit"_s);
  return value;
}

}  // namespace aiocc::builtins
