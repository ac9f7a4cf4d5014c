# How programs' stderr is made comparable (testsuite/programs.py).
# RUN: python3 %s %root/testsuite
import sys

sys.path.insert(0, sys.argv[1])
from programs import Outcome, Program, differences

program = Program("/anywhere/suite/oven.py")


def comparable(text):
    return program.comparable(text.encode())


# Directories go, the library's frames go with their lines, carets stay.
assert comparable(
    "Traceback (most recent call last):\n"
    '  File "/anywhere/suite/oven.py", line 3, in <module>\n'
    "    asyncio.run(main())\n"
    "    ~~~~~~~~~~~^^^^^^^^\n"
    '  File "/usr/lib/python3.13/asyncio/runners.py", line 194, in run\n'
    "    return runner.run(main)\n"
    "           ~~~~~~~~~~^^^^^^\n"
    "ValueError: too hot\n"
) == [
    "Traceback (most recent call last):",
    '  File "oven.py", line 3, in <module>',
    "    asyncio.run(main())",
    "    ~~~~~~~~~~~^^^^^^^^",
    "ValueError: too hot",
]

# The same within an exception group's margin.
assert comparable('  |   File "/usr/lib/python3.13/asyncio/tasks.py", line 1, in f\n  |     x\n  | ValueError: 1\n') == ["  | ValueError: 1"]

# Addresses, and the hint about tracemalloc.
assert comparable("<oven.Oven object at 0x7f00deadbeef>\n") == ["<oven.Oven object at 0x{address}>"]
assert comparable(
    "/anywhere/suite/oven.py:9: RuntimeWarning: coroutine 'f' was never awaited\n"
    "  f()\n"
    "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n"
) == ["oven.py:9: RuntimeWarning: coroutine 'f' was never awaited", "  f()"]

# Without a record of stderr, stderr must be empty.
program.recorded = lambda: Outcome(0, b"done\n", b"")
assert differences(program, Outcome(0, b"done\n", b"")) == []
assert differences(program, Outcome(0, b"done\n", b"hm\n"))[0].startswith("stderr differs in line 1")
assert differences(program, Outcome(-11, b"done\n", b"")) == ["exit code -11, expected 0"]
assert differences(program, Outcome(None, b"", b"")) == ["timed out"]
