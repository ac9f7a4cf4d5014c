"""
    Docstrings lose the indentation that they have in the file.

      This stays further in.
  This is furthest left.
    """


def plain():
    """One line."""


def indented():
    """
    The first line is blank.

        Further in.
    \tA tab.
    """


def first_line():
    """   The first line's spaces go,
       whatever the others have.
         \
       Joined."""


def blank_lines():
    """Blank lines don't count.
      
        Two spaces are left of the line before.
          """


def raw():
    r"""\d
    \w
    """


def only_blank():
    """  
  """


class Documented:
    """
    A class.

      Indented.
    """

    def method(self):
        """é
           ü"""

    @property
    def value(self):
        """
        A property's.
        """

    async def coroutine(self):
        """Of a coroutine
        too."""


def carriage_return():
    "a\r\n   b\r   c"


def no_literal():
    ("a"
     "\n   b")


def formatted():
    f"""
    none"""


for item in (__doc__, plain.__doc__, indented.__doc__, first_line.__doc__, blank_lines.__doc__, raw.__doc__, only_blank.__doc__,
             Documented.__doc__, Documented.method.__doc__, Documented().method.__doc__, Documented.value.__doc__,
             Documented.coroutine.__doc__, carriage_return.__doc__, no_literal.__doc__, formatted.__doc__):
    print(repr(item))
