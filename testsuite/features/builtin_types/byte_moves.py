# What moves many bytes at once: repetition, slices and deletions of bytearrays, memoryviews with and without gaps, digits of base 16, 64, 85.
import base64
import binascii
import random

random.seed(5)


def model(data, bounds, step):
    kept = list(range(len(data)))[slice(*bounds, step)]
    return bytes(b for i, b in enumerate(data) if i not in set(kept))


for size in (0, 1, 2, 7, 64):
    data = bytes(random.randrange(256) for _ in range(size))
    for times in (0, 1, 2, 3, 5, 17):
        assert data * times == b"".join([data] * times) == bytes(bytearray(data) * times)
        assert "".join(map(chr, data)) * times == "".join([chr(c) for c in data] * times)
        assert tuple(data) * times == tuple(list(data) * times)
    for _ in range(40):
        bounds = sorted(random.randint(-2, size + 2) for _ in range(2))
        step = random.choice([1, 1, 2, 3, -1, -2])
        bounds = bounds if step > 0 else bounds[::-1]
        array = bytearray(data)
        assert bytes(array[slice(*bounds, step)]) == data[slice(*bounds, step)]
        expected = model(data, bounds, step)
        del array[slice(*bounds, step)]
        assert array == expected, (data, bounds, step)
        view = memoryview(data)[slice(*bounds, step)]
        assert bytes(view) == data[slice(*bounds, step)] == view.tobytes()
        assert step != 1 or bytearray(b"x") + view == b"x" + data[slice(*bounds, step)]
    for encode, decode in [(base64.b64encode, base64.b64decode), (base64.b16encode, base64.b16decode),
                           (base64.b85encode, base64.b85decode), (base64.a85encode, base64.a85decode),
                           (base64.z85encode, base64.z85decode), (binascii.hexlify, binascii.unhexlify)]:
        assert decode(encode(data)) == data, (encode.__name__, data)
    print(size, binascii.crc32(data), binascii.crc32(data, 12345), data[:9].hex("-", 2), base64.b85encode(data[:6]), base64.a85encode(data[:6]))

print(base64.a85encode(bytes(8) + b"    " + bytes(3), foldspaces=True), base64.b85encode(b"abcde", pad=True), base64.b85encode(b""))
print(base64.b64decode(b"QUJD\nREVG RA=="), base64.b64decode("QUI=QUJD"), base64.b64decode("QUJDREVG"))
print(memoryview(bytes(range(12))).cast("B", [3, 4]).tolist(), bytes(memoryview(bytes(range(12))).cast("B", [3, 4])))
for wrong in (b"Q", b"QU", b"QUJDRE", "QUJDR\u00e9", b"=QUJD", b"QUJD=", b"QU*JD"):
    for strict in (False, True):
        try:
            print(binascii.a2b_base64(wrong, strict_mode=strict))
        except ValueError as error:
            print(type(error).__name__, error)
for wrong in ("abc", "zz", "0g"):
    for function in (binascii.unhexlify, base64.b16decode, bytes.fromhex):
        try:
            print(function(wrong))
        except ValueError as error:
            print(type(error).__name__, error)
try:
    bytearray(b"ab") * (1 << 61)
except (MemoryError, OverflowError) as error:
    print(type(error).__name__)
held = memoryview(bytearray(b"abcdef"))
try:
    held.obj.extend(b"x")
except BufferError as error:
    print(error)
