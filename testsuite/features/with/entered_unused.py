# What a manager gives and nobody keeps ends before the body.
class Tree:
    def __init__(self, v):
        self.v = v
    def __del__(self): print("del", self.v)
class C:
    def __enter__(self): return Tree("entered")
    def __exit__(self, *a): print("exit")
with C() as z: print(z.v)
with C(): print("body")
z = None
