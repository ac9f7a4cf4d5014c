"""Matching of file names with `*`, `?` and `[...]`."""

from _fspath import fspath

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether the name matches; case counts, as on all systems but Windows."""
    return fnmatchcase(fspath(name), fspath(pat))


def fnmatchcase(name, pat):
    """Whether the name matches, case counting."""
    parts = _parts(pat)
    _check_kind(name, pat)
    return _matches(name, 0, parts, 0)


def filter(names, pat):
    """The names that match."""
    pat = fspath(pat)
    parts = _parts(pat)
    found = []
    for name in names:
        _check_kind(name, pat)
        if _matches(name, 0, parts, 0):
            found.append(name)
    return found


def _check_kind(name, pat):
    """TypeError unless both are text, or both bytes."""
    if type(name) is type(pat):
        return
    if not isinstance(name, (str, bytes, bytearray)):
        raise TypeError(f"expected string or bytes-like object, got '{type(name).__name__}'")
    if isinstance(name, str) != isinstance(pat, str):
        kinds = ("bytes", "string") if isinstance(name, str) else ("string", "bytes")
        raise TypeError(f"cannot use a {kinds[0]} pattern on a {kinds[1]}-like object")


def _parts(pat):
    """The pattern as a list of characters, "*" as None, "?" as True, sets as (is it a complement, ranges)."""
    parts = []
    place = 0
    size = len(pat)
    while place < size:
        char = pat[place:place + 1]
        place += 1
        if char == "*" or char == b"*":
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif char == "?" or char == b"?":
            parts.append(True)
        elif char == "[" or char == b"[":
            found, place = _read_set(pat, place)
            parts.append(char if found is None else found)
        else:
            parts.append(char)
    return parts


def _read_set(pat, place):
    """The set that begins after a bracket, and where it ends; None where the bracket is a plain character."""
    open_bracket = pat[place - 1:place]
    is_text = isinstance(open_bracket, str)
    close, bang, dash = ("]", "!", "-") if is_text else (b"]", b"!", b"-")
    end = place
    if pat[end:end + 1] == bang:
        end += 1
    if pat[end:end + 1] == close:
        end += 1
    while end < len(pat) and pat[end:end + 1] != close:
        end += 1
    if end >= len(pat):
        return None, place
    is_complement = pat[place:place + 1] == bang
    body = place + 1 if is_complement else place
    ranges = []
    while body < end:
        low = pat[body:body + 1]
        if pat[body + 1:body + 2] == dash and body + 2 < end:
            ranges.append((low, pat[body + 2:body + 3]))
            body += 3
        else:
            ranges.append((low, low))
            body += 1
    return (is_complement, ranges), end + 1


def _one_matches(char, part):
    if part is True:
        return True
    if not isinstance(part, tuple):
        return char == part
    is_complement, ranges = part
    for low, high in ranges:
        if low <= char <= high:
            return not is_complement
    return is_complement


def _matches(name, place, parts, index):
    """Goes back to the last star only, which is enough."""
    size = len(name)
    count = len(parts)
    star = -1
    star_place = 0
    while place < size:
        if index < count and parts[index] is None:
            star = index
            star_place = place
            index += 1
        elif index < count and _one_matches(name[place:place + 1], parts[index]):
            place += 1
            index += 1
        elif star >= 0:
            index = star + 1
            star_place += 1
            place = star_place
        else:
            return False
    while index < count and parts[index] is None:
        index += 1
    return index == count


def _escape(char):
    """A character as a regular expression."""
    return "\\" + char if char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else char


def _set_pattern(part):
    is_complement, ranges = part
    text = ""
    for low, high in ranges:
        if low > high:
            continue
        low_text = "\\" + low if low in "\\&~|-" or (not text and low in "^[") else low
        text += low_text if low == high else low_text + "-" + high
    if not text:
        return "." if is_complement else "(?!)"
    return f"[{'^' if is_complement else ''}{text}]"


def _piece(part, any_char):
    """A part that is no star as a regular expression."""
    if part is True:
        return any_char
    if isinstance(part, tuple):
        return _set_pattern(part)
    return _escape(part)


def _translate_segment(pat, any_char):
    """The regular expression of a name in a path, whose characters are of a class."""
    return "".join([any_char + "*" if part is None else _piece(part, any_char) for part in _parts(pat)])


def translate(pat):
    """The pattern as a regular expression."""
    parts = _parts(pat)
    stars = [index for index, part in enumerate(parts) if part is None]
    first_star = stars[0] if stars else len(parts)
    pieces = [_piece(part, ".") for part in parts[:first_star]]
    for number, star in enumerate(stars):
        following = stars[number + 1] if number + 1 < len(stars) else len(parts)
        fixed = "".join([_piece(part, ".") for part in parts[star + 1:following]])
        if following == len(parts):
            pieces.append(".*" + fixed)
        else:
            pieces.append(f"(?>.*?{fixed})")
    return f"(?s:{''.join(pieces)})\\Z"
