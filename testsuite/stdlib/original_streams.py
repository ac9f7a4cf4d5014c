"""The streams that a program began with, `sys.__stdout__` and its like, while it has others in their place."""
import contextlib
import io
import sys

print(sys.__stdin__ is sys.stdin, sys.__stdout__ is sys.stdout, sys.__stderr__ is sys.stderr)
captured = io.StringIO()
with contextlib.redirect_stdout(captured):
    print("captured")
    print("seen", file=sys.__stdout__)
    print(sys.__stdout__ is sys.stdout)
print(repr(captured.getvalue()))


class Loud:
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        return self.stream.write(text.upper())

    def flush(self):
        self.stream.flush()


sys.stdout = Loud(sys.__stdout__)
print("loud")
sys.stdout = sys.__stdout__
print("quiet", sys.__stdout__.name, sys.__stderr__.name, sys.__stdin__.name)
