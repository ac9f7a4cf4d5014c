// What the event loop runs: intrusive nodes in a FIFO. Scheduling allocates nothing.
#pragma once

#include <cstddef>

namespace aiocc {

/// A node that the loop can run: a task, a timer of a sleeping task, a handle, a waiter of a future.
struct Runnable {
  /// `dropped`: it will never run, since its loop is closed or the future that it waited for is gone; it gives up what it owns.
  using Function = void (*)(Runnable* self, bool dropped);

  explicit constexpr Runnable(Function function) noexcept : run(function) {}
  Runnable(Runnable const&) = delete;
  Runnable& operator=(Runnable const&) = delete;

  /// Null while it's in no queue.
  Runnable* next = nullptr;
  Function run;

  bool queued() const noexcept { return next != nullptr; }
};

class ReadyQueue {
 public:
  ReadyQueue() noexcept = default;
  ReadyQueue(ReadyQueue const&) = delete;

  bool empty() const noexcept { return head_ == &end_; }
  void push(Runnable* node) noexcept {
    node->next = &end_;
    *tail_ = node;
    tail_ = &node->next;
  }
  Runnable* pop() noexcept {
    Runnable* node = head_;
    head_ = node->next;
    if (head_ == &end_) tail_ = &head_;
    node->next = nullptr;
    return node;
  }
  /// Appends a circular list, given by its last node.
  void push_all(Runnable* last) noexcept {
    Runnable* first = last->next;
    last->next = &end_;
    *tail_ = first;
    tail_ = &last->next;
  }
  bool ends_with(Runnable const* node) const noexcept { return tail_ == &node->next; }
  /// Takes a node out wherever it stands; linear, and rare. False if it isn't in this queue.
  bool remove(Runnable* node) noexcept;
  /// How many there are; linear.
  std::size_t size() const noexcept;
  /// Moves all nodes in front of those of `other`, which may be empty.
  void put_back_to(ReadyQueue& other) noexcept;
  void swap_into(ReadyQueue& empty_queue) noexcept;

 private:
  static Runnable end_;
  Runnable* head_ = &end_;
  Runnable** tail_ = &head_;
};

}  // namespace aiocc
