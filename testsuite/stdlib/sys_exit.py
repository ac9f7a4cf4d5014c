# sys.exit in a coroutine ends the program with its code, after finally and flushing.
import asyncio
import sys


async def main():
    try:
        print("leaving", end="")
        sys.exit(3)
    finally:
        print(", cleaned up")


asyncio.run(main())
