// The module _asyncio: what asyncio's half in Python (runtime/lib/asyncio) needs of the one in C++. Not for programs.
#pragma once

#include "aiocc/asyncio/events.hpp"
#include "aiocc/bindings.hpp"

namespace aiocc::_asyncio {

/// The event loop policy that a program has set; unbound: the default one.
Object& policy() noexcept;
AIOCC_PY("def set_policy(policy: object, /) -> None", stores)
Result<void> set_policy(Object const& policy);
// What the default policy's methods do.
AIOCC_PY("def make_loop() -> object")
Object make_loop();
AIOCC_PY("def default_event_loop() -> object", retains)
Result<Object> default_event_loop();
AIOCC_PY("def set_default_event_loop(loop: object, /) -> None", stores)
Result<void> set_default_event_loop(Object const& loop);

/// Runs the loop until the task is done; Ctrl-C cancels it.
AIOCC_PY("def run_main_task(loop: object, task: object, /) -> object", suspends)
Result<Object> run_main_task(Object const& loop, Object const& task);
/// What a runner does with the tasks that are left, before it closes the loop.
AIOCC_PY("def cancel_all_tasks(loop: object, /) -> None", suspends)
Result<void> cancel_all_tasks(Object const& loop);
/// Some loop runs in this thread.
AIOCC_PY("def is_loop_running() -> bool")
bool is_loop_running();
/// Without what functools.partial and methods put around a function.
AIOCC_PY("def unwrapped(function: object, /) -> object", retains)
Object unwrapped(Object const& function);
/// An `async def` of the runtime's, which has no code.
AIOCC_PY("def is_native_coroutine_function(function: object, /) -> bool")
bool is_native_coroutine_function(Object const& function);
/// Prints a RuntimeWarning.
AIOCC_PY("def warn(message: str, /) -> None")
Result<void> warn(Str const& message);
/// The loop's default executor, or None.
AIOCC_PY("def executor_of(loop: object, /) -> object", retains)
Object executor_of(Object const& loop);
AIOCC_PY("def give_executor(loop: object, executor: object, /) -> None", stores)
void give_executor(Object const& loop, Object const& executor);
/// `shutdown_default_executor` has been called.
AIOCC_PY("def is_executor_shut_down(loop: object, /) -> bool")
bool is_executor_shut_down(Object const& loop);

/// asyncio's logger; None where the program doesn't import `logging`.
AIOCC_PY("def logger() -> object", retains)
Result<Object> logger();

// What transports do with the loop that they belong to. Descriptors are ints.
/// Calls `callback(*args)` in each turn in which there's something to read; gives the handle.
AIOCC_PY("def add_reader(loop: object, fd: object, callback: object, /, *args: object) -> object", retains, stores)
Result<Object> add_reader(Object const& loop, Object const& descriptor, Object const& callback, Arguments args);
AIOCC_PY("def add_writer(loop: object, fd: object, callback: object, /, *args: object) -> object", retains, stores)
Result<Object> add_writer(Object const& loop, Object const& descriptor, Object const& callback, Arguments args);
/// False: there was none.
AIOCC_PY("def remove_reader(loop: object, fd: object, /) -> bool")
Result<bool> remove_reader(Object const& loop, Object const& descriptor);
AIOCC_PY("def remove_writer(loop: object, fd: object, /) -> bool")
Result<bool> remove_writer(Object const& loop, Object const& descriptor);
AIOCC_PY("def is_reading(loop: object, fd: object, /) -> bool")
Result<bool> is_reading(Object const& loop, Object const& descriptor);
AIOCC_PY("def is_writing(loop: object, fd: object, /) -> bool")
Result<bool> is_writing(Object const& loop, Object const& descriptor);
/// Calls on the descriptor give BlockingIOError from now on where they'd have to wait.
AIOCC_PY("def stop_blocking(fd: object, /) -> None")
Result<void> stop_blocking(Object const& descriptor);
/// The loop's transports by descriptor: a mapping, or None.
AIOCC_PY("def transports_of(loop: object, /) -> object", retains)
Object transports_of(Object const& loop);
AIOCC_PY("def keep_transports(loop: object, transports: object, /) -> None", stores)
void keep_transports(Object const& loop, Object const& transports);

// What tests do that move a loop's clock by hand.
/// The loop waits for nothing from now on.
AIOCC_PY("def never_wait(loop: object, /) -> None")
void never_wait(Object const& loop);
/// The deadlines of what was scheduled since the last call, in that order.
AIOCC_PY("def take_deadlines(loop: object, /) -> list[float]")
List<double> take_deadlines(Object const& loop);

}  // namespace aiocc::_asyncio
