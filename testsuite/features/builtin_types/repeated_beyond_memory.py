# How often a sequence is repeated must fit into a machine word; what doesn't fit into memory is another error.
import array
import collections

SEQUENCES = ("ab", b"ab", [1], (1,), bytearray(b"ab"), "", [], (), b"", array.array("b", b"ab"), array.array("i"), collections.deque(), collections.deque([1, 2], 3), range(3))


def attempt(action):
    try:
        return repr(action())
    except Exception as error:
        return f"{type(error).__name__} {error}"


def repeated_in_place(sequence, times):
    sequence *= times
    return sequence


for times in (2**62, 2**63 - 1, 2**63, 2**100, -(2**62), -(2**63), -(2**63) - 1, -(2**100)):
    for sequence in SEQUENCES:
        print(attempt(lambda: sequence * times), attempt(lambda: times * sequence), attempt(lambda: repeated_in_place(sequence, times)))
    print(attempt(lambda: [1, 2][times]), attempt(lambda: "ab"[times]), attempt(lambda: "ab".find("b", times)))
