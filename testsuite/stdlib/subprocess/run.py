"""subprocess.run and its kin: outputs, inputs, exit codes, errors."""
import os
import subprocess
import tempfile
from pathlib import Path


def show(label, *values):
    print(f"{label}:", *values)


def tries(label, function, *args, **kwargs):
    try:
        show(label, function(*args, **kwargs))
    except Exception as error:
        show(label, type(error).__module__, type(error).__qualname__, error)


# Results.
done = subprocess.run(["echo", "hello", "wörld"], capture_output=True, text=True)
show("done", done, done.stdout.split(), done.stderr == "")
show("bytes", subprocess.run(["echo", "a b"], stdout=subprocess.PIPE))
show("no pipes", subprocess.run(["true"]))
show("false", subprocess.run(["false"]).returncode)
show("shell", subprocess.run("echo $((6 * 7)); echo oops >&2; exit 3", shell=True, capture_output=True, text=True))
show("merged", subprocess.run("echo out; echo err >&2", shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout.split())
show("null", subprocess.run(["sh", "-c", "cat; echo gone"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL))
show("input", subprocess.run(["cat"], input=b"bytes \xff\x00", capture_output=True).stdout)
show("text input", subprocess.run(["cat"], input="zeile\r\nnoch eine\rende\n", capture_output=True, text=True).stdout.splitlines())
show("latin", subprocess.run(["cat"], input="é\n", stdout=subprocess.PIPE, encoding="latin-1"))
show("universal", subprocess.run("printf 'a\\r\\nb\\rc'", shell=True, stdout=subprocess.PIPE, universal_newlines=True).stdout)
show("large", len(subprocess.run(["cat"], input=b"x" * 300_000, stdout=subprocess.PIPE).stdout))
show("large both", [len(text) for text in (lambda r: (r.stdout, r.stderr))(subprocess.run(
    "head -c 200000 /dev/zero; head -c 150000 /dev/zero >&2", shell=True, capture_output=True))])
show("unread input", subprocess.run(["true"], input=b"x" * 300_000).returncode)
show("bad bytes", subprocess.run("printf '\\377'", shell=True, stdout=subprocess.PIPE, text=True, errors="replace").stdout.encode())
tries("undecodable", subprocess.run, "printf '\\377'", shell=True, stdout=subprocess.PIPE, text=True)

# Environment, folder, program.
show("env", subprocess.run(["sh", "-c", "echo $GREETING-$HOME"], env={"GREETING": "hi", "PATH": os.environ["PATH"]}, stdout=subprocess.PIPE,
                           text=True).stdout)
os.environ["AIOCC_TEST_VALUE"] = "inherited"
show("inherited", subprocess.check_output("echo $AIOCC_TEST_VALUE", shell=True))
with tempfile.TemporaryDirectory() as folder:
    show("cwd", subprocess.check_output(["pwd"], cwd=folder, text=True).strip() == os.path.realpath(folder))
    path = Path(folder) / "out.txt"
    with open(path, "w") as file:
        subprocess.run(["echo", "into a file"], stdout=file)
    with open(path) as file:
        show("from a file", subprocess.run(["cat"], stdin=file, capture_output=True, text=True).stdout)
    script = Path(folder) / "tool.sh"
    script.write_text("#!/bin/sh\necho tool \"$@\"\n")
    try:
        subprocess.run([script])
    except PermissionError as error:
        show("not executable", error.strerror, error.filename == script)
    script.chmod(0o755)
    show("path", subprocess.run([script, "1", Path("two")], stdout=subprocess.PIPE, text=True).stdout)
    show("one path", subprocess.run(script, stdout=subprocess.PIPE, text=True).stdout)
    os.environ["PATH"] += os.pathsep + folder
    show("by PATH", subprocess.check_output(["tool.sh", "x"], text=True))
show("executable", subprocess.check_output(["name", "-c", "echo $0"], executable="sh", text=True))
show("umask", subprocess.check_output("umask", shell=True, text=True, umask=0o27))

# Exit codes that are errors.
tries("check", subprocess.run, ["sh", "-c", "exit 7"], check=True)
tries("check signal", subprocess.run, "kill -TERM $$", shell=True, check=True)
tries("check_call", subprocess.check_call, ["false"])
show("check_call fine", subprocess.check_call(["true"]))
show("call", subprocess.call("exit 5", shell=True), subprocess.call(["sh", "-c", "kill -9 $$"]))
try:
    subprocess.check_output("echo partial; echo why >&2; exit 2", shell=True, stderr=subprocess.PIPE, text=True)
except subprocess.CalledProcessError as error:
    show("attributes", error.returncode, error.cmd, repr(error.output), repr(error.stdout), repr(error.stderr), error.args, repr(error))
show("status", subprocess.getstatusoutput("echo one; echo two; exit 4"), subprocess.getstatusoutput("printf 'x\\n\\n'"))
show("output", repr(subprocess.getoutput("echo error >&2; echo fine")))
tries("check_returncode", subprocess.CompletedProcess(["a"], 9, b"o", None).check_returncode)
show("fine", subprocess.CompletedProcess("a", 0).check_returncode())
for code in (-9, -64, -99, 3):
    show("words", subprocess.CalledProcessError(code, ["x", "y"]))
show("words", subprocess.TimeoutExpired("cmd", 2.5), repr(subprocess.TimeoutExpired(["a"], 1, output=b"o")))

# Programs that can't begin.
for error_type, arguments, options in (
    ("no program", ["no-such-program-anywhere"], {}),
    ("no path", ["/no/such/program", "x"], {}),
    ("a folder", ["/"], {}),
    ("no folder", ["true"], {"cwd": "/no/such/folder"}),
    ("nothing", [], {}),
    ("a number", ["echo", 1], {}),
    ("a zero", ["echo", "a\0b"], {}),
):
    tries(error_type, subprocess.run, arguments, **options)
try:
    subprocess.run(["no-such-program-anywhere"])
except FileNotFoundError as error:
    show("filename", error.filename, error.errno, error.args)

# Arguments that contradict one another.
tries("input and stdin", subprocess.run, ["cat"], input="x", stdin=subprocess.PIPE)
tries("capture", subprocess.run, ["cat"], capture_output=True, stdout=subprocess.PIPE)
tries("stdout", subprocess.check_output, ["true"], stdout=subprocess.PIPE)
tries("check", subprocess.check_output, ["true"], check=False)
tries("text", subprocess.run, ["true"], text=True, universal_newlines=False)
tries("bufsize", subprocess.Popen, ["true"], bufsize="x")
tries("startupinfo", subprocess.Popen, ["true"], startupinfo=object())
tries("creationflags", subprocess.Popen, ["true"], creationflags=1)
tries("env name", subprocess.run, ["true"], env={"a=b": "c"})
tries("str to bytes", subprocess.run, ["cat"], input="text", stdout=subprocess.PIPE)
tries("bytes to text", subprocess.run, ["cat"], input=b"bytes", stdout=subprocess.PIPE, text=True)
show("no input", subprocess.check_output(["cat"], input=None))

# Time limits.
try:
    subprocess.run("echo early; exec sleep 30", shell=True, stdout=subprocess.PIPE, timeout=1)
except subprocess.TimeoutExpired as error:
    show("timeout", error.cmd, error.timeout, error.output, error.stdout, error.stderr)
try:
    subprocess.call(["sleep", "30"], timeout=0.1)
except subprocess.SubprocessError as error:
    show("call timeout", error)
show("in time", subprocess.run(["echo", "quick"], capture_output=True, timeout=30))
show("bases", subprocess.TimeoutExpired.__mro__[1:3], subprocess.CalledProcessError.__bases__)
show("quoting", subprocess.list2cmdline(["a", "b c", 'd"e', "f\\", "g h\\", "", 'i\\"j']))
