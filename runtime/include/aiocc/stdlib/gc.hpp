// The module gc: the cycle collector as Python code sees it. There's one generation, so the `generation` arguments choose nothing.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::gc {

/// Run the garbage collector: the number of unreachable objects.
AIOCC_PY("def collect(generation: object = 2) -> int")
Result<Int> collect(Object const& generation);
/// Enable automatic garbage collection.
AIOCC_PY("def enable() -> None")
void enable() noexcept;
/// Disable automatic garbage collection.
AIOCC_PY("def disable() -> None")
void disable() noexcept;
/// Returns true if automatic garbage collection is enabled.
AIOCC_PY("def isenabled() -> bool")
bool isenabled() noexcept;

/// The first threshold sets how much has to be allocated before a collection begins; 0 turns collections off.
AIOCC_PY("def set_threshold(threshold0: object, threshold1: object = 10, threshold2: object = 10, /) -> None")
Result<void> set_threshold(Object const& first, Object const& second, Object const& third);
AIOCC_PY("def get_threshold() -> tuple[int, int, int]")
Tuple<Int, Int, Int> get_threshold();
/// Objects allocated since the last collection, estimated from the memory taken; 0 and 0 for the generations that there aren't.
AIOCC_PY("def get_count() -> tuple[int, int, int]")
Tuple<Int, Int, Int> get_count();
AIOCC_PY("def set_debug(flags: object, /) -> None")
Result<void> set_debug(Object const& flags);
AIOCC_PY("def get_debug() -> int")
Int get_debug() noexcept;

/// The objects that the collector looks at.
AIOCC_PY("def get_objects(generation: object = None) -> list[object]")
List<Object> get_objects(Object const& generation);
/// What the objects refer to directly.
AIOCC_PY("def get_referents(*objs: object) -> list[object]")
List<Object> get_referents(Arguments objects);
/// The containers that refer to one of the objects directly.
AIOCC_PY("def get_referrers(*objs: object) -> list[object]")
List<Object> get_referrers(Arguments objects);
AIOCC_PY("def is_tracked(obj: object, /) -> bool")
bool is_tracked(Object const& object) noexcept;
/// Whether the object's finaliser has run.
AIOCC_PY("def is_finalized(obj: object, /) -> bool")
bool is_finalized(Object const& object) noexcept;

/// Ignore all objects that there are in later collections.
AIOCC_PY("def freeze() -> None")
void freeze();
AIOCC_PY("def unfreeze() -> None")
void unfreeze();
AIOCC_PY("def get_freeze_count() -> int")
Int get_freeze_count();

AIOCC_PY_CONSTANT("DEBUG_STATS: int")
inline constexpr Int DEBUG_STATS{1};
AIOCC_PY_CONSTANT("DEBUG_COLLECTABLE: int")
inline constexpr Int DEBUG_COLLECTABLE{2};
AIOCC_PY_CONSTANT("DEBUG_UNCOLLECTABLE: int")
inline constexpr Int DEBUG_UNCOLLECTABLE{4};
AIOCC_PY_CONSTANT("DEBUG_SAVEALL: int")
inline constexpr Int DEBUG_SAVEALL{32};
AIOCC_PY_CONSTANT("DEBUG_LEAK: int")
inline constexpr Int DEBUG_LEAK{38};
/// Always empty: nothing is uncollectable.
AIOCC_PY_CONSTANT("garbage: list[object]")
extern List<Object>& garbage;
/// Called before and after each collection that Python code may notice, with "start" or "stop" and a dict.
AIOCC_PY_CONSTANT("callbacks: list[object]")
extern List<Object>& callbacks;

}  // namespace aiocc::gc
