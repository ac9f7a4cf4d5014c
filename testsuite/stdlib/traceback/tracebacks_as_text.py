# traceback: exceptions with causes, contexts, notes and groups as text; entries, limits, repeated frames, one's own lists; in coroutines.
import asyncio
import traceback


def plain(text):
    "The text without folders: where the program is stored doesn't matter."
    lines = []
    for line in text.split("\n"):
        head, mark, rest = line.partition('File "')
        if mark and "/" in rest.partition('"')[0]:
            path, quote, more = rest.partition('"')
            line = head + mark + path.rpartition("/")[2] + quote + more
        lines.append(line)
    return "\n".join(lines)


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def show(self):
        print(plain("".join(self.parts)), end="")
        self.parts = []


sink = Sink()


def fail(n):
    if n:
        return fail(n - 1)
    raise ValueError("bad\nline2")


def with_cause():
    try:
        fail(2)
    except ValueError as e:
        e.add_note("a note")
        raise KeyError("k") from e


def with_context():
    try:
        with_cause()
    except KeyError:
        1 / 0


try:
    with_context()
except Exception as e:
    print(plain(traceback.format_exc()))
    traceback.print_exc(file=sink, limit=1)
    sink.show()
    traceback.print_exc(file=sink, chain=False)
    sink.show()
    print([plain(line) for line in traceback.format_exception(e)])
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    entries = traceback.extract_tb(e.__traceback__)
    print([(entry.name, entry.lineno, entry.line) for entry in entries], len(entries), entries[-1][1:], entries[0].filename.rpartition("/")[2])
    print([plain(line) for line in entries.format()], [plain(line) for line in traceback.format_tb(e.__traceback__, -1)])
    traceback.print_tb(e.__traceback__, limit=1, file=sink)
    sink.show()
    whole = traceback.TracebackException.from_exception(e)
    print(str(whole), list(whole.format_exception_only()), whole.exc_type_str, whole.__cause__, whole.__context__.__cause__.__notes__)
    print(plain("".join(whole.format())) == plain(traceback.format_exc()))
print(traceback.format_list([("a.py", 3, "fn", "x = 1"), ("b.py", 4, "g", None)]))


def deep(n):
    return deep(n + 1) if n < 8 else 1 / 0


try:
    deep(0)
except Exception:
    print(plain(traceback.format_exc()))
try:
    raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError("x"), KeyError("z")])])
except BaseException as e:
    traceback.print_exception(e, file=sink)
    sink.show()
    print(traceback.format_exception_only(e, show_group=True))


class Custom(Exception):
    def __str__(self):
        return "custom text"


async def job(name):
    await asyncio.sleep(0)
    raise Custom(name)


async def main():
    results = await asyncio.gather(job("a"), job("b"), return_exceptions=True)
    for result in results:
        print(plain("".join(traceback.format_exception(result))))
    try:
        await job("c")
    except Custom:
        traceback.print_exc(file=sink)
        sink.show()


asyncio.run(main())
traceback.print_exception(ValueError("no tb"), file=sink)
traceback.print_exc(file=sink)
sink.show()
print(traceback.format_exc(), end="")
try:
    raise RuntimeError("quiet") from None
except RuntimeError as e:
    print([plain(line) for line in traceback.format_exception(type(e), e, e.__traceback__)])
try:
    traceback.format_exception(5)
except TypeError as e:
    print(e)
traceback.print_exc()
try:
    {}["missing"]
except KeyError:
    traceback.print_exc()
