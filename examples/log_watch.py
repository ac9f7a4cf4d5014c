"""A pipeline of async generators that watches a web server's log: parse, keep what's slow or failing, count by page.

Shows async generators feeding one another, async comprehensions, dictionaries and sorting.
"""
import asyncio

LOG = """
10:00:01 GET /index.html 200 12
10:00:02 GET /search 200 340
10:00:02 GET /favicon.ico 404 1
10:00:03 POST /cart 500 87
a line that makes no sense
10:00:04 GET /search 200 512
10:00:05 POST /cart 500 91
10:00:06 GET /index.html 200 9
""".strip()


class Entry:
    def __init__(self, time, method, page, status, milliseconds):
        self.time = time
        self.method = method
        self.page = page
        self.status = int(status)
        self.milliseconds = int(milliseconds)

    @property
    def failed(self):
        return self.status >= 500


async def lines(text):
    for number, line in enumerate(text.splitlines(), 1):
        await asyncio.sleep(0)
        yield number, line


async def entries(source):
    async for number, line in source:
        try:
            yield Entry(*line.split())
        except (TypeError, ValueError):
            print(f"line {number} skipped: {line!r}")


async def worth_a_look(source, limit):
    async for entry in source:
        if entry.failed or entry.milliseconds > limit:
            yield entry


async def main():
    by_page = {}
    async for entry in worth_a_look(entries(lines(LOG)), limit=300):
        reason = "failed" if entry.failed else "slow"
        print(f"{entry.time} {entry.method:<4} {entry.page:<8} {reason} after {entry.milliseconds} ms")
        by_page.setdefault(entry.page, []).append(entry.milliseconds)
    for page, times in sorted(by_page.items(), key=lambda item: -max(item[1])):
        print(f"{page:<8} {len(times)} times, {max(times)} ms at worst, {sum(times) / len(times):.1f} ms on average")
    slowest = max([entry.milliseconds async for entry in entries(lines(LOG.replace("a line that makes no sense\n", "")))])
    print(f"slowest of all: {slowest} ms")


asyncio.run(main())
