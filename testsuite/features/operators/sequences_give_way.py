# What adds to or multiplies a sequence says so itself before the sequence does.
class Count:
    def __index__(self):
        return 2

    def __rmul__(self, other):
        return ("rmul", other)

    def __radd__(self, other):
        return ("radd", other)

    def __mul__(self, other):
        return NotImplemented


class Index:
    def __index__(self):
        return 2

    def __rmul__(self, other):
        return NotImplemented

    def __radd__(self, other):
        return NotImplemented


class Derived(list):
    def __rmul__(self, other):
        return "Derived.rmul"

    def __radd__(self, other):
        return "Derived.radd"


for sequence in ([1], (1,), "a", b"a", bytearray(b"a")):
    print(sequence * Count(), sequence * Index(), Count() * sequence, Index() * sequence, sequence + Count())
for sequence in ([1], (1,), "a", b"a"):
    try:
        print(sequence + Index())
    except TypeError as error:
        print(error)
print([1] + Derived([2]), Derived([2]) + [1], [1] * 2, 2 * Derived([1]), Derived([1]) * 2)
for wrong in ("a" * 1, (1,)), ([1], "a"), (b"a", [1]):
    try:
        print(wrong[0] * wrong[1])
    except TypeError as error:
        print(error)

items = [1]
items *= Count()
print(items)
items = same = [1]
items *= Index()
print(items, same is items)
items += Derived([2])
print(items)
items = [1]
items += Count()
print(items)
items = same = [1]
items += [2]
print(items, same is items)
text = "a"
text *= Count()
print(text)
