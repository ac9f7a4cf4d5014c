LIMIT = 100
RATE = 1.5
names = ["a", "b"]
counter = 0


def bump():
    global counter
    counter += 1
    return counter


def increment(x):
    return x + 1
