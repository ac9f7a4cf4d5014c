"""`__import__` of a module whose name the text spells."""


def area(width):
    """
    >>> area(2)
    4
    """
    return width * width


print(__import__("math").floor(2.5))
package = __import__("os.path")
print(package.__name__, package.path.basename("a/b"))
print(__import__("doctest").testmod())
text = [__import__("json").dumps(value) for value in (1, None)]
print(text)


def replaced():
    def __import__(name):
        return "mine: " + name

    return __import__("math")


print(replaced())
