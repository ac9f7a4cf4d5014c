// Threads of Python's: one lock, whose holder alone runs Python code, and what may interrupt that holder.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "aiocc/objects/result.hpp"

namespace aiocc {

/// Bits of `attention`: why the running thread should stop at its next safe point.
inline constexpr unsigned switch_wanted = 1, signal_arrived = 2;
/// Zero nearly always. Signal handlers and waiting threads set bits.
extern std::atomic<unsigned> attention;

namespace detail {
/// There is, or was, more than one thread.
extern bool threads_started;
/// How long a thread waits before it asks the running one to stop: `sys.setswitchinterval`.
extern std::chrono::nanoseconds switch_interval;
/// The running thread keeps its state to itself, and others may run.
void release_lock() noexcept;
void take_lock() noexcept;
/// The running thread, whose state is empty, is at its end.
void end_thread() noexcept;
/// Called when the main module's body has ended: waits for the other threads. Null: there are none.
extern Result<void> (*at_main_end)();
/// What `attention` asks for: another thread's turn, Python's signal handlers.
AIOCC_COLD Result<void> attend();
}  // namespace detail

/// Lets other threads run while a scope blocks: nothing of Python's may be touched in it.
class Unlocked {
 public:
  Unlocked() noexcept : active_(detail::threads_started) {
    if (active_) [[unlikely]]
      detail::release_lock();
  }
  ~Unlocked() {
    if (active_) [[unlikely]]
      detail::take_lock();
  }
  Unlocked(Unlocked const&) = delete;
  Unlocked& operator=(Unlocked const&) = delete;

 private:
  bool active_;
};

/// Where Python code may be interrupted; an error is what a signal's handler raised.
inline Result<void> safe_point() {
  if (attention.load(std::memory_order_relaxed)) [[unlikely]]
    return detail::attend();
  return {};
}

}  // namespace aiocc
