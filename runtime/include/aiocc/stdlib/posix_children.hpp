// The module posix: child processes, and becoming another program. What a program is and which of its descriptors the child gets is worked
// out by the modules os and subprocess (runtime/lib).
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::posix {

/// 0 in the child. Runs what `at_fork` was given.
AIOCC_PY("def fork() -> int")
Result<Int> fork();
/// Functions to be called around a fork, each may be None: before it those registered last come first.
AIOCC_PY("def at_fork(before: object, in_parent: object, in_child: object, /) -> None", stores)
void at_fork(Object const& before, Object const& in_parent, Object const& in_child);
/// Becomes the program: `arguments` is a list of bytes, `environment` None for the own one or a list of bytes "name=value".
AIOCC_PY("def execute(path: object, arguments: object, environment: object, /) -> None")
Result<void> execute(Object const& path, Object const& arguments, Object const& environment);
/// Starts a program in a child process; gives its number, the errno of what failed (0: nothing), and what that was: 1 the program, 2 the
/// folder, 3 something before, 4 `preparation`. `programs` are paths to be tried in turn, `arguments` and `environment` as above,
/// `folder` None or where it runs, `streams` three descriptors that become 0, 1 and 2 (-1: as in the parent), `kept` the descriptors that
/// the child keeps open besides those, None for all. `settings` is (restore signals, new session, process group or -1, group or None,
/// groups or None, user or None, umask or -1). `preparation` is a function that the child calls before the program begins, or None.
AIOCC_PY(
    "def spawn(arguments: object, programs: object, environment: object, folder: object, streams: object, kept: "
    "object, "
    "settings: object, preparation: object, /) -> object")
Result<Object> spawn(Object const& arguments, Object const& programs, Object const& environment, Object const& folder,
                     Object const& streams, Object const& kept, Object const& settings, Object const& preparation);
/// The process and its status.
AIOCC_PY("def waitpid(pid: int, options: int, /) -> tuple[int, int]")
Result<Tuple<Int, Int>> waitpid(Int const& process, Int const& options);
AIOCC_PY("def pidfd_open(pid: int, flags: int = 0) -> int")
Result<Int> pidfd_open(Int const& process, Int const& flags);
/// Those of the descriptors, two lists, that can be read or written without waiting: two lists. Waits up to `seconds` for the first, for ever
/// if that's None.
AIOCC_PY("def ready(inputs: object, outputs: object, seconds: object, /) -> object")
Result<Object> ready(Object const& inputs, Object const& outputs, Object const& seconds);

}  // namespace aiocc::posix
