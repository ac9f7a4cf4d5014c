"""Calls to an unreliable service, with retries, growing pauses and a time limit.

Shows decorators around async functions, closures, exceptions with causes, wait_for and an async context manager.
"""
import asyncio


class Unavailable(Exception):
    pass


class GaveUp(Exception):
    def __init__(self, what, attempts):
        super().__init__(f"{what} failed {attempts} times")
        self.attempts = attempts


def retrying(attempts, pause=0.01):
    def decorate(function):
        async def wrapper(*args, **kwargs):
            delay = pause
            for attempt in range(1, attempts + 1):
                try:
                    return await function(*args, **kwargs)
                except Unavailable as error:
                    print(f"  attempt {attempt}: {error}")
                    if attempt == attempts:
                        raise GaveUp(function.__name__, attempts) from error
                    await asyncio.sleep(delay)
                    delay *= 2

        return wrapper

    return decorate


class Service:
    """Fails the first `failures` times, and takes `delay` seconds for each answer."""

    def __init__(self, name, failures, delay=0.0):
        self.name = name
        self.failures = failures
        self.delay = delay

    async def __aenter__(self):
        print(f"{self.name}: connected")
        return self

    async def __aexit__(self, kind, error, traceback):
        print(f"{self.name}: closed" + (f" after {kind.__name__}" if kind else ""))
        return False

    async def ask(self, question):
        await asyncio.sleep(self.delay)
        if self.failures > 0:
            self.failures -= 1
            raise Unavailable(f"{self.name} is busy")
        return question.upper() + "!"


@retrying(attempts=3)
async def fetch(service, question):
    return await service.ask(question)


async def visit(name, failures, delay=0.0):
    try:
        async with Service(name, failures, delay) as service:
            answer = await asyncio.wait_for(fetch(service, "ready"), timeout=0.2)
            print(f"{name}: {answer}")
    except GaveUp as error:
        print(f"{name}: {error}; the cause: {error.__cause__!r}")
    except TimeoutError:
        print(f"{name}: took too long")


async def main():
    await visit("alpha", failures=0)
    await visit("beta", failures=2)
    await visit("gamma", failures=5)
    await visit("delta", failures=0, delay=1.0)


asyncio.run(main())
