// Where the futures, tasks and handles of a loop in debug mode were made, and coroutines while their origins are tracked.
#pragma once

#include <string>

#include "aiocc/objects/object.hpp"

namespace aiocc::detail {

/// How many calls are noted at most: CPython's constants.DEBUG_STACK_DEPTH.
inline constexpr std::int64_t most_creation_calls = 10;

/// Something is noted: asked where objects die.
extern bool creations_noted;
/// `sys.set_coroutine_origin_tracking_depth`; 0: coroutines don't note their creation.
extern std::int64_t coroutine_origin_depth;

/// Notes the calls that the program stands in as those that made `object`. What it made through a function of asyncio's own was made in
/// `library_place`, CPython's file and line of it ("tasks.py:410"). Programs that don't name debug mode know their innermost call only.
AIOCC_COLD void note_creation(HeapObject const* object, char const* library_place = nullptr,
                              std::int64_t most = most_creation_calls) noexcept;
AIOCC_COLD void forget_creation(HeapObject const* object) noexcept;

/// For reprs: " created at FILE:LINE"; empty where nothing is noted.
std::string created_at(HeapObject const* object);
/// The calls as `traceback.format_list` writes them, without asyncio's own; empty where nothing is noted.
std::string creation_stack(HeapObject const* object);
/// The same as a list of (file, line, function, text); None where nothing is noted.
Object creation_entries(HeapObject const* object);
/// `coroutine.cr_origin`: a tuple of (file, line, function), innermost first, or None.
Object creation_calls(HeapObject const* object);

}  // namespace aiocc::detail
