# The everyday dunder methods: arithmetic with reflection, comparison, containers, calls, truth, text.
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __str__(self):
        return f"<{self.x} {self.y}>"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __rmul__(self, factor):
        return self * factor

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return self.x < other.x

    def __bool__(self):
        return bool(self.x or self.y)

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __iter__(self):
        yield self.x
        yield self.y

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __call__(self, scale):
        return f"{self} times {scale}"


v, w = Vector(1, 2), Vector(0.5, -3)
print(v + w, repr(v * 3), 3 * v, -w, v == Vector(1, 2), v != w, v < w)
print(len(v), v[0], v[-1], list(v), 2 in v, 5 in v, v(7), bool(Vector(0, 0)))
print({v: "here"}[Vector(1, 2)], sorted([v, w]), f"{v} {v!r}")
x, y = w
print(x, y)
try:
    v + 1
except TypeError as error:
    print(error)
try:
    v[9]
except IndexError as error:
    print(error)
try:
    v < "text"
except AttributeError as error:
    print(error)


class Grid:
    def __init__(self):
        self.cells = {}

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __getitem__(self, key):
        return self.cells.get(key, ".")

    def __delitem__(self, key):
        del self.cells[key]

    def __iadd__(self, cells):
        for cell in cells:
            self[cell] = "#"
        return self


grid = Grid()
grid[1, 2] = "x"
grid += [(0, 0), (3, 3)]
del grid[3, 3]
print(grid[1, 2], grid[0, 0], grid[3, 3], len(grid.cells))
try:
    len(grid)
except TypeError as error:
    print(error)
