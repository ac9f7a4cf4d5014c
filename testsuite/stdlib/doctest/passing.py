"""A module whose examples hold.

>>> total = area(2, 3) + 1
>>> total
7
>>> LIMIT
10
>>> LIMIT = 5
>>> LIMIT
5
>>> LIMIT + area(1, 1)
6
"""
import doctest
import unittest

LIMIT = 10


def area(width, height=1):
    """Computes an area.

    >>> area(2, 3)
    6
    >>> for number in range(3):
    ...     area(number)
    ...
    0
    1
    2
    >>> area("a", "b")
    Traceback (most recent call last):
        ...
    TypeError: can't multiply sequence by non-int of type 'str'
    >>> area(None)    # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for *: ...
    >>> area(None)    # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    TypeError: something else
    >>> print("one\\n\\ntwo")
    one
    <BLANKLINE>
    two
    >>> list(range(12))    # doctest: +NORMALIZE_WHITESPACE
    [0, 1, 2, 3, 4, 5,
     6, 7, 8, 9, 10, 11]
    >>> list(range(100))    # doctest: +ELLIPSIS
    [0, 1, ..., 99]
    >>> 1 / 0    # doctest: +SKIP
    5
    >>> text = '''several
    ... lines'''
    >>> text
    'several\\nlines'
    >>> if LIMIT:
    ...     LIMIT
    ... else:
    ...     0
    10
    """
    return width * height


class Account:
    """Holds money.

    >>> account = Account(5)
    >>> account.add(3)
    >>> account.balance; account.owner
    8
    'nobody'
    >>> Account(-1)
    Traceback (most recent call last):
    ValueError: too little
    """

    owner = "nobody"

    def __init__(self, balance):
        if balance < 0:
            raise ValueError("too little")
        self.balance = balance

    def add(self, amount):
        """
        >>> Account(1).add(2)
        """
        self.balance += amount

    @property
    def is_rich(self):
        """
        >>> Account(1).is_rich
        False
        """
        return self.balance > 100

    @classmethod
    def empty(cls):
        """
        >>> Account.empty().balance
        0
        """
        return cls(0)

    class Inner:
        """
        >>> def double(number):
        ...     return number * 2
        >>> class Local:
        ...     value = double(4)
        >>> Local.value, Local, double.__qualname__
        (8, <class '__main__.Local'>, 'double')
        >>> try:
        ...     missing
        ... except NameError as error:
        ...     print(error)
        name 'missing' is not defined
        >>> import math as m
        >>> m.floor(2.5)
        2
        >>> None
        >>> [double(n) for n in range(3)]
        [0, 2, 4]
        >>> f"{double(2)}"
        '4'
        """


def undocumented():
    pass


__test__ = {
    "text": """
    >>> area(2)
    2
    """,
    "function": undocumented,
}

if __name__ == "__main__":
    print(doctest.testmod())
    print(doctest.testmod(verbose=True))
    doctest.run_docstring_examples(area, globals())
    suite = doctest.DocTestSuite()
    print(suite.countTestCases())
    result = unittest.TestResult()
    suite.run(result)
    print(result)
    print(LIMIT)
