"""What CPython's tests do with files."""

import contextlib
import os
import shutil
import tempfile
import unittest
import warnings
from collections.abc import MutableMapping

TESTFN_ASCII = "@test_aiocc_tmp"
TESTFN = TESTFN_ASCII
TESTFN_UNICODE = TESTFN_ASCII + "-\xe0\xf2\u0258\u0141\u011f"
TESTFN_NONASCII = TESTFN_ASCII + "\xe6"
TESTFN_UNENCODABLE = None
TESTFN_UNDECODABLE = None
FS_NONASCII = "\xe6"
SAVEDCWD = None


def unlink(filename):
    """Deletes a file, if it's there."""
    try:
        os.unlink(filename)
    except (FileNotFoundError, NotADirectoryError):
        pass


def rmdir(dirname):
    """Deletes a folder, if it's there."""
    try:
        os.rmdir(dirname)
    except FileNotFoundError:
        pass


def rmtree(path):
    """Deletes a folder and all that's in it, if it's there."""
    try:
        shutil.rmtree(path)
    except FileNotFoundError:
        pass


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    """Works in another folder inside of the `with` statement; where that fails, `quiet` makes it a warning."""
    before = os.getcwd()
    try:
        os.chdir(os.path.realpath(path))
    except OSError as error:
        if not quiet:
            raise
        warnings.warn(f"tests may fail, unable to change the current working directory to {path!r}: {error}", RuntimeWarning, stacklevel=3)
    try:
        yield os.getcwd()
    finally:
        os.chdir(before)


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    """A folder that's there inside of the `with` statement."""
    made = path is None
    if made:
        path = os.path.realpath(tempfile.mkdtemp())
    else:
        try:
            os.mkdir(path)
            made = True
        except OSError as error:
            if not quiet:
                raise
            warnings.warn(f"tests may fail, unable to create temporary directory {path!r}: {error}", RuntimeWarning, stacklevel=3)
    try:
        yield path
    finally:
        if made:
            rmtree(path)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    """Works in a folder of its own inside of the `with` statement."""
    with temp_dir(path=name, quiet=quiet) as path, change_cwd(path, quiet=quiet) as folder:
        yield folder


def create_empty_file(filename):
    """Makes a file with nothing in it."""
    with open(filename, "wb"):
        pass


class FakePath:
    """Something that stands for a path."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<FakePath {self.path!r}>"

    def __fspath__(self):
        if isinstance(self.path, BaseException) or (isinstance(self.path, type) and issubclass(self.path, BaseException)):
            raise self.path
        return self.path


def skip_unless_symlink(test):
    return test


def skip_unless_working_chmod(test):
    return test


def can_symlink():
    return True


def can_hardlink():
    return True


def can_chmod():
    return True


def skip_unless_hardlink(test):
    return test


def skip_unless_xattr(test):
    return unittest.skip("no extended attributes")(test)


def _may_read_everything():
    return os.geteuid() == 0


def skip_if_dac_override(test):
    """Skips what needs permissions to be denied, where they never are."""
    return unittest.skipIf(_may_read_everything(), "incompatible with privileges")(test)


def skip_unless_dac_override(test):
    """Skips what needs permissions never to be denied."""
    return unittest.skipUnless(_may_read_everything(), "needs privileges")(test)


def make_bad_fd():
    """A descriptor of nothing."""
    with open(TESTFN, "wb") as file:
        descriptor = file.fileno()
    unlink(TESTFN)
    return descriptor


def fd_count():
    """How many descriptors are open."""
    return len(os.listdir("/proc/self/fd")) - 1


@contextlib.contextmanager
def temp_umask(umask):
    """Another mask for the modes of new files inside of the `with` statement."""
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


@contextlib.contextmanager
def open_dir_fd(path):
    """A descriptor of a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


class EnvironmentVarGuard(MutableMapping):
    """Changes environment variables, and puts them back."""

    def __init__(self):
        self._changed = {}

    def _keep(self, name):
        self._changed.setdefault(name, os.environ.get(name))

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        self._keep(name)
        os.environ[name] = value

    def __delitem__(self, name):
        self._keep(name)
        os.environ.pop(name, None)

    def __iter__(self):
        return iter(os.environ)

    def __len__(self):
        return len(os.environ)

    def set(self, name, value):
        self[name] = value

    def unset(self, *names):
        for name in names:
            del self[name]

    def __enter__(self):
        return self

    def __exit__(self, *ignore_exc):
        for name, value in self._changed.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
