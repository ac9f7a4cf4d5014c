# SystemExit ends a thread silently, unless the program's own hook is told of it or it's of a derived class
import sys
import threading


class Exit(SystemExit):
    pass


def leave(kind):
    raise kind("left")


def run(*args):
    thread = threading.Thread(target=leave, args=args, name="leaving")
    thread.start()
    thread.join()


run(SystemExit)
threading.excepthook = lambda args: print("told of", args.exc_type.__name__, args.exc_value, args.thread.name)
for kind in SystemExit, Exit, KeyboardInterrupt:
    run(kind)
threading.excepthook = threading.__excepthook__
run(Exit)
sys.exit()
