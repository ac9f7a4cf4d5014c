"""What functions, generators, coroutines and tracebacks tell of their code."""
import asyncio
import types


def plain(a, b=2, /, c=3, *rest, d, e=5, **others):
    """Does nothing."""
    x = a
    for y in rest:
        x += y
    return x


def show(function):
    code = function.__code__
    print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, hex(code.co_flags), code.co_firstlineno)
    print(code.co_varnames, code.co_nlocals, code.co_cellvars, code.co_freevars)


def outer(first, second):
    own = first
    zebra = second

    def inner(z):
        def innermost():
            return own
        return zebra, own, z, innermost
    return inner


def decorator(function):
    return function


@decorator
@decorator
def decorated():
    pass


def generator(n):
    received = yield n
    yield from (received, n)


async def coroutine(n):
    await asyncio.sleep(0)
    return n


async def async_generator():
    yield 1


class Class:
    def method(self, value):
        return [each for each in value]


for each in (plain, outer, outer(1, 2), decorated, generator, coroutine, async_generator, Class.method, lambda *a: a):
    show(each)
print(plain.__code__ == plain.__code__, plain.__code__ == outer.__code__, plain.__code__.co_filename == __file__)
print(plain.__defaults__, plain.__kwdefaults__, plain.__closure__, plain.__globals__["plain"] is plain)
closure = outer(1, [2])
print(closure.__code__.co_freevars, [cell.cell_contents for cell in closure.__closure__])
closure.__closure__[1].cell_contents.append(3)
print(closure(0)[:3], isinstance(closure.__closure__[0], types.CellType), isinstance(plain.__code__, types.CodeType))
print(Class().method.__code__.co_name, Class().method.__func__.__defaults__)


def not_yet():
    def use():
        return later
    try:
        print(use.__closure__[0].cell_contents)
    except ValueError as error:
        print("ValueError", error)
    later = 1
    print(use.__closure__[0].cell_contents)


not_yet()

# Suspended frames.
running = generator(7)
print(running.__name__, running.__qualname__, running.gi_code is not None, running.gi_running, running.gi_suspended, running.gi_yieldfrom)
print(running.gi_frame.f_lineno == generator.__code__.co_firstlineno, running.gi_frame.f_code == generator.__code__)
print(next(running), running.gi_suspended, running.gi_frame.f_lineno - generator.__code__.co_firstlineno)
print(running.send("sent"), running.gi_yieldfrom is not None, running.gi_frame.f_code.co_name)
print(list(running), running.gi_frame, running.gi_suspended, running.gi_running)


def looks_at_itself():
    yield me.gi_running, me.gi_suspended


me = looks_at_itself()
print(next(me), me.gi_running)

waiting = coroutine(1)
print(waiting.__name__, waiting.cr_code.co_name, waiting.cr_running, waiting.cr_suspended, waiting.cr_frame.f_lineno == coroutine.__code__.co_firstlineno)
waiting.send(None)
print(waiting.cr_suspended, waiting.cr_frame.f_lineno - coroutine.__code__.co_firstlineno, waiting.cr_origin)
waiting.close()
print(waiting.cr_frame, waiting.cr_suspended)
items = async_generator()
print(items.__name__, items.ag_running, items.ag_suspended, items.ag_code.co_name, items.ag_frame.f_code.co_qualname)

# Tracebacks.


def fails(depth):
    if depth:
        fails(depth - 1)
    raise ValueError("failed")


try:
    fails(1)
except ValueError as error:
    step = error.__traceback__
    while step:
        print(step.tb_frame.f_code.co_name, step.tb_lineno - fails.__code__.co_firstlineno)
        step = step.tb_next
    print(error.__traceback__.tb_frame.f_globals is globals(), isinstance(error.__traceback__.tb_frame, types.FrameType))
