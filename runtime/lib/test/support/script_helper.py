"""CPython's tests run other programs with its interpreter. There is none here: such tests are skipped."""

import unittest


def _skipped(*args, **kwargs):
    raise unittest.SkipTest("there is no interpreter to run other programs with")


assert_python_ok = _skipped
assert_python_failure = _skipped
run_python_until_end = _skipped
spawn_python = _skipped
kill_python = _skipped
make_script = _skipped
make_pkg = _skipped
make_zip_script = _skipped
make_zip_pkg = _skipped
run_test_script = _skipped


def interpreter_requires_environment():
    return False
