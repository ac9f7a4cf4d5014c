// An empty table, until the binding generator writes the real one.
#include "bindings/table.hpp"

namespace aiocc::bindings {
Table const table{};
}  // namespace aiocc::bindings
