"""Loops hear of signals while they do not run, shut down by them, and say which they cannot have."""
import asyncio, os, signal, threading, sys
async def worker(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker", n, "cancelled"); raise
async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(worker(i)) for i in range(2)]
    def shutdown(sig):
        print("got", sig.name)
        for t in tasks: t.cancel()
    for s in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(s, shutdown, s)
    loop.call_later(0.02, os.kill, os.getpid(), signal.SIGHUP)
    print(await asyncio.gather(*tasks, return_exceptions=True))
asyncio.run(main())
print(signal.getsignal(signal.SIGHUP), signal.getsignal(signal.SIGTERM))
with asyncio.Runner() as r:
    async def a():
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, print, "int in runner")
    r.run(a())
    print(getattr(signal.getsignal(signal.SIGINT), "__name__", None))
    async def b():
        os.kill(os.getpid(), signal.SIGINT); await asyncio.sleep(0.01); print("b done")
    r.run(b())
    print(r.get_loop().remove_signal_handler(signal.SIGINT))
    try:
        r.run(b())
    except KeyboardInterrupt as e: print("KI", repr(e.__context__))
loop = asyncio.new_event_loop()
loop.add_signal_handler(signal.SIGUSR2, print, "usr2")
os.kill(os.getpid(), signal.SIGUSR2)
loop.run_until_complete(asyncio.sleep(0.01))
loop.close()
try: loop.add_signal_handler(signal.SIGUSR2, print)
except RuntimeError as e: print(e)
for bad in (signal.SIGKILL, 0, 100, "x"):
    l2 = asyncio.new_event_loop()
    try: l2.add_signal_handler(bad, print)
    except (RuntimeError, ValueError, TypeError) as e: print(type(e).__name__, e)
    l2.close()
def in_thread():
    async def m():
        try: asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, print)
        except (RuntimeError, ValueError) as e: print(type(e).__name__, e)
    asyncio.run(m())
t = threading.Thread(target=in_thread); t.start(); t.join()
