# `stacklevel`: warnings and log records that tell of the place further out.
import warnings, logging, sys, asyncio
def deprecated(f):
    def w(*a, **k):
        warnings.warn(f"{f.__name__} is deprecated", DeprecationWarning, stacklevel=2)
        return f(*a, **k)
    return w
@deprecated
def old(x): return x
print(old(1))
def user():
    return old(2)
user()
def deep(n):
    warnings.warn(f"lvl {n}", UserWarning, n)
def mid(n):
    deep(n)
for n in range(0, 6): mid(n)
class C:
    def m(self): warnings.warn("in method", stacklevel=2)
    @property
    def p(self): warnings.warn("prop", FutureWarning, stacklevel=2); return 1
C().m(); C().p
async def co():
    await asyncio.sleep(0)
    old(3)
    C().m()
asyncio.run(co())
logging.basicConfig(format="%(funcName)s:%(lineno)d %(message)s", level=20, stream=sys.stdout)
def log2(msg): logging.info(msg, stacklevel=2)
def caller(): log2("from caller")
caller(); log2("module"); logging.info("deep", stacklevel=9)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    user(); [old(i) for i in range(2)]; list(map(old, [1]))
    print([(x.lineno, str(x.message), x.filename.rsplit("/")[-1]) for x in w])
def g():
    yield old(5)
list(g())
@warnings.deprecated("use new")
def older(): pass
older()
def call(): older()
call()
@warnings.deprecated("cls", stacklevel=2)
class Old: pass
def make(): Old()
make()
warnings.simplefilter("error")
def fail(): old(1)
fail()
