# Arguments that take the rest: demanded like others, though they may be empty.
import argparse
import sys

sys.stderr = sys.stdout
parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("path")
parser.add_argument("-f", action="store_true")
parser.add_argument("rest", nargs=argparse.REMAINDER)
for line in (["p"], ["p", "-f"], ["p", "a", "-f", "--x"], ["-f", "p", "--", "-y"], []):
    try:
        print(parser.parse_args(line))
    except SystemExit as error:
        print("exit", error.code)
alone = argparse.ArgumentParser(prog="alone")
try:
    print(alone.add_argument("rest", nargs="...").required, alone.parse_args(["-a", "b"]), alone.parse_args([]))
except SystemExit as error:
    print("exit", error.code)
