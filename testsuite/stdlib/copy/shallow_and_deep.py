# copy: shallow and deep, of containers, objects, slots, subclasses and exceptions.
import copy
class P:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'P({self.x})'
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = [1]
class C:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
class L(list): pass
a = [1, [2, 3], {'k': (4, [5])}, P([6])]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9); a[3].x.append(7)
print(a, b, c, b[3] is a[3], c[3] is a[3])
n = P(None); n.x = n; m = copy.deepcopy(n); print(m.x is m, m is n)
s = S(); t = copy.copy(s); u = copy.deepcopy(s); s.a.append(2); print(t.a, u.a, hasattr(u, 'b'))
print(copy.copy(C()), copy.deepcopy([C()]), copy.deepcopy((1, 2)) , copy.copy({1}), copy.deepcopy({1: {2}}), copy.copy(L([1])), type(copy.deepcopy(L([[1]]))).__name__)
x = [1]; d = copy.deepcopy([x, x]); print(d[0] is d[1], copy.copy(5), copy.copy(len) is len, copy.deepcopy(print) is print)
tup = ([1],); tt = copy.deepcopy(tup); print(tt, tt is tup, copy.deepcopy((1, 'a')) is not None, copy.copy(tup) is tup)
e = copy.copy(ValueError('x', 1)); print(repr(e))
for bad in [lambda: copy.copy(x for x in []), lambda: copy.replace(5, a=1)]:
    try: bad()
    except TypeError as err: print(err)


class Buffer(bytearray):
    pass


buffer = Buffer(b"xyz")
buffer.name = "kept"
for value in (bytearray(b"abc"), buffer, [bytearray(b"de")]):
    for make in (copy.copy, copy.deepcopy):
        made = make(value)
        print(type(made).__name__, made, made == value, made is value, getattr(made, "name", None))
