# Names in strings, and names that are made up.
import operator
from collections import UserList


def anything(*values):
    """What it gives is of no type that inference knows."""
    return UserList(values)[0]


class Attributes:
    def __init__(self):
        self.alpha = 1
        self.beta = 2.0
        self.gamma = "three"

    def visit_int(self, node):
        return ("int", node)

    def visit_str(self, node):
        return ("str", node)

    def visit(self, node):
        return getattr(self, f"visit_{type(node).__name__}")(node)



class Holder:
    def __init__(self, name):
        self.name = name


a = Attributes()
print(a.visit(3), a.visit("s"))
b = anything(a)
for name in ("alpha", "beta", "gamma"):
    print(name, getattr(b, name), hasattr(b, name + "x"))
print("{0.alpha} {0.gamma!r} {1.name}".format(b, anything(Holder("ada"))))
print(operator.attrgetter("alpha", "beta")(b), operator.methodcaller("visit", "w")(b))
