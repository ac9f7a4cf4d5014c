# while with else, break and continue; truth of all kinds of values; conditional expressions.
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    print(n, end=" ")
else:
    print("| done")

while True:
    n -= 1
    if not n:
        break
else:
    print("never")

items = [1, 2, 3]
while items:
    items.pop()
print(n, items)

for value in [0, 1, -1, 0.0, 0.1, "", " ", [], [0], {}, {0: 0}, (), (0,), None, True, False, set(), range(0), b"", b"0"]:
    if value:
        print(repr(value), "is true")
    elif value is None:
        print("None is None")
print("yes" if [] or "x" else "no", 0 or None, 1 and "last", not "")
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, 1 == 1.0 == True, "a" < "b" <= "b", 1 in [1] in [[1]])
