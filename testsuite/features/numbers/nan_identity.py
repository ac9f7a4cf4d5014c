# Containers look for the same object first, so that a NaN is found although it equals nothing; two NaNs are two objects.
import math
import struct

INF, NAN = float("inf"), float("nan")


def containers():
    print(NAN == NAN, NAN in [NAN], [NAN] == [NAN], NAN != NAN, (NAN,) == (NAN,), {"k": NAN} == {"k": NAN})
    other = float("nan")
    values = [1.0, other, NAN]
    print(values.index(NAN), values.count(other), other in values, values == [1.0, other, NAN], values == [1.0, NAN, other])
    print(other in [NAN], [other] == [NAN], float("nan") in [float("nan")], math.nan in [math.nan], -NAN in [NAN])
    keys = {NAN: "first", other: "second"}
    print(len(keys), keys[NAN], keys[other], keys.get(float("nan")), len({NAN, other, NAN}))


def same(a, b):
    return a in [b]


containers()
print(same(NAN, NAN), same(NAN, float("nan")), same(INF, INF), same(1, 1.0), same("x", NAN))
print(struct.pack("<d", NAN).hex(), struct.pack(">d", -float("nan")).hex(), struct.pack("<f", NAN).hex(), NAN, -NAN)
