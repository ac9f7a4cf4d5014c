// Properties of instructions by kind.
#include "ir/ir.hpp"

namespace aiocc::ir {

InstTraits const& traits_of(Inst const& inst) {
  return std::visit([](auto const& node) -> InstTraits const& { return node.traits; }, inst.node);
}

}  // namespace aiocc::ir
