"""What stands in parentheses."""

from re._state import DEBUG, FLAGS, MOST_GROUPS, TYPE_FLAGS, VERBOSE, VerboseNeeded


def parse_group(source, state, verbose, nested, is_first, parse_branches, parse_sequence):
    """The node of a group, behind its opening parenthesis; None for comments and flags for the whole pattern."""
    start = source.tell() - 1
    name = None
    if source.match("?"):
        char = source.get()
        if char is None:
            raise source.error("unexpected end of pattern")
        if char == "P":
            if not source.match("<"):
                return _named_reference(source, state)
            name = source.get_until(">", "group name")
            source.check_group_name(name, 1)
        elif char == ":":
            return ("group", None, 0, 0, _group_body(source, state, verbose, nested, start, parse_branches))
        elif char == "#":
            return _comment(source, start)
        elif char in "=!<":
            return _look_around(source, state, verbose, nested, start, char, parse_branches)
        elif char == "(":
            return _conditional(source, state, verbose, nested, start, parse_sequence)
        elif char == ">":
            return ("atomic", _group_body(source, state, verbose, nested, start, parse_branches))
        elif char in FLAGS or char == "-":
            return _flags_group(source, state, verbose, nested, start, char, is_first, parse_branches)
        else:
            raise source.error("unknown extension ?" + char, len(char) + 1)
    number = state.open_group(source, name)
    tree = _group_body(source, state, verbose, nested, start, parse_branches)
    state.close_group(number, tree)
    return ("group", number, 0, 0, tree)


def _group_body(source, state, verbose, nested, start, parse_branches):
    tree = parse_branches(source, state, verbose, nested + 1)
    if not source.match(")"):
        raise source.error("missing ), unterminated subpattern", source.tell() - start)
    return tree


def _named_reference(source, state):
    if not source.match("="):
        char = source.get()
        if char is None:
            raise source.error("unexpected end of pattern")
        raise source.error("unknown extension ?P" + char, len(char) + 2)
    name = source.get_until(")", "group name")
    source.check_group_name(name, 1)
    group = state.names.get(name)
    if group is None:
        raise source.error(f"unknown group name {name!r}", len(name) + 1)
    state.check_reference(source, group, len(name) + 1)
    return ("backreference", group)


def _comment(source, start):
    while True:
        if source.next is None:
            raise source.error("missing ), unterminated comment", source.tell() - start)
        if source.get() == ")":
            return None


def _look_around(source, state, verbose, nested, start, char, parse_branches):
    is_ahead = char != "<"
    outer = state.outer_lookbehind_groups
    if not is_ahead:
        char = source.get()
        if char is None:
            raise source.error("unexpected end of pattern")
        if char not in "=!":
            raise source.error("unknown extension ?<" + char, len(char) + 2)
        if outer is None:
            state.outer_lookbehind_groups = state.groups
    state.lookarounds += 1
    tree = _group_body(source, state, verbose, nested, start, parse_branches)
    state.lookarounds -= 1
    state.outer_lookbehind_groups = outer
    return ("look", is_ahead, char == "!", tree)


def _conditional(source, state, verbose, nested, start, parse_sequence):
    condition = source.get_until(")", "group name")
    if condition.isdecimal() and condition.isascii():
        group = int(condition)
        if not group:
            raise source.error("bad group number", len(condition) + 1)
        if group >= MOST_GROUPS:
            raise source.error(f"invalid group reference {group}", len(condition) + 1)
        state.forward_references.setdefault(group, source.tell() - len(condition) - 1)
    else:
        source.check_group_name(condition, 1)
        group = state.names.get(condition)
        if group is None:
            raise source.error(f"unknown group name {condition!r}", len(condition) + 1)
    state.check_in_lookbehind(source, group)
    yes = parse_sequence(source, state, verbose, nested + 1, False)
    no = None
    if source.match("|"):
        no = parse_sequence(source, state, verbose, nested + 1, False)
        if source.next == "|":
            raise source.error("conditional backref with more than two branches")
    if not source.match(")"):
        raise source.error("missing ), unterminated subpattern", source.tell() - start)
    return ("conditional", group, yes, no)


def _flags_group(source, state, verbose, nested, start, char, is_first, parse_branches):
    flags = _parse_flags(source, state, char)
    if flags is None:
        if not is_first:
            raise source.error("global flags not at the start of the expression", source.tell() - start)
        if state.flags & VERBOSE and not verbose:
            raise VerboseNeeded
        return None
    added, removed = flags
    inner = (verbose or added & VERBOSE) and not removed & VERBOSE
    return ("group", None, added, removed, _group_body(source, state, inner, nested, start, parse_branches))


def _flag(source, char, otherwise):
    """The flag of a letter that must be one."""
    if char is None:
        raise source.error(otherwise)
    if char not in FLAGS:
        raise source.error("unknown flag" if char.isalpha() else otherwise, len(char))
    return FLAGS[char]


def _parse_flags(source, state, char):
    """The flags that a group adds and takes away; None where they're for the whole pattern, whose they're then."""
    added = removed = 0
    if char != "-":
        while True:
            added |= _added_flag(source, char, added)
            char = source.get()
            if char is not None and char in ")-:":
                break
            _flag(source, char, "missing -, : or )")
        if char == ")":
            state.flags |= added
            return None
        if added & DEBUG:
            raise source.error("bad inline flags: cannot turn on global flag", 1)
    if char == "-":
        char = source.get()
        _flag(source, char, "missing flag")
        while char != ":":
            flag = _flag(source, char, "missing :")
            if flag & TYPE_FLAGS:
                raise source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
            removed |= flag
            char = source.get()
            if char is None:
                raise source.error("missing :")
    if added & removed:
        raise source.error("bad inline flags: flag turned on and off", 1)
    return added, removed


def _added_flag(source, char, added):
    flag = FLAGS[char]
    if source.is_text and char == "L":
        raise source.error("bad inline flags: cannot use 'L' flag with a str pattern")
    if not source.is_text and char == "u":
        raise source.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
    if flag & TYPE_FLAGS and added & TYPE_FLAGS & ~flag:
        raise source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
    return flag
