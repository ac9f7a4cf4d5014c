"""athrow of generators in each state, and errors thrown into the awaitables of their methods."""
import asyncio
async def g():
    try:
        yield 1
    finally:
        pass
async def try_(label, make):
    try:
        print(label, repr(await make()))
    except BaseException as e:
        print(label, repr(e))
async def main():
    a = g()
    await anext(a); await a.aclose()
    await try_("closed", lambda: a.athrow(ValueError("x")))
    await try_("closed aclose", lambda: a.aclose())
    await try_("closed next", lambda: anext(a))
    a = g()
    async for x in a: pass
    await try_("exhausted", lambda: a.athrow(ValueError("x")))
    await try_("exhausted aclose", lambda: a.aclose())
    await try_("exhausted again", lambda: a.athrow(ValueError("x")))
    a = g()
    await a.aclose()
    await try_("unstarted closed", lambda: a.athrow(ValueError("x")))
    a = g()
    await try_("unstarted", lambda: a.athrow(ValueError("x")))
    await try_("unstarted again", lambda: a.athrow(ValueError("x")))
    a = g()
    await anext(a)
    await try_("raises", lambda: a.athrow(ValueError("x")))
    await try_("after", lambda: a.athrow(ValueError("x")))
    await try_("after aclose", lambda: a.aclose())
    a = g()
    try:
        a.athrow(ValueError("x")).throw(KeyError("k"))
    except BaseException as e: print(repr(e))
    try:
        a.athrow(ValueError("x")).throw(KeyError("k"))
    except BaseException as e: print(repr(e))
    try:
        a.asend(None).throw(KeyError("k"))
    except BaseException as e: print(repr(e))
    try:
        a.aclose().throw(KeyError("k"))
    except BaseException as e: print(repr(e))
asyncio.run(main())
