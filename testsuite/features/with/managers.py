# Context managers: order, targets, swallowed and passed exceptions, early exits.
class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None, error)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)

with Manager("swallowing", swallow=True):
    raise ValueError("gone")

try:
    with Manager("outer"), Manager("inner"):
        raise KeyError("passed on")
except KeyError as error:
    print("caught", error)


def leaving():
    for n in range(3):
        with Manager(f"loop {n}"):
            if n == 0:
                continue
            if n == 1:
                return "returned"


print(leaving())
try:
    with 5:
        pass
except TypeError as error:
    print(error)
