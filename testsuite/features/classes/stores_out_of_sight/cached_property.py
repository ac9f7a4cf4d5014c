# functools.cached_property stores by the property's name.
from functools import cached_property
class A:
    @cached_property
    def area(self): return 2.5
    def scale(self, k):
        self.area = int(k)
        return self.area + 1
a = A()
print(a.area)
print(a.scale(2))
