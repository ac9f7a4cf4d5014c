"""The line of usage: its parts, and how they are laid out on lines.

`[-h] (-a A | -b B) file` has four parts; groups that exclude one another put marks around and between theirs.
"""

from argparse._values import SUPPRESS


class _Span:
    """Where the members of a group stand, all together, among the actions that are shown."""

    def __init__(self, group, start, shown):
        self.group = group
        self.start = start
        self.stop = start + len(group._group_actions)
        self.shown = shown

    def has(self, place):
        return self.start <= place < self.stop


def _spans(actions, groups):
    """The spans of the groups that stand together and have something to show, in the order of the groups."""
    found = []
    for group in groups:
        members = group._group_actions
        if not members:
            raise ValueError(f"empty group {group}")
        if members[0] not in actions:
            continue
        start = actions.index(members[0])
        shown = [place for place, action in enumerate(members, start) if action.help is not SUPPRESS]
        if shown and actions[start:start + len(members)] == members:
            found.append(_Span(group, start, shown))
    return found


def usage_parts(formatter, actions, groups):
    """The parts for the actions that aren't suppressed."""
    spans = _spans(actions, groups)
    parts = {}
    for place, action in enumerate(actions):
        if action.help is not SUPPRESS:
            inside = [span for span in spans if span.has(place)]
            parts[place] = _part(formatter, action, inside[-1] if inside else None)
    _mark_groups(parts, spans)
    return list(parts.values())


def _part(formatter, action, span):
    if not action.option_strings:
        text = formatter._format_args(action, formatter._get_default_metavar_for_positional(action))
        is_bracketed = text[:1] == "[" and text[-1:] == "]"
        # A group of more than one has its own brackets.
        return text[1:-1] if is_bracketed and span is not None and len(span.group._group_actions) > 1 else text
    if action.nargs == 0:
        text = action.format_usage()
    else:
        arguments = formatter._format_args(action, formatter._get_default_metavar_for_optional(action))
        text = f"{action.option_strings[0]} {arguments}"
    if span is None:
        is_optional = not action.required
    else:
        is_optional = not span.group.required and len(span.shown) == 1
    return f"[{text}]" if is_optional else text


def _mark_groups(parts, spans):
    """Puts the groups' brackets and bars into the parts; inner groups are closed before outer ones."""
    barred = set()
    for span in sorted(spans, key=lambda span: (span.start, -span.stop), reverse=True):
        if len(span.shown) > 1:
            opening, closing = "()" if span.group.required else "[]"
            first, last = span.shown[0], span.shown[-1]
            parts[first] = opening + parts[first]
            parts[last] += closing
            barred.update(span.shown[:-1])
    for place in barred:
        parts[place] += " |"


def _lines(parts, indent, first_length, room):
    """The parts on lines of at most the room; the first line has text of that length before it."""
    lines = []
    length = room
    for part in parts:
        if lines and length + 1 + len(part) <= room:
            lines[-1] += " " + part
            length += 1 + len(part)
        else:
            length = (len(indent) if lines else first_length) + len(part)
            lines.append((indent if lines else "") + part)
    return lines


def wrapped_usage(prog, options, arguments, label_length, room):
    """The usage on several lines. Where the name is long, all parts stand below it."""
    start = label_length + len(prog) + 1
    if start - 1 <= 0.75 * room:
        indent = " " * start
        if not options:
            return "\n".join(_lines([prog, *arguments], indent, label_length, room))
        lines = _lines([prog, *options], indent, label_length, room)
        return "\n".join(lines + _below(arguments, indent, room))
    indent = " " * label_length
    lines = _below(options + arguments, indent, room)
    if len(lines) > 1:
        lines = _below(options, indent, room) + _below(arguments, indent, room)
    return "\n".join([prog, *lines])


def _below(parts, indent, room):
    lines = _lines(parts, indent, len(indent), room)
    return [indent + lines[0], *lines[1:]] if lines else []
