import contextvars
from contextvars import Context, ContextVar, Token, copy_context

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {str(e).split(' at 0x')[0]}"

def plain(x):
    text = repr(x)
    while " at 0x" in text:
        i = text.index(" at 0x")
        j = i + 6
        while text[j] in "0123456789abcdef":
            j += 1
        text = text[:i] + text[j:]
    return text

v = ContextVar("v", default=3)
w = ContextVar("w")
print(plain(v), plain(w), v.name, v.get(), v.get(9), w.get("none"), attempt(w.get), Token.MISSING)
t = v.set(4)
print(plain(t), t.old_value, t.var is v, v.get())
t2 = v.set(5)
print(t2.old_value)
v.reset(t2)
print(v.get(), plain(t2))
v.reset(t)
print(v.get(), attempt(lambda: v.reset(t)), attempt(lambda: w.reset(v.set(1))), attempt(lambda: v.reset(3)), attempt(lambda: Token()), attempt(lambda: ContextVar(3)), attempt(lambda: Context(1)), attempt(lambda: Context().run()), attempt(lambda: ContextVar("x")["a"]))
c = copy_context()
print(c[v], v in c, w in c, len(c), c.get(w), c.get(w, 7), [x.name for x in c], [x.name for x in c.keys()], list(c.values()), [(k.name, x) for k, x in c.items()])
def work(n, *, name):
    v.set(n)
    w.set(name)
    return v.get(), w.get(), copy_context() == c
print(c.run(work, 10, name="inside"), v.get(), w.get("outside"), c[v], c[w])
print(attempt(lambda: c.run(lambda: c.run(print))), attempt(lambda: c.run(int, "x")), c.run(v.get))
token = c.run(v.set, 11)
print(attempt(lambda: v.reset(token)))
c.run(v.reset, token)
print(c[v], c.copy() == c, c == copy_context(), attempt(lambda: c["a"]), attempt(lambda: hash(c)), attempt(lambda: Context()[v]))
empty = Context()
print(empty.run(v.get), empty.run(w.get, "e"), len(empty), ContextVar[int])
