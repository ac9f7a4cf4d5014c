# Decorators: plain, with arguments, stacked, on methods, classes and async functions.
import asyncio

log = []


def logged(function):
    def wrapper(*args, **kwargs):
        log.append(function.__name__)
        return function(*args, **kwargs)

    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]

        return wrapper

    return decorate


@logged
def add(a, b=1):
    return a + b


@repeat(2)
@logged
def shout(text):
    return text.upper()


registry = {}


def register(cls):
    registry[cls.__name__] = cls
    return cls


@register
class Service:
    @logged
    def call(self, x):
        return f"service {x}"


def awaited(function):
    async def wrapper(*args):
        result = await function(*args)
        return f"<{result}>"

    return wrapper


@awaited
async def slow(x):
    await asyncio.sleep(0)
    return x


print(add(1), add(1, b=5), shout("hey"), registry["Service"]().call(3), asyncio.run(slow("x")), log)
