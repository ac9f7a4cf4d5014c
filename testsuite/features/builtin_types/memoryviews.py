# memoryview: items, slices, casts, formats, the buffer that it shares, release.


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


def assign(view, key, value):
    view[key] = value


text = b"abcdefgh"
for operation in (
    lambda: memoryview(), lambda: memoryview(5), lambda: memoryview("a"), lambda: memoryview(object=b"a").tobytes(),
    lambda: hash(memoryview(b"abc")) == hash(b"abc"), lambda: hash(memoryview(bytearray(b"a"))), lambda: memoryview(text)[0], lambda: memoryview(text)[-1],
    lambda: memoryview(text)[8], lambda: memoryview(text)["a"], lambda: memoryview(text)[0, 1], lambda: memoryview(text)[1.5], lambda: memoryview(text)[1:].tobytes(),
    lambda: memoryview(text)[::2].tolist(), lambda: memoryview(text)[::-1].tobytes(), lambda: memoryview(text)[1:7][1:3].tobytes(), lambda: memoryview(text)[0:1, 0:1],
    lambda: memoryview(text)[0:2] == b"ab", lambda: b"ab" == memoryview(text)[0:2], lambda: memoryview(text) == "a", lambda: memoryview(text) != bytearray(text),
    lambda: memoryview(text) < memoryview(text), lambda: len(memoryview(text).cast("H")), lambda: memoryview(text).cast("H").tolist(), lambda: memoryview(b"abc").cast("H"),
    lambda: memoryview(text).cast("x"), lambda: memoryview(text).cast("i").cast("h"), lambda: memoryview(text).cast("i").cast("B").tolist(), lambda: memoryview(text).cast(5),
    lambda: memoryview(text).cast("B", [2, 4]).tolist(), lambda: memoryview(text).cast("B", (2, 2, 2))[1, 0, 1], lambda: memoryview(text).cast("B", [2, 4])[1],
    lambda: memoryview(text).cast("B", (2, 4)).shape, lambda: memoryview(text).cast("B", (2, 4)).strides, lambda: memoryview(text).cast("B", (2, 3)),
    lambda: memoryview(text).cast("B", [4, 0]), lambda: memoryview(text).cast("B", ["a"]), lambda: memoryview(b"a").cast("B", []).tolist(), lambda: memoryview(b"a").cast("B", []).ndim,
    lambda: memoryview(text)[::2].strides, lambda: memoryview(text)[::2].contiguous, lambda: memoryview(text)[::2].cast("H"), lambda: memoryview(text).format,
    lambda: memoryview(text).cast("@H").format, lambda: memoryview(text).cast("d").itemsize, lambda: memoryview(text).readonly, lambda: memoryview(text).nbytes,
    lambda: memoryview(text).obj is text, lambda: memoryview(memoryview(text)[2:]).obj, lambda: memoryview(text).ndim, lambda: memoryview(text).suboffsets,
    lambda: memoryview(text).c_contiguous, lambda: memoryview(text).f_contiguous, lambda: memoryview(text).hex(), lambda: memoryview(text)[::3].hex(":"),
    lambda: memoryview(bytearray(text)).toreadonly().readonly, lambda: list(memoryview(b"ab")), lambda: list(reversed(memoryview(b"ab"))), lambda: 97 in memoryview(b"ab"),
    lambda: b"a" in memoryview(b"ab"), lambda: memoryview(text).cast("d")[0], lambda: memoryview(text).cast("f").tolist(), lambda: memoryview(text).cast("c")[0],
    lambda: memoryview(b"\x01\x00\x02").cast("?").tolist(), lambda: memoryview(b"\xff\xfe").cast("b").tolist(), lambda: memoryview(b"\xff" * 8).cast("q")[0],
    lambda: memoryview(b"\xff" * 8).cast("Q")[0], lambda: memoryview(b"\x00" * 7 + b"\x80").cast("q")[0], lambda: memoryview(b"\x00\x3c").cast("e")[0], lambda: memoryview(text).foo,
    lambda: bytes(memoryview(text)[::2]), lambda: bytearray(memoryview(b"xy")), lambda: memoryview(b"ab") + b"c", lambda: str(memoryview(b"abc"), "ascii"),
    lambda: memoryview(b"").tolist(), lambda: bool(memoryview(b"")), lambda: memoryview(text).tobytes("A"), lambda: memoryview(text).tobytes(order="x"),
    lambda: b"".join([memoryview(b"ab"), b"c"]), lambda: b"abc".find(memoryview(b"c")), lambda: int.from_bytes(memoryview(b"\x01\x02"), "big"), lambda: sum(memoryview(b"abc")),
    lambda: repr(memoryview(text))[:10],
):
    attempt(operation)

# Writing through.
array = bytearray(text)
view = memoryview(array)
for key, value in ((0, 65), (-1, 66), (0, 300), (0, "a"), (9, 1), ("a", 1), (slice(0, 2), b"XY"), (slice(0, 2), b"XYZ"), (slice(None, None, 4), b"12"), (slice(0, 2), "ab"),
                   (slice(2, 6), view[1:5])):
    try:
        view[key] = value
        print(array)
    except Exception as error:
        print(type(error).__name__, error)
try:
    del view[0]
except TypeError as error:
    print(error)
attempt(assign, memoryview(text), 0, 1)
numbers = memoryview(bytearray(16)).cast("i")
for value in (1, -1, 2**31 - 1, 2**31, -(2**31) - 1, 1.5, "a"):
    attempt(assign, numbers, 1, value)
print(numbers.tolist(), numbers.obj)
doubles = memoryview(bytearray(16)).cast("d")
for value in (2**31, 1.5, "a"):
    attempt(assign, doubles, 0, value)
print(doubles.tolist())
unsigned = memoryview(bytearray(8)).cast("Q")
for value in (2**64 - 1, 2**64, -1):
    attempt(assign, unsigned, 0, value)
print(unsigned[0])
characters = memoryview(bytearray(2)).cast("c")
for value in (2, b"a", "a", b"ab"):
    attempt(assign, characters, 0, value)
grid = memoryview(bytearray(6)).cast("B", (2, 3))
grid[1, 2] = 7
attempt(lambda: grid[2, 0])
print(grid.tolist(), len(grid))

# Nobody may resize what's shown.
array = bytearray(b"hello")
view = memoryview(array)[1:3]
for change in (lambda: array.append(1), lambda: array.clear(), lambda: array.extend(b"x"), lambda: array.pop(), lambda: array.insert(0, 1), lambda: array.remove(104)):
    attempt(change)
array[0:2] = b"HE"
print(array, bytes(view))
try:
    array += b"!"
except BufferError as error:
    print(error)
try:
    del array[0]
except BufferError as error:
    print(error)
view.release()
array.append(33)
print(array)
for operation in (lambda: view.tolist(), lambda: view[0], lambda: len(view), lambda: view.format, lambda: repr(view)[:9], lambda: view == view, lambda: view.release(),
                  lambda: view.obj, lambda: bytes(view), lambda: hash(view), lambda: view.cast("B"), lambda: view.nbytes):
    attempt(operation)
with memoryview(array) as scoped:
    print(scoped[0])
attempt(lambda: scoped[0])
del scoped
array.clear()
print(array)


def swap_pairs(data):
    view = memoryview(data).cast("H")
    for i in range(len(view)):
        view[i] = (view[i] & 0xFF) << 8 | view[i] >> 8
    return data


print(swap_pairs(bytearray(b"badcfe")))
