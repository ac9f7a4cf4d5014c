"""The rest of _thread: names of what threading has too."""

from _thread import RLock, allocate_lock, start_new_thread

TIMEOUT_MAX = 9223372036.0
LockType = lock = type(allocate_lock())
allocate = allocate_lock
start_new = start_new_thread
error = RuntimeError
