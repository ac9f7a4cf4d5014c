"""Comparing files and folders."""

import os
import stat
from types import GenericAlias

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

BUFSIZE = 8 * 1024
DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]

_known = {}


def clear_cache():
    """Forgets what was compared."""
    _known.clear()


def cmp(f1, f2, shallow=True):
    """Whether two files are the same; with `shallow`, equal kinds, sizes and times are enough."""
    first = _signature(os.stat(f1))
    second = _signature(os.stat(f2))
    if first[0] != stat.S_IFREG or second[0] != stat.S_IFREG:
        return False
    if shallow and first == second:
        return True
    if first[1] != second[1]:
        return False
    key = (f1, f2, first, second)
    if key not in _known:
        if len(_known) > 100:
            clear_cache()
        _known[key] = _have_same_bytes(f1, f2)
    return _known[key]


def _signature(status):
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def _have_same_bytes(f1, f2):
    with open(f1, "rb") as first, open(f2, "rb") as second:
        while True:
            data = first.read(BUFSIZE)
            if data != second.read(BUFSIZE):
                return False
            if not data:
                return True


def cmpfiles(a, b, common, shallow=True):
    """Compares files of these names in two folders: those that are the same, those that aren't, those that can't be compared."""
    results = ([], [], [])
    for name in common:
        first = os.path.join(a, name)
        second = os.path.join(b, name)
        try:
            place = 0 if cmp(first, second, shallow) else 1
        except (OSError, ValueError):
            place = 2
        results[place].append(name)
    return results


class dircmp:
    """Compares two folders; what it finds is looked up when it's asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.shallow = shallow

    def phase0(self):
        """The names in both folders."""
        skipped = self.hide + self.ignore
        self.left_list = sorted([name for name in os.listdir(self.left) if name not in skipped])
        self.right_list = sorted([name for name in os.listdir(self.right) if name not in skipped])

    def phase1(self):
        """Which of them are in both, and which in one."""
        left = {os.path.normcase(name): name for name in self.left_list}
        right = {os.path.normcase(name): name for name in self.right_list}
        self.common = [name for key, name in left.items() if key in right]
        self.left_only = [name for key, name in left.items() if key not in right]
        self.right_only = [name for key, name in right.items() if key not in left]

    def phase2(self):
        """Which of them are files, and which are folders."""
        self.common_dirs = []
        self.common_files = []
        self.common_funny = []
        for name in self.common:
            try:
                first = os.stat(os.path.join(self.left, name))
                second = os.stat(os.path.join(self.right, name))
            except (OSError, ValueError):
                self.common_funny.append(name)
                continue
            kind = stat.S_IFMT(first.st_mode)
            if kind != stat.S_IFMT(second.st_mode):
                self.common_funny.append(name)
            elif stat.S_ISDIR(kind):
                self.common_dirs.append(name)
            elif stat.S_ISREG(kind):
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        """Which of the files are the same."""
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files, self.shallow)

    def phase4(self):
        """The same for the folders in both."""
        self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide,
                                             shallow=self.shallow)
                        for name in self.common_dirs}

    def phase4_closure(self):
        """The same for all folders below."""
        self.phase4()
        for each in self.subdirs.values():
            each.phase4_closure()

    methodmap = dict(subdirs=phase4, same_files=phase3, diff_files=phase3, funny_files=phase3, common_dirs=phase2, common_files=phase2,
                     common_funny=phase2, common=phase1, left_only=phase1, right_only=phase1, left_list=phase0, right_list=phase0)

    def __getattr__(self, name):
        if name not in self.methodmap:
            raise AttributeError(name)
        self.methodmap[name](self)
        return getattr(self, name)

    def report(self):
        """Prints how the folders differ."""
        print("diff", self.left, self.right)
        for title, names in (
            (f"Only in {self.left} :", self.left_only),
            (f"Only in {self.right} :", self.right_only),
            ("Identical files :", self.same_files),
            ("Differing files :", self.diff_files),
            ("Trouble with common files :", self.funny_files),
            ("Common subdirectories :", self.common_dirs),
            ("Common funny cases :", self.common_funny),
        ):
            if names:
                names.sort()
                print(title, names)

    def report_partial_closure(self):
        """The same for the folders in both."""
        self.report()
        for each in self.subdirs.values():
            print()
            each.report()

    def report_full_closure(self):
        """The same for all folders below."""
        self.report()
        for each in self.subdirs.values():
            print()
            each.report_full_closure()

    __class_getitem__ = classmethod(GenericAlias)
