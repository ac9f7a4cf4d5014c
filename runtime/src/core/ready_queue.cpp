// The rare operations of the ready queue.
#include "aiocc/core/ready_queue.hpp"

namespace aiocc {

Runnable ReadyQueue::end_(nullptr);

bool ReadyQueue::remove(Runnable* node) noexcept {
  for (Runnable** link = &head_; *link != &end_; link = &(*link)->next) {
    if (*link != node) continue;
    *link = node->next;
    if (tail_ == &node->next) tail_ = link;
    node->next = nullptr;
    return true;
  }
  return false;
}

std::size_t ReadyQueue::size() const noexcept {
  std::size_t count = 0;
  for (Runnable* node = head_; node != &end_; node = node->next) ++count;
  return count;
}

void ReadyQueue::swap_into(ReadyQueue& empty_queue) noexcept {
  if (empty()) return;
  empty_queue.head_ = head_;
  empty_queue.tail_ = tail_;
  head_ = &end_;
  tail_ = &head_;
}

void ReadyQueue::put_back_to(ReadyQueue& other) noexcept {
  if (empty()) return;
  *tail_ = other.head_;
  if (other.empty()) other.tail_ = tail_;
  other.head_ = head_;
  head_ = &end_;
  tail_ = &head_;
}

}  // namespace aiocc
