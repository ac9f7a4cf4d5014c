# pprint: every type that is laid out over several lines, narrow and wide, compact, indented, unsorted, to a depth; recursion; a derived printer.
import collections
import dataclasses
import io
import pprint
import types


@dataclasses.dataclass
class Point:
    x: int
    name: str
    hidden: int = dataclasses.field(default=3, repr=False)


values = [
    list(range(30)), tuple("abcdefgh" * 3), ("alone" * 20,), {"key%d" % i: list(range(i)) for i in range(8)}, {(1, 2): {3: {4: {5: 6}}}}, {},
    set(range(40, 60)), frozenset(range(25)), set(), "some words that go on, " * 8, "lines\nand\nlines of text that is longer than others\n" * 2, "x" * 90,
    bytes(range(70)), b"abc", bytearray(range(45)), collections.OrderedDict((i, "v" * i) for i in range(9)), collections.Counter("abracadabra" * 3),
    collections.defaultdict(int, {i: i * i for i in range(20)}), collections.ChainMap({"a": "b" * 30}, {"c": ["d"] * 9}, {}),
    collections.deque(range(40), 35), collections.deque(["word"] * 12), types.SimpleNamespace(alpha=list(range(20)), beta={"c": "d" * 40}),
    types.MappingProxyType({"z": ["y"] * 20, "a": 1}), collections.UserDict({1: "u" * 50, 2: "w" * 40}), collections.UserList(["item"] * 15),
    Point(1, "a name" * 10), [Point(i, "n") for i in range(4)], [1, None, True, 2.5, 3j, 10**20, -123456789], {2: "b", "a": 1, None: [], 1.5: ()},
]
for value in values:
    for options in [{}, {"width": 30}, {"width": 40, "compact": True}, {"indent": 4, "width": 36}, {"depth": 1}, {"sort_dicts": False, "underscore_numbers": True, "width": 1}]:
        print(pprint.pformat(value, **options))
    print(pprint.isreadable(value), pprint.isrecursive(value), len(pprint.saferepr(value)))

loop = [1, {"again": None}]
loop[1]["again"] = loop
text = pprint.pformat(loop, width=20)
print(text.replace(str(id(loop)), "ID"), pprint.isrecursive(loop), pprint.isreadable(loop), pprint.saferepr(loop).replace(str(id(loop)), "ID"))


class Shouting(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), True, False
        return super().format(object, context, maxlevels, level)


Shouting(width=24).pprint({"a": ["b", "c" * 20], "zz": ("d",) * 9})
stream = io.StringIO()
pprint.pprint({"b": 1, "a": 2}, stream)
pprint.pp({"b": 1, "a": 2})
print(stream.getvalue(), end="")
for bad in [{"indent": -1}, {"depth": 0}, {"width": 0}, {"indent": "x"}]:
    try:
        pprint.pformat([1], **bad)
    except ValueError as error:
        print(error)
