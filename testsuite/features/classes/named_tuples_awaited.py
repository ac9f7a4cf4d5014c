# Named tuples through queues, tasks and generators.
import asyncio
from collections import namedtuple
from typing import NamedTuple

Job = namedtuple("Job", ["number", "weight"])


class Done(NamedTuple):
    job: Job
    worker: str

    async def report(self):
        await asyncio.sleep(0)
        return f"{self.worker}:{self.job.number * self.job.weight}"

    def parts(self):
        yield self.job
        yield self.worker


async def worker(name, jobs, results):
    while (job := await jobs.get()) is not None:
        await asyncio.sleep(0)
        results.append(Done(job, name))
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    results = []
    workers = [asyncio.create_task(worker(f"w{n}", jobs, results)) for n in range(2)]
    for n in range(5):
        await jobs.put(Job(n, n * 0.5))
    await jobs.join()
    for _ in workers:
        await jobs.put(None)
    await asyncio.gather(*workers)
    print([await done.report() for done in results])
    print([part for done in results[:2] for part in done.parts()])
    best = max(results, key=lambda done: done.job.weight)
    print(best, best.job.number, sum(done.job.number for done in results))

asyncio.run(main())
