// The module _pcre: PCRE2 as the module re (runtime/lib/re) uses it. Not for programs.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/list.hpp"

namespace aiocc::_pcre {

/// A program of a pattern in PCRE2's syntax. `narrow` is the pattern for subjects without code points past 255, or None where one is
/// needed for all; `widen`, without arguments, gives the pattern for any subject. `options` are letters: i, m, s as in Python; u where
/// letters, digits and case are Unicode's.
AIOCC_PY("def compile(narrow: object, options: str, widen: object, /) -> object", stores)
Result<Object> compile(Object const& narrow, Str const& options, Object const& widen);

/// Where the program matches `subject`, a str or bytes, between the two places: the start and the end of the match and of each group,
/// -1 for those that didn't take part; None where it doesn't match. `mode` is 0 to search, 1 to match at `start`, 2 to match everything.
/// With `must_advance` a match at `start` isn't empty.
AIOCC_PY(
    "def match(program: object, subject: object, start: int, end: int, mode: int, must_advance: bool, /) -> object",
    retains)
Result<Object> match(Object const& program, Object const& subject, Int const& start, Int const& end, Int const& mode,
                     bool must_advance);

/// The first `limit` (0: all) matches that don't overlap, each as `match` gives it.
AIOCC_PY("def scan(program: object, subject: object, start: int, end: int, limit: int, /) -> object", retains)
Result<Object> scan(Object const& program, Object const& subject, Int const& start, Int const& end, Int const& limit);

}  // namespace aiocc::_pcre
