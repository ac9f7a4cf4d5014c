# An instance's dict by a name in a string.
class A:
    def __init__(self):
        self.x = 1
    def get(self):
        return self.x * 2
a = A()
getattr(a, "__dict__")["x"] = "s"
print(a.get())
