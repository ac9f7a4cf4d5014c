# Special methods whose names strings spell.
class A:
    x = "class"
    def __init__(self): self.x = 1
    def get(self): return self.x * 2
c = A(); print(c.get()); getattr(c, "__delattr__")("x"); print(c.get())
