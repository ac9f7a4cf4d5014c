"""Files whose names match patterns."""

import os
from fnmatch import _escape, _translate_segment, fnmatchcase

__all__ = ["escape", "glob", "iglob", "translate"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match the pattern, in no order."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The same, one by one."""
    if dir_fd is not None:
        raise NotImplementedError("aiocc: dir_fd isn't supported")
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _Finder(root, recursive, include_hidden).find(pathname)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        # The folder itself counts for nothing.
        found = (path for path in found if path)
    return found


def has_magic(s):
    """Whether it's a pattern."""
    return any(char in s for char in ((b"*", b"?", b"[") if isinstance(s, bytes) else "*?["))


def _is_recursive(pattern):
    return pattern == (b"**" if isinstance(pattern, bytes) else "**")


def _is_hidden(name):
    return name[:1] == (b"." if isinstance(name, bytes) else ".")


class _Finder:
    def __init__(self, root, recursive, include_hidden):
        self.root = root
        self.recursive = recursive
        self.include_hidden = include_hidden

    def _at(self, path):
        return os.path.join(self.root, path) if self.root else path

    def find(self, pathname, only_folders=False):
        """The paths that match."""
        folder, name = os.path.split(pathname)
        if not has_magic(pathname):
            if name:
                if os.path.lexists(self._at(pathname)):
                    yield pathname
            elif os.path.isdir(self._at(folder)):
                yield pathname
            return
        if not folder:
            yield from self._in_folder(folder, name, only_folders)
            return
        folders = self.find(folder, True) if folder != pathname and has_magic(folder) else [folder]
        for each in folders:
            for found in self._in_folder(each, name, only_folders):
                yield os.path.join(each, found)

    def _in_folder(self, folder, name, only_folders):
        if self.recursive and _is_recursive(name):
            if not folder or os.path.isdir(self._at(folder)):
                yield name[:0]
            yield from self._below(folder, name[:0], only_folders)
        elif has_magic(name):
            shows_hidden = self.include_hidden or _is_hidden(name)
            for each in self._names(folder, name, only_folders):
                if (shows_hidden or not _is_hidden(each)) and fnmatchcase(each, name):
                    yield each
        elif name:
            if os.path.lexists(self._at(os.path.join(folder, name))):
                yield name
        elif os.path.isdir(self._at(folder)):
            yield name

    def _names(self, folder, like, only_folders):
        here = os.curdir if isinstance(like, str) else os.fsencode(os.curdir)
        try:
            with os.scandir(self._at(folder) or here) as entries:
                return [entry.name for entry in entries if not only_folders or entry.is_dir()]
        except OSError:
            return []

    def _below(self, folder, path, only_folders):
        """All paths below a folder, from it on."""
        for name in self._names(os.path.join(folder, path) if path else folder, path, only_folders):
            if self.include_hidden or not _is_hidden(name):
                inner = os.path.join(path, name) if path else name
                yield inner
                if os.path.isdir(self._at(os.path.join(folder, inner) if folder else inner)):
                    yield from self._below(folder, inner, only_folders)


def escape(pathname):
    """The path as a pattern that matches just it."""
    if isinstance(pathname, bytes):
        return b"".join([b"[" + pathname[i:i + 1] + b"]" if pathname[i:i + 1] in b"*?[" else pathname[i:i + 1]
                         for i in range(len(pathname))])
    return "".join([f"[{char}]" if char in "*?[" else char for char in pathname])


def _splitter(seps):
    """What splits a text where one of the characters is."""
    first, *others = seps

    def split(text):
        for sep in others:
            text = text.replace(sep, first)
        return text.split(first)

    return split


def translate(pathname, *, recursive=False, include_hidden=False, seps=None):
    """The pattern as a regular expression for whole paths, whose parts the separators end."""
    if not isinstance(pathname, str):
        kind = "cannot use a string pattern on a bytes-like object" if isinstance(pathname, bytes) else None
        raise TypeError(kind or f"expected string or bytes-like object, got '{type(pathname).__name__}'")
    seps = seps or ("/",)
    escaped = "".join([_escape(sep) for sep in seps])
    sep = f"[{escaped}]" if len(seps) > 1 else escaped
    in_name = f"[^{escaped}]"
    if include_hidden:
        name, folders, everything = in_name + "+", f"(?:.+{sep})?", ".*"
    else:
        name = f"[^{escaped}.]{in_name}*"
        folders = f"(?:{name}{sep})*"
        everything = f"{folders}(?:{name})?"
    *inner, last = _splitter(seps)(pathname)

    def one(part):
        if part == "*":
            return name
        guard = r"(?!\.)" if not include_hidden and part[:1] in ("*", "?") else ""
        return guard + _translate_segment(part, in_name)

    pieces = []
    for place, part in enumerate(inner):
        if not recursive or part != "**":
            pieces.append(one(part) + sep)
        elif (inner[place + 1] if place + 1 < len(inner) else last) != "**":
            pieces.append(folders)
    pieces.append(everything if recursive and last == "**" else one(last))
    return f"(?s:{''.join(pieces)})\\Z"
