# Every kind of pattern, in order of evaluation, and the errors that patterns raise.
import asyncio


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Named(Point):
    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name


class Limits:
    LOW, HIGH = 0, 99


class Loud:
    """Tells what is asked of it."""

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("eq", self.value, other)
        return self.value == other

    @property
    def half(self):
        print("half")
        return self.value // 2


def literals(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "one and a half"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case b"raw":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case Limits.HIGH:
            return "high"
        case _:
            return "other"


def sequences(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case (a, b) if a == b:
            return f"twins {a}"
        case [Point(x=px), *_]:
            return f"starts with a point at {px}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [1, *rest]:
            return f"one, then {rest}"
        case [*start, "end"]:
            return f"{start} up to the end"
        case [_, [a, [b]], *_]:
            return f"nested {a} {b}"
        case [*everything]:
            return f"all of {everything}"
    return "no sequence"


def mappings(x):
    match x:
        case {}if not x:
            return "empty"
        case {"kind": "point", "at": [px, py]}:
            return f"point {px} {py}"
        case {"kind": "point", **rest}:
            return f"odd point {rest}"
        case {"name": str(name), Limits.HIGH: value}:
            return f"{name} has {value}"
        case {1: _, 2: _}:
            return "one and two"
        case {**rest}:
            return f"rest {rest}"
    return "no mapping"


def classes(x):
    match x:
        case Named(0, y, name=name):
            return f"{name} on the axis at {y}"
        case Point(x=0, y=0):
            return "origin"
        case Point(0, y) | Point(y, 0):
            return f"axis {y}"
        case Point() as p if p.x == p.y:
            return f"diagonal {p}"
        case Point(a, b):
            return f"point {a} {b}"
        case bool(flag):
            return f"flag {flag}"
        case int(n) | float(n):
            return f"number {n + 1}"
        case str(s) if len(s) > 3:
            return f"text {s.upper()}"
        case str():
            return "short"
        case list(items):
            return f"list of {len(items)}"
        case dict(d):
            return f"dict of {len(d)}"
        case tuple() | set():
            return "tuple or set"
        case object(value=v):
            return f"has a value {v}"
    return "something"


def order(x):
    match x:
        case Loud(half=1):
            return "half is one"
        case Loud(value=4, half=h) if print("guard") or h > 5:
            return "never"
        case 7:
            return "seven"
        case Loud(value=v):
            return f"loud {v}"


def guards(pairs):
    total = 0
    for pair in pairs:
        match pair:
            case [n, _] if (double := n * 2) > 4:
                total += double
            case [n, m]:
                total += m
                continue
            case "stop":
                break
        total += 100
    else:
        total = -total
    return total


def unbound(x):
    match x:
        case [a, 1]:
            pass
        case [b, 2]:
            pass
    try:
        return a
    except UnboundLocalError as error:
        print(error)
    return b


def errors():
    class Strange:
        __match_args__ = ["a"]

    class Numbers:
        __match_args__ = (1,)

    class Twice:
        __match_args__ = ("a", "a")
        a = 1

    not_a_class = "Point"
    for subject in (Point(1, 2), Strange(), Numbers(), Twice(), 5, "text"):
        try:
            match subject:
                case Point(a, b, c):
                    pass
                case Strange(a):
                    pass
                case Numbers(a):
                    pass
                case Twice(a, b):
                    pass
                case int(a, b):
                    pass
                case not_a_class():
                    pass
        except TypeError as error:
            print(type(error).__name__, error)
    try:
        match {"a": 1, "b": 2}:
            case {Limits.LOW: 1, 0: 2}:
                pass
            case _:
                print("too short to be looked at")
        match {0: 1, "b": 2}:
            case {Limits.LOW: x, 0: y}:
                pass
    except ValueError as error:
        print(error)


async def awaited(queue):
    results = []
    while True:
        match await queue.get():
            case ("add", int(a), int(b)):
                results.append(a + b)
            case ("sleep", delay):
                await asyncio.sleep(delay)
                results.append("slept")
            case (word, *_) if await shout(word) == "STOP":
                return results
            case other:
                results.append(other)


async def shout(word):
    await asyncio.sleep(0)
    return word.upper()


async def main():
    queue = asyncio.Queue()
    for item in (("add", 1, 2), ("sleep", 0), ["x", "y"], "text", ("stop", 1)):
        queue.put_nowait(item)
    print(await awaited(queue))


print([literals(x) for x in (0, 2, -1, 1.5, "b", b"raw", None, True, False, 99, 98, [])])
print([sequences(x) for x in ([], [1], (2, 2), [Point(3, 4), 5], [6, 0, 6], [1, 2, 3], ["a", "end"], [0, [1, [2]], 3], (7, 8), "text", b"xy", 5, range(3), {1, 2})])
print([mappings(x) for x in ({}, {"kind": "point", "at": (1, 2)}, {"kind": "point", "at": 5}, {"name": "n", 99: 1, "more": 2}, {1: 1, 2: 2, 3: 3}, {"z": 1}, [("a", 1)])])
print([classes(x) for x in (Named(0, 2, "nelly"), Named(1, 2, "n"), Point(0, 0), Point(0, 5), Point(6, 0), Point(2, 2), Point(2, 3), True, 4, 1.5, "long text", "abc", [1], {1: 2}, (), set(), Loud(1), print)])
print(order(Loud(3)), order(Loud(4)), order(7), order(Loud(9)))
print(guards([[3, 1], [1, 5], "other", "stop", [9, 9]]), guards([[1, 2]]))
print(unbound([5, 2]))
errors()
asyncio.run(main())
match 1, 2:
    case x, y:
        print(x, y)
match x:
    case 1:
        z = "matched at module level"
print(z)


def parts_of_a_known_tuple(number):
    # Two parts of one tuple are read, in blocks that may not run.
    match (number or 9, f"<{number}>"):
        case [1, text]:
            return text
        case [other, str()]:
            return other


print(parts_of_a_known_tuple(1), parts_of_a_known_tuple(0), parts_of_a_known_tuple(3))
