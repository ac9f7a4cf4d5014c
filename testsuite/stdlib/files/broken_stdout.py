"""Nobody reads what the program writes: it's told at the end, or by the write that notices."""
import os
import sys

reading, writing = os.pipe()
os.close(reading)
os.dup2(writing, 1)
try:
    sys.stdout.write("x" * 100_000)
    sys.stdout.flush()
except BrokenPipeError as error:
    print("noticed:", error, file=sys.stderr)
print("lost")
