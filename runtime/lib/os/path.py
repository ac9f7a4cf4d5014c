"""Paths as text: POSIX's."""

import posix
from _fspath import fspath
from os._paths import checked

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix", "getsize",
    "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser", "expandvars",
    "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep",
    "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath", "isjunction", "isdevdrive",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False

_KIND, _FOLDER, _FILE, _LINK = 0o170000, 0o040000, 0o100000, 0o120000
_MOST_LINKS = 40
_ELOOP = 40


def _sep_of(path):
    return b"/" if isinstance(path, bytes) else "/"


def _check_types(function, *args):
    """Raises for arguments that aren't all str, or all bytes."""
    has_text = has_bytes = False
    for arg in args:
        if isinstance(arg, str):
            has_text = True
        elif isinstance(arg, bytes):
            has_bytes = True
        else:
            raise TypeError(f"{function}() argument must be str, bytes, or os.PathLike object, not {type(arg).__name__!r}") from None
    if has_text and has_bytes:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """The path: case counts."""
    return fspath(s)


def isabs(s):
    """Whether it begins at the root."""
    s = fspath(s)
    return s.startswith(_sep_of(s))


def join(a, *p):
    """The paths behind one another; one that begins at the root begins anew."""
    a = fspath(a)
    slash = _sep_of(a)
    path = a
    try:
        for part in p:
            part = fspath(part)
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        _check_types("join", a, *p)
        raise
    return path


def split(p):
    """What's before the last slash, and what's behind."""
    p = fspath(p)
    slash = _sep_of(p)
    place = p.rfind(slash) + 1
    head, tail = p[:place], p[place:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """The path without its extension, and that with its dot."""
    p = fspath(p)
    slash, dot = (b"/", b".") if isinstance(p, bytes) else ("/", ".")
    begin = p.rfind(slash) + 1
    place = p.rfind(dot)
    # Dots at the beginning of the name are no extension's.
    if place > begin and p[begin:place].strip(dot):
        return p[:place], p[place:]
    return p, p[:0]


def splitdrive(p):
    """There are no drives."""
    p = fspath(p)
    return p[:0], p


def splitroot(p):
    """Drive (none), root and the rest."""
    p = fspath(p)
    slash = _sep_of(p)
    empty = p[:0]
    if not p.startswith(slash):
        return empty, empty, p
    # Two slashes are a root of their own, three or more are one.
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """What's behind the last slash."""
    p = fspath(p)
    return p[p.rfind(_sep_of(p)) + 1:]


def dirname(p):
    """What's before the last slash."""
    return split(p)[0]


def _stat(path, follow=True):
    return posix.stat_values(checked("stat" if follow else "lstat", path, allow_fd=follow), follow)


def _kind(path, follow=True):
    """The file's kind; 0 where there's none."""
    try:
        return _stat(path, follow)[0] & _KIND
    except (OSError, ValueError):
        return 0


def exists(path):
    """Whether it's there."""
    return _kind(path) != 0


def lexists(path):
    """Whether it's there, if only as a link to nothing."""
    return _kind(path, False) != 0


def isfile(path):
    """Whether it's a file."""
    return _kind(path) == _FILE


def isdir(s):
    """Whether it's a folder."""
    return _kind(s) == _FOLDER


def islink(path):
    """Whether it's a symbolic link."""
    return _kind(path, False) == _LINK


def isjunction(path):
    """Windows has those."""
    fspath(path)
    return False


def isdevdrive(path):
    """Windows has those."""
    fspath(path)
    return False


def ismount(path):
    """Whether another file system begins here."""
    try:
        here = _stat(path, False)
    except (OSError, ValueError):
        return False
    if here[0] & _KIND == _LINK:
        return False
    path = fspath(path)
    parent = join(path, b".." if isinstance(path, bytes) else "..")
    try:
        above = _stat(realpath(parent), False)
    except OSError:
        return False
    return here[2] != above[2] or here[1] == above[1]


def getsize(filename):
    """The file's size in bytes."""
    return _stat(filename)[6]


def getatime(filename):
    """When it was last read, in seconds."""
    return _stat(filename)[7] / 10**9


def getmtime(filename):
    """When it was last changed, in seconds."""
    return _stat(filename)[8] / 10**9


def getctime(filename):
    """When it or what's known of it was last changed, in seconds."""
    return _stat(filename)[9] / 10**9


def samestat(s1, s2):
    """Whether two results of `stat` are of one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths lead to one file."""
    return _stat(f1)[1:3] == _stat(f2)[1:3]


def sameopenfile(fp1, fp2):
    """Whether two descriptors are of one file."""
    return samefile(fp1, fp2)


def commonprefix(m):
    """The longest beginning that all have."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(fspath, m))
    low, high = min(m), max(m)
    for i, char in enumerate(low):
        if char != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that all are in."""
    paths = tuple(map(fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _check_types("commonpath", *paths)
    slash, dot = (b"/", b".") if isinstance(paths[0], bytes) else ("/", ".")
    absolute = {path.startswith(slash) for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    low, high = min(parts), max(parts)
    count = len(low)
    for i, part in enumerate(low):
        if part != high[i]:
            count = i
            break
    return (slash if absolute.pop() else slash[:0]) + slash.join(low[:count])


def _home(user):
    """A user's folder as the system knows it; None where it doesn't."""
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as lines:
            for line in lines:
                fields = line.rstrip("\n").split(":")
                if len(fields) >= 6 and (fields[0] == user if isinstance(user, str) else fields[2] == str(user)):
                    return fields[5]
    except OSError:
        pass
    return None


def expanduser(path):
    """The path with the user's folder for `~`, or another user's for `~name`."""
    path = fspath(path)
    if isinstance(path, bytes):
        return expanduser(path.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    if not path.startswith("~"):
        return path
    end = path.find("/", 1)
    if end < 0:
        end = len(path)
    if end == 1:
        home = dict(posix.environment()).get("HOME")
        if home is None:
            home = _home(posix.getuid())
    else:
        home = _home(path[1:end])
    if home is None:
        return path
    return (home.rstrip("/") + path[end:]) or "/"


def expandvars(path):
    """The path with the values of `$name` and `${name}`; variables that aren't there stay."""
    path = fspath(path)
    if isinstance(path, bytes):
        return expandvars(path.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    if "$" not in path:
        return path
    variables = dict(posix.environment())
    result = ""
    place = 0
    while place < len(path):
        end = _variable_end(path, place) if path[place] == "$" else place + 1
        text = path[place:end]
        if len(text) > 1:
            name = text[2:-1] if text[1] == "{" else text[1:]
            text = variables.get(name, text)
        result += text
        place = end
    return result


def _variable_end(path, place):
    """Where the variable ends whose dollar sign is here; right behind that where there's none."""
    if path[place + 1:place + 2] == "{":
        end = path.find("}", place)
        return place + 1 if end < 0 else end + 1
    end = place + 1
    while end < len(path) and (path[end] == "_" or path[end].isascii() and path[end].isalnum()):
        end += 1
    return end


def normpath(path):
    """The path without `.`, `..` and doubled slashes, as far as that goes without a look at the files."""
    path = fspath(path)
    slash, dot, dots = (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")
    if not path:
        return dot
    root = splitroot(path)[1]
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not root and not parts) or (parts and parts[-1] == dots):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """The path from the root."""
    path = fspath(path)
    if not isabs(path):
        here = posix.getcwd()
        path = join(here.encode("utf-8", "surrogateescape") if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root without links in it."""
    filename = fspath(filename)
    slash, dot, dots = (b"/", b".", b"..") if isinstance(filename, bytes) else ("/", ".", "..")
    if isabs(filename):
        path = slash
    else:
        here = posix.getcwd()
        path = here.encode("utf-8", "surrogateescape") if isinstance(filename, bytes) else here
    rest = [part for part in filename.split(slash)[::-1] if part and part != dot]
    followed = 0
    while rest:
        part = rest.pop()
        if part == dots:
            path = dirname(path)
            continue
        target = join(path, part)
        try:
            is_link = posix.stat_values(target, False)[0] & _KIND == _LINK
        except OSError:
            if strict:
                raise
            is_link = False
        if not is_link:
            path = target
            continue
        followed += 1
        if followed > _MOST_LINKS:
            if strict:
                raise OSError(_ELOOP, posix.strerror(_ELOOP), target)
            path = target
            continue
        link = posix.readlink(target)
        if isabs(link):
            path = slash
        rest += [part for part in link.split(slash)[::-1] if part and part != dot]
    return path


def relpath(path, start=None):
    """The path from a folder, the current one by default."""
    path = fspath(path)
    if not path:
        raise ValueError("no path specified")
    slash, dot, dots = (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")
    start = dot if start is None else fspath(start)
    _check_types("relpath", path, start)
    from_parts = [part for part in abspath(start).split(slash) if part]
    to_parts = [part for part in abspath(path).split(slash) if part]
    common = len(commonprefix([from_parts, to_parts]))
    parts = [dots] * (len(from_parts) - common) + to_parts[common:]
    return slash.join(parts) if parts else dot
