# Defaults are evaluated once, when the def statement runs.
def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []))

level = 1


def show(value=level * 10):
    return value


level = 5
print(show(), show(level))

for n in range(2):

    def remember(value=n):
        return value

    print(remember())


def nothing():
    """Returns None, as does a bare return."""
    if level > 3:
        return
    return 1


print(nothing(), nothing.__name__, nothing.__doc__)
