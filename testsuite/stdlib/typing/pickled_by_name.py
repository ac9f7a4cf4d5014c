"""Type variables, aliases and new types belong to the module that has them, and are pickled by their names."""
import copy
import pickle
from typing import NewType, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple

T = TypeVar("T")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
UserId = NewType("UserId", int)
type Plain = int
type Generic[V] = list[V]
Made = TypeAliasType("Made", list[T], type_params=(T,))

for each in (T, P, Ts, UserId, Plain, Generic, Made):
    print(each.__name__, each.__module__, copy.copy(each) is each, copy.deepcopy(each) is each)
    print(all(pickle.loads(pickle.dumps(each, protocol)) is each for protocol in range(pickle.HIGHEST_PROTOCOL + 1)))


def local():
    type Hidden = str
    V = TypeVar("V")
    for each in (Hidden, V):
        print(each.__module__)
        try:
            pickle.dumps(each)
        except pickle.PicklingError as error:
            print("can't pickle", each)


def derive(base):
    try:
        type("Derived", (base,), {})
    except TypeError as error:
        print(error)


local()
for base in (TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, type(None), range):
    derive(base)
