# Objects that only an expression holds die right after their last use, as CPython's stack gives them up.
import weakref
class A:
    def __init__(self, n="a"): self.n = n
    def __del__(self): print("del", self.n)
    def get(self): return self.n
    def me(self): return self
def f(x): print("f", x); return x
print(weakref.ref(A())())
print(A("1").get(), f(2))
f(A("2").get()); f(3)
x = [A("3").get(), f(4), A("5").n, f(5)]
y = A("6").get() + str(f(6))
if A("7").get() == "7" and f(7): print("seven")
def g():
    return A("8").get() + str(f(8))
print(g())
for i in [A("9"), A("10")]:
    print(i.n)
del i
print("loop")
for i in range(len(A("11").get())):
    print("in")
z = A("12").me().me().get() or f(1)
with open("/dev/null") as h: pass
print(f"{A('13').get()}{f(13)}")
A("14")
print("x")
A("15").me()
print("y")
A("16").n = f(16)
print("z")
[A("17")][0].n = f(17)
len([A("18")]); f(18)
d = {A("19").n: f(19), A("20").n: f(20)}
t = A("21").n, f(21)
print(A("22").n == "22", f(22))
s = A("23").n if f(23) else 0
f(A("24")).get(); f(24)
print(A("25") is None, f(25))
print(not A("26"), f(26))
