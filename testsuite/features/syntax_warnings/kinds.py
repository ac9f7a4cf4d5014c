# Everything that CPython's compiler warns of, printed before the program begins.
x = 5
print("start")
if x is 5: pass
if x is not "a": pass
if 5 is x: pass
if x is (): pass
if x is (1, x): pass
if x is -1: pass
if x is None is 5: pass
if x is 1.5 is b"x" is 2j: pass
assert (x, "msg")
assert ()  if 0 else 1
if 0:
    (1)(2)
    "a"("b")
    [1](2)
    {}()
    f"x"()
    (x for x in y)()
    [x for x in y]()
    {1}()
    {x:1 for x in y}()
    (1, 2)()
    1[2]
    None[1]
    ...[1]
    {1}[0]
    (lambda: 1)[0]
    (x for x in y)[1]
    [1]["a"]
    [1][1, 2]
    "abc"[1.5]
    (1, 2)["a"]
    [1][None]
    [1][x]
    [1][[1]]
    [1][lambda: 1]
    f"{x}"["a"]
    [x for x in y]["a"]
    None()
    True()
    ...()
    lambda: 1()
y = "\d \w" "\400"
z = b"\d"
w = f"\d{x}\w"
v = "\
\p"
u = '''
\q
'''
t = 1if x else 2
s = 0x1for x in y if 0 else 1
r = [1.5or 2, 1and 2, 0b1in [1], 1is 1]
q = x is 5; q = x is 5
print("end")
