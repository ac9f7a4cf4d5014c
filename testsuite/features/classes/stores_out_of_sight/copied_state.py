# copy stores what the class says that its state is.
import copy
class S:
    def __init__(self): self.x = 1
    def __getstate__(self): return {"x": "st"}
    def get(self): return self.x * 2
s = S(); print(s.get())
print(copy.copy(s).get(), copy.deepcopy(s).get())
