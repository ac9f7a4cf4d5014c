// Timers by deadline: an indexed binary heap, from which cancelled timers are removed at once.
#pragma once

#include <cstdint>
#include <vector>

#include "aiocc/core/ready_queue.hpp"

namespace aiocc {

/// A node that becomes ready at a time of the loop's clock.
struct Timer : Runnable {
  static constexpr std::uint32_t unscheduled = ~std::uint32_t{0};

  explicit Timer(Function function) noexcept : Runnable(function) {}
  /// Seconds.
  double when = 0;
  std::uint32_t position = unscheduled;

  bool scheduled() const noexcept { return position != unscheduled; }
};

/// Equal deadlines come out in the order in which CPython's `heapq` would give them: the sifting is the one that its documentation
/// of the algorithm describes.
class TimerHeap {
 public:
  bool empty() const noexcept { return entries_.empty(); }
  std::size_t size() const noexcept { return entries_.size(); }
  double first_deadline() const noexcept { return entries_.front().when; }
  Timer* first() const noexcept { return entries_.front().timer; }
  void push(Timer* timer);
  Timer* pop() noexcept;
  void remove(Timer* timer) noexcept;

 private:
  /// The deadline stands here too, so that sifting doesn't touch the timers' memory.
  struct Entry {
    double when;
    Timer* timer;
  };
  void place(std::size_t position, Entry entry) noexcept {
    entries_[position] = entry;
    entry.timer->position = static_cast<std::uint32_t>(position);
  }
  void sift_toward_root(std::size_t start, std::size_t position) noexcept;
  void sift_toward_leaves(std::size_t position) noexcept;

  std::vector<Entry> entries_;
};

}  // namespace aiocc
