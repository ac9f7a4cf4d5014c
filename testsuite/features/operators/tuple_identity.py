# A tuple is made once, whoever looks at it; the empty one is a single object.
import copy


def named():
    print((pair := (1, "a")) is pair, copy.deepcopy(pair := (2, "b")) is pair, (nested := (1, (2, 3))) is nested)
    kept = [pair]
    print(kept[0] is pair, tuple(pair) is pair, pair[:] is pair)


def rest(*args):
    return args


named()
empty = ()
print(rest() is empty, tuple() is empty, tuple([]) is empty, (1,)[1:] is empty, (pair := ()) is empty)
