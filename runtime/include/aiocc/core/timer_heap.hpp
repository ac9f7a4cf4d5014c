// Timers by deadline: a binary heap, which forgets removed timers only later, as CPython's does.
#pragma once

#include <cstdint>
#include <vector>

#include "aiocc/core/mapped_allocator.hpp"
#include "aiocc/core/ready_queue.hpp"

namespace aiocc {

/// A node that becomes ready at a time of the loop's clock.
struct Timer : Runnable {
  static constexpr std::uint32_t unscheduled = ~std::uint32_t{0};

  explicit Timer(Function function) noexcept : Runnable(function) {}
  /// Seconds.
  double when = 0;
  std::uint32_t slot = unscheduled;

  bool scheduled() const noexcept { return slot != unscheduled; }
};

/// Equal deadlines come out in the order in which CPython's `heapq` would give them: the sifting is the one that its documentation
/// of the algorithm describes, and removed timers keep their places until `tidy` drops them where CPython's loop does.
class TimerHeap {
 public:
  bool empty() const noexcept { return entries_.empty(); }
  /// Of the first entry, which isn't a removed timer's right after `tidy`.
  double first_deadline() const noexcept { return entries_.front().when; }
  void push(Timer* timer);
  /// Null: the first entry's timer was removed.
  Timer* pop() noexcept;
  /// Constant time; the timer may die at once.
  void remove(Timer* timer) noexcept;
  /// Drops removed timers: those that come first, or all once they're the majority.
  void tidy() noexcept;

 private:
  /// The deadline stands here too, and the timer itself doesn't, so that sifting and removing don't touch the timers' memory.
  struct Entry {
    double when;
    std::uint32_t slot;
  };
  /// Up to this size removed timers may be the majority.
  static constexpr std::size_t many = 100;

  Timer* release(Entry const& entry) noexcept;
  void rebuild() noexcept;
  void sift_toward_root(std::size_t start, std::size_t position) noexcept;
  void sift_toward_leaves(std::size_t start) noexcept;

  template <class Item>
  using Vector = std::vector<Item, detail::MappedAllocator<Item>>;

  Vector<Entry> entries_;
  /// By slot; null: removed.
  Vector<Timer*> timers_;
  Vector<std::uint32_t> free_slots_;
  std::size_t removed_ = 0;
};

}  // namespace aiocc
