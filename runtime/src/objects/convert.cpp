// The end of a run whose static types were wrong.
#include "aiocc/objects/convert.hpp"

#include <cstdio>
#include <cstdlib>

namespace aiocc::detail {

void wrong_static_type(Object const& value, char const* expected) noexcept {
  std::fprintf(stderr, "aiocc: internal error: a value of type %s where %s was expected\n", type_of(value)->name,
               expected);
  std::abort();
}

}  // namespace aiocc::detail
