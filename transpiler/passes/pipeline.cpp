// The passes over typed IR, in order.
#include "passes/pipeline.hpp"

#include "passes/elide_awaits.hpp"
#include "passes/relay_items.hpp"
#include "passes/settle_raises.hpp"
#include "passes/settle_recursion.hpp"
#include "passes/settle_suspends.hpp"

namespace aiocc::passes {

namespace {

constexpr Pass pipeline[] = {
    {"settle-suspends", settle_suspends, "`Function::suspends` is false where awaiting the function never suspends"},
    {"elide-awaits", elide_awaits, "no Await has a call of a function that never suspends as its operand"},
    {"relay-items", relay_items,
     "`For::relays` is true where an asynchronous generator only passes on another's items"},
    {"settle-recursion", settle_recursion,
     "`Function::counts_depth` is false where no chain of calls leads to a recursion"},
    {"settle-raises", settle_raises, "`Function::raises` is false where a call never raises"},
};

}  // namespace

std::span<Pass const> all_passes() { return pipeline; }

Pass const* find_pass(std::string_view name) {
  for (Pass const& pass : pipeline) {
    if (pass.name == name) return &pass;
  }
  return nullptr;
}

void run(ir::Module& module, std::string_view stop_after) {
  for (Pass const& pass : pipeline) {
    pass.run(module);
    if (pass.name == stop_after) return;
  }
}

}  // namespace aiocc::passes
