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
# The mark between options and arguments stays where a command is wanted; else the first one of an argument's words goes.
commands = argparse.ArgumentParser(prog="tool")
commands.add_argument("--level", type=int, nargs="+")
commands.add_subparsers(dest="command").add_parser("show").add_argument("names", nargs="*")
several = argparse.ArgumentParser(prog="several")
several.add_argument("first")
several.add_argument("others", nargs="*")
for parser, line in (
    (commands, "--level 1 2 -- show a"),
    (commands, "--level 1 2 -- show"),
    (commands, "show -- a -- -b"),
    (several, "-- a b -- c"),
    (several, "a -- b -- -c"),
    (several, "-- --"),
):
    try:
        print(parser.parse_args(line.split()))
    except SystemExit as error:
        print("exit", error.code)
