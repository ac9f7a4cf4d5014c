"""In a package without an __init__."""


def where():
    return __name__
