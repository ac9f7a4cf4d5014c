# Pools end when they're terminated, whoever started the workers, and when nobody has them any more.
import multiprocessing
import os
import signal
import sys
import threading
import time
import warnings

warnings.simplefilter("ignore")


def square(x):
    return x * x


def own_pid(_):
    time.sleep(0.01)
    return os.getpid()


def lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def replaced_workers_can_be_terminated():
    with multiprocessing.Pool(2, maxtasksperchild=1) as pool:
        print(pool.map(square, range(6), chunksize=1))


def unreferenced_pools_end():
    pool = multiprocessing.Pool(2)
    pids = set(pool.map(own_pid, range(10), chunksize=1))
    result = pool.map_async(square, range(5))
    del pool
    # The result keeps it until it's there.
    print(result.get())
    deadline = time.monotonic() + 10
    while any(lives(pid) for pid in pids) and time.monotonic() < deadline:
        multiprocessing.active_children()
        time.sleep(0.01)
    print("alive:", [pid for pid in pids if lives(pid)])


def children_of_threads_take_signals():
    def fork():
        pid = os.fork()
        if not pid:
            time.sleep(60)
            os._exit(0)
        os.kill(pid, signal.SIGTERM)
        print("ended by", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

    thread = threading.Thread(target=fork)
    thread.start()
    thread.join()


if __name__ == "__main__":
    replaced_workers_can_be_terminated()
    unreferenced_pools_end()
    sys.stdout.flush()
    children_of_threads_take_signals()
