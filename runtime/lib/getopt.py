"""Options of a command line, as C's getopt reads them."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option that isn't known, or lacks its argument."""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long_names(longopts):
    return [longopts] if isinstance(longopts, str) else list(longopts)


def getopt(args, shortopts, longopts=[]):
    """The options that stand before the other arguments, as pairs, and those others."""
    longopts = _long_names(longopts)
    options = []
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _take(options, args, shortopts, longopts)
    return options, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The options, as pairs, and the other arguments, which may stand between them."""
    import os

    longopts = _long_names(longopts)
    stops_early = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    if shortopts.startswith("+"):
        shortopts = shortopts[1:]
    options = []
    others = []
    while args:
        if args[0] == "--":
            others += args[1:]
            break
        if args[0][:1] == "-" and args[0] != "-":
            args = _take(options, args, shortopts, longopts)
        elif stops_early:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return options, others


def _take(options, args, shortopts, longopts):
    """Reads the first argument, and the second if it belongs to it; the rest."""
    if args[0][:2] == "--":
        return do_longs(options, args[0][2:], longopts, args[1:])[1]
    return do_shorts(options, args[0][1:], shortopts, args[1:])[1]


def do_longs(opts, opt, longopts, args):
    """Reads an option with a long name."""
    name, sign, value = opt.partition("=")
    value = value if sign else None
    takes_argument, name = long_has_args(name, longopts)
    if takes_argument:
        if value is None:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError(f"option --{name} must not have an argument", name)
    opts.append((f"--{name}", value or ""))
    return opts, args


def long_has_args(opt, longopts):
    """Whether the option takes an argument, and its whole name."""
    possible = [name for name in longopts if name.startswith(opt)]
    if not possible:
        raise GetoptError(f"option --{opt} not recognized", opt)
    if opt in possible:
        return False, opt
    if opt + "=" in possible:
        return True, opt
    if len(possible) > 1:
        raise GetoptError(f"option --{opt} not a unique prefix", opt)
    name = possible[0]
    return name.endswith("="), name.removesuffix("=")


def do_shorts(opts, optstring, shortopts, args):
    """Reads options of one letter that stand together."""
    while optstring:
        letter, optstring = optstring[0], optstring[1:]
        value = ""
        if short_has_arg(letter, shortopts):
            if not optstring:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                optstring, args = args[0], args[1:]
            value, optstring = optstring, ""
        opts.append((f"-{letter}", value))
    return opts, args


def short_has_arg(opt, shortopts):
    """Whether an option of one letter takes an argument."""
    place = -1 if opt == ":" else shortopts.find(opt)
    if place < 0:
        raise GetoptError(f"option -{opt} not recognized", opt)
    return shortopts.startswith(":", place + 1)
