import asyncio, os, sys, time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
import concurrent.futures

def square(x): return x * x
def fail(x):
    if x == 2: raise KeyError(x)
    return x
def die(): os._exit(3)
def add(a, b=1): return a + b
def init(t):
    global T; T = t
def tag(x): return (T, x)
def bad_init(): raise RuntimeError("init failed")
def lam(): return lambda: 1

async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(await loop.run_in_executor(pool, square, 12))
        print(await asyncio.gather(*[loop.run_in_executor(pool, square, i) for i in range(6)]))
        try: await loop.run_in_executor(pool, fail, 2)
        except KeyError as e: print("KeyError", e)
        print(await loop.run_in_executor(pool, inner, 3))

def inner(n):
    async def go():
        await asyncio.sleep(0.01)
        return n + 1
    return asyncio.run(go())

if __name__ == "__main__":
    with ProcessPoolExecutor(2) as ex:
        f = ex.submit(square, 5); print(f.result(), f.done())
        print(list(ex.map(square, range(7), chunksize=3)))
        print(list(ex.map(add, [1, 2], [3, 4])))
        print(ex.submit(add, 1, b=5).result())
        fs = [ex.submit(fail, i) for i in range(4)]
        for f in fs:
            try: print(f.result())
            except KeyError as e: print(repr(e), type(e.__cause__).__name__, "fail" in str(e.__cause__))
        print(sorted(f.result() for f in as_completed([ex.submit(square, i) for i in range(5)])))
        try: ex.submit(lambda: 1).result()
        except Exception as e: print(type(e).__name__, str(e)[:30])
        try: ex.submit(lam).result()
        except Exception as e: print(type(e).__name__)
        try: ex.map(square, [1], chunksize=0)
        except ValueError as e: print(e)
    try: ex.submit(square, 1)
    except RuntimeError as e: print(e)
    with ProcessPoolExecutor(2, initializer=init, initargs=(4,)) as ex:
        print(list(ex.map(tag, range(3))))
    with ProcessPoolExecutor(1) as ex:
        f = ex.submit(die)
        try: f.result()
        except concurrent.futures.process.BrokenProcessPool as e: print(type(e), e)
        try: ex.submit(square, 1)
        except Exception as e: print(type(e).__name__, e)
    for bad in (0, -1):
        try: ProcessPoolExecutor(bad)
        except ValueError as e: print(e)
    try: ProcessPoolExecutor(1, initializer=3)
    except TypeError as e: print(e)
    asyncio.run(main())
    ex = ProcessPoolExecutor(2); print(ex.submit(square, 3).result())
    try:
        ProcessPoolExecutor(1).submit(fail, 2).result()
    finally:
        print("end")
