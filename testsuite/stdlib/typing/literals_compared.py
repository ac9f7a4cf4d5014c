# Literal types are equal if they have the same values of the same types, in any order.
from typing import Literal

print(Literal[1, 2] == Literal[2, 1], hash(Literal[1, 2]) == hash(Literal[2, 1]), Literal[1] == Literal[True], Literal[0, False] == Literal[False, 0])
print(Literal["a", 1, "a"], Literal["a", 1, "a"] == Literal[1, "a"], Literal[1] != Literal[1, 2], Literal[1, 2] == (1, 2), Literal[Literal[1], 2] == Literal[2, 1])
print(len({Literal["x", "y"], Literal["y", "x"], Literal["x"]}))
