import sys

with open("report", "w") as report:
    print([stream is None for stream in (sys.stdin, sys.stdout, sys.stderr)], file=report)
    print("to stdout")
    print("to stderr", file=sys.stderr)
    try:
        input()
    except RuntimeError as error:
        print(type(error).__name__, error, file=report)
    if sys.argv[1:]:
        raise KeyError(sys.argv[1])
