# Methods that other classes have borrowed.
import types
class Shape:
    def __init__(self, n): self.n = n
    def describe(self): return self.n * 2
class Other:
    def __init__(self): self.q = 1.5; self.n = "name"
    describe = Shape.describe
    __str__ = Shape.describe
ns = types.SimpleNamespace(items=[Shape(1), Other()])
for each in ns.items:
    print(each.describe())
print(ns.items[1].__str__())
