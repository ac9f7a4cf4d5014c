// The binary heap of `heapq`, with an index in each timer.
#include "aiocc/core/timer_heap.hpp"

namespace aiocc {

void TimerHeap::push(Timer* timer) {
  entries_.push_back({timer->when, timer});
  sift_toward_root(0, entries_.size() - 1);
}

Timer* TimerHeap::pop() noexcept {
  Timer* first = entries_.front().timer;
  remove(first);
  return first;
}

void TimerHeap::remove(Timer* timer) noexcept {
  std::size_t const position = timer->position;
  timer->position = Timer::unscheduled;
  Entry last = entries_.back();
  entries_.pop_back();
  if (position == entries_.size()) return;
  place(position, last);
  sift_toward_leaves(position);
}

// The entry at `position` rises until its parent isn't later, or it's at `start`.
void TimerHeap::sift_toward_root(std::size_t start, std::size_t position) noexcept {
  Entry const entry = entries_[position];
  while (position > start) {
    std::size_t const parent = (position - 1) / 2;
    if (!(entry.when < entries_[parent].when)) break;
    place(position, entries_[parent]);
    position = parent;
  }
  place(position, entry);
}

// As heapq: the smaller child moves up all the way to a leaf, then the entry rises from there.
void TimerHeap::sift_toward_leaves(std::size_t position) noexcept {
  std::size_t const end = entries_.size();
  Entry const entry = entries_[position];
  for (std::size_t child = 2 * position + 1; child < end; child = 2 * position + 1) {
    std::size_t const right = child + 1;
    if (right < end && !(entries_[child].when < entries_[right].when)) child = right;
    place(position, entries_[child]);
    position = child;
  }
  place(position, entry);
  // A removal from the middle may have brought an entry that is earlier than the ancestors of its new place.
  sift_toward_root(0, position);
}

}  // namespace aiocc
