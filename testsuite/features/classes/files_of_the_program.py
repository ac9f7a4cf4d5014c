# What is printed to may be an instance of the program's, whose methods `print` then calls.
import asyncio
import io
import sys


class Last:
    def __init__(self):
        self.last = 0
        self.flushed = 0

    def write(self, text):
        self.last = text
        return text

    def flush(self):
        self.flushed += 0.5


class Kept:
    def __init__(self, write):
        self.write = write


def both():
    last = Last()
    last.write(1)
    print("printed", file=last, end="", flush=True)
    numbers = [1]
    print("kept", "too", file=Kept(numbers.append))
    return last.last, last.flushed, numbers


print(both())


class Tee:
    def __init__(self, *files):
        self.files = files
        self.count = 0

    def write(self, text):
        self.count += len(text)
        for file in self.files:
            file.write(text)


async def main():
    lines = io.StringIO()
    tee = Tee(lines, sys.stdout)
    print("twice", 1, 2.5, file=tee, sep="-")
    task = asyncio.current_task()
    task.print_stack(file=Tee(lines))
    return tee.count, lines.getvalue().splitlines()[0]


print(asyncio.run(main()))
