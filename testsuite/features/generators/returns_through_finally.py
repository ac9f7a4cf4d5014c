"""Generators, coroutines and functions that return inside `try` with a `finally`."""
import asyncio


def nothing():
    try:
        return
    finally:
        yield 1


def none():
    try:
        return None
    finally:
        yield 1


def text():
    try:
        return "the end"
    finally:
        yield 1


def forgotten(numbers):
    for number in numbers:
        try:
            return "forgotten"
        finally:
            yield number
            if number < 3:
                continue
            break
    try:
        return
    finally:
        yield "last"


def nested():
    try:
        try:
            yield 1
            return 2.5
        finally:
            yield 3
    finally:
        yield 4


async def coroutine():
    try:
        return
    finally:
        print("coroutine ends")


async def async_numbers():
    try:
        yield 1
        return
    finally:
        print("async generator ends")


def function(flag):
    try:
        if flag:
            return
        return 3
    finally:
        print("function ends")


def drained(generator):
    items = []
    while True:
        try:
            items.append(next(generator))
        except StopIteration as end:
            return items, end.value


for each in (nothing(), none(), text(), forgotten([1, 2, 3, 4]), nested()):
    print(drained(each))
print(asyncio.run(coroutine()))


async def main():
    return [number async for number in async_numbers()]


print(asyncio.run(main()), function(True), function(False))
