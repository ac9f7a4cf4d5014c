# Clocks go forward; time.sleep blocks.
import time

before = time.monotonic()
time.sleep(0.01)
after = time.monotonic()
print(0.01 <= after - before < 1, time.perf_counter() > 0, time.time() > 1_700_000_000, time.process_time() >= 0)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
