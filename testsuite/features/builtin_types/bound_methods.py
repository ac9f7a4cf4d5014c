# Methods of builtin values as values: `append = items.append`.
import asyncio
import collections
import functools
import random
import traceback


def squares(n):
    out = []
    append = out.append
    for i in range(n):
        append(i * i)
    pop = out.pop
    return out, pop(), pop(0), len(out)


print(squares(5))


def rebound():
    items = [1]
    add = items.append
    first = items
    items = []
    add(2)
    add = items.append
    add(3)
    return first, items


print(rebound())


def chosen(flag):
    low, high = [], []
    put = high.append if flag else low.append
    put(1.5)
    put("text")
    return low, high


print(chosen(True), chosen(False))

counts = {"a": 2, "b": 7, "c": 5}
print(max(counts, key=counts.get), sorted(counts, key=counts.get), min(counts, key=counts.__getitem__))
print(list(map(counts.get, "abx")), [counts.get(each, 0) + 1 for each in "abx"], list(filter(counts.pop, ["b"])), counts)


def words_of(text):
    seen = set()
    see = seen.add
    join = " ".join
    order = collections.deque()
    left = order.appendleft
    for word in text.split():
        if word not in seen:
            see(word)
            left(word)
    find = text.find
    return sorted(seen), join(order), find("be"), [text.count(each) for each in "to"]


print(words_of("to be or not to be"))


def with_errors():
    items = [1]
    pop = items.pop
    pop()
    for call in (lambda: pop(), lambda: pop("x"), lambda: items.append(), lambda: pop(1, 2)):
        try:
            call()
        except (IndexError, TypeError) as error:
            print(type(error).__name__, error)
    remove = items.remove
    remove(3)


try:
    with_errors()
except ValueError:
    traceback.print_exc()

items = [3, 1]
bound = items.append
print(bound.__name__, bound.__self__ is items, bound == items.append, bound is items.append, callable(bound), bound != [].append)
bound(2)
items.sort()
print(items, repr("x".join).split(" at ")[0])


class Collector:
    def __init__(self):
        self.items = []
        self.add = self.items.append
        self.table = {"push": self.items.append, "drop": self.items.remove}

    def run(self, commands):
        for command, value in commands:
            self.table[command](value)
        self.add(len(self.items))
        return self.items


print(Collector().run([("push", 5), ("push", "five"), ("drop", 5)]))


def apply(function, *values):
    for value in values:
        function(value)


def outer():
    found = []
    apply(found.append, 1, 2.5)
    record = found.append

    def inner(value):
        record(value)
        return record

    inner("inner")(None)
    partial = functools.partial(found.append, b"partial")
    partial()
    [found.append(each) for each in (1, 2)]
    return found


print(outer())


def dynamic(name):
    values = [1, 2]
    getattr(values, name)("three")
    first = values.append
    setattr(Holder, "callback", first)
    Holder.callback({})
    return values[-1], values


class Holder:
    callback = None


print(dynamic("append"))


class Pair:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        print("compared", self.key, other.key)
        return self.key < other.key


pairs = {"x": Pair(2), "y": Pair(1)}
print(sorted(pairs, key=pairs.get), min("xy", key=pairs.get))


async def main():
    queue = asyncio.Queue()
    put, get = queue.put, queue.get
    await put(1)
    await put(2.5)
    queue.put_nowait("last")
    print(await get(), await get(), await asyncio.wait_for(get(), 1))
    done = []
    loop = asyncio.get_running_loop()
    loop.call_soon(done.append, 1)
    task = asyncio.create_task(asyncio.sleep(0, 2))
    task.add_done_callback(done.append)
    await task
    await asyncio.sleep(0)
    print(done[0], done[1] is task)
    future = loop.create_future()
    loop.call_soon(future.set_result, "set")
    print(await future)


asyncio.run(main())

rng = random.Random(1)
draw = rng.randrange
print([draw(10) for _ in range(3)], isinstance(draw(5), int))
heap = []
push = heap.append
for each in (3, 1.5, 2):
    push(each)
heap.sort(key=float(1).__add__)
print(heap)


def special(text):
    mixed = [1]
    mixed.__iadd__([text])
    mixed.__setitem__(0, 2.5)
    return mixed, mixed.__getitem__(1), mixed.__add__([None]), mixed.__contains__(text)


print(special("iadd"))
