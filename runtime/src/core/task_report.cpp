// Prints who waits for whom.
#include "aiocc/core/task_report.hpp"

#include <csignal>
#include <cstdlib>

#include <algorithm>
#include <string_view>
#include <vector>

#include "aiocc/core/future_object.hpp"
#include "aiocc/core/gathering.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/signals.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/traceback.hpp"

namespace aiocc::detail {

namespace {

class TreeWriter {
 public:
  explicit TreeWriter(EventLoopObject* loop) {
    for (TaskObject* task = loop->tasks; task; task = task->next_task) tasks_.push_back(task);
    // The oldest first.
    std::reverse(tasks_.begin(), tasks_.end());
  }

  std::string write() {
    for (TaskObject* task : tasks_)
      if (!has_waiting_task(task)) write_task(task, 0);
    // Those that wait for one another in a circle.
    for (TaskObject* task : tasks_)
      if (!is_written(task)) write_task(task, 0);
    return std::move(text_);
  }

 private:
  bool is_written(TaskObject const* task) const {
    return std::find(written_.begin(), written_.end(), task) != written_.end();
  }

  // Calls visit(task) for the tasks that wait for the future, directly or by a gathering future.
  template <class Visit>
  static void for_each_waiting(FutureObject const* future, Visit&& visit) {
    Runnable const* const last = future->waiters;
    if (!last) return;
    Runnable const* node = last;
    do {
      node = node->next;
      if (node->run == step_task) visit(static_cast<TaskObject const*>(node));
      if (node->run == child_done) for_each_waiting(static_cast<GatheredChild const*>(node)->gathering, visit);
    } while (node != last);
  }

  bool has_waiting_task(TaskObject const* task) const {
    bool found = false;
    for_each_waiting(task, [&](TaskObject const*) { found = true; });
    return found;
  }

  void indent(int depth) { text_.append(static_cast<std::size_t>(depth) * 4, ' '); }

  void write_task(TaskObject* task, int depth) {
    indent(depth);
    text_ += "task " + repr_text(task_name(task));
    if (is_written(task)) {
      text_ += " (see above)\n";
      return;
    }
    written_.push_back(task);
    if (task->sleeping) text_ += " sleeps";
    text_ += "\n";
    write_chain(task->leaf, depth);
    for (TaskObject* other : tasks_) {
      bool is_awaited = false;
      for_each_waiting(other, [&](TaskObject const* waiting) { is_awaited |= waiting == task; });
      if (is_awaited) write_task(other, depth + 1);
    }
  }

  // The coroutine that the task began with comes first.
  void write_chain(Frame const* leaf, int depth) {
    if (!leaf) return;
    write_chain(leaf->awaiter, depth);
    if (!leaf->position || !leaf->position->code) return;
    indent(depth);
    Code const* code = leaf->position->code;
    text_ += std::string("  ") + code->qualified_name + "() at " + code->file + ":" +
             std::to_string(leaf->position->line) + "\n";
  }

  std::vector<TaskObject*> tasks_;
  std::vector<TaskObject const*> written_;
  std::string text_;
};

bool print_tree() {
  if (state.loop) write_stderr(task_tree(state.loop));
  return true;
}

bool is_set(char const* variable, std::string_view value) noexcept {
  char const* const text = std::getenv(variable);
  return text && text == value;
}

}  // namespace

std::string task_tree(EventLoopObject* loop) { return TreeWriter(loop).write(); }

void print_tree_at_signal() noexcept {
  static bool const asked = is_set("AIOCC_TASK_TREE", "1");
  if (!asked) return;
  set_native_handler(SIGUSR1, print_tree);
  note_signal(SIGUSR1);
}

bool reports_deadlocks() noexcept {
  static bool const asked = is_set("AIOCC_DEADLOCK", "report");
  return asked;
}

void end_in_deadlock(EventLoopObject* loop) noexcept {
  if (!flush_standard_streams()) take_error();
  write_stderr("deadlock: nothing is ready, and no timer, descriptor or thread can wake these tasks:\n" +
               task_tree(loop));
  std::_Exit(1);
}

}  // namespace aiocc::detail
