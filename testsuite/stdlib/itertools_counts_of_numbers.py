# Numbers that itertools.count takes, and dicts that ask keys for their hashes and equality once.
from itertools import count, islice


class Counted:
    def __init__(self):
        self.hashed = self.compared = 0

    def __hash__(self):
        self.hashed += 1
        return 42

    def __eq__(self, other):
        self.compared += 1
        return self is other


one, other = Counted(), Counted()
known = {one: 5}
known.setdefault(other, [])
print(one.hashed, other.hashed, one.compared + other.compared)
copied = dict.fromkeys(known)
print(one.hashed, other.hashed, len(copied))
print(list(islice(count(1 + 2j, 3), 2)), list(islice(count(2, 1.5j), 3)))
try:
    count("a")
except TypeError as error:
    print(error)
