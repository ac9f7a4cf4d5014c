// The module _pcre: PCRE2 as the module re (runtime/lib/re) uses it, and re.Match. Not for programs.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/list.hpp"

namespace aiocc::_pcre {

/// A program of a pattern in PCRE2's syntax. `narrow` is the pattern for subjects without code points past 255, or None where one is
/// needed for all; `widen`, without arguments, gives the pattern for any subject. `options` are letters: i, m, s as in Python; u where
/// letters, digits and case are Unicode's; t where subjects are strs. `names` are the numbers of groups by name; `closed` are the numbers
/// of all groups as their ends come, each with whether a lookaround contains it.
AIOCC_PY("def compile(narrow: object, options: str, widen: object, names: object, closed: object, /) -> object", stores)
Result<Object> compile(Object const& narrow, Str const& options, Object const& widen, Object const& names,
                       Object const& closed);

// All others look at `string` between `pos` and `endpos`; `pattern` is what their matches name as theirs.

/// The first match, or None. `mode` is 0 to search, 1 to match at `pos`, 2 to match everything.
AIOCC_PY(
    "def find(program: object, pattern: object, string: object, pos: object, endpos: object, mode: int, /) -> object",
    retains)
Result<Object> find(Object const& program, Object const& pattern, Object const& string, Object const& pos,
                    Object const& endpos, Int const& mode);

/// As `find`, from `place` on; with `must_advance` a match there isn't empty.
AIOCC_PY(
    "def find_from(program: object, pattern: object, string: object, pos: object, endpos: object, mode: int, "
    "place: int, must_advance: bool, /) -> object",
    retains)
Result<Object> find_from(Object const& program, Object const& pattern, Object const& string, Object const& pos,
                         Object const& endpos, Int const& mode, Int const& place, bool must_advance);

/// The texts of all matches, or of their groups, if there are any.
AIOCC_PY("def find_all(program: object, string: object, pos: object, endpos: object, /) -> object", retains)
Result<Object> find_all(Object const& program, Object const& string, Object const& pos, Object const& endpos);

/// An iterator over all matches.
AIOCC_PY("def iterate(program: object, pattern: object, string: object, pos: object, endpos: object, /) -> object",
         retains)
Result<Object> iterate(Object const& program, Object const& pattern, Object const& string, Object const& pos,
                       Object const& endpos);

/// The texts between the first `limit` (0: all) matches, and those of the matches' groups.
AIOCC_PY("def split(program: object, string: object, limit: object, /) -> object", retains)
Result<Object> split(Object const& program, Object const& string, Object const& limit);

/// The text with the first `limit` (0: all) matches replaced by `item`, which is called with the match unless it's a str or bytes; and how many were.
AIOCC_PY("def substitute(program: object, pattern: object, string: object, item: object, limit: object, /) -> object",
         retains)
Result<Object> substitute(Object const& program, Object const& pattern, Object const& string, Object const& item,
                          Object const& limit);

extern Type match_type AIOCC_PY_CLASS("Match");

AIOCC_PY_PROPERTY("Match.re: object")
Object pattern_of_match(Object const& self);
AIOCC_PY_PROPERTY("Match.string: object")
Object string_of_match(Object const& self);
AIOCC_PY_PROPERTY("Match.pos: int")
Int pos_of_match(Object const& self);
AIOCC_PY_PROPERTY("Match.endpos: int")
Int endpos_of_match(Object const& self);
/// Starts and ends of the match and all groups.
AIOCC_PY_PROPERTY("Match.regs: object")
Object regs_of_match(Object const& self);
/// The group that ended last. What a lookaround contains ends where that stands, whatever its place in the text.
AIOCC_PY_PROPERTY("Match.lastindex: object")
Object last_index_of_match(Object const& self);
AIOCC_PY_PROPERTY("Match.lastgroup: object")
Object last_group_of_match(Object const& self);
/// The text of the match, or of groups.
AIOCC_PY("def Match.group(self, *args: object) -> object", retains)
Result<Object> group_of_match(Object const& self, Arguments args);
/// The texts of all groups.
AIOCC_PY("def Match.groups(self, default: object = None) -> object", retains)
Object groups_of_match(Object const& self, Object const& fallback);
/// The texts of the groups with names.
AIOCC_PY("def Match.groupdict(self, default: object = None) -> object", retains)
Result<Object> named_groups_of_match(Object const& self, Object const& fallback);
/// Where the group begins; -1 if it took no part.
AIOCC_PY("def Match.start(self, group: object = 0, /) -> int")
Result<Int> start_of_match(Object const& self, Object const& group);
/// Where the group ends; -1 if it took no part.
AIOCC_PY("def Match.end(self, group: object = 0, /) -> int")
Result<Int> end_of_match(Object const& self, Object const& group);
/// Where the group begins and ends.
AIOCC_PY("def Match.span(self, group: object = 0, /) -> object")
Result<Object> span_of_match(Object const& self, Object const& group);
/// The template with the groups' texts.
AIOCC_PY("def Match.expand(self, template: object) -> object", retains)
Result<Object> expand_match(Object const& self, Object const& from);
AIOCC_PY("def Match.__copy__(self, /) -> object")
Object copy_of_match(Object const& self);
AIOCC_PY("def Match.__deepcopy__(self, memo: object, /) -> object")
Object deep_copy_of_match(Object const& self, Object const& memo);

/// What a template stands for: `parts` are literals and groups' numbers, which take turns.
AIOCC_PY("def fill(match: object, parts: object, /) -> object", retains)
Result<Object> fill(Object const& match, Object const& parts);

}  // namespace aiocc::_pcre
