# OrderedDict: arguments by name, copies with attributes, and comparisons that change it.
from collections import OrderedDict
import copy
def at(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
od = OrderedDict(a=1, b=2)
at(lambda: od.pop('x', default=5)); at(lambda: od.pop(key='a')); at(lambda: od.pop('zz')); at(lambda: od.pop('zz', None)); at(lambda: od.pop()); at(lambda: od.pop(1,2,3)); at(lambda: od.pop('zz', nope=3))
at(lambda: od.setdefault('b', default=9)); at(lambda: od.setdefault(key='c', default=9)); at(lambda: od.setdefault('d')); print(od)
class S(OrderedDict):
    def __setitem__(self, k, v): print('set', k, v); super().__setitem__(k, v)
    def __missing__(self, k): return 'missing'
s = S(); s.attr = [1]
at(lambda: s.setdefault('q', 3)); at(lambda: s.setdefault('q', 4)); at(lambda: s.pop('nope')); at(lambda: s.pop('nope', 1))
c = copy.copy(s); print(c, c.attr is s.attr); c = copy.deepcopy(s); print(c, c.attr, c.attr is s.attr); c = s.copy(); print(c, hasattr(c, 'attr'))
c = copy.copy(od); print(c, c == od, type(c) is OrderedDict)
count = []
class Key:
    def __eq__(self, other):
        if len(count) == 1: od1.clear()
        count.append(1)
        return True
    def __hash__(self): return 1
od1 = OrderedDict.fromkeys((0, Key(), 4.2)); od2 = OrderedDict.fromkeys((0, Key(), 4.2))
at(lambda: od1 == od2)
