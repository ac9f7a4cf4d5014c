# Warnings that go to the logger "py.warnings", and back to sys.stderr.
import logging
import os
import sys
import warnings


class ShortNames(logging.Formatter):
    def format(self, record):
        return super().format(record).replace(os.path.dirname(os.path.abspath(__file__)) + "/", "")


logging.basicConfig(stream=sys.stdout, level=logging.INFO)
logging.getLogger().handlers[0].setFormatter(ShortNames("%(name)s %(levelname)s %(message)s"))


def warn_of(text):
    warnings.warn(text, stacklevel=2)


logging.captureWarnings(True)
logging.captureWarnings(True)
warn_of("first")
warnings.warn("second", DeprecationWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warn_of("recorded")
print([str(each.message) for each in caught])
logging.captureWarnings(False)
logging.captureWarnings(False)
warn_of("third")
print(logging.getLogger("py.warnings").handlers)
