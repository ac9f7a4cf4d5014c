# graphlib: orders, steps, cycles, errors.
from graphlib import CycleError, TopologicalSorter

print(list(TopologicalSorter({"D": {"B"}, "B": ["A"], "C": ["A"]}).static_order()), list(TopologicalSorter().static_order()), list(TopologicalSorter({1: []}).static_order()))
ts = TopologicalSorter()
ts.add("wash", "dirty")
ts.add("dry", "wash", "sun")
ts.add("sun")
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(sorted(ready), ts.get_ready(), bool(ts))
    ts.done(*ready)
for bad in [lambda: ts.prepare(), lambda: ts.add("x"), lambda: ts.done("nope"), lambda: ts.done("sun"), lambda: TopologicalSorter().get_ready(), lambda: TopologicalSorter().done(1), lambda: TopologicalSorter().is_active()]:
    try:
        print(bad())
    except ValueError as e:
        print(e)
for graph in [{1: [2], 2: [1]}, {1: [1]}, {1: [2], 2: [3], 3: [1], 4: []}]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as e:
        print(e.args)
new = TopologicalSorter({"a": ["b"]})
new.prepare()
try:
    new.done("a")
except ValueError as e:
    print(e)
