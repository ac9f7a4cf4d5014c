// Where a thread's stack ends.
#pragma once

namespace aiocc::detail {

/// Of the present thread: RecursionError must come before the machine's stack ends, with room for the runtime's own deep calls. Whoever
/// changes the recursion limit calls it again.
void set_stack_limit() noexcept;

}  // namespace aiocc::detail
