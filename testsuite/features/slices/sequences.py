# Indexing and slicing of lists, strings, tuples, bytes and ranges, with assignment and deletion.
text, items, pair, raw = "hello world", [0, 1, 2, 3, 4, 5], (1, 2, 3), b"bytes"
number = 5
print(text[0], text[-1], text[2:5], text[:5], text[6:], text[::-1], text[::3], text[20:], text[-3:-1])
print(items[1:4], items[::2], items[::-2], items[-2:], items[4:1], items[4:1:-1], pair[1:], raw[1], raw[1:3])
print(range(10)[2:8:3], range(10)[-1], list(range(10)[::-4]))
items[1:3] = ["a", "b", "c"]
print(items)
items[::2] = [None] * len(items[::2])
print(items)
del items[0], items[-1]
del items[1:3]
print(items)
items[len(items):] = [7, 8]
items[0:0] = [9]
print(items, items[slice(1, None)])
for action in [lambda: text[11], lambda: items[99], lambda: pair["a"], lambda: text[1.0], lambda: number[0], lambda: items[::0]]:
    try:
        print(action())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    items[::2] = [1]
except ValueError as error:
    print(error)
try:
    pair[0] = 1
except TypeError as error:
    print(error)
