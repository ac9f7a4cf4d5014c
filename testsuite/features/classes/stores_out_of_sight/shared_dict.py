# Instances that share one dict.
class Borg:
    _shared = {}
    def __init__(self):
        self.__dict__ = self._shared
class A(Borg):
    def __init__(self, v=None):
        super().__init__()
        if v is not None: self.x = v
    def get(self): return self.x * 2
print(A("s").get(), A().get())
Borg._shared["x"] = 5
print(A().get())
