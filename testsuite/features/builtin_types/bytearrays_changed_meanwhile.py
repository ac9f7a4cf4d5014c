# Byte arrays that are emptied while a value is asked for, and slices with steps that nothing is assigned to.


class Emptying:
    def __index__(self):
        data.clear()
        return 0


data = bytearray(b"some bytes")
try:
    data[0] = Emptying()
except IndexError as error:
    print(error, data)

for step in (2, -1, -3, 1):
    data = bytearray(range(10))
    data[::step] = b""
    print(list(data))
data = bytearray(range(10))
view = memoryview(data)
for stop in (-1, 3):
    try:
        data[1:stop:2] = b""
    except BufferError as error:
        print(error)
print(list(data))
try:
    data[::2] = b"x"
except ValueError as error:
    print(error)
