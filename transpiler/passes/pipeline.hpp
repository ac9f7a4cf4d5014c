// The passes over typed IR, in order.
#pragma once

#include <span>
#include <string_view>

#include "ir/ir.hpp"

namespace aiocc::passes {

struct Pass {
  std::string_view name;
  void (*run)(ir::Module& module);
  // What is true of the module from here on.
  std::string_view holds;
};

// In the order in which they run.
std::span<Pass const> all_passes();

// The pass of that name, or null; for `--stop-after`.
Pass const* find_pass(std::string_view name);

// Runs every pass, or those up to and including `stop_after`. Debug builds verify the module after each.
void run(ir::Module& module, std::string_view stop_after = {});

}  // namespace aiocc::passes
