# Seeded random numbers are CPython's: the same Mersenne Twister, the same ways to draw from it.
import random

random.seed(1)
print(random.random(), random.randint(1, 6), random.randrange(10), random.randrange(3, 30, 4), random.choice("abcdef"))
print(random.uniform(1, 2), random.getrandbits(70))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(range(100), 5), random.choices([1, 2, 3], k=4))
one, other = random.Random(5), random.Random(5)
print([one.random() for _ in range(3)] == [other.random() for _ in range(3)], one.gauss(0, 1))
random.seed("text")
print(random.random())
for action in [lambda: random.choice([]), lambda: random.randrange(0)]:
    try:
        action()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
