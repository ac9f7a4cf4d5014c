"""random.SystemRandom, and classes derived from random.Random."""
import copy
import pickle
import random


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Dice(random.Random):
    """Remembers what it was seeded with."""

    def __init__(self, seed=None, sides=6):
        self.sides = sides
        self.seeds = []
        super().__init__(seed)

    def seed(self, a=None, version=2):
        self.seeds.append(a)
        super().seed(a, version)

    def roll(self):
        return self.randint(1, self.sides)


dice = Dice(7, sides=20)
plain = random.Random(7)
print(dice.seeds, [dice.roll() for _ in range(5)], [plain.randint(1, 20) for _ in range(5)])
dice.seed(3)
print(dice.seeds, dice.random(), random.Random(3).random(), isinstance(dice, random.Random))
state = dice.getstate()
first = dice.choice("abcdef"), dice.gauss(0, 1)
dice.setstate(state)
print(first == (dice.choice("abcdef"), dice.gauss(0, 1)))

for make in (copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))):
    source = random.Random(11)
    other = make(source)
    print(other is source, type(other).__name__, other.random() == random.Random(11).random(), source.random() == random.Random(11).random())

system = random.SystemRandom()
print(isinstance(system, random.Random), all(0 <= system.random() < 1 for _ in range(200)))
print(all(1 <= system.randint(1, 6) <= 6 for _ in range(200)), sorted(system.sample(range(5), 5)))
print({system.choice("ab") for _ in range(200)} == {"a", "b"}, system.getrandbits(100) < 2 ** 100, system.getrandbits(0), len(system.randbytes(5)))
print(system.seed(5), system.randrange(1), len({system.random() for _ in range(100)}) > 90)
attempt(system.getstate)
attempt(system.setstate, 5)
attempt(system.getrandbits, -1)
attempt(random.Random, 1, 2)


class Tokens(random.SystemRandom):
    def token(self, size):
        return "".join(self.choices("0123456789abcdef", k=size))


print(len(Tokens().token(12)), set(Tokens().token(400)) <= set("0123456789abcdef"))

for seed in ("nofar", b"abc", "", "a\u20ac", bytearray(b"abc")):
    for version in (1, 2):
        source = random.Random()
        try:
            source.seed(seed, version)
            print(seed, version, source.random())
        except TypeError as error:
            print(error)
