from . import left, right

NAMES = (left.NAME, right.NAME)
