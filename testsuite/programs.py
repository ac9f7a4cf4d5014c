"""Test programs and what CPython 3.13 printed for them.

A program is NAME.py, or a folder NAME with main.py and its modules. NAME.out, NAME.err and NAME.rc beside it hold the recorded stdout,
stderr (where there is some) and exit code; NAME.in, if it exists, is its standard input and NAME.args its arguments.
"""
import os
import re
import shlex
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
FRAME = re.compile(r'  File "([^"]*)"')
GROUP_MARGIN = re.compile(r"^ *\| ?")
LIBRARY_PATH = re.compile(r"""[^\s"'(]*/lib/python3\.\d+/""")
LIBRARY_LINE = re.compile(r"(<stdlib>/[\w/]+\.py):\d+")
TRACEMALLOC = "Enable tracemalloc to get the object allocation traceback"


@dataclass
class Outcome:
    """What a run left: `code` is None after a timeout, and negative after death by a signal."""

    code: int | None
    out: bytes
    err: bytes


class Program:
    def __init__(self, path):
        self.path = Path(path)
        is_folder = self.path.name == "main.py"
        self.base = self.path.parent if is_folder else self.path
        self.folder = self.path.parent
        self.files = {self.path.name}
        if is_folder:
            self.files = {found.relative_to(self.folder).as_posix() for found in self.folder.rglob("*.py")}
        names = "|".join(re.escape(name) for name in sorted(self.files, key=len, reverse=True))
        self._own_path = re.compile(rf"""(?<![\w./>])(?:[^\s"'(<>]*/)?({names})(?!\w)""")

    def beside(self, suffix):
        """NAME.suffix, also for a NAME with dots in it."""
        name = self.base.name if self.base.is_dir() else self.base.stem
        return self.base.with_name(name + suffix)

    def is_recorded(self):
        return self.beside(".rc").exists()

    def run(self, command, timeout):
        """Runs `command`, a list, with the program's path, arguments and input after it."""
        arguments = self.beside(".args")
        argv = [*command, str(self.path), *(shlex.split(arguments.read_text()) if arguments.exists() else [])]
        stdin = self.beside(".in")
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        with open(stdin if stdin.exists() else os.devnull, "rb") as source:
            process = subprocess.Popen(argv, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
                                       start_new_session=True, preexec_fn=default_interrupt)
            try:
                out, err = process.communicate(timeout=timeout)
                return Outcome(process.returncode, out, err)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                out, err = process.communicate()
                return Outcome(None, out, err)

    def recorded(self):
        err = self.beside(".err")
        return Outcome(int(self.beside(".rc").read_text()), self.beside(".out").read_bytes(), err.read_bytes() if err.exists() else b"")

    def comparable(self, stderr):
        """The lines of a stderr that every machine and every implementation must agree on: no directories, no addresses, no frames
        of the library's files."""
        text = stderr.decode(errors="replace").replace(f"{self.folder}/", "")
        text = LIBRARY_LINE.sub(r"\1", LIBRARY_PATH.sub("<stdlib>/", text))
        text = ADDRESS.sub("0x{address}", self._own_path.sub(r"\1", text))
        kept, in_library = [], False
        for line in text.splitlines():
            content = GROUP_MARGIN.sub("", line)
            if frame := FRAME.match(content):
                in_library = frame[1] not in self.files
            elif not content.startswith("    "):
                in_library = False
            if not in_library and TRACEMALLOC not in line:
                kept.append(line.rstrip())
        return kept


def default_interrupt():
    """lit's workers ignore SIGINT, which a child would inherit."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def differences(program, actual):
    """What differs between the program's record and an actual outcome: a list of texts, empty when they agree."""
    return outcome_differences(program, program.recorded(), actual)


def outcome_differences(program, expected, actual):
    """What differs between two outcomes of a program: a list of texts, empty when they agree."""
    if actual.code is None:
        return ["timed out"]
    found = []
    if actual.code != expected.code:
        found.append(f"exit code {actual.code}, expected {expected.code}")
    out = actual.out
    if b"0x{address}" in expected.out:
        out = re.sub(rb"\b0x[0-9a-fA-F]{6,}\b", b"0x{address}", out)
    if out != expected.out:
        found.append("stdout" + first_difference(expected.out.decode(errors="replace").splitlines(), out.decode(errors="replace").splitlines()))
    want, got = program.comparable(expected.err), program.comparable(actual.err)
    if want != got:
        found.append("stderr" + first_difference(want, got))
    return found


def first_difference(want, got):
    """The place where two lists of lines part, with a little of what follows."""
    at = next((i for i, (a, b) in enumerate(zip(want, got)) if a != b), min(len(want), len(got)))
    lines = [f" differs in line {at + 1}"]
    lines += [f"  expected: {line}" for line in want[at:at + 5]] or ["  expected: the end"]
    lines += [f"  actual:   {line}" for line in got[at:at + 5]] or ["  actual:   the end"]
    return "\n".join(lines)
