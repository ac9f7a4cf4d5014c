# In a forked child no loop runs, though what ran in one goes on.
import asyncio, os, sys
async def main():
    for what in ("sleep0", "sleep", "loop", "run", "lock", "future"):
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            try:
                if what == "sleep0": await asyncio.sleep(0)
                elif what == "sleep": await asyncio.sleep(0.01)
                elif what == "loop": print(asyncio.get_running_loop())
                elif what == "run": print(asyncio.run(asyncio.sleep(0.01, 7)))
                elif what == "lock":
                    async with asyncio.Lock(): print("locked")
                elif what == "future": asyncio.Future()
                print(what, "ok")
            except BaseException as e: print(what, type(e).__name__, e)
            sys.stdout.flush(); os._exit(0)
        os.waitpid(pid, 0)
    print("parent", asyncio.get_running_loop().is_running())
asyncio.run(main())
