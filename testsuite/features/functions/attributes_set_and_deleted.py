# What may be stored into and deleted from functions, methods and cells, and what is said otherwise.
import types
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)
def b():
    "doc"
    return 3
for name in ('__name__','__qualname__','__doc__','__module__','__annotations__','__defaults__','__kwdefaults__','__type_params__','__dict__','__globals__','__closure__'):
    def f(a=1,*,k:int=2):
        "doc"
    attempt("del "+name, lambda: delattr(f, name))
    if name != '__globals__':
        attempt("after "+name, lambda: getattr(f, name))
    def f(a=1,*,k:int=2):
        "doc"
    attempt("set "+name, lambda: setattr(f, name, 7))
d = {'x': 1}
b.__dict__ = d
print(b.x, b.__dict__ is d)
b.y = 2
print(d)
print('y' in dir(b))
class F:
    def a(self): pass
F.a.known = 7
print('known' in dir(F().a), 'known' in dir(F.a))
attempt('func set on method', lambda: setattr(F().a, 'foo', 1))
attempt('func del on method', lambda: delattr(F().a, 'known'))
attempt('m', lambda: setattr(F().a, '__name__', 1))
attempt('m', lambda: delattr(F().a, '__name__'))
attempt('m', lambda: setattr(F().a, '__self__', 1))
attempt('m', lambda: setattr(F().a, '__class__', 1))
attempt('m', lambda: setattr(F().a, '__doc__', 1))
C = types.CellType
print(C(1).cell_contents, C(1) < C(2), C(1) == C(1), C() < C(1), C(1) != C(3), C(1) >= C(0), C()==C())
attempt('cmp', lambda: C(1) < C('a'))
attempt('cmp', lambda: C(1) < 3)
attempt('cmp', lambda: C(1) == 3)
attempt('new', lambda: C(1, 2))
attempt('new', lambda: C(a=2))
attempt('hash', lambda: hash(C(2)))
