# argparse: arguments of every kind, help, usage, sub-commands, groups, and the errors with their exit codes.
import argparse
import sys


def run(parser, line, known=False):
    sys.stdout.flush()
    try:
        args = (parser.parse_known_args if known else parser.parse_args)(line.split())
        print(line, "->", args)
    except SystemExit as e:
        print(line, "-> exit", e.code)
    except argparse.ArgumentError as e:
        print(line, "-> error", e)


def even(text):
    n = int(text)
    if n % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return n


p = argparse.ArgumentParser(prog="tool", description="A tool that does a number of things which take a rather long description to explain.", epilog="The end.", exit_on_error=False)
p.add_argument("source", help="where from")
p.add_argument("rest", nargs="*", help="more of them")
p.add_argument("-n", "--number", type=int, default=3, metavar="N", help="how many (default: %(default)s)")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--mode", choices=["fast", "slow"], default="fast", help="one of %(choices)s")
p.add_argument("--pair", nargs=2, type=float, metavar=("A", "B"))
p.add_argument("--opt", nargs="?", const="c", default="d")
p.add_argument("-q", action="store_false", dest="loud")
p.add_argument("-x", action="append", type=even)
p.add_argument("--const", action="store_const", const=42)
p.add_argument("--flag", action=argparse.BooleanOptionalAction, help="a flag")
p.add_argument("--long-option-name-here", action="store_true", help="an option whose name is so long that its help stands on the next line")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("--hidden", help=argparse.SUPPRESS)
print(p.format_help())
print(p.format_usage())
for line in ["a", "a b c -n 5 -vv", "a --mode slow --pair 1 2", "a --opt", "a --opt e", "a -q -x 2 -x 4", "a -x 3", "a --number x", "a --mode odd", "", "a --nope", "a --pair 1", "--const a --flag", "a --no-flag", "a --num 7", "a --n 7", "a -n7 -v", "a -vn 4", "a --number=9", "a -- -b", "a --verbose=3", "-1 a", "a --version", "a --lo"]:
    run(p, line)
run(p, "a --nope b", known=True)

s = argparse.ArgumentParser(prog="git")
s.add_argument("--debug", action="store_true")
subs = s.add_subparsers(dest="command", required=True, title="commands", description="what to do", help="sub help", metavar="CMD")
add = subs.add_parser("add", help="adds", aliases=["a"])
add.add_argument("paths", nargs="+")
add.set_defaults(func="do_add")
commit = subs.add_parser("commit", help="commits", description="Commits.")
group = commit.add_mutually_exclusive_group(required=True)
group.add_argument("-m", "--message")
group.add_argument("-F", "--file")
for line in ["add x y", "--debug a z", "commit -m hi", "commit", "commit -m a -F b", "", "push", "add", "commit -h", "-h"]:
    run(s, line)

g = argparse.ArgumentParser(prog="g", add_help=False, argument_default=argparse.SUPPRESS, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
one = g.add_argument_group("first group", "about it")
one.add_argument("--alpha", default=1, help="alpha")
one.add_argument("--beta", help="beta")
print(g.format_help(), g.parse_args([]), g.parse_args(["--beta", "2"]))
print(argparse.ArgumentParser(prog="raw", description="keep\n  these lines", formatter_class=argparse.RawDescriptionHelpFormatter, usage="%(prog)s [things]").format_help())
for bad in [lambda: p.add_argument("-n"), lambda: p.add_argument("--z", nargs=0), lambda: p.add_argument("w", required=True), lambda: p.add_argument("--y", action="nope"), lambda: p.add_argument("--t", type="int"), lambda: argparse.ArgumentParser(conflict_handler="x")]:
    try:
        bad()
    except (ValueError, TypeError, argparse.ArgumentError) as e:
        print(type(e).__name__, e)
print(argparse.Namespace(a=1, b="x") == argparse.Namespace(a=1, b="x"), "a" in argparse.Namespace(a=1), argparse.Namespace(**{"odd name": 1, "fine": 2}))
m = argparse.ArgumentParser(prog="inter")
m.add_argument("--foo")
m.add_argument("cmd")
m.add_argument("rest", nargs="*", type=int)
print(m.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
