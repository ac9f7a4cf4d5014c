// The binary heap of `heapq`, whose entries name their timers by slots.
#include "aiocc/core/timer_heap.hpp"

#include <utility>

namespace aiocc {

void TimerHeap::push(Timer* timer) {
  std::uint32_t slot = static_cast<std::uint32_t>(timers_.size());
  if (free_slots_.empty()) {
    timers_.push_back(timer);
  } else {
    slot = free_slots_.back();
    free_slots_.pop_back();
    timers_[slot] = timer;
  }
  timer->slot = slot;
  entries_.push_back({timer->when, slot});
  sift_toward_root(0, entries_.size() - 1);
}

Timer* TimerHeap::pop() noexcept {
  Timer* const first = release(entries_.front());
  Entry const last = entries_.back();
  entries_.pop_back();
  if (!entries_.empty()) {
    entries_.front() = last;
    sift_toward_leaves(0);
  }
  return first;
}

void TimerHeap::remove(Timer* timer) noexcept {
  timers_[std::exchange(timer->slot, Timer::unscheduled)] = nullptr;
  ++removed_;
}

// CPython's BaseEventLoop._run_once, before it waits.
void TimerHeap::tidy() noexcept {
  if (removed_ == 0) return;
  if (entries_.size() > many && 2 * removed_ > entries_.size()) {
    rebuild();
    return;
  }
  while (!entries_.empty() && !timers_[entries_.front().slot]) {
    --removed_;
    pop();
  }
}

// The timer of an entry that leaves the heap; null if it was removed.
Timer* TimerHeap::release(Entry const& entry) noexcept {
  Timer* const timer = timers_[entry.slot];
  if (timer) timer->slot = Timer::unscheduled;
  free_slots_.push_back(entry.slot);
  return timer;
}

void TimerHeap::rebuild() noexcept {
  std::size_t kept = 0;
  for (Entry const& entry : entries_) {
    if (timers_[entry.slot])
      entries_[kept++] = entry;
    else
      free_slots_.push_back(entry.slot);
  }
  entries_.resize(kept);
  removed_ = 0;
  for (std::size_t position = kept / 2; position-- > 0;) sift_toward_leaves(position);
}

// The entry at `position` rises until its parent isn't later, or it's at `start`.
void TimerHeap::sift_toward_root(std::size_t start, std::size_t position) noexcept {
  Entry const entry = entries_[position];
  while (position > start) {
    std::size_t const parent = (position - 1) / 2;
    if (!(entry.when < entries_[parent].when)) break;
    entries_[position] = entries_[parent];
    position = parent;
  }
  entries_[position] = entry;
}

// As heapq: the smaller child moves up all the way to a leaf, then the entry rises from there.
void TimerHeap::sift_toward_leaves(std::size_t start) noexcept {
  std::size_t const end = entries_.size();
  std::size_t position = start;
  Entry const entry = entries_[start];
  std::size_t child = 2 * position + 1;
  // Which child is smaller can't be foreseen, so it's computed rather than branched on.
  for (; child + 1 < end; child = 2 * position + 1) {
    // Whichever child rises, two of the four entries below both are compared next.
    __builtin_prefetch(entries_.data() + 2 * child + 1);
    child += !(entries_[child].when < entries_[child + 1].when);
    entries_[position] = entries_[child];
    position = child;
  }
  if (child < end) {
    entries_[position] = entries_[child];
    position = child;
  }
  entries_[position] = entry;
  sift_toward_root(start, position);
}

}  // namespace aiocc
