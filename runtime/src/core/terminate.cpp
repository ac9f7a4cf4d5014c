// What C++ calls where an exception finds no handler: the runtime throws none, so it is memory that nobody could give. The standard
// library's own handler would bring a demangler of 50 kB into every program.
#include <cstdio>
#include <cstdlib>

namespace __gnu_cxx {

void __verbose_terminate_handler();

void __verbose_terminate_handler() {
  std::fputs("aiocc: out of memory, or an internal error of the runtime\n", stderr);
  std::abort();
}

}  // namespace __gnu_cxx
