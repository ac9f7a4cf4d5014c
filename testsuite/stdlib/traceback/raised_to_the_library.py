"""An exception that the library raised to itself has no frames of the program, but it was raised: its traceback has a head."""
import argparse
import asyncio
import traceback

parser = argparse.ArgumentParser(exit_on_error=False)
parser.add_argument("number", type=int)


def shown_without_frames(text):
    return [line for line in text.splitlines() if not line.startswith(" ")]


try:
    parser.parse_args(["many"])
except argparse.ArgumentError as error:
    print(shown_without_frames(traceback.format_exc()))
    print(shown_without_frames("".join(traceback.format_exception(error, chain=False))))
try:
    raise KeyError("outer") from ValueError("never raised")
except KeyError:
    print(shown_without_frames(traceback.format_exc()))


async def too_slow():
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.001)
    except TimeoutError as error:
        raise KeyError("too slow") from error


try:
    asyncio.run(too_slow())
except KeyError:
    print(shown_without_frames(traceback.format_exc()))
