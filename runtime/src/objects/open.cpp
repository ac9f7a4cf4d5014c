// The builtin function open.
#include "aiocc/objects/open.hpp"

#include "aiocc/objects/function.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"

namespace library::io {
extern ::aiocc::CompiledModule const module_;
}

namespace aiocc::builtins {

Result<Object> open(Object const& file, Object const& mode, Object const& buffering, Object const& encoding,
                    Object const& errors, Object const& newline, Object const& closefd, Object const& opener) {
  Object const module = PASS(imported(::library::io::module_));
  Object const function = PASS(operators::get_attr(module, "_open"_s));
  Object const args[] = {file, mode, buffering, encoding, errors, newline, closefd, opener};
  return call_array(function, args, std::size(args));
}

}  // namespace aiocc::builtins
