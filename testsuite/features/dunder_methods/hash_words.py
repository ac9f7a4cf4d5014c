# What __hash__ returns is the hash where it fits a machine word.
class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value

    def __eq__(self, other):
        return isinstance(other, Key) and self.value == other.value


for value in (0, -1, 5, True, 2**61 - 2, 2**61 - 1, 2**61, 2**62, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**64), 10**30):
    print(value, hash(Key(value)), Key(value) in {Key(value): 1})
print(hash(Key(hash("text"))) == hash("text"), hash(Key(hash((1, "a")))) == hash((1, "a")))
