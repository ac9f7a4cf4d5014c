"""The builtins exit and quit, which module site gives to every program."""
import sys

print(exit, quit, repr(exit) == str(exit), exit.name, exit.eof, type(exit))
for call in (exit, quit, lambda: exit(3), lambda: quit("text"), lambda: exit(code=None)):
    try:
        call()
    except SystemExit as error:
        print(repr(error.code), sys.stdin.closed)
try:
    exit(1, 2)
except TypeError as error:
    print(error)


def leave(status):
    if status:
        quit(status)


try:
    leave(0)
    leave(7)
finally:
    print("leaving")
