// What a running thread knows: the exception being raised, the chain of exceptions being handled, the depth of recursion.
// One instance; a thread that takes the global lock swaps its own state in.
#pragma once

#include <cstdint>

#include "aiocc/objects/object.hpp"

namespace aiocc {

struct BaseException;
struct Frame;
struct TaskObject;
struct HandDriver;
struct EventLoopObject;
struct Span;
struct Activation;

/// One activation's slot for the exception that it is handling (`except` and `finally` bodies), linked to the slot
/// of whoever called, awaits or resumed the activation.
struct HandledException {
  HandledException* outer = nullptr;
  Ref<BaseException> exception;
};

struct State {
  /// The exception on its way to a handler; set exactly while a Result says "raised".
  Ref<BaseException> error;
  /// Innermost slot; `raise` takes its context from the nearest filled one.
  HandledException* handled = nullptr;
  /// Plain calls in progress, as Python's recursion limit counts them.
  std::uint32_t depth = 0;
  std::uint32_t recursion_limit = 1000;
  /// Lowest address that the machine's stack may reach before a call raises RecursionError; 0 until the thread has set it.
  std::uintptr_t stack_limit = 0;
  /// Up to this depth a call needs no closer look: it's within the recursion limit, and so few calls don't exhaust the machine's stack.
  std::uint32_t unwatched_depth = 0;
  TaskObject* current_task = nullptr;
  /// Whoever drives the running chain of frames by `send` and `throw`; null: `current_task` does.
  HandDriver* hand_driver = nullptr;
  /// The running event loop.
  EventLoopObject* loop = nullptr;
  /// The statement that is being executed, set by those that may drop the last reference to a coroutine object: where
  /// a "never awaited" warning points to.
  Span const* position = nullptr;
  /// The innermost plain function that runs, in programs that ask for frames.
  Activation* activation = nullptr;
  /// What the generator that has just been exhausted returned (`StopIteration.value`); unbound for None.
  Object stop_value;
  /// The thread's number, as `threading.get_ident` gives it, and whether it's the one that the program began with.
  std::uint64_t thread = 0;
  bool is_main_thread = true;
  /// The error that is about to get its place comes from the look-up that belongs to a call.
  bool lookup_failed = false;
  /// What `asyncio.set_event_loop` set; unbound: nothing yet.
  Object event_loop;
};

extern State state;

/// Where the machine's stack ends at the moment. Not the address of a local variable: in a coroutine that may be one
/// in the heap, also that of a call which the compiler took into the coroutine.
inline std::uintptr_t stack_pointer() noexcept {
#if defined(__x86_64__)
  std::uintptr_t pointer;
  asm("mov %%rsp, %0" : "=r"(pointer));
  return pointer;
#elif defined(__aarch64__)
  std::uintptr_t pointer;
  asm("mov %0, sp" : "=r"(pointer));
  return pointer;
#else
  return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
#endif
}

}  // namespace aiocc
