"""asyncio.create_subprocess_exec and _shell: streams, exit codes, time limits, signals, errors."""
import asyncio
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def tries(label, awaitable):
    try:
        print(f"{label}:", await awaitable)
    except Exception as error:
        print(f"{label}:", type(error).__name__, error)


async def run(command):
    process = await asyncio.create_subprocess_shell(command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    stdout, stderr = await process.communicate()
    return process.returncode, stdout.decode(), stderr.decode()


async def basics():
    print(await run("echo out; echo err >&2; exit 3"))
    process = await asyncio.create_subprocess_exec("echo", "one", "two three", stdout=PIPE)
    print(isinstance(process.pid, int), process.stdin, process.stderr, type(process.stdout).__name__, repr(process) == f"<Process {process.pid}>")
    print(await process.stdout.read(), await process.wait(), process.returncode, await process.wait())
    process = await asyncio.create_subprocess_exec("true")
    print(process.stdin, process.stdout, process.returncode, await process.communicate(), process.returncode)
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    print(await process.communicate(b"through the pipe"), process.returncode)
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    stdout, _ = await process.communicate(b"x" * 500_000)
    print(len(stdout))
    process = await asyncio.create_subprocess_shell("echo a; echo b >&2", stdout=PIPE, stderr=STDOUT)
    print((await process.communicate())[0].split())
    process = await asyncio.create_subprocess_exec("cat", stdin=DEVNULL, stdout=PIPE)
    print(await process.communicate())
    process = await asyncio.create_subprocess_exec("true", stdin=PIPE)
    print(await process.communicate(b"nobody reads" * 50_000), process.returncode)
    process = await asyncio.create_subprocess_shell("pwd; echo $NAME", stdout=PIPE, cwd="/", env={"NAME": "value"})
    print((await process.communicate())[0])


async def dialogue():
    process = await asyncio.create_subprocess_shell("while read line; do echo \"<$line>\"; done; echo done", stdin=PIPE, stdout=PIPE)
    for word in (b"one", b"two"):
        process.stdin.write(word + b"\n")
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    await process.stdin.wait_closed()
    async for line in process.stdout:
        print("rest", line)
    print(await process.wait(), process.stdout.at_eof(), process.stdin.is_closing())


async def worker(number):
    process = await asyncio.create_subprocess_shell(f"echo {number}; exit {number}", stdout=PIPE)
    stdout, _ = await process.communicate()
    return int(stdout), process.returncode


async def many():
    print(await asyncio.gather(*(worker(i) for i in range(12))))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(worker(i)) for i in range(3)]
    print([task.result() for task in tasks])


async def endings():
    process = await asyncio.create_subprocess_exec("sleep", "60")
    print(process.returncode)
    process.terminate()
    print(await process.wait() == -signal.SIGTERM, process.returncode)
    process = await asyncio.create_subprocess_exec("sleep", "60")
    process.kill()
    print(await process.wait())
    for send in (process.terminate, process.kill, lambda: process.send_signal(signal.SIGINT)):
        try:
            print(send())
        except ProcessLookupError as error:
            print("gone", error)
    process = await asyncio.create_subprocess_shell("trap 'exit 7' USR1; echo ready; while :; do sleep 0.05; done", stdout=PIPE)
    print(await process.stdout.readline())
    process.send_signal(signal.SIGUSR1)
    print(await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "60", stdout=PIPE)
    try:
        await asyncio.wait_for(process.communicate(), 0.05)
    except TimeoutError:
        print("too long")
        process.kill()
        print(await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "60")
    task = asyncio.create_task(process.wait())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", process.returncode)
    process.kill()
    print(await process.wait())


async def failures():
    await tries("no program", asyncio.create_subprocess_exec("no-such-program-anywhere"))
    await tries("not executable", asyncio.create_subprocess_exec("/etc/passwd"))
    await tries("no folder", asyncio.create_subprocess_exec("true", cwd="/no/such/folder"))
    await tries("text", asyncio.create_subprocess_exec("true", text=True))
    await tries("universal_newlines", asyncio.create_subprocess_shell("true", universal_newlines=True))
    await tries("encoding", asyncio.create_subprocess_exec("true", encoding="utf-8"))
    await tries("errors", asyncio.create_subprocess_exec("true", errors="strict"))
    await tries("bufsize", asyncio.create_subprocess_exec("true", bufsize=1))
    await tries("shell", asyncio.create_subprocess_exec("true", shell=True))
    await tries("no shell", asyncio.create_subprocess_shell("true", shell=False))
    await tries("no text", asyncio.create_subprocess_shell(["true"]))
    await tries("a number", asyncio.create_subprocess_exec("true", 5))
    process = await asyncio.create_subprocess_shell("printf 'a line that is far too long\\n'; echo short", stdout=PIPE, limit=10)
    await tries("limit", process.stdout.readline())
    print(await process.wait())


class Events(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done = done
        self.events = []
        self.transport = None

    def connection_made(self, transport):
        self.transport = transport
        self.events.append(("made", transport.get_pid() > 0, transport.get_returncode(), transport.get_pipe_transport(0) is not None,
                            transport.get_pipe_transport(2) is not None))

    def pipe_data_received(self, fd, data):
        self.events.append(("data", fd, data))

    def pipe_connection_lost(self, fd, exc):
        self.events.append(("pipe lost", fd, exc))

    def process_exited(self):
        self.events.append(("exited", self.transport.get_returncode()))

    def connection_lost(self, exc):
        self.events.append(("lost", exc))
        self.done.set_result(None)


async def protocols():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(lambda: Events(done), "sh", "-c", "read line; echo \"got $line\"", stderr=None)
    transport.get_pipe_transport(0).write(b"something\n")
    await done
    print(protocol.events[0], ("data", 1, b"got something\n") in protocol.events, protocol.events[-1])
    print(sorted(str(event) for event in protocol.events[1:-1]), transport.is_closing())
    transport.close()
    print(transport.is_closing(), type(transport).__name__, transport.get_protocol())
    done = loop.create_future()
    transport, protocol = await loop.subprocess_shell(lambda: Events(done), "exit 4", stdin=None, stdout=None, stderr=None)
    await done
    print(protocol.events)
    transport.close()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(lambda: Events(done), "sleep", "60", stdout=None, stderr=None)
    transport.close()
    await done
    print(protocol.events[0], sorted(str(event) for event in protocol.events[1:]))


async def main():
    for part in (basics, dialogue, many, endings, failures, protocols):
        print("--", part.__name__)
        await part()


sys.stdout.flush()
asyncio.run(main())
