"""Special methods of built-in types as attributes: called, passed as functions, called by super(), and shown."""


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for action in (
    lambda: (-1).__abs__(), lambda: (1).__neg__(), lambda: (5).__divmod__(3), lambda: (5).__rdivmod__(13), lambda: (5).__divmod__("x"),
    lambda: (2.5).__round__(), lambda: (2.54).__round__(1), lambda: (2.5).__trunc__(), lambda: (-2.5).__floor__(), lambda: (2.5).__ceil__(),
    lambda: (17).__round__(-1), lambda: (7).__trunc__(), lambda: (7).__floor__(), lambda: (7).__ceil__(), lambda: (7).__format__("05d"),
    lambda: (7.5).__divmod__(2), lambda: True.__abs__(), lambda: (3).__pow__(2), lambda: (3).__pow__(2, 5), lambda: (3).__rpow__(2),
    lambda: [1].__len__(), lambda: [1].__contains__(1), lambda: [3].__getitem__(0), lambda: {1: 2}.__getitem__(1), lambda: "abc".__getitem__(1),
    lambda: [].__hash__, lambda: {}.__hash__, lambda: set().__hash__, lambda: bytearray().__hash__, lambda: (1).__hash__(),
    lambda: int.__add__(1, 2), lambda: (1).__add__("a"), lambda: "a".__lt__(1), lambda: [1].__iadd__([2]), lambda: {1}.__ror__({2}),
    lambda: {1: 2}.__ior__({3: 4}), lambda: object().__eq__(1), lambda: object.__eq__(1, 1), lambda: object.__format__(5, ""),
    lambda: list(map(int.__mul__, [1, 2], [3, 4])), lambda: sorted(["bb", "A"], key=str.__len__), lambda: list(map(str.__len__, ["a", "bc"])),
    lambda: int.__add__, lambda: list.__len__, lambda: list.append, lambda: str((1).__add__)[:26], lambda: [].__len__.__name__,
    lambda: int.__add__.__objclass__, lambda: list.append.__objclass__, lambda: int.__add__.__qualname__, lambda: (1).__add__.__self__,
    lambda: type(int.__add__), lambda: type((1).__add__), lambda: type([].append), lambda: type([].append) is type(len), lambda: type(list.append),
    lambda: isinstance([].append, type(len)), lambda: (1).__add__.__class__, lambda: (5).__rsub__(7), lambda: "%s".__mod__(1), lambda: None.__bool__(),
    lambda: int.__call__("7"), lambda: (1).__getattribute__("real"), lambda: [].__setitem__(0, 1), lambda: {}.__delitem__("k"), lambda: len.__call__("abc"),
    lambda: (1).__abs__(2), lambda: int.__abs__("x"), lambda: int.__abs__(), lambda: (1).__round__("x"), lambda: float("inf").__trunc__(),
):
    print(attempt(action))


class Doubling(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)

    def __getitem__(self, key):
        return super().__getitem__(key) + 1

    def __contains__(self, key):
        return super().__contains__(key.lower())

    def __len__(self):
        return super().__len__() + 100

    def __repr__(self):
        return "Doubling" + super().__repr__()

    def __missing__(self, key):
        return -1


doubling = Doubling()
doubling["a"] = 1
print(doubling["a"], doubling["z"], "A" in doubling, len(doubling), list(doubling), doubling == {"a": 2}, doubling)


class Row(list):
    def __getitem__(self, index):
        return super().__getitem__(index - 1)

    def __add__(self, other):
        return Row(super().__add__(other))

    def __iadd__(self, other):
        return super().__iadd__(other)

    def append(self, item):
        super().append(item)
        return self


row = Row([1, 2])
row += [7]
print(row[1], row + [1], type(row + [1]).__name__, row.append(3).append(4))


class Amount(int):
    def __add__(self, other):
        return Amount(super().__add__(other))

    def __abs__(self):
        return Amount(super().__abs__())

    def __divmod__(self, other):
        return super().__divmod__(other)

    def __round__(self, digits=None):
        return Amount(super().__round__(digits))

    def __format__(self, spec):
        return "$" + super().__format__(spec)

    def __floor__(self):
        return super().__floor__()


print(Amount(3) + 4, abs(Amount(-3)), type(abs(Amount(-3))).__name__, divmod(Amount(7), 2), f"{Amount(5):03}", round(Amount(155), -1), type(Amount(3).__floor__()).__name__)


class Celsius(float):
    def __abs__(self):
        return Celsius(super().__abs__())

    def __round__(self, digits=0):
        return Celsius(super().__round__(digits))


print(abs(Celsius(-1.5)), type(abs(Celsius(-1.5))).__name__, round(Celsius(2.345), 1), int(Celsius(2.9)))

for kind, names in ((int, ("__add__", "__abs__", "__index__")), (float, ("__round__", "__trunc__")), (list, ("append", "__getitem__")), (str, ("join", "__mod__"))):
    print(kind.__name__, [name for name in names if name in dir(kind)], [hasattr(kind, name) for name in names])
print([name for name in dir(Row) if name in ("append", "__add__", "__len__", "pop", "nothing")])
print([name for name in dir(row) if not name.startswith("_")])
