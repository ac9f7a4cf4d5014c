// Signals of the operating system as Python has them: noted when they come, handled by the main thread at its next safe point.
#pragma once

#include <cstdint>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc {

struct EventLoopObject;

namespace detail {

inline constexpr int signal_count = 65;

/// What Python code set with `signal.signal`: a callable, or the numbers of SIG_DFL and SIG_IGN. Unbound: nothing of Python's.
Object& signal_handler(int number) noexcept;
/// A handler of the runtime's stands for Python's, until Python code sets one: asyncio.run's, for SIGINT. False: an error is in flight.
using NativeSignalHandler = bool (*)();
void set_native_handler(int number, NativeSignalHandler handler) noexcept;
NativeSignalHandler native_handler(int number) noexcept;
/// What `signal.signal` notes.
void set_signal_handler(int number, Object const& handler) noexcept;
/// From now on the loop has a handler for the signal, and Python none. False: errno says why it can't be.
bool hand_signal_to_loop(int number, EventLoopObject* loop);
/// The loop, or any one if it's null, hears of no signals any more.
void stop_hearing(EventLoopObject const* loop) noexcept;
/// The loop has none any more: what happens is what happened at the program's start.
void take_signal_from_loop(int number);
/// From now on the signal is noted. False: errno says why it can't be.
bool note_signal(int number) noexcept;
/// Notes a signal as if it had come; what C's handler does.
void signal_came(int number) noexcept;
/// Signals wake this loop; null: none.
void set_woken_loop(EventLoopObject* loop) noexcept;
/// Runs the handlers of what has come. Those that a loop has are scheduled there.
Result<void> run_signal_handlers();
/// `signal.default_int_handler`, as a value.
Object default_int_handler();
/// SIGINT raises KeyboardInterrupt from now on, unless it's ignored.
void handle_interrupts() noexcept;

}  // namespace detail

}  // namespace aiocc
