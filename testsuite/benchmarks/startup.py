# Start and exit: nothing but a loop that runs once.
import asyncio


async def main():
    print("ready")


asyncio.run(main())
