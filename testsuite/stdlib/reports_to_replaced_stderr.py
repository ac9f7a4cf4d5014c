"""What the runtime reports goes to `sys.stderr`, whatever the program has put there."""
import asyncio
import contextlib
import io
import sys


async def lost():
    pass


class Failing:
    def __del__(self):
        raise LookupError("in __del__")


async def failing():
    raise ValueError("never retrieved")


async def main():
    task = asyncio.create_task(failing())
    await asyncio.sleep(0)
    del task


original = sys.stderr
reports = io.StringIO()
with contextlib.redirect_stderr(reports):
    lost()
    Failing()
    asyncio.run(main())
    try:
        1 / 0
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
text = reports.getvalue()
for part in ("'lost' was never awaited", "  lost()", "Exception ignored in: <function Failing.__del__", "in __del__",
             "Task exception was never retrieved", "never retrieved", "ZeroDivisionError: division by zero"):
    print(part in text)


class Prefixed:
    def write(self, text):
        original.write("".join(f">{line}\n" for line in text.splitlines()))

    def flush(self):
        pass


class Broken:
    pass


for stream in (Prefixed(), Broken(), None):
    sys.stderr = stream
    lost()
sys.stderr = original
lost()


def caught(*classes):
    try:
        try:
            raise ValueError
        except classes:
            return "caught"
    except TypeError as error:
        return str(error)


print(caught(ValueError), caught(ValueError, 42), caught(ValueError, int))
try:
    try:
        raise ValueError
    except (ValueError, 42):
        print("caught")
except TypeError as error:
    print(error)
sys.stderr = Prefixed()
sys.exit("the end")
