// The module bisect: places in sorted sequences.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc::bisect {

/// Return the index where to insert item x in list a, assuming a is sorted: before what's equal.
AIOCC_PY("def bisect_left(a: object, x: object, lo: object = 0, hi: object = None, *, key: object = None) -> int")
Result<Int> bisect_left(Object const& a, Object const& x, Object const& lo = Int(0), Object const& hi = None,
                        Object const& key = None);
/// Return the index where to insert item x in list a, assuming a is sorted: behind what's equal.
AIOCC_PY("def bisect_right(a: object, x: object, lo: object = 0, hi: object = None, *, key: object = None) -> int",
         also(bisect))
Result<Int> bisect_right(Object const& a, Object const& x, Object const& lo = Int(0), Object const& hi = None,
                         Object const& key = None);
/// Insert item x in list a, and keep it sorted assuming a is sorted: before what's equal.
AIOCC_PY("def insort_left(a: object, x: object, lo: object = 0, hi: object = None, *, key: object = None) -> None",
         stores)
Result<void> insort_left(Object const& a, Object const& x, Object const& lo, Object const& hi, Object const& key);
/// Insert item x in list a, and keep it sorted assuming a is sorted: behind what's equal.
AIOCC_PY("def insort_right(a: object, x: object, lo: object = 0, hi: object = None, *, key: object = None) -> None",
         stores, also(insort))
Result<void> insort_right(Object const& a, Object const& x, Object const& lo, Object const& hi, Object const& key);

}  // namespace aiocc::bisect
