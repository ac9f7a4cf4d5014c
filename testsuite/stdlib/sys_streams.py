# argv, standard input and the two output streams.
import sys

print(sys.argv[1:])
print("to stderr", file=sys.stderr)
first = sys.stdin.readline()
print(repr(first), input(), [line.strip() for line in sys.stdin])
try:
    input("prompt> ")
except EOFError as error:
    print(repr(error))
sys.stdout.write("written\n")
sys.exit("a message as the exit code")
