// Waiting for something other than a future: the node stands in the awaiting frame and in the list of what it waits for (a lock,
// a queue, ...). It stands for the future that CPython's code would make there, and takes as many turns.
#pragma once

#include "aiocc/core/driver.hpp"
#include "aiocc/core/future_object.hpp"

namespace aiocc::detail {

struct ParkedList;

struct Parked {
  /// The task runs again. `failed`: an error is about to be thrown into it; the node cleans up as an `except` around the await would.
  /// False, without an error: it isn't its turn after all, and it has been parked again.
  using Resumed = bool (*)(Parked* self, bool failed);

  explicit Parked(Resumed function) noexcept : resumed(function) {}
  Parked(Parked const&) = delete;
  ~Parked() {
    if (sleeper || list) [[unlikely]]
      withdraw();
  }

  Resumed resumed;
  /// The waiting task; where the wait is driven by hand, a future (owned). Null when nobody waits.
  FutureObject* sleeper = nullptr;
  ParkedList* list = nullptr;
  Parked* next = nullptr;
  Parked* previous = nullptr;
  /// `set_result` or `cancel` was called on the future that this stands for.
  bool done = false;
  bool cancelled = false;

  /// The frame waits: what a leaf's `suspend` returns.
  std::coroutine_handle<> park(Frame& frame) noexcept;
  /// Waits again, without the frame noticing.
  void park_again() noexcept;
  /// `set_result`: the task goes on in the next turn.
  void wake() noexcept;
  /// As the task's step does, where the wait is driven by hand.
  AIOCC_COLD void end_by_hand(bool failed) noexcept;
  AIOCC_KEEPS_REGISTERS AIOCC_COLD void withdraw() noexcept;
};

/// Those who wait, in order.
struct ParkedList {
  Parked* first = nullptr;
  Parked* last = nullptr;

  ParkedList() noexcept = default;
  ParkedList(ParkedList const&) = delete;
  ~ParkedList() {
    while (first) remove(first);
  }

  bool empty() const noexcept { return !first; }
  void append(Parked* node) noexcept {
    node->list = this;
    node->next = nullptr;
    node->previous = last;
    (last ? last->next : first) = node;
    last = node;
  }
  void remove(Parked* node) noexcept {
    (node->previous ? node->previous->next : first) = node->next;
    (node->next ? node->next->previous : last) = node->previous;
    node->next = node->previous = nullptr;
    node->list = nullptr;
  }
  /// The first that isn't done yet, or null.
  Parked* first_waiting() const noexcept {
    Parked* node = first;
    while (node && node->done) node = node->next;
    return node;
  }
};

}  // namespace aiocc::detail
