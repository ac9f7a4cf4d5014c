// Which operations on statically typed operands are plain C++: they can't raise and run no Python code.
#pragma once

#include <optional>

#include "ir/ir.hpp"

namespace aiocc::ir {

// A Binary, InPlace, Unary, Compare, Truth or Not that C++'s own operators on Int, double, bool and Str do.
bool is_plain_operation(Module const& module, Function const& function, Inst const& inst);

// A literal, or a tuple display of nothing but such.
bool is_constant(Function const& function, InstId id);
bool are_constants(Function const& function, std::vector<InstId> const& ids);

// `x in ("a", "b")`, or of a set, of few constants that are of the type of x.
bool is_choice(Module const& module, Function const& function, Compare const& compare);

// The element that `t[2]` picks of a tuple whose shape is known.
std::optional<std::size_t> constant_element(Module const& module, Function const& function, GetItem const& item);

// An Unpack of a tuple whose shape is known and fits.
bool is_plain_unpack(Module const& module, Function const& function, Unpack const& unpack);

// Whether the instruction can leave an exception in flight, as far as its operands' types and its callee tell. Nested blocks aren't
// looked into.
bool may_raise(Module const& module, Function const& function, Inst const& inst);

}  // namespace aiocc::ir
