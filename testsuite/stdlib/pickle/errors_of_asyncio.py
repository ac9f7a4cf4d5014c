"""asyncio's errors are pickled by the name of a module of asyncio's that the program needn't have imported."""
import asyncio
import pickle

errors = [asyncio.IncompleteReadError(b"ab", 5), asyncio.LimitOverrunError("too long", 7), asyncio.CancelledError("why"), asyncio.QueueFull(),
          asyncio.InvalidStateError("no"), asyncio.QueueEmpty(), asyncio.BrokenBarrierError("broken")]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for error in errors:
        again = pickle.loads(pickle.dumps(error, protocol))
        print(protocol, type(again).__module__, repr(again), again.args, type(again) is type(error))
try:
    pickle.loads(b"casyncio.exceptions\nNoSuchError\n.")
except (AttributeError, ModuleNotFoundError) as error:
    print("not found")
