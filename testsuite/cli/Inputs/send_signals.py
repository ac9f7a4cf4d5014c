"""Starts a command that prints a line when it is ready, once per signal, and says how each one ended and the last line of its stderr.

Usage: send_signals.py COMMAND..."""
import signal
import subprocess
import sys

for number in (signal.SIGTERM, signal.SIGINT):
    process = subprocess.Popen(
        sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    process.stdout.readline()
    process.send_signal(number)
    errors = process.communicate(timeout=60)[1].splitlines()
    print(number.name, process.returncode, errors[-1] if errors else "")
