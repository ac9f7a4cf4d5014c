"""unittest.main: what its arguments settle, what they choose, its help."""
import io
import re
import sys
import unittest


class Cases(unittest.TestCase):
    def test_one(self):
        pass

    def test_two(self):
        self.fail("no")


def run(arguments, **options):
    sys.stderr = text = io.StringIO()
    try:
        program = unittest.main(argv=["prog", *arguments], exit=False, **options)
    except SystemExit as error:
        print(arguments, "ends with", error.code)
    else:
        settled = (program.failfast, program.buffer, program.catchbreak, program.verbosity, program.tb_locals, program.durations)
        print(arguments, settled, program.testNames, program.testNamePatterns, program.result)
    finally:
        sys.stderr = sys.__stderr__
    print(re.sub(r"in \d.*", "in no time", text.getvalue().partition("Traceback")[0]))


run([])
run(["-v", "Cases.test_one"])
run(["-q", "-k", "one", "-k", "*three"])
run(["-f", "-b", "-c", "Cases.test_one", "Cases.test_two"])
run(["--locals", "Cases.test_one"])
run([], failfast=True, buffer=True, defaultTest="Cases.test_one")
run([], defaultTest=["Cases.test_one", "Cases"])
run(["-f"], failfast=False)
run(["-k", "none"])
run(["--unknown"])
run(["-h"])
