"""The policy's child watcher: for processes that the loop didn't start."""
import asyncio
import subprocess
import warnings


async def main():
    loop = asyncio.get_running_loop()
    watcher = asyncio.get_child_watcher()
    print(type(watcher), isinstance(watcher, asyncio.AbstractChildWatcher), watcher.attach_loop(loop))
    done = loop.create_future()
    with watcher as entered:
        print(entered is watcher, watcher.is_active())
        process = subprocess.Popen(["sh", "-c", "exit 3"])
        watcher.add_child_handler(process.pid, lambda pid, code, *args: done.set_result((pid == process.pid, code, args)), "more")
    print(await done, watcher.remove_child_handler(process.pid), watcher.close())
    # The watcher has waited for it.
    process.returncode = 3
    other = await asyncio.create_subprocess_exec("true")
    print(await other.wait())


asyncio.run(main())
policy = asyncio.get_event_loop_policy()
print(asyncio.get_child_watcher() is policy.get_child_watcher())
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    asyncio.get_child_watcher()
    policy.get_child_watcher()

    class Mine(asyncio.AbstractChildWatcher):
        pass

print([(str(each.message), each.category.__name__) for each in seen], seen[1].lineno)
for method in ("attach_loop", "remove_child_handler", "__enter__"):
    try:
        getattr(Mine(), method)(*["argument"] * (method != "__enter__"))
    except NotImplementedError as error:
        print(method, repr(error))
try:
    asyncio.AbstractEventLoopPolicy().get_child_watcher()
except NotImplementedError as error:
    print(repr(error))
