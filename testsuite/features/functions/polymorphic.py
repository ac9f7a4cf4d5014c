# One function called with many types: each call keeps its own.
def double(x):
    return x + x


def first(items):
    for item in items:
        return item


print(double(2), double(1.5), double("ab"), double([1]), double((1, 2)), double(True))
print(first([1, 2]), first("xyz"), first({"k": 1}), first((None,)), first(range(5, 9)), first([]))

total = 0
for x in [1, 2.5, True]:
    total += x
    print(total, type(total).__name__)

total = 0
for x in []:
    total += x * 1.5
print(total)
