// Ends the run where the program needs what aiocc doesn't have.
#include "aiocc/objects/unsupported.hpp"

#include <unistd.h>

#include <string>

#include "aiocc/objects/stdio.hpp"

namespace aiocc {

void unsupported(std::string_view what) noexcept {
  flush_standard_streams();
  write_stderr("aiocc: fatal: " + std::string(what) + " isn't supported\n");
  _exit(70);
}

}  // namespace aiocc
