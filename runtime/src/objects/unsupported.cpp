// Reports and raises where the program needs what aiocc doesn't have.
#include "aiocc/objects/unsupported.hpp"

#include <string>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/stdio.hpp"

namespace aiocc {
namespace {

constinit bool reached = false;
constinit Type unsupported_type("Unsupported", &base_exception_type, 0, {}, "aiocc");

}  // namespace

Result<Object> unsupported(std::string_view what) {
  reached = true;
  std::string const message = std::string(what) + " isn't supported";
  write_stderr("aiocc: error: " + message + "\n");
  return raise_error(unsupported_type, message);
}

bool detail::reached_unsupported() noexcept { return reached; }

}  // namespace aiocc
