# Modules that a program makes itself.
import sys, types, importlib, inspect
m = types.ModuleType('made', 'Its doc.')
print(m, m.__name__, m.__doc__, m.__dict__, sorted(dir(m)), type(m), types.ModuleType is type(sys), isinstance(m, types.ModuleType), inspect.ismodule(m))
m.x = 1
m.f = lambda: m.x + 1
setattr(m, 'y', [1])
print(m.f(), vars(m)['y'], m.__package__, m.__spec__, m.__loader__)
try:
    m.nope
except AttributeError as e:
    print(e, e.name, e.obj is m)
del m.x
try:
    m.f()
except AttributeError as e:
    print(e)
sys.modules['made'] = m
print(importlib.import_module('made') is m, 'made' in sys.modules, sys.modules['made'].f is m.f)
m.__dict__.update(a=1, b=2)
print(m.a + m.b, m.__dict__ is vars(m))
m.__getattr__ = lambda n: n.upper()
print(m.zap)
del m.__getattr__
m.__name__ = 'renamed'
print(m)
m.__doc__ = None
m.__file__ = '/x/y.py'
print(m)
for f in (lambda: types.ModuleType(), lambda: types.ModuleType(3), lambda: types.ModuleType('a', 'b', 'c'), lambda: types.ModuleType('a', dok=1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
n = types.ModuleType(name='q', doc=None)
print(n.__doc__, n, n == m, hash(n) == hash(n))
del sys.modules['made']
try:
    importlib.import_module('made')
except ModuleNotFoundError as e:
    print(e)
