"""optparse: options of all kinds, help, errors."""
import optparse
import sys
from optparse import OptionGroup, OptionParser, make_option


def run(parser, *arguments):
    try:
        options, rest = parser.parse_args(list(arguments))
        print(sorted(vars(options).items()), rest)
    except SystemExit as error:
        print("exit", error.code)


sys.stderr = sys.stdout
parser = OptionParser(usage="usage: %prog [options] FILE...", version="%prog 1.2", prog="tool", description="Does things to files. " * 4,
                      epilog="That is all.")
parser.add_option("-v", "--verbose", action="count", dest="verbosity", default=0, help="say more")
parser.add_option("-q", "--quiet", action="store_const", const=-1, dest="verbosity")
parser.add_option("-o", "--output", metavar="FILE", default="out.txt", help="where to write [default: %default]")
parser.add_option("-n", "--number", type="int", help="a number whose help is so long that it doesn't fit into one line of the text that is printed")
parser.add_option("-r", "--ratio", type=float, default="0.5")
parser.add_option("--point", nargs=2, type="float", metavar="X Y")
parser.add_option("-I", action="append", dest="folders", help="a folder")
parser.add_option("--mode", choices=["fast", "slow"], default="fast", help=optparse.SUPPRESS_HELP)
parser.add_option("--no-color", action="store_false", dest="color", default=True)
group = OptionGroup(parser, "Dangerous", "Use with care.")
group.add_option("--force", action="store_true", help="don't ask")
parser.add_option_group(group)

run(parser)
run(parser, "-vv", "--verbose", "a", "-ox", "b")
run(parser, "-n", "0x10", "--point", "1", "2.5", "-I", "a", "-Ib", "--no-color", "--", "-v")
run(parser, "--out=y", "--force", "--mode=slow", "--ratio", "3")
for wrong in (["-n", "x"], ["--ver=1"], ["--nothing"], ["-z"], ["--point", "1"], ["--mode", "other"], ["--no-color=1"], ["--num"], ["--v"]):
    run(parser, *wrong)
run(parser, "--help")
run(parser, "--version")
parser.disable_interspersed_args()
run(parser, "-v", "file", "-v")


def remember(option, name, value, parser, *args, **kwargs):
    parser.values.seen = [*getattr(parser.values, "seen", []), (str(option), name, value, args, kwargs)]


class Upper(optparse.Option):
    TYPES = (*optparse.Option.TYPES, "upper")
    TYPE_CHECKER = {**optparse.Option.TYPE_CHECKER, "upper": lambda option, name, value: value.upper()}


other = OptionParser(option_list=[make_option("-a", action="append_const", const=1), make_option("-b", action="append_const", const=2, dest="a")],
                     option_class=Upper, add_help_option=False, conflict_handler="resolve", prog="other",
                     formatter=optparse.TitledHelpFormatter(width=60))
other.add_option("-c", "--call", action="callback", callback=remember, callback_args=(1,), callback_kwargs={"key": 2}, type="string")
other.add_option("-u", type="upper", help="in capitals")
other.add_option("-a", "--all", action="store_true", help="takes the name")
run(other, "-u", "loud", "-c", "x", "--call=y", "-b", "-a")
print(other.format_help())
print(other.get_option("-u"), other.has_option("--all"), other.get_option_group("-u"), other.defaults)
other.remove_option("-u")
other.set_defaults(extra=5)
run(other, "-b")
for function in (lambda: other.add_option("--all", conflict=1), lambda: other.add_option("x"), lambda: other.add_option("-d", type="strange"),
                 lambda: other.add_option("-d", action="strange"), lambda: other.add_option("-d", choices="ab"),
                 lambda: OptionParser().add_option("-h"), lambda: other.add_option("-d", action="callback"), lambda: other.remove_option("-x")):
    try:
        print(function())
    except (optparse.OptParseError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
