"""Arrays: what their items can be, what they have in common with lists, their bytes."""
import copy
import io
from array import ArrayType, array, typecodes


def shown(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except (TypeError, ValueError, OverflowError, IndexError, EOFError, BufferError, AttributeError) as error:
            print(type(error).__name__, error)


print(typecodes, ArrayType is array, array)

# The limits of each kind.
BITS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 64, "L": 64, "q": 64, "Q": 64}
for code, bits in BITS.items():
    numbers = array(code)
    print(code, numbers.itemsize, numbers)

    def kept(value):
        numbers.append(value)
        return numbers.pop()

    half = 1 << (bits - 1)
    for value in (-1, -half, -half - 1, half - 1, half, 2 * half - 1, 2 * half, 1 << 70, -(1 << 70), True):
        shown(lambda: kept(value))
    shown(lambda: kept(1.5), lambda: kept("x"), lambda: kept(None))
for code in "fd":
    print(array(code, [1, 2.5, 0.1]))
    shown(lambda: array(code, ["x"]), lambda: array(code, [None]), lambda: array(code, [1 << 2000]), lambda: array(code, [1e300]))

# Making them.
shown(
    lambda: array("w", "ab\U0001F600"), lambda: array("w").append("ab"), lambda: array("w", [5]), lambda: array("x"),
    lambda: array("ii"), lambda: array(), lambda: array(5), lambda: array("i", "abc"), lambda: array("i", b"\1\0\0\0\2\0\0\0"),
    lambda: array("i", b"\1\0\0"), lambda: array("i", 5), lambda: array("i", [1], 2), lambda: array("i", x=1),
    lambda: array("w", array("i", [1])), lambda: array("d", array("i", [1, 2])), lambda: array("i", bytearray(b"\1\0\0\0")),
    lambda: array("i", (number for number in range(3))),
)

# As a sequence.
a = array("i", [1, 2, 3, 2, 1])
shown(
    lambda: a[0], lambda: a[-1], lambda: a[5], lambda: a["x"], lambda: a[1:3], lambda: a[::-1], lambda: a[::2], lambda: a.index(2),
    lambda: a.index(9), lambda: a.index(2, 2), lambda: a.index(1, 1, 3), lambda: a.count(2), lambda: a.count("x"), lambda: 2 in a,
    lambda: "x" in a, lambda: a + a, lambda: a + [1], lambda: a * 2, lambda: 2 * a, lambda: a * "x", lambda: a + array("d"),
    lambda: a == array("i", [1, 2, 3, 2, 1]), lambda: a == array("d", [1, 2, 3, 2, 1]), lambda: a == [1, 2, 3, 2, 1],
    lambda: a < array("i", [1, 3]), lambda: a < [1], lambda: len(a), lambda: hash(a), lambda: a.tolist(), lambda: list(reversed(a)),
    lambda: a.buffer_info()[1], lambda: a.typecode, lambda: a.pop(9), lambda: array("i").pop(), lambda: a.remove(77),
    lambda: a.insert(1, "x"), lambda: a.extend(array("d", [1])), lambda: a.extend(5), lambda: a.fromlist((1,)),
    lambda: a.fromlist([1, "x"]), lambda: a.nothing,
)
print(a, sorted(a), max(a), sum(a), [*map(str, a)], bool(array("i")))
first, *rest = a
print(first, rest, [item for item in a if item > 1])


def changed(change):
    numbers = array("i", [1, 2, 3, 4, 5])
    try:
        change(numbers)
        print(numbers)
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__, error)


def set_item(key, value):
    return lambda numbers: numbers.__setitem__(key, value)


for key, value in [
    (1, 9), (-1, 8), (9, 1), ("x", 1), (0, "x"), (0, 2**40), (slice(1, 3), array("i", [7, 7, 7])), (slice(1, 3), [1]),
    (slice(None, None, 2), array("i", [1, 1, 1])), (slice(None, None, 2), array("i", [1])), (slice(1, 2), array("d", [1])),
    (slice(2, 1), array("i", [0])),
]:
    changed(set_item(key, value))
for key in (0, 9, slice(1, 3), slice(None, None, 2), slice(-9, 2)):
    changed(lambda numbers: numbers.__delitem__(key))
changed(lambda numbers: numbers.extend(numbers))
changed(lambda numbers: numbers.insert(0, 9))
changed(lambda numbers: numbers.insert(-1, 9))
changed(lambda numbers: numbers.insert(99, 9))
changed(lambda numbers: numbers.remove(3))
changed(lambda numbers: numbers.reverse())
changed(lambda numbers: numbers.byteswap())
changed(lambda numbers: numbers.frombytes(b"\1\0\0\0"))
changed(lambda numbers: numbers.frombytes(b"123"))
changed(lambda numbers: numbers.frombytes("x"))
changed(lambda numbers: numbers.clear())
b = array("i", [1])
b += array("i", [6])
b *= 2
print(b)
try:
    b += [1]
except TypeError as error:
    print(error)

# Their bytes.
shown(
    lambda: a.tobytes(), lambda: bytes(a), lambda: bytearray(array("h", [1])), lambda: memoryview(a).format, lambda: memoryview(a).tolist(),
    lambda: array("w", "hé").tounicode(), lambda: a.tounicode(), lambda: a.fromunicode("x"),
)
text = array("w", "é")
text.fromunicode("xy")
print(text, text.tounicode())
for code, value in (("d", 0.1), ("f", 3.14), ("q", -5)):
    swapped = array(code, [value])
    swapped.byteswap()
    print(swapped)
file = io.BytesIO()
array("h", [1, 2]).tofile(file)
print(file.getvalue())
file.seek(0)
read = array("h")
read.fromfile(file, 1)
shown(lambda: read.fromfile(file, 5))
print(read)
view = memoryview(b)
shown(lambda: b.append(1))
view[0] = 77
view.release()
b.append(1)
print(b)
print(copy.copy(b), copy.deepcopy(b) == b, b.__reduce_ex__(2))

iterator = iter(b)
print(next(iterator), type(iterator))
b.append(5)
print(list(iterator))


class Numbers(array):
    """A class of the program's."""

    def total(self):
        return sum(self)


numbers = Numbers("i", [1, 2])
print(numbers, numbers.total(), numbers[0:1], numbers + numbers, Numbers("d"))


def histogram(values, size):
    counts = array("l", [0]) * size
    for value in values:
        counts[value % size] += 1
    return counts


print(histogram(range(100), 7))
