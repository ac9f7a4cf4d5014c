// Which operations on statically typed operands are plain C++: they can't raise and run no Python code.
#pragma once

#include <optional>

#include "ir/ir.hpp"

namespace aiocc::ir {

// A Binary, InPlace, Unary, Compare, Truth or Not that C++'s own operators on Int, double, bool and Str do.
bool is_plain_operation(Module const& module, Function const& function, Inst const& inst);

// The element that `t[2]` picks of a tuple whose shape is known.
std::optional<std::size_t> constant_element(Module const& module, Function const& function, GetItem const& item);

// An Unpack of a tuple whose shape is known and fits.
bool is_plain_unpack(Module const& module, Function const& function, Unpack const& unpack);

// Whether the instruction can leave an exception in flight, as far as its operands' types and its callee tell. Nested blocks aren't
// looked into.
bool may_raise(Module const& module, Function const& function, Inst const& inst);

}  // namespace aiocc::ir
