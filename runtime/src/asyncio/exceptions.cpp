// asyncio's names for exceptions that are built in.
#include "aiocc/asyncio/exceptions.hpp"

namespace aiocc::asyncio {

Object const TimeoutError = box(timeout_error_type);

}  // namespace aiocc::asyncio
