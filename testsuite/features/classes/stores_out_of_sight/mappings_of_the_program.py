# A mapping of the program's is asked for its keys, whatever it gives as an iterable.
from collections import OrderedDict
x = dict(OrderedDict([((1, 2), "v")]))
for k, v in x.items():
    print(k[0], v * 2)
class M:
    def keys(self):
        return ["a"]
    def __getitem__(self, k):
        return k * 2
    def __iter__(self):
        yield (1, 2)
d = {3: 1}
d.update(M())
for k, v in d.items():
    print(k * 2, v * 2)
