def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


from collections import OrderedDict, defaultdict, deque
class Stack(deque):
    def __init__(self, *args):
        super().__init__(*args)
        self.name = "s"
    def peek(self):
        return self[-1]
s = Stack([1, 2]); s.append(3)
print(s, s.peek(), s.name, isinstance(s, deque), s.copy(), len(s), type(s + s).__name__)
class Auto(defaultdict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
a = Auto(int); print(a[4], a, attempt(lambda: Auto()[[]]))
class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size
    def __setitem__(self, key, value):
        if key in self:
            self.move_to_end(key)
        super().__setitem__(key, value)
        if len(self) > self.size:
            self.popitem(last=False)
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
l = LRU(2); l["a"] = 1; l["b"] = 2; l["a"]; l["c"] = 3
print(l, l.size, list(l))
