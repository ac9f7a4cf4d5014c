# Iterators of builtin containers, by `iter` and `next`.


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


def pairs(items):
    it = iter(items)
    return list(zip(it, it))


def main():
    items = [Item(i) for i in range(4)]
    it = iter(items)
    first = next(it)
    items.append(Item(9))
    print(first.value, sum(item.value for item in it), next(it, None))
    for left, right in pairs(items):
        print(left.value + right.value, left < right)
    letters = iter("abc")
    print(next(letters).upper(), "".join(letters), next(letters, "none left"))
    numbers = iter({1: "x", 2: "y"})
    print(next(numbers) + 1, [*numbers], type(numbers).__name__)
    ends = iter((1.5, "text", None))
    for end in ends:
        print(end)
    try:
        next(ends)
    except StopIteration:
        print("done")
    calls = iter([3, 2, 1].pop, 3)
    print(list(calls), list(iter(range(3))), iter(letters) is letters)
    both = iter([]) if first.value else iter([Item(7)])
    print([item.value for item in both])
    for wrong in (3, None, first):
        try:
            iter(wrong)
        except TypeError as error:
            print(error)


main()
