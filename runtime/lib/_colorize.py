"""Colours of what CPython prints. A compiled program prints none."""

COLORIZE = False


class ANSIColors:
    """How a terminal is told of colours; empty, since nothing is coloured."""

    BOLD_GREEN = BOLD_MAGENTA = BOLD_RED = GREEN = GREY = MAGENTA = RED = RESET = YELLOW = ""


def get_colors(colorize=False):
    """The colours."""
    return ANSIColors()


def can_colorize():
    """Never."""
    return False
