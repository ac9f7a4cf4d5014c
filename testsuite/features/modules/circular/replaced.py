import sys

sys.modules[__name__] = "a string in the module's place"
