"""subprocess.Popen: pipes by hand, signals, waiting, groups, descriptors."""
import os
import signal
import subprocess
import sys
import threading
from subprocess import DEVNULL, PIPE, Popen


def tries(label, function, *args, **kwargs):
    try:
        print(f"{label}:", function(*args, **kwargs))
    except BaseException as error:
        print(f"{label}:", type(error).__name__, error)


# A dialogue, line by line.
with Popen(["sh", "-c", "while read line; do echo \"<$line>\"; done; echo bye"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as process:
    for word in ("one", "two", "three"):
        process.stdin.write(word + "\n")
        print(process.stdout.readline().strip())
    process.stdin.close()
    print(process.stdout.read().strip())
print(process.returncode, process.poll(), process.wait(), process.args, process.stdin.closed, process.stdout.closed)
print(process, process.universal_newlines)

# Iterating over lines while the process runs.
process = Popen("for i in 1 2 3; do echo line $i; done; echo problem >&2; exit 3", shell=True, stdout=PIPE, stderr=PIPE, text=True)
for line in process.stdout:
    print("got", line.rstrip())
print(process.stderr.read(), process.wait(), repr(process)[:60])
process.stdout.close()
process.stderr.close()

# A pipeline of two.
first = Popen(["printf", "b\\na\\nc\\n"], stdout=PIPE)
second = Popen(["sort"], stdin=first.stdout, stdout=PIPE, text=True)
first.stdout.close()
print(second.communicate(), first.wait())

# Bytes, without a buffer.
process = Popen(["cat"], stdin=PIPE, stdout=PIPE, bufsize=0)
print(type(process.stdin).__name__, process.stdin.write(b"raw"), process.stdout.read(3))
process.stdin.close()
print(process.wait(), process.stdout.read())
process.stdout.close()

# Running, stopping.
process = Popen(["sleep", "60"])
print(process.poll(), process.returncode, isinstance(process.pid, int), process.pid > 0, process.stdin, process.stdout)
print(str(process))
tries("too short", lambda: process.wait(timeout=0.05))
process.terminate()
print(process.wait(), process.returncode == -signal.SIGTERM, process.send_signal(signal.SIGKILL), process.kill())
process = Popen(["sleep", "60"])
process.kill()
print(process.wait(timeout=30))
process = Popen(["sh", "-c", "trap 'echo trapped; exit 5' USR1; echo ready; while :; do sleep 0.05; done"], stdout=PIPE, text=True)
print(process.stdout.readline().strip())
process.send_signal(signal.SIGUSR1)
print(process.communicate(), process.returncode)

# communicate in parts: a time limit that passes, then the rest.
process = Popen("echo a; cat >&2; sleep 0.3; echo b", shell=True, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)
try:
    process.communicate("input", timeout=0.05)
except subprocess.TimeoutExpired as error:
    print("later", error.timeout)
print(process.communicate())
tries("again", process.communicate, "more")

# Sessions, groups, what goes before the program, descriptors.
with Popen(["sh", "-c", "read line; echo x"], stdin=PIPE, stdout=PIPE, start_new_session=True) as process:
    print(os.getsid(process.pid) == process.pid, process.communicate(b"\n"))
with Popen(["cat"], stdin=PIPE, process_group=0) as process:
    print(os.getpgid(process.pid) == process.pid)


def prepare():
    os.environ["PREPARED"] = "not seen"
    os.chdir("/")


print(subprocess.check_output(["pwd"], preexec_fn=prepare))


def broken():
    raise ValueError("no")


tries("preexec_fn", subprocess.run, ["true"], preexec_fn=broken)
reading, writing = os.pipe()
os.set_inheritable(writing, True)
print(subprocess.call(f"echo x >&{writing}", shell=True, stderr=DEVNULL) != 0)
print(subprocess.call(f"echo passed >&{writing}", shell=True, pass_fds=[writing]))
print(subprocess.call(f"echo all >&{writing}", shell=True, close_fds=False))
os.close(writing)
with open(reading) as file:
    print(file.read().split())

# Several from threads.
found = []


def run_one(number):
    found.append(subprocess.check_output(["echo", str(number)], text=True).strip())


threads = [threading.Thread(target=run_one, args=(i,)) for i in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(found))

# One that another thread waits for.
process = Popen(["sleep", "0.2"])
thread = threading.Thread(target=lambda: found.append(process.wait()))
thread.start()
print(process.wait(), process.returncode)
thread.join()
print(found[-1])

# Somebody else took the exit code.
process = Popen(["true"])
os.waitpid(process.pid, 0)
print(process.wait(), process.returncode)


# A handler of a signal that comes while waiting.
def on_alarm(number, frame):
    raise TimeoutError("alarm")


signal.signal(signal.SIGALRM, on_alarm)
process = Popen(["sleep", "60"], stdout=PIPE)
signal.setitimer(signal.ITIMER_REAL, 0.1)
tries("interrupted wait", process.wait)
signal.setitimer(signal.ITIMER_REAL, 0.1)
tries("interrupted read", process.stdout.read)
process.kill()
process.stdout.close()
print(process.wait())
sys.stdout.flush()
subprocess.run(["echo", "to our own stdout"])
print("end")
