"""The rest of _thread: names of what threading has too."""

from _thread import RLock, allocate_lock, start_new_thread
from _threading_local import local as _local

TIMEOUT_MAX = 9223372036.0
LockType = lock = type(allocate_lock())
allocate = allocate_lock
start_new = start_new_thread
error = RuntimeError
