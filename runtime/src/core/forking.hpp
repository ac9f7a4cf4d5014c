// What a fork leaves of the runtime's threads.
#pragma once

#include <signal.h>

namespace aiocc::detail {

/// In the child: the thread that forked is the main one, there's no other, and nobody waits for it; no event loop runs.
void forget_other_threads() noexcept;

/// The signals that the main thread blocked when it last started a thread. Other threads block all of them.
extern sigset_t main_thread_signals;

/// Called in the child: its random numbers aren't the parent's. Null in programs that have drawn none.
extern void (*reseed_after_fork)() noexcept;

}  // namespace aiocc::detail
