// The lock: whoever runs Python code holds it; whoever waits asks for it after CPython's switch interval.
#include "aiocc/core/threads.hpp"

#include <condition_variable>
#include <mutex>
#include <utility>

#include "aiocc/core/context.hpp"
#include "aiocc/core/signals.hpp"
#include "aiocc/objects/state.hpp"
#include "forking.hpp"

namespace aiocc {

std::atomic<unsigned> attention{0};

namespace detail {

bool threads_started = false;
Result<void> (*at_main_end)() = nullptr;
std::chrono::nanoseconds switch_interval = std::chrono::milliseconds(5);

namespace {

// What the globals `state` and `current_context` hold of a thread that isn't running.
struct Suspended {
  State state;
  Object context;
};

class Lock {
 public:
  void release() noexcept {
    {
      std::lock_guard guard(mutex_);
      held_ = false;
      attention.fetch_and(~switch_wanted, std::memory_order_relaxed);
    }
    released_.notify_one();
  }

  void take() noexcept {
    std::unique_lock guard(mutex_);
    ++waiting_;
    while (held_) {
      std::uint64_t const turn = turns_;
      bool const in_time = released_.wait_for(guard, switch_interval, [&] { return !held_; });
      // Asked for only if the same thread has held it for the whole interval.
      if (!in_time && held_ && turns_ == turn) attention.fetch_or(switch_wanted, std::memory_order_relaxed);
    }
    --waiting_;
    held_ = true;
    ++turns_;
    taken_.notify_all();
  }

  // Gives a waiting thread a turn.
  void pass_on() noexcept {
    std::unique_lock guard(mutex_);
    attention.fetch_and(~switch_wanted, std::memory_order_relaxed);
    if (waiting_ == 0) return;
    std::uint64_t const turn = turns_;
    held_ = false;
    released_.notify_one();
    taken_.wait(guard, [&] { return turns_ != turn; });
    ++waiting_;
    released_.wait(guard, [&] { return !held_; });
    --waiting_;
    held_ = true;
    ++turns_;
    taken_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable released_;
  std::condition_variable taken_;
  std::size_t waiting_ = 0;
  std::uint64_t turns_ = 0;
  // The thread that starts the first other one holds it.
  bool held_ = true;
};

// Never destroyed: threads may wait for it while the process ends.
Lock*& the_lock() noexcept {
  static auto* lock = new Lock;
  return lock;
}

Lock& lock() noexcept { return *the_lock(); }

thread_local Suspended* suspended = nullptr;

}  // namespace

void release_lock() noexcept {
  suspended = new Suspended{std::exchange(state, State()), std::move(current_context)};
  lock().release();
}

void take_lock() noexcept {
  lock().take();
  Suspended* mine = std::exchange(suspended, nullptr);
  if (!mine) return;
  state = std::move(mine->state);
  current_context = std::move(mine->context);
  delete mine;
}

void end_thread() noexcept { lock().release(); }

sigset_t main_thread_signals{};
void (*reseed_after_fork)() noexcept = nullptr;

void forget_other_threads() noexcept {
  attention.fetch_and(~switch_wanted, std::memory_order_relaxed);
  // The old one stays as it was at that moment: threads that are no more may have been about to change it.
  if (threads_started) the_lock() = new Lock;
  if (!state.is_main_thread) pthread_sigmask(SIG_SETMASK, &main_thread_signals, nullptr);
  state.is_main_thread = true;
  // What ran in the loop goes on, but for the child no loop runs (CPython's `events.on_fork`).
  state.loop = nullptr;
  state.event_loop.reset();
}

Result<void> attend() {
  unsigned const wanted = attention.load(std::memory_order_relaxed);
  if (wanted & switch_wanted) {
    Suspended mine{std::exchange(state, State()), std::move(current_context)};
    lock().pass_on();
    state = std::move(mine.state);
    current_context = std::move(mine.context);
  }
  if ((wanted & signal_arrived) && state.is_main_thread) return run_signal_handlers();
  return {};
}

}  // namespace detail

}  // namespace aiocc
