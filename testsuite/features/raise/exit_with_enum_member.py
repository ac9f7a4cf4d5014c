# Exit codes: members of an IntEnum, what sys.exit makes of tuples and of instances, and classes that compute theirs
import enum
import sys


class Code(enum.IntEnum):
    FINE = 0
    MISUSED = 64


class Shifted(SystemExit):
    def __init__(self, code):
        super().__init__(code)
        self.code = code + 40


for status in ((1, 2), (), ("only",), SystemExit("made"), Shifted(2), Code.FINE, None, [3]):
    try:
        sys.exit(status)
    except SystemExit as error:
        print(type(error).__name__, error.args, repr(error.code))
sys.exit(Code.MISUSED)
