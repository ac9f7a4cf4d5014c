# str, float, int and complex of objects with methods of their own, and of wrong arguments.
def at(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(b'abc'.__bytes__())
at(lambda: str(b'', encoding=1)); at(lambda: str(1, 'utf-8')); at(lambda: str('x', 'utf-8')); at(lambda: str(b'x', 'utf-8', 3)); at(lambda: str(encoding='utf-8')); at(lambda: str(b'x', errors='x')); at(lambda: str(object=3)); at(lambda: str(1,2,3,4))
class FS(float):
    def __float__(self): return FS(2)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    class FF:
        def __float__(self): return FS(3)
    at(lambda: float(FF()))
    class II:
        def __int__(self): return True
        def __index__(self): return True
    at(lambda: int(II()))
    class CC:
        def __complex__(self): return type('c2', (complex,), {})(1)
    at(lambda: complex(CC()))
    print([str(x.message) for x in w])
at(lambda: 0.0 ** -1); at(lambda: 0 ** -1); at(lambda: (-0.0) ** -1.0); at(lambda: pow(0.0, -1.0)); at(lambda: 0j ** -1)
at(lambda: float.fromhex('0x0.ffffffffffffd6p-1022')); at(lambda: float.fromhex('0x1.ffffffffffffdp-1023'))
class FK(float):
    def __init__(self, *a, **k): self.k = k
at(lambda: FK(1, newarg=2))
class FN(float):
    def __new__(cls, v, n): self = super().__new__(cls, v); self.n = n; return self
at(lambda: FN('1.5', n=3).n)
at(lambda: float(x=1))
