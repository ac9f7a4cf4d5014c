"""Where objects are defined, and the text of their definitions. Files are read when somebody asks."""

import os
import sys

import linecache
from inspect._kinds import isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback, unwrap

# What a name ends with that can be imported.
_SUFFIXES = (".cpython-313-x86_64-linux-gnu.so", ".abi3.so", ".so", ".pyc", ".py")


def _described(object):
    return ("module, class, method, function, traceback, frame, or code object was expected, got "
            f"{type(object).__name__}")


# What to look at in the place of an object, for one of each kind; the first that fits, then on with what that gives.
_STEPS_TO_CODE = ((ismethod, "__func__"), (isfunction, "__code__"), (istraceback, "tb_frame"), (isframe, "f_code"))


def _code_of(object):
    """The code that a function, a frame and the like belong to, or None."""
    for is_such, name in _STEPS_TO_CODE:
        if is_such(object):
            object = getattr(object, name)
    return object if iscode(object) else None


def getfile(object):
    """The file that an object was defined in; TypeError for what isn't defined in a file."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise TypeError(_described(object))
    return code.co_filename


def getmodulename(path):
    """The module's name that a file's name stands for, or None."""
    name = os.path.basename(path)
    for suffix in _SUFFIXES:
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """The file with the text, or None where there's none."""
    filename = getfile(object)
    if os.path.exists(filename):
        return filename
    return None


def getabsfile(object, _filename=None):
    """The file's absolute path, spelled in the usual way."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


# Blocks of lines.


def _end_of_string(line, place, quote):
    """Where a string literal ends that goes on at `place`; -1 where it doesn't in this line."""
    while place < len(line):
        if line[place] == "\\":
            place += 2
        elif line.startswith(quote, place):
            return place + len(quote)
        else:
            place += 1
    return -1


class _LineScanner:
    """Says of each line whether a statement begins with it."""

    def __init__(self):
        self._quote = None
        self._depth = 0
        self._is_joined = False

    def scan(self, line):
        """True: the line is the first of a statement. Then goes through it."""
        is_first = self._quote is None and not self._depth and not self._is_joined
        self._is_joined = False
        place = 0
        while place < len(line):
            if self._quote is not None:
                place = _end_of_string(line, place, self._quote)
                if place < 0:
                    if len(self._quote) == 1 and not line.endswith("\\\n"):
                        self._quote = None
                    return is_first
                self._quote = None
                continue
            letter = line[place]
            if letter == "#":
                return is_first
            if letter in "\"'":
                self._quote = letter * 3 if line.startswith(letter * 3, place) else letter
                place += len(self._quote)
                continue
            if letter in "([{":
                self._depth += 1
            elif letter in ")]}":
                self._depth = max(0, self._depth - 1)
            elif letter == "\\" and line[place + 1:] == "\n":
                self._is_joined = True
            place += 1
        return is_first


def indentsize(line):
    """How far a line is indented, with tabs as spaces."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def _is_blank(line):
    text = line.strip()
    return not text or text.startswith("#")


def getblock(lines):
    """The lines of the definition that the list begins with."""
    scanner = _LineScanner()
    margin = None
    is_open = False
    last = 0
    statement = ""
    for number, line in enumerate(lines):
        is_first = scanner.scan(line)
        if not is_first:
            statement += line
            last = number
            continue
        if _is_blank(line):
            continue
        indent = indentsize(line)
        if margin is None:
            margin = indent
        elif is_open and indent <= margin:
            break
        elif not is_open and not statement.lstrip().startswith("@"):
            # A definition in one line, or no definition at all.
            break
        if not is_open:
            is_open = line.lstrip().startswith(("def ", "class ", "async "))
        statement = line
        last = number
    else:
        return lines[:last + 1]
    return lines[:last + 1]


def _find_class(lines, qualname):
    """The place of a class by its qualified name: of the last one where several have it."""
    path = [name for name in qualname.split(".") if name != "<locals>"]
    scanner = _LineScanner()
    scopes = []
    decorator = None
    found = None
    for number, line in enumerate(lines):
        if not scanner.scan(line) or _is_blank(line):
            continue
        indent = indentsize(line)
        while scopes and scopes[-1][0] >= indent:
            scopes.pop()
        text = line.lstrip()
        if text.startswith("@"):
            decorator = number if decorator is None else decorator
            continue
        words = text.replace("(", " ").replace(":", " ").replace("[", " ").split()
        is_definition = words[0] in ("class", "def") or words[:2] == ["async", "def"]
        if is_definition:
            name = words[2] if words[0] == "async" else words[1]
            scopes.append((indent, name))
            if words[0] == "class" and [each[1] for each in scopes] == path:
                found = number if decorator is None else decorator
        decorator = None
    if found is None:
        raise OSError("could not find class definition")
    return found


def findsource(object):
    """All lines of the file that an object is defined in, and the place of its first one; OSError where there's no such file."""
    file = getfile(object)
    if os.path.exists(file):
        # It may have changed since.
        linecache.checkcache(file)
    elif not (file.startswith("<") and file.endswith(">")):
        raise OSError("source code not available")
    lines = linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        first = object.__dict__.get("__firstlineno__")
        return lines, _find_class(lines, object.__qualname__) if first is None else first - 1
    code = _code_of(object)
    place = code.co_firstlineno - 1
    if place >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, place


def getsourcelines(object):
    """The lines of a definition, and the number of the first one; 0 for a module."""
    object = unwrap(object)
    lines, place = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[place:]), place + 1


def getsource(object):
    """The text of a definition."""
    lines, _ = getsourcelines(object)
    return "".join(lines)


def getcomments(object):
    """The comments in front of a definition, or None."""
    try:
        lines, place = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 0
        if lines and lines[0].startswith("#!"):
            start = 1
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
        comments = lines[start:end]
        return "".join([line.expandtabs() for line in comments]) if comments else None
    indent = indentsize(lines[place])
    comments = []
    while place > 0:
        place -= 1
        text = lines[place].expandtabs().lstrip()
        if not text.startswith("#") or indentsize(lines[place]) != indent:
            break
        comments.insert(0, text)
    return "".join(comments) if comments else None
