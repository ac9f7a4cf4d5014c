"""Three search strategies race for a number; the first answer wins, the others are called off.

Shows asyncio.wait with FIRST_COMPLETED, cancellation with clean-up in finally, inheritance, and seeded randomness.
"""
import asyncio
import random


class Searcher:
    """Guesses until it hits the secret; a subclass says what to guess next."""

    name = "searcher"

    def __init__(self, low, high):
        self.low = low
        self.high = high
        self.guesses = 0

    def guess(self):
        raise NotImplementedError

    def learn(self, guess, secret):
        pass

    async def search(self, secret):
        try:
            while True:
                guess = self.guess()
                self.guesses += 1
                if guess == secret:
                    return self.name
                self.learn(guess, secret)
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            print(f"{self.name} was called off after {self.guesses} guesses")
            raise
        finally:
            print(f"{self.name} puts the pencil down")


class Counting(Searcher):
    name = "counting"

    def guess(self):
        return self.low + self.guesses


class Halving(Searcher):
    name = "halving"

    def guess(self):
        return (self.low + self.high) // 2

    def learn(self, guess, secret):
        if guess < secret:
            self.low = guess + 1
        else:
            self.high = guess - 1


class Lucky(Searcher):
    name = "lucky"

    def __init__(self, low, high, seed):
        super().__init__(low, high)
        self.random = random.Random(seed)

    def guess(self):
        return self.random.randint(self.low, self.high)


async def race(secret):
    searchers = [Counting(1, 1000), Halving(1, 1000), Lucky(1, 1000, seed=secret)]
    tasks = [asyncio.create_task(searcher.search(secret)) for searcher in searchers]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        if task in pending:
            task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    winners = [task.result() for task in tasks if task in done]
    print(f"{secret} was found by {' and '.join(winners)}\n")


async def main():
    for secret in (2, 500, 707):
        await race(secret)


asyncio.run(main())
