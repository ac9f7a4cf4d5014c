# Temporaries that statements read twice: augmented assignments, chains of comparisons, several targets.
class D:
    def __init__(self): self.env = {"a": 1}; self.n = 1; self.l = [1]
    def __del__(self): print("del")
    def me(self): return self
def parse(flag):
    d = None
    if flag: d = D()
    d.env |= dict(p.split("=") for p in ["b=2"])
    d.n += 1
    D().n += len([1])
    D().me().env |= {"z": 1}
    D().l[0] += len("ab")
    d.me().l[0] += 1
    d.me().l[0:1] += [3]
    x = [D()]
    x[0].me().n **= 2
    print(d.env, d.n, d.l)
    if 0 < D().n < D().me().n + 1 < 5: print("chain")
    print(D().me().n, [D().n, D().me()][0])
parse(1)
class E(D):
    pass
def multi():
    a = b = E().me()
    a.n = b.n = E().n + 1
    print(a.n)
    c, e = E().n, E().me().n
    print(c, e)
    D().me().n, D().n = 1, 2
    for D().n in range(1): print("loop")
    with open("/dev/null") as D().n: print("w")
    del D().me().n
    del D().l[0]
multi()
