"""Finds CPython 3.13, the reference that tests are recorded with and benchmarks are measured against."""
import glob
import os
import shutil
import subprocess

DESCRIBE = "import sys; print(sys.implementation.name, *sys.version_info[:2], sys.executable)"


def find():
    """The path of $PYTHON313, or python3.13 on the PATH, or pyenv's; None if there is none. Never a shim, which would slow each start."""
    pyenv = sorted(glob.glob(os.path.expanduser("~/.pyenv/versions/3.13.*/bin/python3.13")))
    for candidate in filter(None, [os.environ.get("PYTHON313"), shutil.which("python3.13"), *pyenv]):
        answer = subprocess.run([candidate, "-c", DESCRIBE], capture_output=True, text=True)
        if answer.returncode == 0 and answer.stdout.startswith("cpython 3 13 "):
            return answer.stdout.split(" ", 3)[3].strip()
    return None
