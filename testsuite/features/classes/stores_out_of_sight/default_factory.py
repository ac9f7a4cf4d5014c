# A defaultdict whose factory is replaced.
from collections import defaultdict
d = defaultdict(list)
d["a"].append(1)
d.default_factory = None
try: d["b"]
except KeyError as e: print("KeyError", e)
d.default_factory = lambda: None
print(d["c"])
for v in d.values(): print(v)
