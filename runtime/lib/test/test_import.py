"""What tests share that's in CPython's tests of imports."""


def no_rerun(reason):
    """Skips a test that has run before."""

    def decorate(test):
        has_run = False

        def run(self):
            nonlocal has_run
            if has_run:
                self.skipTest(reason)
            test(self)
            has_run = True

        return run

    return decorate
