# A module that is long enough to be compiled in parts: what is in one refers to what is in others.
import asyncio
from collections import Counter

total = 0
log = []


class Account:
    count = 0

    def __init__(self, name, amount=0):
        self.name = name
        self.amount = amount
        Account.count += 1

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {self.amount})"

    def pay(self, other, amount):
        if amount > self.amount:
            raise ValueError(f"{self.name} has {self.amount} only")
        self.amount -= amount
        other.amount += amount
        note(self, other, amount)
        return self

    @property
    def is_rich(self):
        return is_large(self.amount)


def words(text):
    counts = {}
    for word in text.split():
        key = word.strip(".,;").lower()
        if key:
            counts[key] = counts.get(key, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [f"{word}:{count}" for word, count in ordered if count > 1 or len(word) > 3]


def table(rows):
    widths = [max(len(str(row[column])) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)).rstrip()


def parse(text):
    stack = [[]]
    for at, token in enumerate(text.replace("(", " ( ").replace(")", " ) ").split()):
        match token:
            case "(":
                stack.append([])
            case ")" if len(stack) > 1:
                done = stack.pop()
                stack[-1].append(tuple(done))
            case ")":
                raise SyntaxError(f"unexpected ) at {at}")
            case number if number.lstrip("-").isdigit():
                stack[-1].append(int(number))
            case name:
                stack[-1].append(name)
    return stack[0]


def evaluate(tree, names):
    match tree:
        case int():
            return tree
        case str():
            return names[tree]
        case ("let", name, value, body):
            return evaluate(body, {**names, name: evaluate(value, names)})
        case (operator, *operands):
            values = [evaluate(each, names) for each in operands]
            return OPERATORS[operator](*values)


OPERATORS = {"+": lambda *all: sum(all), "*": lambda a, b: a * b, "-": lambda a, b=None: -a if b is None else a - b}


async def produce(queue, names):
    for name in names:
        await queue.put(Account(name, len(name) * 100))
        await asyncio.sleep(0)
    await queue.put(None)


async def consume(queue, out):
    while (account := await queue.get()) is not None:
        out.append((account.name, account.amount, account.is_rich))
        log.append(f"got {account}")


def counter():
    state = {"calls": 0}

    def step(by=1):
        nonlocal state
        global total
        state = {**state, "calls": state["calls"] + by}
        total += by
        return state["calls"], total

    return step


def numbers(limit):
    a, b = 0, 1
    while a < limit:
        received = yield a
        if received is not None:
            log.append(f"received {received}")
            b += received
        a, b = b, a + b
    return limit


def delegating(limit):
    result = yield from numbers(limit)
    log.append(f"result {result}")


def note(source, target, amount):
    global total
    total += amount
    log.append(f"{source.name} -> {target.name}: {amount}")


def is_large(amount):
    return amount >= 500


async def bank():
    queue, out = asyncio.Queue(2), []
    await asyncio.gather(produce(queue, ["ann", "robert", "eve"]), consume(queue, out))
    for line in table([("name", "amount", "rich"), *out]):
        print(line)
    try:
        async with asyncio.timeout(1):
            await fails(Account("poor"), Account("heir"))
    except* ValueError as group:
        print(group.exceptions)


async def fails(poor, heir):
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(asyncio.to_thread(str)) if False else None
        tasks.create_task(pay_later(poor, heir))


async def pay_later(poor, heir):
    await asyncio.sleep(0)
    poor.pay(heir, 5)


def main():
    print(words("the ship, the sea; the wind. A ship goes where wind goes"))
    print(evaluate(parse("(let x 5 (+ x (* x 3) (- x)))")[0], {}))
    step = counter()
    print(step(), step(3), counter()(2), total)
    generator = delegating(20)
    print(next(generator), generator.send(4), list(generator), log[-2:])
    ann, eve = Account("ann", 700), Account("eve")
    print(ann.pay(eve, 300), eve, ann.is_rich, Account.count, total)
    print(Counter(type(each).__name__ for each in parse("a 1 (b 2) (3)")))
    asyncio.run(bank())
    print(len(log), log[0], log[-1])
    evaluate(parse("(+ 1 (- y))")[0], {"x": 1})


main()
