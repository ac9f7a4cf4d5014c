import operator
from operator import attrgetter, itemgetter, methodcaller

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"

class Vec:
    def __init__(self, x):
        self.x = x
        self.inner = None
    def __matmul__(self, other):
        return ("matmul", self.x, other)
    def __index__(self):
        return 7
    def __length_hint__(self):
        return self.x
    def scaled(self, by, *, add=0):
        return self.x * by + add

v = Vec(3)
v.inner = Vec(4)
print(operator.add(1, 2), operator.sub(5, 7), operator.mul("ab", 2), operator.truediv(1, 4), operator.floordiv(-7, 2), operator.mod(-7, 3), operator.pow(2, 100), operator.matmul(v, 2))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.inv(5), operator.invert(-1), operator.lshift(1, 70), operator.rshift(1 << 70, 69), operator.neg(2.5), operator.pos(-3), operator.abs(-9))
print(operator.lt(1, 2), operator.le(2, 2), operator.eq("a", "a"), operator.ne(1, 1), operator.ge(1, 2), operator.gt(2, 1), operator.not_([]), operator.truth("x"), operator.is_(None, None), operator.is_not(1, None))
print(operator.contains([1, 2], 2), operator.countOf("banana", "a"), operator.indexOf([4, 5, 6], 6), operator.concat([1], [2]), operator.getitem({"a": 1}, "a"), operator.index(v), operator.index(True))
d = {"a": 1}
operator.setitem(d, "b", 2)
operator.delitem(d, "a")
items = [1]
print(d, operator.iadd(items, [2]) is items, items, operator.iconcat(items, [3]), operator.iadd(1, 2), operator.imul([0], 3), operator.ior({1}, {2}), operator.isub(5, 2), operator.itruediv(1, 2), operator.ifloordiv(7, 2), operator.imod(7, 4), operator.ipow(2, 5), operator.ilshift(1, 3), operator.irshift(8, 2), operator.iand(6, 2), operator.ixor(5, 1))
print(operator.length_hint([1, 2]), operator.length_hint(v), operator.length_hint(iter("abc"), 5) in (3, 5), operator.length_hint(5, 9), attempt(lambda: operator.length_hint([], "a")))
print(operator.call(max, 3, 9), operator.call(dict, a=1), operator.call(sorted, [3, 1], reverse=True), operator.__add__(1, 2), operator.__getitem__([5], 0), operator.__not__(0))
get = itemgetter(1)
print(get, get([7, 8]), itemgetter(0, -1)("xyz"), itemgetter("k")({"k": 3}), itemgetter(slice(1, 3))([1, 2, 3, 4]), itemgetter(1, "a"))
print(attrgetter("x")(v), attrgetter("inner.x", "x")(v), attrgetter("inner.x"), attempt(lambda: attrgetter("y")(v)), attempt(lambda: attrgetter(3)))
print(methodcaller("upper")("abc"), methodcaller("scaled", 2, add=1)(v), methodcaller("scaled", 2, add=1), methodcaller("split", ",")("a,b"), attempt(lambda: methodcaller("nope")(v)))
print(sorted([("b", 2), ("a", 3)], key=itemgetter(1)), sorted("bca", key=operator.neg if False else None), max([Vec(1), Vec(5)], key=attrgetter("x")).x, list(map(itemgetter(0), ["xy", "zw"])))
for case in [
    lambda: operator.add(1), lambda: operator.add(1, "a"), lambda: operator.index("a"), lambda: operator.index(), lambda: operator.concat(1, 2), lambda: operator.concat([1], 2), lambda: operator.indexOf([1], 2), lambda: operator.getitem([1], 5),
    lambda: itemgetter(), lambda: itemgetter(1)(), lambda: itemgetter(1)(2), lambda: itemgetter(1)([1], [2]), lambda: attrgetter(), lambda: attrgetter("a")(), lambda: methodcaller(), lambda: methodcaller(3), lambda: methodcaller("a")(), lambda: itemgetter(a=1), lambda: operator.add(1, b=2), lambda: operator.truth(), lambda: operator.not_(1, 2), lambda: operator.neg("a"), lambda: operator.delitem([1], 3), lambda: operator.call(),
]:
    print(attempt(case))
print(operator.add, operator.__add__ is operator.add, operator.index.__module__, operator.itemgetter, operator.add.__name__)
