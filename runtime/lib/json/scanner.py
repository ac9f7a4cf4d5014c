"""Numbers in JSON; the rest of the scanner is the decoder's."""

__all__ = ["make_scanner"]


def make_scanner(context):
    """The function that scans one value for a decoder."""
    return context.scan_once
