"""unittest.main: the tests of a module, run as the command line says."""

import sys
from _support import program_modules

from . import loader, runner

_NO_TESTS_EXITCODE = 5

# Arguments and what they do, for the end of the help.
_EXAMPLES = "\n".join(["Examples:"] + [f"  {'%(prog)s' + arguments:<35}- {effect}" for arguments, effect in {
    "": "run default set of tests",
    " MyTestSuite": "run suite 'MyTestSuite'",
    " MyTestCase.testSomething": "run MyTestCase.testSomething",
    " MyTestCase": "run all 'test*' test methods\n" + " " * 39 + "in MyTestCase\n",
}.items()])

# Options that a program may settle itself, by the names of the attributes: flag, long flag, help.
_SETTLED = {
    "failfast": ("-f", "--failfast", "Stop on first fail or error"),
    "catchbreak": ("-c", "--catch", "Catch Ctrl-C and display results so far"),
    "buffer": ("-b", "--buffer", "Buffer stdout and stderr during tests"),
}


def _convert_pattern(pattern):
    return pattern if "*" in pattern else f"*{pattern}*"


class TestProgram:
    """Runs tests, and ends the program with 0 where they passed, 1 where they failed, 5 where there were none."""

    module = None
    verbosity = 1
    failfast = None
    catchbreak = None
    buffer = None
    progName = None
    warnings = None
    testNamePatterns = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
                 durations=None):
        self.module = program_modules()[module] if isinstance(module, str) else module
        arguments = sys.argv if argv is None else argv
        self.verbosity, self.tb_locals, self.durations = verbosity, tb_locals, durations
        self.failfast, self.catchbreak, self.buffer = failfast, catchbreak, buffer
        self.defaultTest, self.testLoader, self.testRunner = defaultTest, testLoader, testRunner
        is_settled = warnings is not None or getattr(sys, "warnoptions", ())
        self.warnings = warnings if is_settled else "default"
        self.exit = exit
        self.progName = arguments[0].rpartition("/")[2]
        self.parseArgs(arguments)
        self.runTests()

    def parseArgs(self, argv):
        self.tests = ()
        unsettled = [name for name in _SETTLED if getattr(self, name) is None]
        for name in unsettled:
            setattr(self, name, False)
        takes_patterns = self.testNamePatterns is None
        if takes_patterns:
            self.testNamePatterns = []
        if argv[1:]:
            self._parse(argv[1:], unsettled, takes_patterns)
        self.testNames = self.tests or self._default_names()
        self.createTests()

    def _default_names(self):
        """None for all of the module."""
        wanted = self.defaultTest
        if isinstance(wanted, str):
            return (wanted,)
        return None if wanted is None else list(wanted)

    def _parse(self, arguments, unsettled, takes_patterns):
        parser = self._make_parser(unsettled, takes_patterns)
        parser.parse_args(arguments, self)
        self.testNamePatterns = [_convert_pattern(pattern) for pattern in self.testNamePatterns]

    def _make_parser(self, unsettled, takes_patterns):
        import argparse
        parser = argparse.ArgumentParser(prog=self.progName, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
        parser.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
        parser.add_argument("--locals", dest="tb_locals", action="store_true", help="Show local variables in tracebacks")
        parser.add_argument("--durations", dest="durations", type=int, default=None, metavar="N",
                            help="Show the N slowest test cases (N=0 for all)")
        for name in unsettled:
            flag, long_flag, help = _SETTLED[name]
            parser.add_argument(flag, long_flag, dest=name, action="store_true", help=help)
        if takes_patterns:
            parser.add_argument("-k", dest="testNamePatterns", action="append", help="Only run tests which match the given substring")
        parser.add_argument("tests", nargs="*", help="a list of any number of test modules, classes and test methods.")

        def print_help():
            # An empty line ends it.
            print(parser.format_help())

        parser.print_help = print_help
        return parser

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        test_runner = self.testRunner
        if isinstance(self.testRunner, type):
            test_runner = self._make_runner()
        self.result = test_runner.run(self.test)
        if not self.exit:
            return
        if not self.result.wasSuccessful():
            sys.exit(1)
        if self.result.testsRun == 0 and not self.result.skipped:
            sys.exit(_NO_TESTS_EXITCODE)
        sys.exit(0)

    def _make_runner(self):
        try:
            return self.testRunner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                                   warnings=self.warnings, tb_locals=self.tb_locals, durations=self.durations)
        except TypeError:
            # A class that knows nothing of the newer ones.
            return self.testRunner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings)


main = TestProgram
