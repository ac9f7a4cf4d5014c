// What the sources of the module math share.
#pragma once

#include <vector>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc::math::detail {

/// A float, or what can be made one; "must be real number, not str" otherwise.
Result<double> number(Object const& x);
/// Adds `x` to a sum that is kept as parts without overlap, so that nothing is lost (Shewchuk's algorithm).
void add_exactly(std::vector<double>& parts, double x);
/// The parts' sum, rounded once, half to even.
double round_parts(std::vector<double> parts);

}  // namespace aiocc::math::detail
