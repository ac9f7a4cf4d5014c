# A generator as the default of a keyword, and in collections.
import random


def pick(items, *, count=2, rnd=random.Random(5)):
    return [rnd.choice(items) for _ in range(count)]


print(pick("abcdef"), pick("abcdef", count=3), pick([1, 2], rnd=random.Random(1)))
generators = {"a": random.Random(1), "b": random.Random(2)}
print({name: rnd.getrandbits(40) for name, rnd in generators.items()}, generators["a"].randbytes(3))
print([rnd.random() for rnd in (random.Random(3), random.Random(4))], (lambda rnd=random.Random(6): rnd.randint(1, 9))())
