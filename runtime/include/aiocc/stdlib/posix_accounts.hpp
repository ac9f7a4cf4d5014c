// The module posix: the system's users and groups, and what may be set of open descriptors; the modules pwd, grp and fcntl (runtime/lib)
// offer them.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc::posix {

/// The user of a name (str) or a number: name, password, number, group, description, folder, shell; None if there's none.
AIOCC_PY("def user(key: object, /) -> object")
Result<Object> user(Object const& key);
/// All of them.
AIOCC_PY("def users() -> object")
Object users();
/// The group of a name (str) or a number: name, password, number, list of its members' names; None if there's none.
AIOCC_PY("def user_group(key: object, /) -> object")
Result<Object> user_group(Object const& key);
/// All of them.
AIOCC_PY("def user_groups() -> object")
Object user_groups();
/// fcntl(2): the answer to a number is a number, that to bytes the bytes that the system made of them.
AIOCC_PY("def control(fd: int, command: int, argument: object, /) -> object")
Result<Object> control(Int const& descriptor, Int const& command, Object const& argument);
/// ioctl(2), likewise.
AIOCC_PY("def control_device(fd: int, request: int, argument: object, /) -> object")
Result<Object> control_device(Int const& descriptor, Int const& request, Object const& argument);
/// flock(2).
AIOCC_PY("def lock_file(fd: int, operation: int, /) -> None")
Result<void> lock_file(Int const& descriptor, Int const& operation);
/// Locks or frees a part of a file (fcntl(2)): the kind is 0 to read, 1 to write, 2 to free.
AIOCC_PY("def lock_part(fd: int, kind: int, waits: bool, length: int, start: int, whence: int, /) -> None")
Result<void> lock_part(Int const& descriptor, Int const& kind, bool waits, Int const& length, Int const& start,
                       Int const& whence);

}  // namespace aiocc::posix
