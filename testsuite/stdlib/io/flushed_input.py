"""Flushing what is read does nothing, and fails once it's closed."""
import sys

source = sys.stdin.buffer
print(source.flush(), sys.stdin.flush())
source.close()
for attempt in (source.flush, source.tell, sys.stdin.flush):
    try:
        print(attempt())
    except ValueError as error:
        print(error)
