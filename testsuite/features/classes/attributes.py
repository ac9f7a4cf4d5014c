# Attributes that come, go and change their type; setattr, delattr, __dict__; a patched method.
class Box:
    kind = "box"

    def __init__(self):
        self.content = 1

    def describe(self):
        return f"{self.kind} of {self.content!r}"


box = Box()
print(box.describe())
box.content = "a string"
print(box.describe())
setattr(box, "extra", [1, 2])
print(box.__dict__)
del box.content
try:
    print(box.describe())
except AttributeError as error:
    print(error)
delattr(box, "extra")
print(box.__dict__, vars(box))

name = "con" + "tent"
setattr(box, name, 2.5)
print(getattr(box, name), box.content)


def shout(self):
    return self.kind.upper()


Box.describe = shout
print(box.describe())
box.describe = lambda: "mine alone"
print(box.describe(), Box().describe())
