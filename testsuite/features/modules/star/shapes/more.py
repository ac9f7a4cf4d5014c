__all__ = ["helper", "extra", "_wanted", "submodule"]
extra = "extra"
_wanted = "listed, so exported"
unlisted = "not exported"


def helper(x):
    return x + 0.5


def circle(r):
    return 3.14159 * r * r


submodule = None
