// The module _signal: the handlers of signals, for the module signal, which is Python.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc::_signal {

/// The handler before; `handler` is a callable, or the numbers of SIG_DFL and SIG_IGN.
AIOCC_PY("def signal(signalnum: int, handler: object, /) -> object", stores, retains)
Result<Object> signal(Int const& signalnum, Object const& handler);
/// None: it isn't Python's.
AIOCC_PY("def getsignal(signalnum: int, /) -> object", retains)
Result<Object> getsignal(Int const& signalnum);
/// Raises KeyboardInterrupt.
AIOCC_PY("def default_int_handler(signalnum: object, frame: object, /) -> None")
Result<void> default_int_handler(Object const& signalnum, Object const& frame);
/// The runtime's own function of that name.
AIOCC_PY("def interrupt_handler() -> object", retains)
Object interrupt_handler();
/// Sends the signal to this process, and handles it.
AIOCC_PY("def raise_signal(signalnum: int, /) -> None")
Result<void> raise_signal(Int const& signalnum);
/// SIGALRM in that many seconds; what was left of the alarm before.
AIOCC_PY("def alarm(seconds: int, /) -> int")
Result<Int> alarm(Int const& seconds);
/// The timer's remaining time and interval before. ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF are 0, 1, 2.
AIOCC_PY("def setitimer(which: int, seconds: object, interval: object = 0.0, /) -> object")
Result<Object> setitimer(Int const& which, Object const& seconds, Object const& interval);
AIOCC_PY("def getitimer(which: int, /) -> object")
Result<Object> getitimer(Int const& which);
/// Sleeps until a signal comes.
AIOCC_PY("def pause() -> None")
Result<void> pause();
/// None if the system has no such signal.
AIOCC_PY("def strsignal(signalnum: int, /) -> object")
Result<Object> strsignal(Int const& signalnum);
/// True: a call that the signal interrupts fails, rather than going on.
AIOCC_PY("def siginterrupt(signalnum: int, flag: object, /) -> None")
Result<void> siginterrupt(Int const& signalnum, Object const& flag);

// Sets of signals are the signals' numbers as bytes.
/// Changes which signals this thread holds back; those before.
AIOCC_PY("def pthread_sigmask(how: int, mask: bytes, /) -> bytes")
Result<Bytes> pthread_sigmask(Int const& how, Bytes const& mask);
/// Signals that have come and are held back.
AIOCC_PY("def sigpending() -> bytes")
Result<Bytes> sigpending();
/// Waits for one of the signals, without end if no seconds are given. `struct_siginfo`'s items; None: the time is over.
AIOCC_PY("def sigtimedwait(sigset: bytes, seconds: float | None, /) -> object")
Result<Object> sigtimedwait(Bytes const& sigset, Object const& seconds);
AIOCC_PY("def pthread_kill(thread_id: int, signalnum: int, /) -> None")
Result<void> pthread_kill(Int const& thread_id, Int const& signalnum);

}  // namespace aiocc::_signal
