# for over everything, with else, break, continue, changed lists and targets of all kinds.
for x in range(10, 0, -3):
    print(x, end=" ")
else:
    print("| exhausted")

for word in ["a", "stop", "b"]:
    if word == "stop":
        break
else:
    print("never")
print(word)

for i, (key, value) in enumerate({"one": 1, "two": 2}.items(), start=1):
    print(i, key, value)

for a, *rest in [(1, 2, 3), "xyz"]:
    print(a, rest)

numbers = [1, 2, 3]
for n in numbers:
    if n < 4:
        numbers.append(n + 3)
print(numbers)

for x, y in zip([1, 2, 3], "ab"):
    print(x, y)

for c in reversed("abc"):
    print(c, end="")
print()


class Countdown:
    def __init__(self, start):
        self.n = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print([n for n in Countdown(4)], sum(Countdown(5)))


class Sequence:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index * 10


print(list(Sequence()))
try:
    for x in 5:
        pass
except TypeError as error:
    print(error)
try:
    table = {1: 1}
    for key in table:
        table[key + 1] = 0
except RuntimeError as error:
    print(error)
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as error:
    print(error)
