# `*Ts` outside of subscripts.
from typing import Generic, TypeVarTuple, Unpack

Ts = TypeVarTuple("Ts")


class Row(Generic[*Ts]):
    pass


def labels(*args: *Ts) -> tuple[int, *Ts]:
    return (len(args), *args)


def fresh[*Us](first, *args: *Us) -> tuple[int, *Us]:
    return (first, *args)


print(list(Ts), labels("a", 2), fresh(1, "b"), Row[int, str])
print(labels.__annotations__, fresh.__annotations__, Unpack[Ts])
