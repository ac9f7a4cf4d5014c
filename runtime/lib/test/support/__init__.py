"""What CPython's own tests share: conditions for skipping, captured output, odd objects."""

import contextlib
import functools
import gc
import sys
import unittest

verbose = False
use_resources = None
max_memuse = 0
failfast = False

LOOPBACK_TIMEOUT = 10.0
INTERNET_TIMEOUT = 60.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 5 * 60.0

MAX_Py_ssize_t = sys.maxsize
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G

is_android = False
is_apple = False
is_apple_mobile = False
is_emscripten = False
is_wasi = False
is_jython = False
has_fork_support = False
has_subprocess_support = False
has_socket_support = True
has_strftime_extensions = False

Py_DEBUG = False
Py_GIL_DISABLED = False
Py_TRACE_REFS = False
MISSING_C_DOCSTRINGS = False
HAVE_DOCSTRINGS = True
HAVE_PY_DOCSTRINGS = True
MS_WINDOWS = False
PGO = False
# Folders of CPython's sources, which aren't there.
REPO_ROOT = STDLIB_DIR = TEST_HOME_DIR = TEST_DATA_DIR = "/nonexistent"
NHASHBITS = 64


class Error(Exception):
    """The base of what these helpers raise."""


class TestFailed(Error):
    """A test failed."""


class ResourceDenied(unittest.SkipTest):
    """The test needs a resource that isn't there."""


class SuppressCrashReport:
    """For programs that are meant to crash, of which there are none."""

    def __enter__(self):
        return self

    def __exit__(self, *ignore_exc):
        pass


def darwin_malloc_err_warning(test_name):
    """Tells of what another system's allocator prints."""


# Conditions.


def check_impl_detail(**guards):
    """Whether details of CPython's implementation can be relied on: they can't. `check_impl_detail(cpython=False)` holds."""
    return bool(guards) and not any(guards.values())


def impl_detail(msg=None, **guards):
    """Skips tests of details of an implementation."""
    if check_impl_detail(**guards):
        return lambda test: test
    if msg is None:
        names = sorted(guards)
        if not guards or any(guards.values()):
            names = names or ["cpython"]
            msg = "implementation detail specific to " + " or ".join(names)
        else:
            msg = "implementation detail not available on " + " or ".join(names)
    return unittest.skip(msg)


def cpython_only(test):
    """Skips a test of what only CPython has."""
    return impl_detail(cpython=True)(test)


def requires(resource, msg=None):
    """Skips the test: no resources are there."""
    raise ResourceDenied(msg or f"Use of the {resource!r} resource not enabled")


def is_resource_enabled(resource):
    """Whether costly tests of that kind are wanted: none are."""
    return False


def requires_resource(resource):
    """Skips a test that needs a resource."""
    return unittest.skip(f"resource {resource!r} is not enabled")


def _unavailable(reason):
    """What skips in place of `requires_something()` and `requires_something` alike."""

    def decorator(test=None):
        skipper = unittest.skip(reason)
        return skipper if test is None else skipper(test)

    return decorator


def _available(test=None):
    return (lambda test: test) if test is None else test


def requires_working_socket(*, module=False):
    """The tests that open one say themselves that they can't."""
    return None if module else _available()


requires_subprocess = _unavailable("requires subprocess support")
requires_fork = _unavailable("requires working os.fork()")
requires_limited_api = unittest.skip("needs the limited C API")
requires_specialization = unittest.skip("requires specialization")
requires_zlib = _unavailable("requires zlib")
requires_gzip = _unavailable("requires gzip")
requires_bz2 = _unavailable("requires bz2")
requires_lzma = _unavailable("requires lzma")
requires_docstrings = _available
requires_IEEE_754 = _available
requires_venv_with_pip = _unavailable("venv: pip is not there")
force_not_colorized = _available
force_not_colorized_test_class = _available
no_tracing = _available
refcount_test = cpython_only
skip_if_buildbot = _unavailable
skip_if_pgo_task = _available
skip_emscripten_stack_overflow = _available
skip_wasi_stack_overflow = _available
suppress_immortalization_needed = False
anticipate_failure_needed = False


def requires_gil_enabled(msg="needs the GIL enabled"):
    """Skips where there's no global lock: there is one."""
    return _available


def skip_if_sanitizer(reason=None, **kinds):
    """Skips where a sanitizer is at work: none is."""
    return _available


def check_sanitizer(**kinds):
    return False


def skip_on_s390x(test):
    return test


def anticipate_failure(condition):
    """Expects a failure under a condition."""
    return unittest.expectedFailure if condition else _available


def requires_mac_ver(*min_version):
    return _available


def requires_linux_version(*min_version):
    return _available


def bigmemtest(size, memuse, dry_run=True):
    """Runs a test for big memory with a small size."""

    def decorator(test):

        @functools.wraps(test)
        def wrapper(self):
            return test(self, 5147)

        return wrapper

    return decorator


def bigaddrspacetest(test):
    """Skips a test that needs all of the address space."""
    return unittest.skip("needs too much memory")(test)


def has_no_debug_ranges():
    return False


def requires_debug_ranges(reason="requires co_positions / debug_ranges"):
    return _available


def open_urlresource(url, *args, **kw):
    raise ResourceDenied("the network is not used")


# Memory.


def gc_collect():
    """Collects all garbage."""
    gc.collect()
    gc.collect()
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    """No collections inside of the `with` statement."""
    had_gc = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if had_gc:
            gc.enable()


@contextlib.contextmanager
def suppress_immortalization(suppress=True):
    """Nothing: constants are immortal anyway."""
    yield


def check_free_after_iterating(test, iterator, cls, args=()):
    """An iterator lets go of what it has come to the end of."""
    done = False

    def wrapper():
        nonlocal done

        class Watched(cls):
            def __del__(self):
                nonlocal done
                done = True
                try:
                    next(made)
                except StopIteration:
                    pass

        made = iterator(Watched(*args))
        test.assertRaises(StopIteration, next, made)

    wrapper()
    gc_collect()
    test.assertTrue(done)


def check_sizeof(test, obj, size):
    raise unittest.SkipTest("sizes of objects are CPython's own")


def calcobjsize(fmt):
    raise unittest.SkipTest("sizes of objects are CPython's own")


def calcvobjsize(fmt):
    raise unittest.SkipTest("sizes of objects are CPython's own")


def get_recursion_depth():
    raise unittest.SkipTest("the depth of the recursion is unknown")


def get_c_recursion_limit():
    """How deep natively recursive code may go."""
    return sys.getrecursionlimit()


def exceeds_recursion_limit():
    """A depth that's too much for Python code."""
    return sys.getrecursionlimit() * 3


def set_recursion_limit(limit):
    """A context manager and decorator for a limit of recursion."""
    return _RecursionLimit(limit)


class _RecursionLimit(contextlib.ContextDecorator):
    def __init__(self, limit):
        self.limit = limit

    def _recreate_cm(self):
        return _RecursionLimit(self.limit)

    def __enter__(self):
        self.original = sys.getrecursionlimit()
        sys.setrecursionlimit(self.limit)

    def __exit__(self, *args):
        sys.setrecursionlimit(self.original)


def infinite_recursion(max_depth=None):
    """A context manager and decorator inside of which recursion ends early."""
    return _RecursionLimit(max_depth if max_depth and max_depth > 3 else 1000)


# Output.


class _Captured:
    """A standard stream whose text is kept."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, text=""):
        self.text = text
        self.place = 0

    def write(self, text):
        self.text += text
        return len(text)

    def flush(self):
        """Nothing: nothing waits."""

    def isatty(self):
        return False

    def getvalue(self):
        return self.text

    def readline(self):
        end = self.text.find("\n", self.place)
        end = len(self.text) if end < 0 else end + 1
        line = self.text[self.place:end]
        self.place = end
        return line

    def read(self):
        rest = self.text[self.place:]
        self.place = len(self.text)
        return rest

    def seek(self, place):
        self.place = place


@contextlib.contextmanager
def captured_output(stream_name):
    """Keeps what's written to `sys.stdout` or `sys.stderr`: gives an object with `getvalue`."""
    original = getattr(sys, stream_name)
    captured = _Captured()
    setattr(sys, stream_name, captured)
    try:
        yield captured
    finally:
        setattr(sys, stream_name, original)


def captured_stdout():
    """Keeps what's written to sys.stdout."""
    return captured_output("stdout")


def captured_stderr():
    """Keeps what's written to sys.stderr."""
    return captured_output("stderr")


def captured_stdin():
    """A sys.stdin that's written to, then read."""
    return captured_output("stdin")


class catch_unraisable_exception:
    """Keeps what couldn't be raised in `unraisable`."""

    def __init__(self):
        self.unraisable = None
        self._old_hook = None

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self._old_hook = getattr(sys, "unraisablehook")
        sys.unraisablehook = self._hook
        return self

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._old_hook
        del self.unraisable


# Attributes and items.


def get_attribute(obj, name):
    """The attribute; skips the test where there is none."""
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
    """An attribute with another value, inside of the `with` statement."""
    if hasattr(obj, attr):
        real_val = getattr(obj, attr)
        setattr(obj, attr, new_val)
        try:
            yield real_val
        finally:
            setattr(obj, attr, real_val)
    else:
        setattr(obj, attr, new_val)
        try:
            yield
        finally:
            if hasattr(obj, attr):
                delattr(obj, attr)


@contextlib.contextmanager
def swap_item(obj, item, new_val):
    """An item with another value, inside of the `with` statement."""
    if item in obj:
        real_val = obj[item]
        obj[item] = new_val
        try:
            yield real_val
        finally:
            obj[item] = real_val
    else:
        obj[item] = new_val
        try:
            yield
        finally:
            if item in obj:
                del obj[item]


def run_with_locale(catstr, *locales):
    """Runs a test in the locale that there is."""
    return _available


def run_with_tz(tz):
    return unittest.skip("the time zone is not changed")


def setswitchinterval(interval):
    """Sets how long a thread runs at least."""
    getattr(sys, "setswitchinterval")(interval)


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    raise unittest.SkipTest("modules have only what programs use")


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    """No instances can be made of the class."""
    module = tp.__module__
    name = tp.__name__ if module == "builtins" else f"{module}.{tp.__name__}"
    import re
    testcase.assertRaisesRegex(TypeError, f"cannot create '{re.escape(name)}' instances", tp, *args, **kwds)


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    raise unittest.SkipTest("a compiled program has no compiler")


def findfile(filename, subdir=None):
    raise unittest.SkipTest("the files of CPython's tests are not there")


def run_in_subinterp(code):
    raise unittest.SkipTest("there are no subinterpreters")


def reap_children():
    """Nothing: there are no child processes."""


def sortdict(dict):
    """The repr of a dict in the order of its keys."""
    items = sorted(dict.items())
    return "{" + ", ".join(["%r: %r" % pair for pair in items]) + "}"


def busy_retry(timeout, err_msg=None, /, *, error=True):
    """Gives turns until the time is over."""
    import time
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(f"timeout ({timeout:.1f} seconds)")


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    """Gives turns, with longer and longer sleeps between them, until the time is over."""
    import time
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
    """Another limit for the digits of ints in text."""
    current = sys.get_int_max_str_digits()
    try:
        sys.set_int_max_str_digits(max_digits)
        yield
    finally:
        sys.set_int_max_str_digits(current)


def maybe_get_event_loop_policy():
    """The policy that was set; None where none was."""
    return None


def iter_builtin_types():
    """The classes among the builtins."""
    import builtins
    for name in sorted(builtins.__dict__):
        obj = getattr(builtins, name)
        if isinstance(obj, type):
            yield obj


def iter_slot_wrappers(cls):
    """The names of the special methods that a builtin class has in C, and whether they're its own."""
    for name in dir(cls):
        own = name in cls.__dict__
        if type(getattr(cls, name)).__name__ == "wrapper_descriptor":
            yield name, own


def run_code(code, extra_names=None):
    """Skips the test: the text of a program isn't compiled at run time."""
    raise unittest.SkipTest("a compiled program has no compiler")


def skip_if_buggy_ucrt_strfptime(test):
    """The test as it is: strftime's bugs are of other systems."""
    return test


# Odd objects.


@functools.total_ordering
class _LARGEST:
    """Greater than everything but itself."""

    def __eq__(self, other):
        return isinstance(other, _LARGEST)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _SMALLEST:
    """Less than everything but itself."""

    def __eq__(self, other):
        return isinstance(other, _SMALLEST)

    def __gt__(self, other):
        return False


class _ALWAYS_EQ:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NEVER_EQ:
    """Equal to nothing."""

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


LARGEST = _LARGEST()
SMALLEST = _SMALLEST()
ALWAYS_EQ = _ALWAYS_EQ()
NEVER_EQ = _NEVER_EQ()


class BrokenIter:
    """An iterable whose iterator can't be made, or fails."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


class Matcher:
    """Compares parts of things."""


class CPUStopwatch:
    """How long something takes."""

    def __enter__(self):
        import time
        self.start_time = time.perf_counter()
        return self

    def __exit__(self, *exc):
        import time
        self.seconds = time.perf_counter() - self.start_time


def record_original_stdout(stdout):
    """Kept for those who print in spite of a captured stdout."""


def get_original_stdout():
    return sys.stdout


def print_warning(msg):
    """Tells something on stderr."""
    for line in msg.splitlines():
        sys.stderr.write(f"Warning -- {line}\n")


def patch(test_instance, object_to_patch, attr_name, new_value):
    """Sets an attribute until the end of the test."""
    original = getattr(object_to_patch, attr_name)
    test_instance.addCleanup(setattr, object_to_patch, attr_name, original)
    setattr(object_to_patch, attr_name, new_value)


def run_unittest(*classes):
    """Runs the tests of classes and suites."""
    suite = unittest.TestSuite()
    for each in classes:
        suite.addTest(each if isinstance(each, unittest.TestSuite) else unittest.defaultTestLoader.loadTestsFromTestCase(each))
    result = unittest.TextTestRunner().run(suite)
    if not result.wasSuccessful():
        raise TestFailed("tests failed")


def run_doctest(module, verbosity=None, optionflags=0):
    raise unittest.SkipTest("there is no doctest")


def skip_if_unlimited_stack_size(test):
    return test


def late_deletion(obj):
    """Keeps an object for long."""


def wait_process(pid, *, exitcode, timeout=None):
    raise unittest.SkipTest("there are no child processes")
