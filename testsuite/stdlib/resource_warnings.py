"""What is lost without having been closed warns, where the filters let it."""
import asyncio
import gc
import warnings


def lose_files():
    text = open(__file__)
    raw = open(__file__, "rb", buffering=0)
    with open(__file__) as closed:
        closed.read(1)


def lose_loop():
    asyncio.new_event_loop()
    asyncio.new_event_loop().close()


for lose in (lose_files, lose_loop):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        lose()
        gc.collect()
    for each in caught:
        print(each.category.__name__, str(each.message).replace(__file__, "FILE"))
lose_files()
with warnings.catch_warnings(record=True) as caught:
    lose_loop()
print(len(caught))
