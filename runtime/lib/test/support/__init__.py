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

# More than fits into a pipe, or into the buffers of a socket.
PIPE_MAX_SIZE = 4 * _1M + 1
SOCK_MAX_SIZE = 16 * _1M + 1

is_android = False
is_apple = False
is_apple_mobile = False
is_emscripten = False
is_wasi = False
is_jython = False
has_fork_support = True
has_subprocess_support = True
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
TEST_HTTP_URL = "http://www.pythontest.net"
HAVE_ASAN_FORK_BUG = False
PGO_EXTENDED = False
junit_xml_list = None
environment_altered = False
real_max_memuse = 0
unix_shell = "/bin/sh"


class Error(Exception):
    """The base of what these helpers raise."""


class TestFailed(Error):
    """A test failed."""


class ResourceDenied(unittest.SkipTest):
    """The test needs a resource that isn't there."""


class TestDidNotRun(Error):
    """There was nothing to run."""


class TestFailedWithDetails(TestFailed):
    """Tests failed, and this is how."""

    def __init__(self, msg, errors, failures, stats):
        super().__init__(msg, errors, failures, stats)
        self.msg, self.errors, self.failures, self.stats = msg, errors, failures, stats


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
    """What decorates in place of `requires_something(reason)` and `requires_something` alike."""
    return test if callable(test) else lambda test: test


def requires_working_socket(*, module=False):
    """The tests that open one say themselves that they can't."""
    return None if module else _available()


requires_subprocess = _available
requires_fork = _available
requires_zlib = requires_gzip = requires_bz2 = requires_lzma = _available
requires_limited_api = unittest.skip("needs the limited C API")
requires_specialization = unittest.skip("requires specialization")
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


def python_is_optimized():
    return True


def check_cflags_pgo():
    return False


def check_bolt_optimized():
    return False


def with_pymalloc():
    return False


def with_mimalloc():
    return False


def system_must_validate_cert(test):
    """The test as it is."""
    return test


def expected_failure_if_gil_disabled():
    """Expects no failure: there is a global lock."""
    return _available


def skip_if_suppress_immortalization():
    return _available


def without_optimizer(test):
    return test


def requires_freebsd_version(*min_version):
    return _available


def skip_if_broken_multiprocessing_synchronize():
    """Goes on: semaphores work."""


def missing_compiler_executable(cmd_names=()):
    raise unittest.SkipTest("a compiled program has no compiler")


def setup_venv_with_pip_setuptools_wheel(venv_dir):
    raise unittest.SkipTest("there are no environments")


def set_memlimit(limit):
    """Nothing: tests for big memory run with small sizes."""


def set_sanitizer_env_var(env, option):
    """Adds an option of all sanitizers to an environment."""
    for kind in ("ASAN", "MSAN", "UBSAN", "TSAN"):
        name = f"{kind}_OPTIONS"
        env[name] = f"{env[name]}:{option}" if name in env else option


def args_from_interpreter_flags():
    """The options that an interpreter like this one was started with: none."""
    return []


optim_args_from_interpreter_flags = args_from_interpreter_flags


def get_pagesize():
    """Of the system's memory."""
    import resource
    return resource.getpagesize()


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


@contextlib.contextmanager
def gc_threshold(*args):
    """Other thresholds of the collector inside of the `with` statement."""
    before = gc.get_threshold()
    gc.set_threshold(*args)
    try:
        yield
    finally:
        gc.set_threshold(*before)


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


def get_recursion_available():
    """How much deeper the recursion may go, about."""
    return sys.getrecursionlimit() - 50


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


def flush_std_streams():
    """Writes what waits to be written."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


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


@contextlib.contextmanager
def run_with_locale(catstr, *locales):
    """Runs a test, or what's below a `with`, in the locale that there is."""
    yield


def run_with_tz(tz):
    """Runs a test in a time zone."""

    def decorator(test):

        @functools.wraps(test)
        def wrapper(*args, **kwargs):
            import os
            import time
            before = os.environ.get("TZ")
            try:
                os.environ["TZ"] = tz
                time.tzset()
                return test(*args, **kwargs)
            finally:
                if before is None:
                    os.environ.pop("TZ", None)
                else:
                    os.environ["TZ"] = before
                time.tzset()

        return wrapper

    return decorator


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
    """The path of a file that tests come with: beside the program or where it runs. Of one that's nowhere the name is given back."""
    import os
    if os.path.isabs(filename):
        return filename
    if subdir is not None:
        filename = os.path.join(subdir, filename)
    for folder in [os.curdir, *sys.path]:
        path = os.path.join(folder, filename)
        if os.path.exists(path):
            return path
    return filename


def load_package_tests(pkg_dir, loader, standard_tests, pattern):
    """The tests of a package that belong to it already: its other modules are linked only if the program imports them."""
    return standard_tests


def run_in_subinterp(code):
    raise unittest.SkipTest("there are no subinterpreters")


def run_in_subinterp_with_config(code, **config):
    raise unittest.SkipTest("there are no subinterpreters")


def detect_api_mismatch(ref_api, other_api, *, ignore=()):
    """The public names of one API that another one lacks."""
    missing = set(dir(ref_api)) - set(dir(other_api)) - set(ignore)
    return {name for name in missing if not name.startswith("_") or name.endswith("__")}


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


def patch_list(orig):
    """Puts a list's items back at the end of the `with` statement."""
    return _PatchedList(orig)


class _PatchedList:
    def __init__(self, items):
        self.items = items
        self.before = items[:]

    def __enter__(self):
        return self.items

    def __exit__(self, *ignore_exc):
        self.items[:] = self.before


def run_unittest(*classes):
    """Runs the tests of classes and suites."""
    suite = unittest.TestSuite()
    for each in classes:
        suite.addTest(each if isinstance(each, unittest.TestSuite) else unittest.defaultTestLoader.loadTestsFromTestCase(each))
    result = unittest.TextTestRunner().run(suite)
    if not result.wasSuccessful():
        raise TestFailed("tests failed")


def run_doctest(module, verbosity=None, optionflags=0):
    """Runs the examples of a module, and gives how many failed and how many there are."""
    import doctest
    failed, attempted = doctest.testmod(module, verbose=verbosity, optionflags=optionflags)
    if failed:
        raise TestFailed(f"{failed} of {attempted} doctests failed")
    return failed, attempted


def skip_if_unlimited_stack_size(test):
    return test


def late_deletion(obj):
    """Keeps an object for long."""


def wait_process(pid, *, exitcode, timeout=None):
    """Waits for the end of a child process, which should be that one."""
    import os
    ended, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != exitcode:
        raise AssertionError(f"process {pid} exited with code {code}, but exit code {exitcode} is expected")
    if ended != pid:
        raise AssertionError(f"pid {ended} != {pid}")
