// The one interface to the operating system's events: readiness of descriptors, wake-ups from other threads, signals, time.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

struct epoll_event;

namespace aiocc {

/// Called when a watched descriptor is ready; a node of whoever watches it.
struct Watcher {
  explicit Watcher(void (*function)(Watcher*)) noexcept : ready(function) {}
  void (*ready)(Watcher* self);
};

/// On Linux: epoll, and an eventfd for wake-ups. Made when it's first needed: a program that only computes and sleeps has neither.
class Reactor {
 public:
  Reactor() noexcept;
  Reactor(Reactor const&) = delete;
  ~Reactor();

  /// Some descriptor is watched.
  bool watching() const noexcept { return watched_ != 0; }
  /// Watches for input or output on a descriptor; null stops. 0, or an errno, and then nothing has changed.
  int watch_input(int descriptor, Watcher* watcher);
  int watch_output(int descriptor, Watcher* watcher);

  /// Sleeps until a descriptor is ready, somebody wakes it or a signal comes, at most `seconds` (negative: for ever), and calls
  /// the watchers of what's ready.
  void poll(double seconds);
  /// `wake` works from here on.
  void prepare_wake();
  /// Ends a poll that is going on, or the next one. Safe from other threads and from signal handlers.
  void wake() noexcept;

 private:
  struct Watched {
    Watcher* input = nullptr;
    Watcher* output = nullptr;
    bool registered = false;
  };
  int watch(int descriptor, Watcher* Watched::* side, Watcher* watcher);
  int update(int descriptor, Watched& watched);
  void report(int descriptor, std::uint32_t events);
  void open();

  int epoll_ = -1;
  std::atomic<int> wakeup_{-1};
  /// CPython's loop has a pair of sockets in place of the eventfd: with one more descriptor of ours, those that are opened later have
  /// the numbers that they have there.
  int second_ = -1;
  std::size_t watched_ = 0;
  std::vector<Watched> descriptors_;
  /// What a poll found; room for all that's watched.
  std::vector<epoll_event> found_;
};

/// Seconds of the monotonic clock.
double monotonic_time() noexcept;

}  // namespace aiocc
