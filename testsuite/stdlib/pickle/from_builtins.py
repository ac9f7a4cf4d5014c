# What comes from the module builtins, in a program that doesn't import it.
import pickle

for value in (range(3), complex(1, 2), {1}, frozenset([1]), bytearray(b"x"), ValueError("x", 2), int, len, Ellipsis, type(None), slice(1, 2)):
    for protocol in (0, 2, 5):
        again = pickle.loads(pickle.dumps(value, protocol))
        print(type(value).__name__, protocol, again if not isinstance(again, ValueError) else repr(again))
