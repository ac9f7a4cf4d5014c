// What a loop's tasks wait for, as text: for the report of a deadlock and the tree of tasks.
#pragma once

#include <string>

#include "aiocc/core/event_loop.hpp"

namespace aiocc::detail {

/// A line for each task, with the tasks that it waits for below it, and one for each frame of its chain of awaits.
std::string task_tree(EventLoopObject* loop);
/// `AIOCC_TASK_TREE=1`: SIGUSR1 prints the tree of the running loop's tasks from now on.
void print_tree_at_signal() noexcept;
/// `AIOCC_DEADLOCK=report`: a loop that nothing can wake any more ends the program with a report.
bool reports_deadlocks() noexcept;
[[noreturn]] void end_in_deadlock(EventLoopObject* loop) noexcept;

}  // namespace aiocc::detail
