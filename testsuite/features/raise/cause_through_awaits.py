# A traceback of a cause through awaits.
import asyncio
async def inner(x):
    return {}[x]
async def mid(x):
    try:
        return await inner(x)
    except KeyError as e:
        raise ValueError("mid failed") from e
async def main():
    result = (1 + await mid("k"))
    print(result)
asyncio.run(main())
