// Complex numbers from other objects and from text.
#pragma once

#include "aiocc/objects/complex.hpp"

namespace aiocc::detail {

/// A complex, float or int, `__complex__`, `__float__` or `__index__`. False without an error: none of them.
Result<bool> find_complex(Object const& value, std::complex<double>& number);
/// The same without complex numbers.
Result<bool> find_real(Object const& value, std::complex<double>& number);
/// What `complex(text)` accepts; ValueError "complex() arg is a malformed string" otherwise.
Result<std::complex<double>> parse_complex(Str const& text);

}  // namespace aiocc::detail
