# Generator expressions of which a builtin asks for all items at once: they run inside the function around them, and nobody can tell.
import traceback


def shown(function, *args):
    try:
        print(function.__name__, function(*args))
    except Exception:
        traceback.print_exc()


def total(values):
    return sum(10 // value for value in values)


def filtered(values):
    return any(value
               > 3 for value in values if value != 2)


class Truth:
    def __bool__(self):
        raise KeyError("truth")


def truths():
    return all(Truth() for _ in range(3))


def nested():
    return sum(sum(1 // (a - b) for b in range(3)) for a in range(3))


def nested_pairs(rows):
    found = any(cell == 7 for row in rows for cell in row if cell > 1 if row)
    every = all(cell < 9 for row in rows for cell in row)
    return found, every, sum(cell for row in rows for cell in row if cell % 2)


def stopped():
    iterator = iter([1])
    return sum(next(iterator) for _ in range(3))


def stopped_list():
    iterator = iter([1])
    return list(next(iterator) for _ in range(3))


def wrong_items():
    return sum(item for item in ["a", 1])


def in_handler(values):
    try:
        return sum(1 / value for value in values)
    except ZeroDivisionError as error:
        return [entry.name for entry in traceback.extract_tb(error.__traceback__)]


def joined(words):
    return ", ".join(word.upper() for word in words)


def ordered(words):
    return sorted((word for word in words), key=lambda word: word[::-1], reverse=True)


def attributes(values):
    return tuple(value.missing for value in values)


def unhashable():
    return set([value] for value in range(2))


def unbound():
    result = sum(later for _ in range(2))
    later = 1
    return result, later


def own_unbound():
    return sum(inner for _ in range(1) for inner in [inner])


def suggestion(numbers):
    unrelated_nmbers = 3
    return any(nmbers for number in numbers), unrelated_nmbers


def kinds():
    mixed = [1, 2.5, True, 3]
    print(sum(value for value in mixed), sum(0.1 for _ in range(10)), sum(value for value in []))
    print(sum(value > 2 for value in mixed), sum((value for value in mixed), 0.5), sum((value for value in range(4)), 10))
    print(sum(2**62 for _ in range(3)), sum(-(2**62) for _ in range(3)), sum(1j for _ in range(2)))
    print(sum((1e308 for _ in range(3)), 0.0), sum(value for value in [1e100, 1.0, -1e100]), sum(-0.0 for _ in range(2)))
    print(set(value % 3 for value in range(7)), list(value for value in "abc"), tuple(value for value in ()))
    print(any(value for value in ()), all(value for value in ()), any([] for _ in range(3)), all([0] for _ in range(3)))


class Vector:
    def __init__(self, x):
        self.x = x

    def __radd__(self, other):
        print("radd", other)
        return Vector(self.x + (other.x if isinstance(other, Vector) else other))

    def __add__(self, other):
        print("add", other.x)
        return Vector(self.x + other.x)


def vectors():
    return sum(Vector(value) for value in range(3)).x


def order():
    log = []

    def note(value):
        log.append(value)
        return value

    print(any(note(value) > 1 for value in range(9)), log)
    log.clear()
    print(all(note(value) < note(10) - 9 for value in (0, 1, 2, 3) for _ in "ab"), log)


def captured():
    functions = []
    values = [1, 2, 3]
    outer = 5
    result = sum(value * outer for value in values)

    def use():
        return result + outer

    functions.append(use)
    outer = 6
    return functions[0](), sum(use() for use in functions)


class Matrix:
    size = 2
    ones = sum(1 for _ in range(3))

    def __init__(self, rows):
        self.rows = rows

    def trace(self):
        return sum(self.rows[i][i] for i in range(self.size))

    def __iter__(self):
        return (cell for row in self.rows for cell in row)


def shadowed():
    def sum(items):
        return type(items).__name__

    return sum(item for item in range(3))


shown(total, [1, 2, 5])
shown(total, [1, 0])
shown(total, 5)
shown(filtered, [1, 2, 4])
shown(filtered, [1, "a"])
shown(truths)
shown(nested)
shown(nested_pairs, [[1, 2], [7, 3]])
shown(nested_pairs, [[1, 2], [3, 9]])
shown(stopped)
shown(stopped_list)
shown(wrong_items)
shown(in_handler, [1, 0])
shown(joined, ["a", "b"])
shown(joined, ["a", 1])
shown(ordered, ["ab", "ba", "cc"])
shown(attributes, [1])
shown(unhashable)
shown(unbound)
shown(own_unbound)
shown(suggestion, [1])
kinds()
shown(vectors)
order()
shown(captured)
shown(Matrix([[1, 2], [3, 4]]).trace)
print(Matrix.ones, sum(Matrix([[1, 2], [3, 4]])), max(cell for cell in Matrix([[5]])))
shown(shadowed)
print(sum(len(word) for word in ["one", "three"]), any(word == "x" for word in "xyz"))
word = "kept"
print(list(word for word in "ab"), word)
print(sum(x / (x - 2) for x in range(4)))
