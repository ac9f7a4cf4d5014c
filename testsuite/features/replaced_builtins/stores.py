# What the program stores into `builtins` is what the names mean from then on.
import builtins
orig = print
def shout(*a, **k): orig("SHOUT", *a, **k)
builtins.print = shout
print("x")
def g():
    print("in g")
g()
builtins.print = orig
print("back")
builtins.extra = 5
print(extra)
class Loud:
    print("class body", 1)
builtins.print = shout
class Louder:
    print("class body", 2)
    def m(self, n=len("abc")): print(n)
Louder().m()
builtins.len = lambda x: -1
print(len("abc"), [len(x) for x in ("a", "b")], max("a", "bc", key=len))
builtins.print = orig
print("again")
