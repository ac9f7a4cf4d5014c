# Classes derived from OrderedDict: their own methods are used where CPython uses them.
from collections import OrderedDict


class D(OrderedDict):

    def __getitem__(self, k):
        print('get', k)
        return ('g', super().__getitem__(k))

    def __setitem__(self, k, v):
        print('set', k, v)
        super().__setitem__(k, v)

    def __delitem__(self, k):
        print('del', k)
        super().__delitem__(k)

    def __contains__(self, k):
        print('in', k)
        return super().__contains__(k)

    def __missing__(self, k):
        print('missing', k)
        return 'm'


d = D(a=1)
d.update(b=2, c=3)
d.update({'d': 4})
d.update([('e', 5)])
d.update(OrderedDict(f=6))
print('items', list(d.items()), list(d.values()), list(d))
print('pop', d.pop('a'))
print(d.pop('zz', 5))
try:
    print(d.pop('zz'))
except KeyError as e:
    print(repr(e))
print('popitem', d.popitem(), d.popitem(last=False))
print('setdefault', d.setdefault('c', 1), d.setdefault('n', 2), d.setdefault('n2'))
print('repr', d)
print('copy', d.copy())
print('dict', dict(d))
print('eq', d == {'c': 1}, d == OrderedDict(d))
print('get', d.get('c'), d.get('q'))
print('or')
print(d | {'z': 1})
d |= {'y': 2}
print({'z': 1} | d)
print('star', {**d})
print(list(reversed(d.items())), list(reversed(d)))
d.move_to_end('c')
print(list(d))
try:
    d.move_to_end('zz')
except KeyError as e:
    print(repr(e))
d.clear()
print(len(d))
print(D.fromkeys('ab'))


class E(OrderedDict):

    def __iter__(self):
        print('iter')
        return super().__iter__()

    def keys(self):
        print('keys')
        return super().keys()

    def items(self):
        print('items')
        return super().items()


e = E(a=1)
print(e)
e.popitem()
print(dict(E(b=1)))
print(E(c=1) == OrderedDict(c=1))
print(E(d=2).copy(), {**E(z=1)})
import copy
import pickle
print(copy.copy(D(a=1)))


class Noting(OrderedDict):
    pass


noting = Noting(a=1)
noting.attr = [1]
for made in (copy.copy(noting), copy.deepcopy(noting), pickle.loads(pickle.dumps(noting)), noting.copy()):
    print(type(made).__name__, made, made.__dict__, made.__dict__.get('attr') is noting.attr)
print(Noting.fromkeys('xy', 1), noting.fromkeys('z'), OrderedDict.fromkeys('ab', value=3), OrderedDict.fromkeys(iterable='q'))


class Keyed:

    def keys(self):
        return ['m']

    def __getitem__(self, key):
        return key * 2


class Itemed:

    def items(self):
        return [('i', 1)]


plain = OrderedDict(b=[2])
plain.update(Keyed())
plain.update(Itemed())
plain.update(x=1)
plain.update({'y': 2}, z=3)
plain.update(self=4, other=5)
print(plain, plain.setdefault(key='k'), plain.setdefault('w', default=9), plain.pop(key='x'), plain.pop('none', default=0))
print(plain, OrderedDict(Keyed()))
for failing in (lambda: OrderedDict([1]), lambda: plain.update(1), lambda: plain.update([(1,)]), lambda: plain.update({}, {}), lambda: plain.update(['ab', 'cde']), lambda: OrderedDict({}, {}), lambda: D([[]]), lambda: OrderedDict.fromkeys(), lambda: OrderedDict.fromkeys(1), lambda: plain.setdefault([]), lambda: OrderedDict().popitem(), lambda: plain.pop('none')):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)


class Recent(OrderedDict):
    """Keeps what was used last: the recipe in the documentation."""

    def __init__(self, maxsize=128, /, *args, **kwds):
        self.maxsize = maxsize
        super().__init__(*args, **kwds)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            del self[next(iter(self))]


recent = Recent(2, a=1, b=2)
recent['a']
recent.update(c=3)
recent.setdefault('d', 4)
print(recent, list(recent.items()), recent.maxsize)
